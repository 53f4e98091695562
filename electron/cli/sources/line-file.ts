import { type FileHandle, open } from 'node:fs/promises';

/** One line of a file by its place: offset and length in bytes, without the line end. */
export interface LineAt {
  readonly start: number;
  readonly length: number;
}

type Line = LineAt & { readonly bytes: Buffer };

/** A file of lines, read line by line or here and there; never as a whole. */
export interface LineFile {
  /** From the first to the last; a last one without a line end, too. Of one with more bytes than are wanted there is nothing in `bytes`. */
  readonly lines: (mostBytes?: number) => AsyncGenerator<Line>;
  /**
   * Those lines in the order given, each with a line end; neighbours are read together. The bytes are good until lines are asked for again:
   * a buffer for each question would be garbage that the engine leaves lying about.
   */
  readonly at: (places: readonly LineAt[]) => Promise<Buffer>;
  /** Whole lines from so many places as make about this many bytes together, evenly from all over the file; the first line is among them. */
  readonly sample: (bytes: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

const chunkBytes = 1024 * 1024;
const lineFeed = 0x0a;

export async function openLines(path: string): Promise<LineFile> {
  const file = await open(path, 'r');
  return { lines: (mostBytes = Infinity) => linesOf(file, mostBytes), at: linesOfPlaces(file), sample: (bytes) => sampled(file, bytes), close: () => file.close() };
}

async function* linesOf(file: FileHandle, mostBytes: number): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let start = 0;
  // One for all chunks: what outlives its chunk is copied.
  const buffer = Buffer.allocUnsafe(chunkBytes);
  const lineTo = (end: number, last: Buffer): Line => {
    const length = end - start;
    return { start, length, bytes: length > mostBytes ? Buffer.alloc(0) : Buffer.concat([...pieces, last]) };
  };
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
    const chunk = buffer.subarray(0, bytesRead);
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, from)) {
      yield lineTo(position + end, chunk.subarray(from, end));
      from = end + 1;
      start = position + from;
      pieces = [];
    }
    position += bytesRead;
    if (position - start > mostBytes) pieces = [];
    else pieces.push(Buffer.from(chunk.subarray(from)));
    if (bytesRead === 0) {
      if (position > start) yield lineTo(position, Buffer.alloc(0));
      return;
    }
  }
}

function linesOfPlaces(file: FileHandle): LineFile['at'] {
  let buffer = Buffer.allocUnsafe(chunkBytes);
  return async (places) => {
    const wanted = places.reduce((sum, { length }) => sum + length + 1, 0);
    if (buffer.length < wanted) buffer = Buffer.allocUnsafe(2 * wanted);
    let filled = 0;
    for (let from = 0; from < places.length; ) {
      const run = neighbours(places, from);
      const [first, last] = [places[from], places[run - 1]];
      if (!first || !last) break;
      const end = filled + last.start + last.length - first.start;
      await readWhole(file, buffer.subarray(filled, end), first.start);
      // The last line of a file may have no end of its own.
      buffer[end] = lineFeed;
      filled = end + 1;
      from = run;
    }
    return buffer.subarray(0, filled);
  };
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

const samples = 16;

async function sampled(file: FileHandle, bytes: number): Promise<Buffer> {
  const { size } = await file.stat();
  if (size <= bytes) return wholeLines(file, 0, size);
  const pieces: Buffer[] = [];
  const each = Math.floor(bytes / samples);
  for (let number = 0; number < samples; number++) pieces.push(await wholeLines(file, Math.floor((number * (size - each)) / (samples - 1)), each));
  return Buffer.concat(pieces);
}

/** The lines that lie whole in these bytes; the last one of a file needs no line end. */
async function wholeLines(file: FileHandle, start: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  const { bytesRead } = await file.read(buffer, 0, length, start);
  const there = buffer.subarray(0, bytesRead);
  const from = start === 0 ? 0 : there.indexOf(lineFeed) + 1;
  const isEnd = start + bytesRead === (await file.stat()).size;
  const to = isEnd ? bytesRead : there.lastIndexOf(lineFeed) + 1;
  return start > 0 && from === 0 ? Buffer.alloc(0) : there.subarray(from, Math.max(from, to));
}
