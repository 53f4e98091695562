import { type Utf16Offset, utf16 } from '../../shared/text/offsets.ts';
import { paragraphs } from '../../shared/text/paragraphs.ts';

/**
 * Where lines and ProseMirror positions meet. The document has one paragraph per line, so a position is the offset
 * plus one for each opening token so far: position = offset + 1 + newlines before it.
 */
export interface LineMap {
  /** UTF-16 length of the text. */
  readonly length: number;
  /** Offset of the first character of every line; a text has at least one line. */
  readonly starts: readonly Utf16Offset[];
}

export const lineMap = (text: string): LineMap => ({ length: text.length, starts: paragraphs(text).map(({ start }) => start) });

/** Index of the line that holds an offset; the newline itself belongs to the line it ends. */
export function lineAt({ starts, length }: LineMap, offset: number): number {
  if (!(offset >= 0 && offset <= length)) throw new Error(`offset ${offset} outside a text of ${length}`);
  let from = 0;
  let to = starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((starts[middle] as number) <= offset) from = middle;
    else to = middle;
  }
  return from;
}

export function lineStart(map: LineMap, line: number): Utf16Offset {
  const start = map.starts[line];
  if (start === undefined) throw new Error(`line ${line} of ${map.starts.length}`);
  return start;
}

/** Offset of the newline that ends a line, or the length of the text. */
export const lineEnd = (map: LineMap, line: number): Utf16Offset => utf16((map.starts[line + 1] ?? map.length + 1) - 1);

export const toPosition = (map: LineMap, offset: number): number => offset + 1 + lineAt(map, offset);

/** A position between two paragraphs counts as the start of the second, the document's two ends as the text's. */
export function toOffset(map: LineMap, position: number): Utf16Offset {
  const last = map.length + map.starts.length + 1;
  if (!(position >= 0 && position <= last)) throw new Error(`position ${position} outside a document of ${last}`);
  let from = 0;
  let to = map.starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((map.starts[middle] as number) + middle <= position) from = middle;
    else to = middle;
  }
  const inside = position - from - 1;
  return utf16(Math.min(Math.max(inside, lineStart(map, from)), lineEnd(map, from)));
}
