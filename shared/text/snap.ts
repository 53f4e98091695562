import { graphemeHull } from './graphemes.ts';
import { type Span, span } from './offsets.ts';
import { isBlank, paragraphsTouching } from './paragraphs.ts';
import { type Token, tokensIn } from './tokens.ts';

/** What a selection is widened to: whole words (and cleaned of what is never part of a label), or whole letters as they are. */
export type SnapUnit = 'word' | 'letter';

const trailing = new Set(['.', '،', '؛', ':']);
/** Opening marks and what closes them. Straight quotes open and close alike. */
const quotes = new Map([['«', '»'], ['“', '”'], ['"', '"']]);

/**
 * The Span to label for what was selected, or `null` when nothing visible was.
 *
 * By word: a word that is touched is taken whole; blanks at the edges, a trailing . ، ؛ : and quotation marks round the whole are left
 * out, unless marks are all there is (a colon can be a cue). By letter: whole grapheme clusters, nothing left out.
 * @throws if the selection lies outside the text or runs backwards.
 */
export function snap(text: string, selection: Span, unit: SnapUnit): Span | null {
  const { start, end } = selection;
  if (start < 0 || start > end || end > text.length) throw new Error(`selection ${start}–${end} in a text of ${text.length}`);
  if (isBlank(text, selection)) return null;
  if (unit === 'letter') return graphemeHull(text, selection);
  const touched = paragraphsTouching(text, selection)
    .flatMap((paragraph) => tokensIn(text, paragraph))
    .filter((token) => token.start < end && token.end > start);
  return spanOf(touched.some((token) => token.kind === 'word') ? cleaned(text, touched) : touched);
}

function spanOf(tokens: readonly Token[]): Span | null {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first && last ? span(first.start, last.end) : null;
}

/** At least one of the tokens is a word, so something always remains. */
function cleaned(text: string, tokens: readonly Token[]): readonly Token[] {
  const write = ({ start, end }: Token): string => text.slice(start, end);
  const last = tokens.at(-1) as Token;
  if (trailing.has(write(last))) return cleaned(text, tokens.slice(0, -1));
  return isQuoted(tokens.map(write)) ? cleaned(text, tokens.slice(1, -1)) : tokens;
}

/** Is the first of these marks a quotation mark that the very last one closes? */
function isQuoted(written: readonly string[]): boolean {
  const open = written[0] as string;
  const close = quotes.get(open);
  if (close === undefined || written.length < 2) return false;
  if (open === close) return written.at(-1) === close && written.filter((mark) => mark === close).length === 2;
  let depth = 0;
  const closedAt = written.findIndex((mark) => (depth += mark === open ? 1 : mark === close ? -1 : 0) === 0);
  return closedAt === written.length - 1;
}
