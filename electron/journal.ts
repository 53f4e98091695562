import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type Counts, type JournalLine } from '../shared/bridge.ts';
import { shapeOf } from '../shared/exchange/entry-now.ts';
import { genesis } from '../shared/exchange/log.ts';
import { syncFolder } from './atomic-write.ts';
import { nativeEntryHash } from './entry-hash.ts';
import { FileRefusal, hasErrorCode } from './file-failure.ts';
import { decodeLine, encodeLine, linesFrom } from './journal-line.ts';
import { soundLines, unreadStem } from './journal-salvage.ts';
import { fillNumbered } from './keep-aside.ts';

/** The part of a file handle that a Journal uses; tests put a full disk behind it. */
export type JournalFile = Pick<FileHandle, 'read' | 'write' | 'datasync' | 'truncate' | 'stat' | 'close'>;
export type OpenFile = (path: string, flags: 'r+' | 'wx+') => Promise<JournalFile>;

/** Where a Journal ends. */
export interface JournalEnd {
  /** Sequence of the last line; 0 when there is none. */
  readonly sequence: number;
  /** `entryHash` of the last line's Entry, or `genesis`. */
  readonly head: string;
  readonly counts: Counts | null;
}

/** One project's record of truth on disk: lines with sequences 1, 2, 3 … */
export interface Journal {
  readonly end: JournalEnd;
  /** `storedVersion` of the last line's records, 1 where there is none. */
  readonly shape: number;
  /** Bytes of all whole lines; they never change, whatever is appended behind them. */
  readonly bytes: number;
  /** Bytes of a damaged tail that were kept aside when the Journal was opened. */
  readonly setAsideBytes: number;
  /** The line, counted from 1, that the tail began with; `null` when the Journal was whole. */
  readonly damagedLine: number | null;
  /** Lines with sequence > `after`: at least one if there is any, at most `limit`, and about `pageBytes` of them. */
  read(after: number, limit: number): Promise<readonly JournalLine[]>;
  /** All lines or none; the answer, the sequence of the last one, is given when they are on the disk. */
  append(lines: readonly JournalLine[]): Promise<number>;
  close(): Promise<void>;
}

export const journalName = 'journal.ndjson';

/** Every so many lines the byte offset of one is remembered, so that a page is found without reading what is before it. */
const linesPerMark = 64;
const chunkBytes = 1024 * 1024;
/** What one page carries to the renderer at most, unless a single line is larger. */
export const pageBytes = 16 * 1024 * 1024;
/** An import of the largest file makes one line of about twice its size. */
const maximumAppendBytes = 256 * 1024 * 1024;

const empty: JournalEnd = { sequence: 0, head: genesis, counts: null };

/**
 * Opens or creates the Journal in a folder. A tail that is not whole is kept in a file of its own, then cut off; where whole lines lie
 * in it, behind the damage, the file waits for the page to take them in (`journal-salvage.ts`).
 */
