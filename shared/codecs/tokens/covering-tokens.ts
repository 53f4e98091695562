import { type Annotation } from '../../model/annotation.ts';
import { type Span, utf16 } from '../../text/offsets.ts';
import { edgesOf } from './cut-at-edges.ts';
import { forcedTokens } from './forced-tokens.ts';

/** A token as spaCy has it: `ws` when one space follows that belongs to no token. */
export interface CoveringToken extends Span {
  readonly ws: boolean;
}

/**
 * Tokens that give back the whole text: `forcedTokens`, and what stands between them (line ends, second spaces, invisible characters) as
 * tokens of its own, except the one space that `ws` says. Each Span of the Annotations begins and ends with a token.
 */
export function coveringTokens(text: string, annotations: readonly Annotation[]): readonly CoveringToken[] {
  const edges = edgesOf(annotations);
  const spans = annotations.flatMap((one) => one.spans);
  const starts = new Set<number>(spans.map(({ start }) => start));
  const ends = new Set<number>(spans.map(({ end }) => end));
  const isPlainSpace = (at: number): boolean => text[at] === ' ' && !starts.has(at) && !ends.has(at + 1);
  const found: CoveringToken[] = [];
  let [at, next] = [0, 0];
  const takeGap = (until: number): void => {
    while (at < until) {
      while ((edges[next] ?? Infinity) <= at) next++;
      const end = Math.min(until, edges[next] ?? Infinity);
      found.push({ start: utf16(at), end: utf16(end), ws: false });
      at = end;
    }
  };
  for (const { start, end } of forcedTokens(text, edges)) {
    takeGap(start);
    const ws = isPlainSpace(end);
    found.push({ start, end, ws });
    at = ws ? end + 1 : end;
  }
  takeGap(text.length);
  return found;
}
