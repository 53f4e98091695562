import { randomUUID } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ChosenFolder, type FileFailure, type FolderPart, maximumChosenBytes, maximumFileBytes } from '../shared/bridge.ts';
import { attempt, FileRefusal } from './file-failure.ts';

/** Folders whose files are read when their turn comes. The page names files by index, and never a path. */
export interface ChosenFolders {
  /** @throws the system's error, where the folder itself cannot be listed */
  take(path: string): Promise<ChosenFolder>;
  /** @throws if the folder was never taken, or has no such file */
  read(folder: string, files: readonly number[]): Promise<FolderPart>;
}

interface Found {
  readonly name: string;
  readonly size: number;
}

export function chosenFolders(): ChosenFolders {
  const taken = new Map<string, { readonly root: string; readonly found: readonly Found[] }>();
  return {
    async take(path) {
      const found = await filesIn(path, basename(path), diskAtPace());
      const folder = randomUUID();
      taken.set(folder, { root: dirname(path), found });
      return { folder, names: found.map(({ name }) => name), sizes: found.map(({ size }) => size) };
    },
    async read(folder, files) {
      const known = taken.get(folder);
      if (!known) throw new Error(`folder ${folder} was not chosen`);
      const wanted = files.map((index) => {
        const file = known.found[index];
        if (!file) throw new Error(`folder ${folder} has ${known.found.length} files, and none at ${index}`);
        return file;
      });
      return together(known.root, wanted, diskAtPace());
    },
  };
}

/**
 * The files in a folder and, deeper, in its folders. A link is followed to a file and not to a folder, which may be one that it lies in. What cannot be
 * looked into stands among the files: reading it says why.
 */
async function filesIn(path: string, name: string, disk: Disk): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const inner = { path: join(path, entry.name), name: `${name}/${entry.name}` };
    if (entry.isDirectory()) {
      const deeper = await attempt('read', () => filesIn(inner.path, inner.name, disk));
      if (deeper.ok) for (const one of deeper.value) found.push(one);
      else found.push({ name: inner.name, size: 0 });
    } else if (entry.isFile() || entry.isSymbolicLink()) {
      const known = await attempt('read', () => disk.stat(inner.path));
      if (!known.ok || !known.value.isDirectory()) found.push({ name: inner.name, size: known.ok ? known.value.size : 0 });
    }
  }
  return found;
}

/** The bytes of all, one after the other. What is too large by itself, or with those before it, is not read. */
async function together(root: string, wanted: readonly Found[], disk: Disk): Promise<FolderPart> {
  const pieces: Buffer[] = [];
  const files: (number | FileFailure)[] = [];
  let left = maximumChosenBytes;
  const refuseLarge = (size: number): void => {
    if (size > Math.min(maximumFileBytes, left)) throw new FileRefusal('too-large', `${size} bytes`);
  };
  for (const { name, size } of wanted) {
    const read = await attempt('read', async () => {
      refuseLarge(size);
      const bytes = await disk.read(join(root, name));
      // It may have grown since.
      refuseLarge(bytes.length);
      return bytes;
    });
    if (read.ok) {
      pieces.push(read.value);
      left -= read.value.length;
    }
    files.push(read.ok ? read.value.length : read.failure);
  }
  // Of its own memory: a small Buffer shares that of others, which would go along to the page.
  return { bytes: new Uint8Array(Buffer.concat(pieces)), files };
}

interface Disk {
  stat(path: string): Promise<Stats>;
  read(path: string): Promise<Buffer>;
}

/** Milliseconds that others in this process wait for at most, where the disk is quick. */
const moment = 8;
/** Milliseconds from which on it is not. */
const slow = 20;

/** What a quick disk is asked without letting go of the thread costs a tenth of asking and being told (measured); a slow one is waited for. */
function diskAtPace(): Disk {
  let isQuick = false;
  let began = performance.now();
  const ask = async <T>(atOnce: () => T, waiting: () => Promise<T>): Promise<T> => {
    if (performance.now() - began > moment) {
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    }
    const asked = performance.now();
    try {
      return isQuick ? atOnce() : await waiting();
    } finally {
      isQuick = performance.now() - asked < slow;
    }
  };
  return { stat: (path) => ask(() => statSync(path), () => stat(path)), read: (path) => ask(() => readFileSync(path), () => readFile(path)) };
}
