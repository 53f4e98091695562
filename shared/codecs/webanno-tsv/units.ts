import { type Span, span, type Utf16Offset } from '../../text/offsets.ts';
import { sentences, tokens } from '../../text/segment.ts';
import { cutAtEdges } from '../tokens/cut-at-edges.ts';

/** A sentence with the words that its rows tell of. */
export interface Sentence {
  /** Where the first token begins. */
  readonly start: number;
  /** Where its `#Text` lines end: they take along what stands before the next sentence, but for the line feed that the format puts there. */
  readonly end: number;
  readonly tokens: readonly Span[];
}

/** Can a text be written at all? The format knows text by its tokens, and a token cannot be a blank, a tab or a line feed. */
export const hasToken = (text: string): boolean => /[^ \t\n]/.test(text);

/** Sentences of the text with these tokens, which are all that it has. */
export function sentencesOf(text: string, all: readonly Span[]): readonly Sentence[] {
  const starts = startsOf(text, all);
  let next = 0;
  return starts.map((start, index) => {
    const following = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own: Span[] = [];
    for (let token = all[next]; token && token.start < following; token = all[++next]) own.push(token);
    return { start, end: textEnd(text, following), tokens: own };
  });
}

/** The tokens of the text, broken at edges that lie inside them: the format knows places by tokens. */
export const tokensCut = (text: string, edges: readonly Utf16Offset[]): readonly Span[] => cutAtEdges(naturalTokens(text), edges);

/** A text of control characters has no words: its first sign stands for all. */
export function naturalTokens(text: string): readonly Span[] {
  const found = tokens(text);
  if (found.length > 0) return found;
  const first = /[^ \t\n]/u.exec(text);
  return first ? [span(first.index, first.index + first[0].length)] : [];
}

function startsOf(text: string, all: readonly Span[]): readonly number[] {
  const starts = sentences(text).map(({ start }) => start);
  return starts.length > 0 ? starts : all.slice(0, 1).map(({ start }) => start);
}

function textEnd(text: string, following: number): number {
  if (following > text.length) return text.length;
  return text[following - 1] === '\n' ? following - 1 : following;
}
