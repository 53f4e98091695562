import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { FileRefusal, ifThere } from './file-failure.ts';

/** Every export says so by this file; a folder without it is somebody's and is never replaced. */
export const exportMark = 'export.json';

/** A folder that comes into being file by file, piece by piece, under a name of its own, and takes its place when it is whole. */
export interface FolderWriter {
  /** Appends to a file inside; its name may lead through folders with `/`. @throws FileRefusal for a name that leads outside. */
  append(name: string, bytes: Uint8Array): Promise<void>;
  /** Flushes everything to the disk and puts the folder in its place; an older export there goes. */
  finish(): Promise<void>;
  /** Leaves nothing behind. */
  cancel(): Promise<void>;
}

/** A name that stays inside: parts of visible characters, none of them hidden or leading up. */
export const isInnerName = (name: string): boolean =>
  name.length <= 300 && name.split('/').every((part) => /^[^\\/:*?"<>|\p{Cc}]+$/u.test(part) && !part.startsWith('.') && !/[. ]$/.test(part));

/** May an export stand at this place? Where nothing is, an empty folder, or an older export. */
export async function mayStandAt(path: string): Promise<boolean> {
  const there = await ifThere(() => readdir(path));
  return there === null || there.length === 0 || there.includes(exportMark);
}

/** @throws FileRefusal `not-an-export` when something else stands at the place. */
export async function writeFolder(path: string): Promise<FolderWriter> {
  if (!(await mayStandAt(path))) throw new FileRefusal('not-an-export', `${basename(path)} holds something else`);
  const waiting = besideOf(path, 'tmp');
  await mkdir(waiting);
  const files = new Map<string, FileHandle>();

  async function handleOf(name: string): Promise<FileHandle> {
    const there = files.get(name);
    if (there) return there;
    if (!isInnerName(name)) throw new FileRefusal('write-failed', `the name "${name}" is none for a file of an export`);
    const inside = join(waiting, ...name.split('/'));
    await mkdir(dirname(inside), { recursive: true });
    const made = await open(inside, 'wx');
    files.set(name, made);
    return made;
  }

  async function closeAll(): Promise<void> {
    const handles = [...files.values()];
    files.clear();
    for (const file of handles) await file.close();
  }

  async function cancel(): Promise<void> {
    await closeAll();
    await rm(waiting, { recursive: true, force: true });
  }

  return {
    append: async (name, bytes) => void (await (await handleOf(name)).writeFile(bytes)),
    cancel,
    async finish() {
      try {
        for (const file of files.values()) await file.sync();
        await closeAll();
        for (const folder of await foldersIn(waiting)) await syncFolder(folder);
        await takePlace(waiting, path);
      } catch (error) {
        await cancel();
        throw error;
      }
    },
  };
}

/** Short, since a name of a person's choice may already be as long as the file system allows. */
const besideOf = (path: string, kind: 'tmp' | 'old'): string =>
  join(dirname(path), `.${[...basename(path)].slice(0, 20).join('')}.${randomBytes(6).toString('hex')}.${kind}`);

async function foldersIn(folder: string): Promise<readonly string[]> {
  const inside = await readdir(folder, { withFileTypes: true });
  const deeper = await Promise.all(inside.filter((one) => one.isDirectory()).map((one) => foldersIn(join(folder, one.name))));
  return [folder, ...deeper.flat()];
}

/** A folder cannot be replaced in one step: the older one steps aside first, and comes back if the new one cannot take its place. */
async function takePlace(waiting: string, path: string): Promise<void> {
  if (!(await mayStandAt(path))) throw new FileRefusal('not-an-export', `${basename(path)} holds something else`);
  const aside = besideOf(path, 'old');
  const hadOlder = (await ifThere(() => rename(path, aside).then(() => true))) ?? false;
  try {
    await rename(waiting, path);
  } catch (error) {
    if (hadOlder) await rename(aside, path);
    throw error;
  }
  await syncFolder(dirname(path));
  if (hadOlder) await rm(aside, { recursive: true, force: true });
}
