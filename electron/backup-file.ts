import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { createGunzip, gunzipSync, constants, gzip } from 'node:zlib';
import { z } from 'zod';
import { backupReasons, type BackupReason, type Counts, type KeptRelease, type ProjectInfo } from '../shared/bridge.ts';
import { syncFolder } from './atomic-write.ts';
import { FileRefusal } from './file-failure.ts';
import { type ReadableFile } from './journal-line.ts';
import { countsSchema } from './journal-segments.ts';
import { parseJson } from './parse-json.ts';
import { releaseSchema } from './releases.ts';
import { projectIdSchema } from './settings.ts';

/**
 * A backup is one file that needs no program of ours to be read: `gunzip` gives a line of JSON that says what it is, one with what lies beside
 * the Journal, and then the Journal as it stood.
 */
export interface BackupHead {
  readonly naql: 'backup';
  readonly project: ProjectInfo;
  /** ISO 8601, UTC. */
  readonly made: string;
  readonly reason: BackupReason;
  /** Lines of the Journal. */
  readonly sequence: number;
  readonly counts: Counts | null;
}

export interface Beside {
  readonly secret: string | null;
  readonly releases: readonly KeptRelease[];
}

/** The Journal as far as it stood when the backup was begun, file by file: what is appended later does not alter it. */
export interface JournalExtent {
  readonly parts: readonly { readonly path: string; readonly bytes: number }[];
}

export const backupExtension = '.naql-backup.gz';

const count = z.number().int().nonnegative();
const headSchema = z.object({
  naql: z.literal('backup'),
  project: z.object({ id: projectIdSchema, name: z.string().min(1).max(200), created: z.string().min(1).max(40) }),
  made: z.string().min(1).max(40),
  reason: z.enum(backupReasons),
  sequence: count,
  counts: countsSchema.nullable(),
}) satisfies z.ZodType<BackupHead>;
const besideSchema = z.object({ secret: z.string().regex(/^[0-9a-f]{64}$/).nullable(), releases: z.array(releaseSchema) }) satisfies z.ZodType<Beside>;

const packed = promisify<Buffer, Buffer>(gzip);
const chunkBytes = 1024 * 1024;
/** A packed head with the longest name is smaller; more of the file would be unpacked for nothing, each time that backups are listed. */
const headBytes = 4 * 1024;

