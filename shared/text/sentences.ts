import { keptForLast } from './kept-for-last.ts';
import { type Span, span } from './offsets.ts';
import { paragraphs } from './paragraphs.ts';
import { type Token, tokens, tokensIn } from './tokens.ts';

export const sentenceVersion = 1;

const ends = new Set(['.', '؟', '?', '!', '…', '۔']);
const closers = new Set(['»', '›', '"', '”', '’', ')', ']']);

/**
 * Sentences of a paragraph, without the blanks around them. One ends at . ؟ ? ! … before a blank or the paragraph's end, with the
 * closing marks that follow. It does not end inside «…», after a single letter («م. احمدی», «۱۴۰۳ ه.ش.») or after the number that
 * opens it («۱. …»).
 */
export const sentencesIn = (text: string, paragraph: Span): readonly Span[] => sentencesOf(text, tokensIn(text, paragraph));

/** Of all paragraphs; the text is cut into tokens once. */
export const sentences = keptForLast((text): readonly Span[] => {
  const all = tokens(text);
  let from = 0;
  return paragraphs(text).flatMap(({ end }) => {
    const first = from;
    while ((all[from]?.end ?? Infinity) <= end) from++;
    return sentencesOf(text, all.slice(first, from));
  });
});

/** From the tokens of one paragraph. */
function sentencesOf(text: string, all: readonly Token[]): readonly Span[] {
  const found: Span[] = [];
  const closing = closingOf(text, all);
  let [first, quoted] = [0, 0];
  for (let index = 0; index < all.length; index++) {
    if (all[index]?.kind === 'word') continue;
    quoted = Math.max(quoted, closing.get(index) ?? 0);
    if (index < quoted || !isOneOf(ends, text, all[index]) || isAbbreviated(text, all, first, index)) continue;
    let last = index;
    while (touches(all, last) && (isOneOf(ends, text, all[last + 1]) || isOneOf(closers, text, all[last + 1]))) last++;
    if (touches(all, last)) continue;
    found.push(span(startOf(all, first), endOf(all, last)));
    first = last + 1;
    index = last;
  }
  if (first < all.length) found.push(span(startOf(all, first), endOf(all, all.length - 1)));
  return found;
}

const startOf = (all: readonly Token[], index: number): number => (all[index] as Token).start;
const endOf = (all: readonly Token[], index: number): number => (all[index] as Token).end;
/** Does the next token follow without a blank? */
const touches = (all: readonly Token[], index: number): boolean => all[index + 1]?.start === all[index]?.end;

/** Is the token one of these characters, with nothing that hangs on it? */
const isOneOf = (marks: ReadonlySet<string>, text: string, token: Token | undefined): boolean =>
  token !== undefined && token.end - token.start === 1 && marks.has(text.charAt(token.start));

function isAbbreviated(text: string, all: readonly Token[], first: number, dot: number): boolean {
  const before = all[dot - 1];
  if (!before || before.kind !== 'word' || before.end !== all[dot]?.start || text[before.end] !== '.') return false;
  const word = text.slice(before.start, before.end);
  return /^\p{L}\p{M}*$/u.test(word) || (dot - 1 === first && /^\p{Nd}+$/u.test(word));
}

/** By the place of a « that of the » which closes it in the same paragraph; an unclosed « opens nothing. */
function closingOf(text: string, all: readonly Token[]): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < all.length; index++) {
    if (all[index]?.kind === 'word') continue;
    const mark = text.charAt(startOf(all, index));
    if (mark === '«') open.push(index);
    else if (mark === '»') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, index);
    }
  }
  return closing;
}
