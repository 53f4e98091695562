import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ChosenFile, maximumChosenBytes, maximumFileBytes } from '../shared/bridge.ts';
import { attempt, FileRefusal } from './file-failure.ts';

/** Reads chosen files one after another. A file too large for the limits is not read, one that cannot be read says why. `hold` keeps one that may be read in parts. */
export async function readChosen(paths: readonly string[], hold: (path: string, size: number) => string): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = [];
  let left = maximumChosenBytes;
  for (const path of paths) {
    const file = await readOne(path, Math.min(maximumFileBytes, left));
    left -= file.bytes?.length ?? 0;
    files.push(file.size > maximumFileBytes && file.failure === 'too-large' ? { ...file, large: hold(path, file.size) } : file);
  }
  return files;
}

async function readOne(path: string, maximumBytes: number): Promise<ChosenFile> {
  const name = basename(path);
  let size = 0;
  const read = await attempt('read', async () => {
    const found = await stat(path);
    size = found.size;
    if (!found.isFile()) throw new FileRefusal('read-failed', 'not a file');
    if (size > maximumBytes) throw new FileRefusal('too-large', `${size} bytes`);
    return new Uint8Array(await readFile(path));
  });
  return read.ok ? { name, size: read.value.length, bytes: read.value } : { name, size, bytes: null, failure: read.failure };
}
