import { type Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { failureOf, ifThere, isSystemError } from '../file-failure.ts';
import { noAccess } from './command-failure.ts';
import { reasonOf } from './problem-text.ts';

/** Files that lie in one folder and are read together. */
export interface Folder {
  /** As the person wrote it: what a place in a report begins with. Empty for the standard input. */
  readonly path: string;
  readonly files: readonly NamedBytes[];
  /** Names of those that are larger than what is read whole. */
  readonly tooLarge: readonly string[];
  /** Was each file asked for by name? What else lies in a folder may be anything. */
  readonly isNamed: boolean;
}

/** The files that a path means: a file with what belongs to it, or all files of a folder and the folders in it, in one order everywhere. */
export async function filesAt(path: string): Promise<readonly Folder[]> {
  return reading(path, async () => ((await stat(path)).isDirectory() ? foldersIn(path) : [await withCompanions(path)]));
}

async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw noAccess(error.path ?? path, reasonOf({ code: failureOf(error, 'read'), values: {} }));
  }
}

/** Bytes of a file that is read whole: what is made of it takes many times as much. */
export const wholeBytes = 512 * 1024 * 1024;

/** Parts those that may be read whole from those that may not. */
async function readThose(paths: readonly string[]): Promise<Pick<Folder, 'files' | 'tooLarge'>> {
  const files: NamedBytes[] = [];
  const tooLarge: string[] = [];
  for (const path of paths) {
    if ((await stat(path)).size > wholeBytes) tooLarge.push(basename(path));
    else files.push(await readNamed(path));
  }
  return { files, tooLarge };
}

const readNamed = async (path: string): Promise<NamedBytes> => ({ name: basename(path), bytes: await readFile(path) });

/** What is read with a file when it lies beside it. */
const companions: readonly (readonly [ending: RegExp, companion: string])[] = [
  [/\.jsonl$/i, '.tagset.json'],
  [/\.json$/i, '.txt'],
];

async function withCompanions(path: string): Promise<Folder> {
  const beside = companions.filter(([ending]) => ending.test(path)).map(([ending, companion]) => path.replace(ending, companion));
  const found = await Promise.all(beside.map((one) => ifThere(() => readNamed(one))));
  const { files, tooLarge } = await readThose([path]);
  return { path: dirname(path), files: [...files, ...(tooLarge.length > 0 ? [] : found.filter((file) => file !== null))], tooLarge, isNamed: true };
}

async function foldersIn(path: string): Promise<readonly Folder[]> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort(byName);
  const read = await readThose(entries.filter((entry) => entry.isFile()).map(({ name }) => join(path, name)));
  const below: Folder[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) below.push(...(await foldersIn(join(path, name))));
  return [{ path, ...read, isNamed: false }, ...below];
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
