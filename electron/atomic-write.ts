import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface WholeFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

/**
 * Replaces a file so that, whatever happens, the old or the new content is there and never a mixture: a new file in
 * the same folder, flushed to the disk, takes the place of the old one.
 */
export const writeAtomically = (path: string, bytes: Uint8Array | string): Promise<void> => writeTogether([{ path, bytes }]);

/**
 * Writes several files or none: nothing is replaced before all contents are safe on the disk, and the first one, which
 * stands for the others, is replaced last.
 */
export async function writeTogether(files: readonly WholeFile[]): Promise<void> {
  const prepared = files.map((file) => ({ ...file, waiting: waitingPath(file.path) }));
  try {
    for (const { waiting, bytes } of prepared) await writeNew(waiting, bytes);
    for (const { waiting, path } of prepared.toReversed()) await rename(waiting, path);
  } catch (error) {
    await Promise.all(prepared.map(({ waiting }) => rm(waiting, { force: true })));
    throw error;
  }
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) await syncFolder(folder);
}

/** Several files that grow piece by piece under other names, and take their places together or not at all. */
export interface GrowingFiles {
  readonly append: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Flushes all to the disk and replaces what stood there; the file begun first, which stands for the others, is replaced last. Their paths. */
  readonly finish: () => Promise<readonly string[]>;
  readonly cancel: () => Promise<void>;
}

export function growTogether(): GrowingFiles {
  const files = new Map<string, { readonly waiting: string; readonly handle: FileHandle }>();
  const closeAll = async (): Promise<void> => {
    for (const { handle } of files.values()) await handle.close();
  };
  return {
    async append(path, bytes) {
      const there = files.get(path);
      if (there) return there.handle.writeFile(bytes);
      const waiting = waitingPath(path);
      const begun = { waiting, handle: await open(waiting, 'wx') };
      files.set(path, begun);
      await begun.handle.writeFile(bytes);
    },
    async finish() {
      for (const { handle } of files.values()) await handle.sync();
      await closeAll();
      for (const [path, { waiting }] of [...files].toReversed()) await rename(waiting, path);
      for (const folder of new Set([...files.keys()].map((path) => dirname(path)))) await syncFolder(folder);
      return [...files.keys()];
    },
    async cancel() {
      await closeAll();
      for (const { waiting } of files.values()) await rm(waiting, { force: true });
    },
  };
}

/** Short, since a name of a person's choice may already be as long as the file system allows. */
const waitingPath = (path: string): string => join(dirname(path), `.${[...basename(path)].slice(0, 20).join('')}.${randomBytes(6).toString('hex')}.tmp`);

/** As `writeAtomically`; nobody else on this machine can read it, where the system knows such a thing. */
export async function writePrivately(path: string, text: string): Promise<void> {
  const waiting = waitingPath(path);
  try {
    await writeNew(waiting, text, 0o600);
    await rename(waiting, path);
  } catch (error) {
    await rm(waiting, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

async function writeNew(path: string, bytes: Uint8Array | string, mode?: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes created and renamed names in a folder durable. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
