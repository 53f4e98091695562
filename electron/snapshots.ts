import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type SnapshotHead, type SnapshotPage } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { syncFolder } from './atomic-write.ts';
import { FileRefusal } from './file-failure.ts';
import { linesFrom, type ReadableFile } from './journal-line.ts';
import { parseJson } from './parse-json.ts';
import { type Projects } from './projects.ts';

/**
 * What a project's working copy held at one place of its Journal, so that one that is lost need not be made of every line again. A cache: the Journal
 * alone is the truth, and a snapshot that is damaged or does not fit is passed over. Lines of JSON: what it is, rows, and a hash of all before.
 */
export interface Snapshots {
  /** Under another name, until it is finished; one that was begun before is given up. */
  begin(project: ProjectId, head: SnapshotHead): Promise<void>;
  append(project: ProjectId, rows: string): Promise<void>;
  /** Flushed, given its name, read again and compared; only then older ones go. */
  finish(project: ProjectId): Promise<void>;
  cancel(project: ProjectId): Promise<void>;
  /** The newest one that reads as it was written. */
  newest(project: ProjectId): Promise<SnapshotHead | null>;
  /** Rows from an offset on, about `pageBytes` of them. */
  read(project: ProjectId, sequence: number, offset: number): Promise<SnapshotPage>;
}

/** The newest, and one before it for the day when that is damaged. */
export const keptSnapshots = 2;
const pageBytes = 4 * 1024 * 1024;
const name = /^snapshot-(\d{10})\.ndjson$/;
export const snapshotName = (sequence: number): string => `snapshot-${String(sequence).padStart(10, '0')}.ndjson`;
const unfinished = '.snapshot.tmp';

const whole = z.number().int().nonnegative();
export const snapshotHeadSchema = z.strictObject({
  sequence: whole, hash: z.string().regex(/^[0-9a-f]{64}$/), shape: whole, rows: whole, tables: whole,
}) satisfies z.ZodType<SnapshotHead>;
const firstLine = z.strictObject({ naql: z.literal('snapshot'), ...snapshotHeadSchema.shape });
const lastLine = z.strictObject({ sha256: z.string() });

interface Growing {
  readonly file: FileHandle;
  readonly hash: Hash;
  readonly head: SnapshotHead;
}

export function snapshotsIn(projects: Projects): Snapshots {
  const growing = new Map<ProjectId, Growing>();

  async function cancel(project: ProjectId): Promise<void> {
    const one = growing.get(project);
    growing.delete(project);
    await one?.file.close();
    await rm(join(projects.folderOf(project), unfinished), { force: true });
  }

  async function append(project: ProjectId, text: string): Promise<void> {
    const one = growing.get(project);
    if (!one) throw new FileRefusal('not-found', 'no snapshot was begun');
    one.hash.update(text);
    await one.file.writeFile(text);
  }

  async function sequencesIn(folder: string): Promise<readonly number[]> {
    const found = (await readdir(folder)).flatMap((file) => name.exec(file)?.[1] ?? []);
    return found.map(Number).sort((a, b) => b - a);
  }

  async function finish(project: ProjectId): Promise<void> {
    const one = growing.get(project);
    if (!one) throw new FileRefusal('not-found', 'no snapshot was begun');
    const folder = projects.folderOf(project);
    const path = join(folder, snapshotName(one.head.sequence));
    try {
      await one.file.writeFile(`${JSON.stringify({ sha256: one.hash.digest('hex') })}\n`);
      await one.file.sync();
      await one.file.close();
      growing.delete(project);
      await rename(join(folder, unfinished), path);
      await syncFolder(folder);
    } catch (error) {
      await cancel(project);
      throw error;
    }
    if (!(await soundHead(path))) {
      await rm(path, { force: true });
      throw new FileRefusal('write-failed', 'the snapshot does not read as it was written');
    }
    for (const old of (await sequencesIn(folder)).slice(keptSnapshots)) await rm(join(folder, snapshotName(old)));
  }

  return {
    begin: async (project, head) => {
      await cancel(project);
      const file = await open(join(projects.folderOf(project), unfinished), 'wx');
      growing.set(project, { file, hash: createHash('sha256'), head });
      await append(project, `${JSON.stringify({ naql: 'snapshot', ...head })}\n`);
    },
    append,
    finish,
    cancel,
    newest: async (project) => {
      const folder = projects.folderOf(project);
      for (const sequence of await sequencesIn(folder)) {
        const head = await soundHead(join(folder, snapshotName(sequence)));
        if (head?.sequence === sequence) return head;
      }
      return null;
    },
    read: (project, sequence, offset) => withFile(join(projects.folderOf(project), snapshotName(sequence)), (file) => pageOf(file, offset)),
  };
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r');
  try {
    return await work(file);
  } finally {
    await file.close();
  }
}

/** What a file says it is, if all of it is as it was written; read a line at a time. */
const soundHead = (path: string): Promise<SnapshotHead | null> =>
  withFile(path, async (file) => {
    const hash = createHash('sha256');
    let head: SnapshotHead | null = null;
    let [isFirst, isWhole] = [true, false];
    let waiting: Buffer | null = null;
    for await (const { bytes } of linesFrom(file, 0, 'rest')) {
      if (waiting) hash.update(waiting).update('\n');
      if (isFirst) {
        const found = firstLine.safeParse(parseJson(bytes.toString('utf8'))).data;
        if (!found) return null;
        const { naql: _, ...rest } = found;
        head = rest;
      }
      [isFirst, waiting] = [false, bytes];
    }
    const last = waiting && lastLine.safeParse(parseJson(waiting.toString('utf8'))).data;
    isWhole = last?.sha256 === hash.digest('hex');
    return isWhole ? head : null;
  });

/** Offset 0 is behind the first line. */
async function pageOf(file: ReadableFile, offset: number): Promise<SnapshotPage> {
  const rows: string[] = [];
  let taken = 0;
  let isFirst = offset === 0;
  for await (const { bytes, next } of linesFrom(file, offset)) {
    const text = bytes.toString('utf8');
    if (text.startsWith('{"sha256":')) return { rows, next: null };
    if (isFirst) isFirst = false;
    else {
      rows.push(text);
      taken += bytes.length;
      if (taken >= pageBytes) return { rows, next };
    }
  }
  return { rows, next: null };
}