export async function openJournal(folder: string, openFile: OpenFile = open): Promise<Journal> {
  const file = await openOrCreate(folder, openFile);
  try {
    const { end, shape, length, marks } = await scan(file);
    const setAsideBytes = (await file.stat()).size - length;
    if (setAsideBytes > 0) await cutTail(folder, file, length, end.sequence + 1);
    return journalOn(file, end, shape, length, marks, setAsideBytes);
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function openOrCreate(folder: string, openFile: OpenFile): Promise<JournalFile> {
  const path = join(folder, journalName);
  try {
    return await openFile(path, 'r+');
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
  }
  const file = await openFile(path, 'wx+');
  await syncFolder(folder);
  return file;
}

interface Scanned {
  readonly end: JournalEnd;
  readonly shape: number;
  /** Bytes of all whole lines. */
  readonly length: number;
  /** Byte offsets of the lines 1, 1 + linesPerMark, … */
  readonly marks: number[];
}

/** Reads up to the first line that is torn, damaged or out of sequence. */
async function scan(file: JournalFile): Promise<Scanned> {
  const marks: number[] = [];
  let last: JournalLine | null = null;
  let [length, sequence] = [0, 0];
  for await (const { bytes, next } of linesFrom(file, 0)) {
    const line = decodeLine(bytes);
    if (line?.entry.sequence !== sequence + 1) break;
    if (sequence % linesPerMark === 0) marks.push(length);
    [last, length, sequence] = [line, next, sequence + 1];
  }
  return { end: last ? endAt(last) : empty, shape: shapeOf(last ?? {}), length, marks };
}

const endAt = ({ entry, counts }: JournalLine): JournalEnd => ({ sequence: entry.sequence, head: nativeEntryHash(entry), counts });

async function cutTail(folder: string, file: JournalFile, length: number, line: number): Promise<void> {
  const { done: isHopeless } = await soundLines(file, length).next();
  await fillNumbered(folder, isHopeless ? 'journal-damaged' : unreadStem(line), '.ndjson', async (copy) => {
    for (let position = length; ; ) {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position);
      if (bytesRead === 0) return;
      await copy.writeFile(buffer.subarray(0, bytesRead));
      position += bytesRead;
    }
  });
  await file.truncate(length);
  await file.datasync();
}

function journalOn(file: JournalFile, first: JournalEnd, firstShape: number, firstLength: number, marks: number[], setAsideBytes: number): Journal {
  let end = first;
  let shape = firstShape;
  let length = firstLength;
  /** Bytes of a failed append may still lie behind `length`. */
  let tailIsDirty = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function read(after: number, limit: number): Promise<readonly JournalLine[]> {
    const lines: JournalLine[] = [];
    const { sequence: last } = end;
    const mark = Math.floor(after / linesPerMark);
    const start = marks[mark];
    if (after >= last || start === undefined) return lines;
    let [sequence, bytesTaken] = [mark * linesPerMark, 0];
    for await (const { bytes } of linesFrom(file, start)) {
      sequence += 1;
      if (sequence <= after) continue;
      const line = decodeLine(bytes);
      if (!line) throw new FileRefusal('read-failed', `journal line ${sequence} has changed since it was opened`);
      lines.push(line);
      bytesTaken += bytes.length;
      if (lines.length === limit || sequence === last || bytesTaken >= pageBytes) break;
    }
    return lines;
  }

  async function cutBack(): Promise<void> {
    await file.truncate(length);
    tailIsDirty = false;
  }

  /**
   * The lock on the profile keeps a second writer out on one machine, not on a folder that two machines share: whoever comes second
   * must see that, and never write over the other's lines.
   */
  async function refuseForeignBytes(): Promise<void> {
    const { size } = await file.stat();
    if (size !== length) throw new FileRefusal('changed-elsewhere', `the journal has ${size} bytes, not ${length}: another program has written to it`);
  }

  async function appendNow(lines: readonly JournalLine[]): Promise<number> {
    const newEnd = lines.reduce(follow, end);
    const encoded = lines.map(encodeLine);
    const bytes = Buffer.concat(encoded);
    if (bytes.length > maximumAppendBytes) throw new FileRefusal('too-large', `${bytes.length} bytes in one append`);
    if (tailIsDirty) await cutBack();
    await refuseForeignBytes();
    try {
      tailIsDirty = true;
      await writeWhole(file, bytes, length);
      await file.datasync();
      tailIsDirty = false;
    } catch (error) {
      // If this fails as well, the next append begins with it: `tailIsDirty` still says so.
      await Promise.allSettled([cutBack()]);
      throw error;
    }
    for (const [index, one] of encoded.entries()) {
      if ((end.sequence + index) % linesPerMark === 0) marks.push(length);
      length += one.length;
    }
    end = newEnd;
    shape = shapeOf(lines.at(-1) ?? { shape });
    return end.sequence;
  }

  function append(lines: readonly JournalLine[]): Promise<number> {
    const mine = turn.then(() => appendNow(lines));
    turn = Promise.allSettled([mine]);
    return mine;
  }

  return {
    get end() {
      return end;
    },
    get shape() {
      return shape;
    },
    get bytes() {
      return length;
    },
    setAsideBytes,
    damagedLine: setAsideBytes > 0 ? first.sequence + 1 : null,
    read,
    append,
    close: async () => {
      await turn;
      await file.close();
    },
  };
}

/** @throws FileRefusal if the line does not continue the chain: what it says was done on top of another state. */
function follow(end: JournalEnd, line: JournalLine): JournalEnd {
  const { sequence, previous } = line.entry;
  if (sequence !== end.sequence + 1) throw new FileRefusal('write-failed', `entry ${sequence} does not follow entry ${end.sequence}`);
  if (previous !== end.head) throw new FileRefusal('write-failed', `entry ${sequence} follows ${previous}, the journal ends with ${end.head}`);
  return endAt(line);
}

async function writeWhole(file: JournalFile, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
