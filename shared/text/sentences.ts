import { type Span, span } from './offsets.ts';
import { paragraphs } from './paragraphs.ts';
import { type Token, tokensIn } from './tokens.ts';

export const sentenceVersion = 1;

const ends = new Set(['.', '؟', '?', '!', '…', '۔']);
const closers = new Set(['»', '›', '"', '”', '’', ')', ']']);

/**
 * Sentences of a paragraph, without the blanks around them. One ends at . ؟ ? ! … before a blank or the paragraph's end, with the
 * closing marks that follow. It does not end inside «…», after a single letter («م. احمدی», «۱۴۰۳ ه.ش.») or after the number that
 * opens it («۱. …»).
 */
export function sentencesIn(text: string, paragraph: Span): readonly Span[] {
  const found: Span[] = [];
  const tokens = tokensIn(text, paragraph);
  const nested = insideGuillemets(text, tokens);
  const write = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  let first = 0;
  for (let index = 0; index < tokens.length; index++) {
    if (!ends.has(write(index)) || nested[index] || isAbbreviated(text, tokens, first, index)) continue;
    let last = index;
    while (touches(tokens, last) && (ends.has(write(last + 1)) || closers.has(write(last + 1)))) last++;
    if (touches(tokens, last)) continue;
    found.push(span(start(tokens, first), end(tokens, last)));
    first = last + 1;
    index = last;
  }
  if (first < tokens.length) found.push(span(start(tokens, first), end(tokens, tokens.length - 1)));
  return found;
}

export const sentences = (text: string): readonly Span[] => paragraphs(text).flatMap((one) => sentencesIn(text, one));

const start = (tokens: readonly Token[], index: number): number => (tokens[index] as Token).start;
const end = (tokens: readonly Token[], index: number): number => (tokens[index] as Token).end;
/** Does the next token follow without a blank? */
const touches = (tokens: readonly Token[], index: number): boolean => tokens[index + 1]?.start === tokens[index]?.end;

function isAbbreviated(text: string, tokens: readonly Token[], first: number, dot: number): boolean {
  const before = tokens[dot - 1];
  if (!before || before.kind !== 'word' || before.end !== tokens[dot]?.start || text[before.end] !== '.') return false;
  const word = text.slice(before.start, before.end);
  return /^\p{L}\p{M}*$/u.test(word) || (dot - 1 === first && /^\p{Nd}+$/u.test(word));
}

/** For each token whether it lies between a « and the » that closes it in the same paragraph; an unclosed « opens nothing. */
function insideGuillemets(text: string, tokens: readonly Token[]): readonly boolean[] {
  const inside = tokens.map(() => false);
  const open: number[] = [];
  for (const [index, { start: at }] of tokens.entries()) {
    if (text[at] === '«') open.push(index);
    else if (text[at] === '»') {
      const from = open.pop();
      if (from !== undefined) inside.fill(true, from, index);
    }
  }
  return inside;
}
