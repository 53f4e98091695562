import { type Utf16Offset, utf16 } from '../../shared/text/offsets.ts';
import { paragraphs } from '../../shared/text/paragraphs.ts';

/** Paragraphs that the browser leaves out of layout and paint together. */
export const linesPerBlock = 16;

/**
 * Where lines and ProseMirror positions meet. The document has one paragraph per line, in blocks of so many: a position is the offset plus
 * the tokens that open and close those before it, where a newline stands for two of them.
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

export const blockOfLine = (line: number): number => Math.floor(line / linesPerBlock);

/** What a position in a line has over its offset. */
const tokensBefore = (line: number): number => 2 + line + 2 * blockOfLine(line);

export const toPosition = (map: LineMap, offset: number): number => offset + tokensBefore(lineAt(map, offset));

/** Where the previous paragraph has ended, or the document begins. */
function firstPosition(map: LineMap, line: number): number {
  const own = line % linesPerBlock > 0 ? 1 : line > 0 ? 3 : 2;
  return (map.starts[line] as number) + tokensBefore(line) - own;
}

/** A position between two paragraphs counts as the start of the second, the document's two ends as the text's. */
export function toOffset(map: LineMap, position: number): Utf16Offset {
  const last = map.length + tokensBefore(map.starts.length - 1) + 2;
  if (!(position >= 0 && position <= last)) throw new Error(`position ${position} outside a document of ${last}`);
  let from = 0;
  let to = map.starts.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (firstPosition(map, middle) <= position) from = middle;
    else to = middle;
  }
  const inside = position - tokensBefore(from);
  return utf16(Math.min(Math.max(inside, lineStart(map, from)), lineEnd(map, from)));
}
