import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalLine } from '../shared/bridge.ts';
import { shapeOf } from '../shared/exchange/entry-now.ts';
import { syncFolder } from './atomic-write.ts';
import { type JournalExtent } from './backup-file.ts';
import { attempt, FileRefusal, hasErrorCode, isSystemError } from './file-failure.ts';
import { decodeLine, encodeProven, linesFrom, provenLine, type ProvenLine } from './journal-line.ts';
import {
  type Extent, type JournalEnd, type JournalFile, linesPerMark, mark, noLines, type OpenFile, scan, type Segment, segmentAt, type Unsealed, withFile,
} from './journal-scan.ts';
import { hashOf, segmentName, writeSeal } from './journal-segments.ts';
import { cutTail } from './journal-tail.ts';

export interface JournalOptions {
  readonly openFile?: OpenFile;
  /** A head of so many bytes is closed before the next line, and a new one begun. */
  readonly segmentBytes?: number;
}

/** One project's record of truth on disk: lines with sequences 1, 2, 3 … */
export interface Journal {
  readonly end: JournalEnd;
  /** `storedVersion` of the last line's records, 1 where there is none. */
  readonly shape: number;
  /** All whole lines, file by file; they never change, whatever is appended behind them. */
  readonly parts: JournalExtent['parts'];
  /** Bytes of a damaged tail that were kept aside when the Journal was opened. */
  readonly setAsideBytes: number;
  /** The line, counted from 1, that the tail began with; `null` when the Journal was whole. */
  readonly damagedLine: number | null;
  /** Closed segments whose lines had to be read when it was opened, since no seal told where they end. */
  readonly segmentsRead: number;
  /** Lines with sequence > `after`: at least one if there is any, at most `limit`, and about `pageBytes` of them. */
  read(after: number, limit: number): Promise<readonly JournalLine[]>;
  /** All lines or none; the answer, the sequence of the last one, is given when they are on the disk. */
  append(lines: readonly (JournalLine | ProvenLine)[]): Promise<number>;
  close(): Promise<void>;
}

/** What one page carries to the renderer at most, unless a single line is larger. */
export const pageBytes = 16 * 1024 * 1024;
/** An import of the largest file makes one line of about twice its size. */
const maximumAppendBytes = 256 * 1024 * 1024;
/** Some thousand lines of work: read in a moment, and few files after years. */
const usualSegmentBytes = 4 * 1024 * 1024;

/**
 * Opens or creates the Journal in a folder. A tail that is not whole is kept in a file of its own, then cut off; where whole lines lie
 * in it, behind the damage, the file waits for the page to take them in (`journal-salvage.ts`).
 */
export async function openJournal(folder: string, { openFile = open, segmentBytes = usualSegmentBytes }: JournalOptions = {}): Promise<Journal> {
  const { reached, segments, tail, unsealed } = await scan(folder, openFile);
  const setAsideBytes = tail.reduce((sum, { from, to }) => sum + to - from, 0);
  await cutTail(folder, tail, reached.end.sequence + 1, openFile);
  const last = segments.at(-1);
  const head = last ? await openFile(last.path, 'r+') : await begin(folder, 1, openFile);
  if (!last) segments.push(segmentAt(folder, noLines));
  return new OpenJournal({ folder, openFile, segmentBytes, segments, head, reached, setAsideBytes, unsealed });
}

