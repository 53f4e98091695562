import { randomBytes } from 'node:crypto';
import { constants, type Dirent } from 'node:fs';
import { link, lstat, mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { maximumFileBytes } from '../shared/bridge.ts';
import { type ListedFile } from '../shared/exchange/folder/look.ts';
import { isLitter, isSharedFolder, sharedName } from '../shared/exchange/folder/names.ts';
import { type DeviceId } from '../shared/model/id.ts';
import { syncFolder } from './atomic-write.ts';
import { FileRefusal, hasErrorCode, ifThere, isSystemError } from './file-failure.ts';
import { sha256 } from './sha256.ts';

/** A folder that several devices share by whatever program: files are put there once, and never altered or taken away. */
export interface SharedFolder {
  /** Everything in it but what file systems keep for themselves; links are told and not followed, and folders that cannot be ours not looked into. */
  list(): Promise<readonly ListedFile[]>;
  /** Of each the bytes; `null` for what is not there, is too large, leads elsewhere, or does not come in time. */
  read(names: readonly string[]): Promise<readonly (Uint8Array | null)[]>;
  /** Puts files there, one after the other, each whole or not at all. Whatever has such a name already stays as it is. Before the first one, what a crash of this device left is cleared away. */
  put(files: readonly FileToPut[]): Promise<void>;
}

export interface FileToPut {
  readonly name: string;
  /** Asked for when its turn comes, and not where the name is taken. */
  readonly bytes: () => Promise<Uint8Array>;
}

interface SharedFolderOptions {
  readonly device: DeviceId;
  /** Milliseconds that one file may take: of those that lie only on a server, reading begins with fetching. */
  readonly patience?: number;
}

const mostFiles = 200_000;
/** Of so many calls that have not come back, no further one is begun: each holds one of the few threads that all files here are read with. */
const mostStuck = 2;

/** @param root as a person chose it */
export function sharedFolderAt(root: string, { device, patience = 20_000 }: SharedFolderOptions): SharedFolder {
  const inTime = patiently(patience);
  /** Such names no program of ours reads, and those that keep folders alike pass over; they are on the same volume, so that a file can take its place in one step. */
  const waitingStart = `~naql-${sha256(device).slice(0, 16)}-`;

  async function list(): Promise<readonly ListedFile[]> {
    const found: ListedFile[] = [];
    const look = async (folder: string): Promise<void> => {
      const inside = await inTime(`list ${folder}`, () => readdir(join(root, folder), { withFileTypes: true }));
      for (const one of inside.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const name = folder === '' ? one.name : `${folder}/${one.name}`;
        if (isLitter(name)) continue;
        if (one.isDirectory() && isSharedFolder(name)) await look(name);
        else found.push(await entryOf(name, one));
        if (found.length > mostFiles) throw new FileRefusal('too-large', `more than ${mostFiles} files`);
      }
    };
    await look('');
    return found;
  }

  async function entryOf(name: string, one: Dirent): Promise<ListedFile> {
    if (one.isSymbolicLink()) return { name, kind: 'link', size: 0 };
    if (one.isDirectory()) return { name, kind: 'folder', size: 0 };
    if (!one.isFile()) return { name, kind: 'other', size: 0 };
    // Gone again since it was listed: it is what has not arrived.
    const size = (await inTime(`size ${name}`, () => ifThere(() => lstat(join(root, name)))))?.size ?? 0;
    return { name, kind: 'file', size };
  }

  async function readOne(name: string): Promise<Uint8Array | null> {
    const path = await placeOf(name, false);
    if (path === null) return null;
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await file.stat();
      return size > maximumFileBytes ? null : new Uint8Array(await file.readFile());
    } finally {
      await file.close();
    }
  }

  async function read(names: readonly string[]): Promise<readonly (Uint8Array | null)[]> {
    const found: (Uint8Array | null)[] = [];
    for (const name of names) found.push(await inTime(`read ${name}`, () => readOne(name)).catch(isNotNow));
    return found;
  }

  /** Where a file is or is to be, every folder on the way a true one; `null` where one is missing and not to be made. */
  async function placeOf(name: string, isMade: boolean): Promise<string | null> {
    if (!sharedName(name)) throw new FileRefusal('write-failed', `"${name}" is no name in a shared folder`);
    const parts = name.split('/');
    let path = await realpath(root);
    for (const part of parts.slice(0, -1)) {
      path = join(path, part);
      let there = await ifThere(() => lstat(path));
      if (!there && !isMade) return null;
      if (!there) {
        await mkdir(path, { recursive: true });
        there = await lstat(path);
      }
      if (!there.isDirectory()) throw new FileRefusal(isMade ? 'write-failed' : 'read-failed', `"${part}" on the way to "${name}" is no folder`);
    }
    return join(path, parts.at(-1) ?? '');
  }

  async function put(files: readonly FileToPut[]): Promise<void> {
    let clear = clearOwnRests;
    for (const { name, bytes } of files) {
      await inTime(`put ${name}`, async () => {
        const path = await placeOf(name, true);
        if (path === null || (await ifThere(() => lstat(path)))) return;
        await clear();
        clear = async () => undefined;
        await putAt(path, await bytes());
      });
    }
  }

  async function putAt(path: string, bytes: Uint8Array): Promise<void> {
    const waiting = join(await realpath(root), `${waitingStart}${randomBytes(6).toString('hex')}.tmp`);
    try {
      const file = await open(waiting, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await takePlace(waiting, path);
    } finally {
      await rm(waiting, { force: true });
    }
    await syncFolder(dirname(path)).catch(ifKnown);
  }

  /** What a crash of this device left; nobody else's. */
  async function clearOwnRests(): Promise<void> {
    for (const name of await readdir(root)) if (name.startsWith(waitingStart)) await rm(join(root, name), { force: true });
  }

  return { list, read, put };
}

/** Shares and sticks on which a name cannot be given to a file that has one, or a folder be flushed. */
const notKnownThere: readonly string[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK', 'EACCES', 'EISDIR', 'EBADF'];
const isNotKnown = (error: unknown): boolean => isSystemError(error) && notKnownThere.includes(error.code);

function ifKnown(error: unknown): void {
  if (!isNotKnown(error)) throw error;
}

/** Under its name the file is whole from the first moment. A second name cannot take anybody's place; where there are none, nobody else writes this name. */
async function takePlace(waiting: string, path: string): Promise<void> {
  try {
    await link(waiting, path);
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return;
    if (!isNotKnown(error)) throw error;
    if (!(await ifThere(() => lstat(path)))) await rename(waiting, path);
  }
}

/** A file that cannot be had now may be had at the next look. */
function isNotNow(error: unknown): null {
  if (isSystemError(error) || error instanceof FileRefusal) return null;
  throw error;
}

/** Each call may take so long. One that does not come back is not begun a second time before it has. */
function patiently(patience: number) {
  const stuck = new Set<string>();
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    if (stuck.has(what) || stuck.size >= mostStuck) throw new FileRefusal('too-slow', what);
    const running = work();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        stuck.add(what);
        const free = (): void => void stuck.delete(what);
        // What it comes to in the end has been told as late already.
        running.then(free, free);
        reject(new FileRefusal('too-slow', what));
      }, patience);
    });
    try {
      return await Promise.race([running, late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
