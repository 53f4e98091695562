import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { hasErrorCode } from './file-failure.ts';

/** Runs `make` with `<stem>-1<extension>`, `<stem>-2…` until the name is free. `make` must fail with EEXIST, never overwrite. */
async function withFreeName<T>(folder: string, stem: string, extension: string, make: (path: string) => Promise<T>): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await make(join(folder, `${stem}-${number}${extension}`));
    } catch (error) {
      if (!hasErrorCode(error, 'EEXIST')) throw error;
    }
  }
}

/** Fills a new numbered file beside the others, flushed to the disk; nothing is left of it when that fails. */
export async function fillNumbered(
  folder: string,
  stem: string,
  extension: string,
  fill: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const { path, file } = await withFreeName(folder, stem, extension, async (free) => ({ path: free, file: await open(free, 'wx') }));
  try {
    await fill(file);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await syncFolder(folder);
}

/** Keeps a copy of an unreadable file as `<name>-damaged-<n>` before it is written anew. */
export async function keepDamagedCopy(path: string): Promise<void> {
  const extension = extname(path);
  const stem = `${basename(path, extension)}-damaged`;
  await withFreeName(dirname(path), stem, extension, (copy) => copyFile(path, copy, constants.COPYFILE_EXCL));
}

/** Moves a file beside the others of its kind, under the next free number. */
export async function moveAside(folder: string, path: string, stem: string, extension: string): Promise<void> {
  await withFreeName(folder, stem, extension, (copy) => copyFile(path, copy, constants.COPYFILE_EXCL));
  await syncFolder(folder);
  await rm(path);
  await syncFolder(folder);
}
