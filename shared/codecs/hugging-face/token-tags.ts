import { lowerBound } from '../../text/lower-bound.ts';
import { type SpanRecord } from '../native/record.ts';
import { cutAtEdges, edgesIn } from '../tokens/cut-at-edges.ts';
import { type Layer } from './layers.ts';

/** Half-open, in code points. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface TaggedTokens {
  readonly tokens: readonly Piece[];
  /** One tag a token, for each Layer. */
  readonly tags: readonly (readonly string[])[];
  /** Spans that tags cannot show: under a longer one of their Layer, or without a token. */
  readonly leftOut: number;
}

/** Tokens cut at every edge of a span, so that each tag says exactly what was marked. */
export function taggedTokens(tokens: readonly Piece[], spans: readonly SpanRecord[], layers: readonly Layer[]): TaggedTokens {
  const cut = cutAtEdges(tokens, edgesIn(spans.flatMap(({ fragments }) => fragments)));
  const shown = layers.map(({ labels, tags: [outside = 'O'] }) => {
    const tags = cut.map(() => outside);
    const own = spans.filter(({ label }) => labels.some((one) => one === label)).toSorted(longestFirst);
    return { tags, count: own.filter((span) => tag(span, cut, tags, outside)).length };
  });
  return { tokens: cut, tags: shown.map(({ tags }) => tags), leftOut: spans.length - shown.reduce((sum, { count }) => sum + count, 0) };
}

const lengthOf = ({ fragments }: SpanRecord): number => fragments.reduce((sum, { start, end }) => sum + end - start, 0);
/** Sorting keeps the reading order of equally long ones. */
const longestFirst = (a: SpanRecord, b: SpanRecord): number => lengthOf(b) - lengthOf(a);

/** Writes the tags of a span unless one of its tokens is taken, or it has none; each of its pieces begins anew. Says whether it did. */
function tag({ label, fragments }: SpanRecord, tokens: readonly Piece[], tags: string[], outside: string): boolean {
  const pieces = fragments.map((fragment) => tokensIn(tokens, fragment));
  const taken = pieces.some(({ start, end }) => tags.slice(start, end).some((one) => one !== outside));
  if (taken || pieces.every(({ start, end }) => start === end)) return false;
  for (const { start, end } of pieces) for (let at = start; at < end; at++) tags[at] = `${at === start ? 'B' : 'I'}-${label}`;
  return true;
}

/** Places of the tokens that touch a piece of text, half-open. */
export function tokensIn(tokens: readonly Piece[], { start, end }: Piece): Piece {
  const first = lowerBound(tokens, (token) => token.end > start);
  return { start: first, end: Math.max(first, lowerBound(tokens, (token) => token.start >= end)) };
}
