import { graphemes } from './graphemes.ts';
import { type Span, span } from './offsets.ts';
import { isBlank, paragraphs } from './paragraphs.ts';
import { tokensIn } from './tokens.ts';

export const sectionVersion = 1;

/** What a heading has at most: words, and UTF-16 code units, which spares counting the words of a whole page. */
const longestHeading = { words: 15, length: 500 };

const sentenceEnds = '.،؛:;';

/** Parts of an Article, found in its text. Spans of whole paragraphs; `null` where there is none. */
export interface Sections {
  readonly title: Span | null;
  /** The first paragraph that is no heading: what happened, in short. */
  readonly lead: Span | null;
  /** From the paragraph after the lead to the last one. */
  readonly body: Span | null;
  /** The title and the sub-headings. */
  readonly headings: readonly Span[];
}

export function sections(text: string): Sections {
  const lines = paragraphs(text).filter((one) => !isBlank(text, one));
  const headings = lines.filter((one) => isHeading(text, one));
  const title = lines[0] && headings.includes(lines[0]) ? lines[0] : null;
  const leadAt = lines.findIndex((one) => !headings.includes(one));
  const lead = lines[leadAt] ?? null;
  const [next, last] = [lines[leadAt + 1], lines.at(-1)];
  return { title, lead, body: lead && next && last ? span(next.start, last.end) : null, headings };
}

/** A line of its own with at most 15 words that does not end as a sentence does. A text of one paragraph has no heading. */
export function isHeading(text: string, line: Span): boolean {
  if (text.slice(0, line.start).trim() === '' && text.slice(line.end).trim() === '') return false;
  if (line.end - line.start > longestHeading.length) return false;
  // Most lines of a long article end here: cutting each of them into words would take most of the time that opening it takes.
  if (sentenceEnds.includes(text.slice(line.start, line.end).trimEnd().at(-1) ?? ' ')) return false;
  const tokens = tokensIn(text, line);
  const words = tokens.filter((token) => token.kind === 'word').length;
  const last = tokens.at(-1);
  return words > 0 && words <= longestHeading.words && last !== undefined && !sentenceEnds.includes(text.slice(last.start, last.end));
}

/**
 * A title for lists: the first paragraph that is not blank, cut after a whole word, with … when it is longer than `maximumLength`
 * UTF-16 code units (… included). Empty for a blank text.
 */
export function titleOf(text: string, maximumLength: number): string {
  const line = paragraphs(text).find((one) => !isBlank(text, one));
  if (!line) return '';
  const title = text.slice(line.start, line.end).trim();
  if (title.length <= maximumLength) return title;
  const room = maximumLength - 1;
  const head = title.slice(0, 2 * maximumLength);
  const whole = tokensIn(head, span(0, head.length)).findLast((token) => token.kind === 'word' && token.end <= room);
  const cut = whole?.end ?? graphemes(head).findLast((one) => one.end <= room)?.end ?? 0;
  return `${title.slice(0, cut)}…`;
}
