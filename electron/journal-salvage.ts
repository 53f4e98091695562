import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type JournalLine } from '../shared/bridge.ts';
import { moveAside } from './keep-aside.ts';
import { decodeLine, decodeWithin, linesFrom, type ReadableFile } from './journal-line.ts';

/**
 * What lies behind a damaged line of a Journal. It was cut off with the damage and waits, in a file of its own beside the Journal, until
 * the page has taken in what is whole of it; then it is kept as damaged, like every other tail.
 */
export interface Salvage {
  /** The first line that was damaged, counted from 1: its Entry's sequence. */
  readonly line: number;
  readonly path: string;
}

/** Beginning of the names of files that wait; the number of the damaged line follows. */
export const unreadStem = (line: number): string => `journal-unread-${line}`;
const unreadName = /^journal-unread-(\d+)-\d+\.ndjson$/;

/** The one with the lowest line. */
export async function waitingSalvage(folder: string): Promise<Salvage | null> {
  const waiting = (await readdir(folder)).flatMap((name) => {
    const line = unreadName.exec(name)?.[1];
    return line === undefined ? [] : [{ line: Number(line), path: join(folder, name) }];
  });
  return waiting.sort((a, b) => a.line - b.line)[0] ?? null;
}

/** Records that are whole, from a byte offset on, each later than the one before. */
export async function* soundLines(file: ReadableFile, start: number): AsyncGenerator<JournalLine> {
  let last = 0;
  for await (const { bytes } of linesFrom(file, start, 'rest')) {
    const line = decodeLine(bytes);
    for (const one of line ? [line] : decodeWithin(bytes)) {
      if (one.entry.sequence <= last) continue;
      last = one.entry.sequence;
      yield one;
    }
  }
}

/** Lines with sequence > `after`, at most `limit` of them and about `bytes`. */
export async function readSalvage({ path }: Salvage, after: number, limit: number, bytes: number): Promise<readonly JournalLine[]> {
  const file = await open(path, 'r');
  try {
    const lines: JournalLine[] = [];
    let taken = 0;
    for await (const line of soundLines(file, 0)) {
      if (line.entry.sequence <= after) continue;
      lines.push(line);
      taken += JSON.stringify(line).length;
      if (lines.length === limit || taken >= bytes) break;
    }
    return lines;
  } finally {
    await file.close();
  }
}

export async function countSalvage({ path }: Salvage): Promise<number> {
  const file = await open(path, 'r');
  try {
    let count = 0;
    for await (const { entry } of soundLines(file, 0)) count += entry.sequence > 0 ? 1 : 0;
    return count;
  } finally {
    await file.close();
  }
}

export const finishSalvage = (folder: string, { path }: Salvage): Promise<void> => moveAside(folder, path, 'journal-damaged', '.ndjson');
