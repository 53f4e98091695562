import { type Span, span } from '../../text/offsets.ts';

/**
 * Pieces without a line feed: brat's reference text stands on one line, so what runs over a line's end is cut there. Pieces of nothing
 * but line feeds are gone; a list that had no others comes back empty.
 */
export const cutAtLines = (text: string, spans: readonly Span[]): readonly Span[] => spans.flatMap((one) => cutOne(text, one));

function cutOne(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = [];
  let from: number = start;
  for (const line of text.slice(start, end).split('\n')) {
    if (line !== '') found.push(span(from, from + line.length));
    from += line.length + 1;
  }
  return found;
}

/** The other way round: pieces with nothing but line feeds between them were one. */
export function joinedOverLines(text: string, pieces: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const isContinued = before !== undefined && piece.start > before.end && /^\n+$/.test(text.slice(before.end, piece.start));
    if (isContinued) joined[joined.length - 1] = span(before.start, piece.end);
    else joined.push(piece);
  }
  return joined;
}
