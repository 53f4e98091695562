import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Counts } from '../shared/bridge.ts';
import { writeAtomically } from './atomic-write.ts';
import { attempt } from './file-failure.ts';
import { type ReadableFile } from './journal-line.ts';
import { parseJson } from './parse-json.ts';

/**
 * A Journal is one chain of lines in several files: `journal.ndjson` begins with the first, each later one is named by the sequence of its
 * first line. Only the last one, the head, is ever written to. `cat journal.ndjson journal-0*.ndjson` is the whole chain.
 */
export const journalName = 'journal.ndjson';
const laterName = /^journal-(\d{10})\.ndjson$/;

export const segmentName = (first: number): string => (first === 1 ? journalName : `journal-${String(first).padStart(10, '0')}.ndjson`);

export interface SegmentName {
  readonly name: string;
  /** Sequence of its first line. */
  readonly first: number;
}

/** The files of the Journal in this folder, in order; whether they fit together is for the reader to see. */
export async function segmentsIn(folder: string): Promise<readonly SegmentName[]> {
  const found = (await readdir(folder)).flatMap((name) => {
    if (name === journalName) return [{ name, first: 1 }];
    const digits = laterName.exec(name)?.[1];
    return digits === undefined ? [] : [{ name, first: Number(digits) }];
  });
  return found.sort((a, b) => a.first - b.first);
}

/** What a closed segment was when it was closed: as long as its bytes are these, nobody has to read its lines to know where it ends. */
export interface Seal {
  readonly first: number;
  /** Hash of the Entry before its first one. */
  readonly previous: string;
  /** Sequence and hash of its last Entry. */
  readonly last: number;
  readonly head: string;
  readonly counts: Counts;
  /** `storedVersion` of the last line's records. */
  readonly shape: number;
  readonly bytes: number;
  readonly sha256: string;
}

const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const countsSchema = z.looseObject({
  articles: count, annotators: count, entities: count, sets: count, annotations: count, relations: count, events: count.exactOptional(),
}) satisfies z.ZodType<Counts>;
const sealSchema = z.object({ first: count, previous: hash, last: count, head: hash, counts: countsSchema, shape: count, bytes: count, sha256: hash }) satisfies z.ZodType<Seal>;

const sealPath = (folder: string, first: number): string => join(folder, segmentName(first).replace(/\.ndjson$/, '.seal.json'));

export const writeSeal = (folder: string, seal: Seal): Promise<void> => writeAtomically(sealPath(folder, seal.first), `${JSON.stringify(seal)}\n`);

/** The seal of a segment whose bytes are still what they were; null where there is none, or none that holds: its lines tell then. */
export async function soundSeal(folder: string, first: number): Promise<Seal | null> {
  const read = await attempt('read', () => readFile(sealPath(folder, first), 'utf8'));
  const seal = !read.ok ? null : (sealSchema.safeParse(parseJson(read.value)).data ?? null);
  return seal?.first === first && (await stat(join(folder, segmentName(first)))).size === seal.bytes ? seal : null;
}

const chunkBytes = 1024 * 1024;

/** SHA-256 of the first bytes of a file, 64 hexadecimal digits. */
export async function hashOf(file: ReadableFile, bytes: number): Promise<string> {
  const sum = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(1, bytes)));
  for (let position = 0; position < bytes; ) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, bytes - position), position);
    if (bytesRead === 0) break;
    sum.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
  return sum.digest('hex');
}
