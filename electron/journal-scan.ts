import { type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type Counts, type JournalLine } from '../shared/bridge.ts';
import { shapeOf } from '../shared/exchange/entry-now.ts';
import { genesis } from '../shared/exchange/log.ts';
import { overBadBlocks } from './bad-blocks.ts';
import { nativeEntryHash } from './entry-hash.ts';
import { decodeLine, linesFrom } from './journal-line.ts';
import { hashOf, segmentName, segmentsIn, soundSeal } from './journal-segments.ts';

/** The part of a file handle that a Journal uses; tests put a full disk behind it. */
export type JournalFile = Pick<FileHandle, 'read' | 'write' | 'datasync' | 'truncate' | 'stat' | 'close'>;
export type OpenFile = (path: string, flags: 'r' | 'r+' | 'wx+') => Promise<JournalFile>;

/** Where a Journal ends. */
export interface JournalEnd {
  /** Sequence of the last line; 0 when there is none. */
  readonly sequence: number;
  /** `entryHash` of the last line's Entry, or `genesis`. */
  readonly head: string;
  readonly counts: Counts | null;
}

/** Every so many lines the byte offset of one is remembered, so that a page is found without reading what is before it. */
export const linesPerMark = 64;

/** One file of the Journal. */
export interface Segment {
  /** Sequence of its first line. */
  readonly first: number;
  readonly path: string;
  /** Hash of the Entry before it. */
  readonly previous: string;
  /** Bytes of all its whole lines. */
  length: number;
  /** Byte offsets of its lines 1, 1 + linesPerMark, … as far as they were met. */
  readonly marks: number[];
}

/** Where a segment, and with it the Journal up to here, ends. */
export interface Extent {
  readonly end: JournalEnd;
  readonly shape: number;
}

export const noLines: Extent = { end: { sequence: 0, head: genesis, counts: null }, shape: 1 };

export const segmentAt = (folder: string, { end }: Extent): Segment => {
  const first = end.sequence + 1;
  return { first, path: join(folder, segmentName(first)), previous: end.head, length: 0, marks: [] };
};

/** Bytes of a file that do not belong to the chain, with all that follows. */
export interface TailPart {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

interface Scanned {
  readonly reached: Extent;
  readonly segments: Segment[];
  readonly tail: readonly TailPart[];
  /** Closed segments that have no sound seal, and where each ends. */
  readonly unsealed: readonly Unsealed[];
}

export interface Unsealed {
  readonly segment: Segment;
  readonly extent: Extent;
}

/** Reads up to the first line that is torn, damaged, refused by the disk or out of sequence; of closed segments only the bytes, as long as they are what they were. */
export async function scan(folder: string, openFile: OpenFile): Promise<Scanned> {
  const names = await segmentsIn(folder);
  let reached = noLines;
  const segments: Segment[] = [];
  const unsealed: Unsealed[] = [];
  for (const [index, { name, first }] of names.entries()) {
    if (first !== reached.end.sequence + 1) return { reached, segments, unsealed, tail: await wholeFiles(folder, names.slice(index), openFile) };
    const isHead = index === names.length - 1;
    const file = await openFile(join(folder, name), 'r');
    try {
      const segment = segmentAt(folder, reached);
      const sealed = isHead ? null : await sealedExtent(folder, segment, file);
      const found = sealed ?? (await readLines(segment, reached, file));
      const { size } = await file.stat();
      if (segment.length > 0 || first === 1) segments.push(segment);
      reached = found;
      if (segment.length < size || (segment.length === 0 && first !== 1 && !isHead)) {
        const rest = await wholeFiles(folder, names.slice(index + 1), openFile);
        return { reached, segments, unsealed, tail: [{ path: segment.path, from: segment.length, to: size }, ...rest] };
      }
      if (segment.length === 0 && first !== 1) segments.push(segment);
      if (!sealed && !isHead) unsealed.push({ segment, extent: found });
    } finally {
      await file.close();
    }
  }
  return { reached, segments, unsealed, tail: [] };
}

async function wholeFiles(folder: string, names: readonly { readonly name: string }[], openFile: OpenFile): Promise<readonly TailPart[]> {
  const parts: TailPart[] = [];
  for (const { name } of names) {
    const path = join(folder, name);
    const { size } = await withFile(path, openFile, (file) => file.stat());
    parts.push({ path, from: 0, to: size });
  }
  return parts;
}

/** Where a closed segment ends, by its seal; `null` where none holds, or it follows another Entry. */
async function sealedExtent(folder: string, segment: Segment, file: JournalFile): Promise<Extent | null> {
  const seal = await soundSeal(folder, segment.first);
  if (!seal || seal.previous !== segment.previous || seal.sha256 !== (await hashOf(overBadBlocks(file), seal.bytes))) return null;
  segment.length = seal.bytes;
  segment.marks.push(0);
  return { end: { sequence: seal.last, head: seal.head, counts: seal.counts }, shape: seal.shape };
}

/** Measures a segment by its lines; the answer is where the last whole one leads. */
async function readLines(segment: Segment, before: Extent, file: JournalFile): Promise<Extent> {
  let last: JournalLine | null = null;
  let sequence = before.end.sequence;
  for await (const { bytes, next } of linesFrom(overBadBlocks(file), 0)) {
    const line = decodeLine(bytes);
    if (line?.entry.sequence !== sequence + 1) break;
    if (!last && sequence > 0 && line.entry.previous !== before.end.head) break;
    mark(segment, sequence + 1, segment.length);
    [last, segment.length, sequence] = [line, next, sequence + 1];
  }
  return last ? { end: endAt(last), shape: shapeOf(last) } : before;
}

/** Remembers where a line begins, if it is one of those that are remembered and the next of them. */
export function mark({ first, marks }: Segment, sequence: number, offset: number): void {
  const place = sequence - first;
  if (place % linesPerMark === 0 && marks.length === place / linesPerMark) marks.push(offset);
}

const endAt = ({ entry, counts }: JournalLine): JournalEnd => ({ sequence: entry.sequence, head: nativeEntryHash(entry), counts });

export async function withFile<T>(path: string, openFile: OpenFile, work: (file: JournalFile) => Promise<T>): Promise<T> {
  const file = await openFile(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}
