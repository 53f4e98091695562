import { randomUUID } from 'node:crypto';
import { readFileSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ChosenFolder, type FileFailure, type FolderPart, maximumChosenBytes, maximumFileBytes, type Outcome } from '../shared/bridge.ts';
import { attempt, FileRefusal } from './file-failure.ts';

/** Folders whose files are read when their turn comes, and large files that are read in parts. The page names files by index, and never a path. */
export interface ChosenFolders {
  /** @throws the system's error, where the folder itself cannot be listed */
  take(path: string): Promise<ChosenFolder>;
  /** @throws if the folder was never taken, or has no such file */
  read(folder: string, files: readonly number[]): Promise<FolderPart>;
  /** Keeps a file that was chosen by itself, as if it were the only one of a folder. */
  hold(path: string, size: number): string;
  /** @throws as `read` does */
  readPart(chosen: string, file: number, start: number, end: number): Promise<Outcome<Uint8Array>>;
}

interface Found {
  readonly name: string;
  readonly size: number;
}

interface Taken {
  readonly root: string;
  readonly found: readonly Found[];
  /** When those were changed last of which parts were read, by index: milliseconds. */
  readonly changed: Map<number, number>;
}

export function chosenFolders(): ChosenFolders {
  const taken = new Map<string, Taken>();
  const keep = (path: string, found: readonly Found[]): string => {
    const chosen = randomUUID();
    taken.set(chosen, { root: dirname(path), found, changed: new Map() });
    return chosen;
  };
  const known = (chosen: string): Taken => {
    const one = taken.get(chosen);
    if (!one) throw new Error(`${chosen} was not chosen`);
    return one;
  };
  const fileOf = ({ found }: Taken, index: number): Found => {
    const file = found[index];
    if (!file) throw new Error(`the choice has ${found.length} files, and none at ${index}`);
    return file;
  };
  return {
    async take(path) {
      const found = await filesIn(path, basename(path), diskAtPace());
      return { folder: keep(path, found), names: found.map(({ name }) => name), sizes: found.map(({ size }) => size) };
    },
    async read(folder, files) {
      const of = known(folder);
      return together(of.root, files.map((index) => fileOf(of, index)), diskAtPace());
    },
    hold: (path, size) => keep(path, [{ name: basename(path), size }]),
    async readPart(chosen, index, start, end) {
      const of = known(chosen);
      const { name, size } = fileOf(of, index);
      return attempt('read', async () => {
        const file = await open(join(of.root, name));
        try {
          const now = await file.stat();
          // A file that is looked through and then read has to be the same both times.
          if (now.size !== size || now.mtimeMs !== (of.changed.get(index) ?? now.mtimeMs)) throw new FileRefusal('changed-meanwhile', `${now.size} bytes of ${size}`);
          of.changed.set(index, now.mtimeMs);
          return await partOf(file, start, Math.min(end, size));
        } finally {
          await file.close();
        }
      });
    },
  };
}

/** Of its own memory, which goes to the page as it is. */
async function partOf(file: FileHandle, start: number, end: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(0, end - start));
  for (let at = 0; at < bytes.length; ) {
    const { bytesRead } = await file.read(bytes, at, bytes.length - at, start + at);
    if (bytesRead === 0) throw new FileRefusal('changed-meanwhile', `it ends at ${start + at}`);
    at += bytesRead;
  }
  return bytes;
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
