import { type FileHandle, open } from 'node:fs/promises';

/** One line of a file by its place: offset and length in bytes, without the line end. */
export interface LineAt {
  readonly start: number;
  readonly length: number;
}

/** A file of lines, read line by line or here and there; never as a whole. */
export interface LineFile {
  /** From the first to the last; a last one without a line end, too. */
  readonly lines: () => AsyncGenerator<LineAt & { readonly bytes: Buffer }>;
  /** Those lines, in the order given. Neighbours are read together. */
  readonly at: (places: readonly LineAt[]) => Promise<readonly Buffer[]>;
  readonly close: () => Promise<void>;
}

const chunkBytes = 1024 * 1024;
const lineFeed = 0x0a;

export async function openLines(path: string): Promise<LineFile> {
  const file = await open(path, 'r');
  return { lines: () => linesOf(file), at: (places) => linesAt(file, places), close: () => file.close() };
}

async function* linesOf(file: FileHandle): AsyncGenerator<LineAt & { readonly bytes: Buffer }> {
  let pieces: Buffer[] = [];
  let start = 0;
  // One for all chunks: what outlives its chunk is copied.
  const buffer = Buffer.allocUnsafe(chunkBytes);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      const bytes = Buffer.concat([...pieces, chunk.subarray(from, end)]);
      yield { start, length: bytes.length, bytes };
      from = end + 1;
      start = position + from;
      pieces = [];
    }
    pieces.push(Buffer.from(chunk.subarray(from)));
    position += bytesRead;
    if (bytesRead === 0) break;
  }
  const last = Buffer.concat(pieces);
  if (last.length > 0) yield { start, length: last.length, bytes: last };
}

async function linesAt(file: FileHandle, places: readonly LineAt[]): Promise<readonly Buffer[]> {
  const found: Buffer[] = [];
  for (let from = 0; from < places.length; ) {
    const run = neighbours(places, from);
    const [first, last] = [places[from], places[run - 1]];
    if (!first || !last) break;
    const bytes = Buffer.allocUnsafe(last.start + last.length - first.start);
    await readWhole(file, bytes, first.start);
    for (const { start, length } of places.slice(from, run)) found.push(bytes.subarray(start - first.start, start - first.start + length));
    from = run;
  }
  return found;
}

/** Index behind the lines that follow one another in the file from `from` on. */
function neighbours(places: readonly LineAt[], from: number): number {
  let to = from + 1;
  for (let [before, here] = [places[from], places[to]]; before && here && here.start === before.start + before.length + 1; here = places[to]) {
    before = here;
    to++;
  }
  return to;
}

async function readWhole(file: FileHandle, into: Buffer, position: number): Promise<void> {
  for (let done = 0; done < into.length; ) {
    const { bytesRead } = await file.read(into, done, into.length - done, position + done);
    if (bytesRead === 0) throw new Error(`the file ended at ${position + done}, where ${into.length - done} bytes were still to come`);
    done += bytesRead;
  }
}