/** Writes it under another name, flushes it, gives it its place, and reads it again to its end. @throws if it does not say the same. */
export async function writeBackup(path: string, head: BackupHead, beside: Beside, { parts }: JournalExtent, limit: UnpackedLimit = usualLimit): Promise<void> {
  const waiting = join(dirname(path), `.${basename(path)}.tmp`);
  const written = createHash('sha256');
  try {
    const file = await open(waiting, 'w');
    // Each piece is a whole member of its own: any gunzip reads them one after another, and the head can be read alone.
    const put = async (piece: Buffer): Promise<void> => {
      written.update(piece);
      await file.writeFile(await packed(piece));
    };
    try {
      await put(Buffer.from(`${JSON.stringify(head)}\n`));
      await put(Buffer.from(`${JSON.stringify(beside)}\n`));
      for (const part of parts) for await (const piece of piecesOf(part)) await put(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    const again = createHash('sha256');
    for await (const piece of contents(waiting, limit)) again.update(piece);
    if (again.digest('hex') !== written.digest('hex')) throw new FileRefusal('write-failed', 'the backup does not read as it was written');
    await rename(waiting, path);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** @throws FileRefusal where the file is shorter than it is known to be. */
async function* piecesOf({ path, bytes }: JournalExtent['parts'][number]): AsyncGenerator<Buffer> {
  const source = await open(path, 'r');
  try {
    for (let position = 0; position < bytes; ) {
      const { buffer, bytesRead } = await source.read(Buffer.allocUnsafe(chunkBytes), 0, Math.min(chunkBytes, bytes - position), position);
      if (bytesRead === 0) throw new FileRefusal('read-failed', `the journal ends at ${position}, not at ${bytes}`);
      yield buffer.subarray(0, bytesRead);
      position += bytesRead;
    }
  } finally {
    await source.close();
  }
}

/** The first line of a backup, or null when it is none of ours. */
export const headIn = (line: string): BackupHead | null => headSchema.safeParse(parseJson(line)).data ?? null;

/** What a backup says of itself, or null when it is none. */
export async function readHead(path: string): Promise<BackupHead | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const text = gunzipped(buffer.subarray(0, bytesRead))?.toString('utf8');
    return headIn(text?.slice(0, text.indexOf('\n')) ?? '');
  } finally {
    await file.close();
  }
}

/** As much as there is of it; null when it is nothing that was packed. */
function gunzipped(start: Buffer): Buffer | null {
  try {
    return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * chunkBytes });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}

/**
 * How much a backup may unpack to: any up to `bytes`, a larger one up to so many `times` its own size. Lines of a Journal carry hashes and get about ten
 * times smaller; a file made to fill the disk gets a thousand times.
 */
export interface UnpackedLimit {
  readonly bytes: number;
  readonly times: number;
}

export const usualLimit: UnpackedLimit = { bytes: 4 * 1024 * 1024 * 1024, times: 50 };

/** The bytes that were packed. @throws FileRefusal where the file is damaged, or unpacks to more than it may. */
async function* contents(path: string, limit: UnpackedLimit): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  const mostBytes = Math.max(limit.bytes, limit.times * (await file.stat()).size);
  const unpack = createGunzip();
  const source = file.createReadStream({ highWaterMark: chunkBytes });
  source.on('error', (error) => unpack.destroy(error));
  source.pipe(unpack);
  let bytes = 0;
  try {
    for await (const piece of unpack as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostBytes) throw new FileRefusal('too-large', `more than ${mostBytes} bytes`);
      yield piece;
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    throw new FileRefusal('read-failed', `the backup is damaged: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    source.destroy();
    await file.close();
  }
}

export interface OpenBackup {
  readonly head: BackupHead;
  readonly beside: Beside;
  /** The bytes of the Journal. */
  readonly journal: AsyncGenerator<Buffer>;
}

/** @throws FileRefusal when it is no backup of ours, or damaged at its beginning. */
export async function openBackup(path: string, limit: UnpackedLimit = usualLimit): Promise<OpenBackup> {
  const pieces = contents(path, limit);
  let text = Buffer.alloc(0);
  const line = async (): Promise<string> => {
    for (;;) {
      const end = text.indexOf('\n');
      if (end !== -1) {
        const found = text.toString('utf8', 0, end);
        text = text.subarray(end + 1);
        return found;
      }
      const next = await pieces.next();
      if (next.done) throw new FileRefusal('read-failed', 'this is no backup of a project');
      text = Buffer.concat([text, next.value]);
      if (text.length > 256 * chunkBytes) throw new FileRefusal('read-failed', 'this is no backup of a project');
    }
  };
  const head = headIn(await line());
  const beside = head && besideSchema.safeParse(parseJson(await line())).data;
  if (!head || !beside) throw new FileRefusal('read-failed', 'this is no backup of a project');
  const rest = text;
  return {
    head,
    beside,
    journal: (async function* () {
      if (rest.length > 0) yield rest;
      yield* pieces;
    })(),
  };
}

/** A file handle that the reader of Journal lines can read from, over bytes that come one after another. */
export function asFile(pieces: AsyncGenerator<Buffer>): ReadableFile {
  let left = Buffer.alloc(0);
  const read = async (buffer: Buffer, offset: number, length: number) => {
    while (left.length === 0) {
      const next = await pieces.next();
      if (next.done) return { bytesRead: 0, buffer };
      left = Buffer.from(next.value);
    }
    const bytesRead = left.copy(buffer, offset, 0, length);
    left = left.subarray(bytesRead);
    return { bytesRead, buffer };
  };
  return { read };
}