/** A new file, whose name outlives a power cut; nothing is left where that cannot be promised. */
async function begin(folder: string, first: number, openFile: OpenFile): Promise<JournalFile> {
  const path = join(folder, segmentName(first));
  const file = await openFile(path, 'wx+');
  try {
    await syncFolder(folder);
    return file;
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}

interface Opened {
  readonly folder: string;
  readonly openFile: OpenFile;
  readonly segmentBytes: number;
  readonly segments: Segment[];
  readonly head: JournalFile;
  readonly reached: Extent;
  readonly setAsideBytes: number;
  readonly unsealed: readonly Unsealed[];
}

class OpenJournal implements Journal {
  readonly setAsideBytes: number;
  readonly damagedLine: number | null;
  readonly segmentsRead: number;
  readonly #folder: string;
  readonly #openFile: OpenFile;
  readonly #segmentBytes: number;
  readonly #segments: Segment[];
  #file: JournalFile;
  #reached: Extent;
  /** Bytes of a failed append may still lie behind the head's `length`. */
  #isTailDirty = false;
  #turn: Promise<unknown> = Promise.resolve();
  #sealing: Promise<unknown> = Promise.resolve();

  constructor({ folder, openFile, segmentBytes, segments, head, reached, setAsideBytes, unsealed }: Opened) {
    [this.#folder, this.#openFile, this.#segmentBytes, this.#segments] = [folder, openFile, segmentBytes, segments];
    [this.#file, this.#reached] = [head, reached];
    this.setAsideBytes = setAsideBytes;
    this.damagedLine = setAsideBytes > 0 ? reached.end.sequence + 1 : null;
    this.segmentsRead = unsealed.length;
    for (const one of unsealed) if (one.segment !== this.#head) this.#seal(one);
  }

  get end(): JournalEnd {
    return this.#reached.end;
  }

  get shape(): number {
    return this.#reached.shape;
  }

  get parts(): JournalExtent['parts'] {
    return this.#segments.map(({ path, length }) => ({ path, bytes: length }));
  }

  get #head(): Segment {
    const head = this.#segments.at(-1);
    if (!head) throw new Error('a journal without a file');
    return head;
  }

  async read(after: number, limit: number): Promise<readonly JournalLine[]> {
    const lines: JournalLine[] = [];
    const { sequence: last } = this.end;
    const segment = this.#segments.findLast(({ first }) => first <= after + 1);
    if (after >= last || !segment) return lines;
    const following = this.#segments[this.#segments.indexOf(segment) + 1];
    const lastHere = following ? following.first - 1 : last;
    const place = Math.min(Math.floor((after + 1 - segment.first) / linesPerMark), segment.marks.length - 1);
    let [sequence, offset, bytesTaken] = [segment.first - 1 + place * linesPerMark, segment.marks[place] ?? 0, 0];
    await withFile(segment.path, this.#openFile, async (file) => {
      for await (const { bytes, next } of linesFrom(file, offset)) {
        sequence += 1;
        mark(segment, sequence, offset);
        offset = next;
        if (sequence <= after) continue;
        const line = decodeLine(bytes);
        if (line?.entry.sequence !== sequence) throw new FileRefusal('read-failed', `journal line ${sequence} has changed since it was opened`);
        lines.push(line);
        bytesTaken += bytes.length;
        if (lines.length === limit || sequence === lastHere || bytesTaken >= pageBytes) return;
      }
    });
    return lines;
  }

  append(lines: readonly (JournalLine | ProvenLine)[]): Promise<number> {
    const mine = this.#turn.then(() => this.#appendNow(lines.map((line) => ('entry' in line ? provenLine(line) : line))));
    this.#turn = Promise.allSettled([mine]);
    return mine;
  }

  async close(): Promise<void> {
    await this.#turn;
    await this.#sealing;
    await this.#file.close();
  }

  async #appendNow(lines: readonly ProvenLine[]): Promise<number> {
    const newEnd = lines.reduce(follow, this.end);
    const encoded = lines.map(encodeProven);
    const bytes = Buffer.concat(encoded);
    if (bytes.length > maximumAppendBytes) throw new FileRefusal('too-large', `${bytes.length} bytes in one append`);
    if (this.#isTailDirty) await this.#cutBack();
    await this.#refuseForeignBytes();
    if (this.#head.length >= this.#segmentBytes && lines.length > 0) await this.#rollOver();
    const head = this.#head;
    try {
      this.#isTailDirty = true;
      await writeWhole(this.#file, bytes, head.length);
      await this.#file.datasync();
      this.#isTailDirty = false;
    } catch (error) {
      // If this fails as well, the next append begins with it: `isTailDirty` still says so.
      await Promise.allSettled([this.#cutBack()]);
      throw error;
    }
    for (const [index, one] of encoded.entries()) {
      mark(head, this.end.sequence + 1 + index, head.length);
      head.length += one.length;
    }
    this.#reached = { end: newEnd, shape: shapeOf(lines.at(-1)?.rest ?? { shape: this.shape }) };
    return this.end.sequence;
  }

  /**
   * A new head is begun, and the old one is never written to again. Where the system refuses a new file the old head goes on: it only grows
   * larger. Its seal is written beside the work; without one its lines are read at the next start.
   */
  async #rollOver(): Promise<void> {
    const extent = this.#reached;
    let file: JournalFile;
    try {
      file = await begin(this.#folder, extent.end.sequence + 1, this.#openFile);
    } catch (error) {
      if (hasErrorCode(error, 'EEXIST')) throw new FileRefusal('changed-elsewhere', `another program has begun the segment of line ${extent.end.sequence + 1}`);
      if (isSystemError(error)) return;
      throw error;
    }
    const [closed, closedFile] = [this.#head, this.#file];
    this.#segments.push(segmentAt(this.#folder, extent));
    this.#file = file;
    await closedFile.close();
    this.#seal({ segment: closed, extent });
  }

  #seal({ segment, extent: { end, shape } }: Unsealed): void {
    const { first, previous, path, length: bytes } = segment;
    const { counts } = end;
    if (!counts) return;
    const work = async () => {
      const sha256 = await withFile(path, this.#openFile, (file) => hashOf(file, bytes));
      await writeSeal(this.#folder, { first, previous, last: end.sequence, head: end.head, counts, shape, bytes, sha256 });
    };
    // One that cannot be written costs time at the next start and nothing else.
    this.#sealing = this.#sealing.then(() => attempt('write', work));
  }

  async #cutBack(): Promise<void> {
    await this.#file.truncate(this.#head.length);
    this.#isTailDirty = false;
  }

  /**
   * The lock on the profile keeps a second writer out on one machine, not on a folder that two machines share: whoever comes second
   * must see that, and never write over the other's lines.
   */
  async #refuseForeignBytes(): Promise<void> {
    const { size } = await this.#file.stat();
    const { length } = this.#head;
    if (size !== length) throw new FileRefusal('changed-elsewhere', `the journal has ${size} bytes, not ${length}: another program has written to it`);
  }
}

/** @throws FileRefusal if the line does not continue the chain: what it says was done on top of another state. */
function follow(end: JournalEnd, { sequence, previous, hash, rest: { counts } }: ProvenLine): JournalEnd {
  if (sequence !== end.sequence + 1) throw new FileRefusal('write-failed', `entry ${sequence} does not follow entry ${end.sequence}`);
  if (previous !== end.head) throw new FileRefusal('write-failed', `entry ${sequence} follows ${previous}, the journal ends with ${end.head}`);
  return { sequence, head: hash, counts };
}

async function writeWhole(file: JournalFile, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}
