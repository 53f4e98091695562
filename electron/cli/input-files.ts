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

/** More than this is no one text for JavaScript, and would be read whole all the same. */
const maximumBytes = 2 ** 29;

async function readNamed(path: string): Promise<NamedBytes> {
  const { size } = await stat(path);
  if (size >= maximumBytes) throw noAccess(path, reasonOf({ code: 'file-too-large', values: { megabytes: maximumBytes / 2 ** 20 } }));
  return { name: basename(path), bytes: await readFile(path) };
}

/** What is read with a file when it lies beside it. */
const companions: readonly (readonly [ending: RegExp, companion: string])[] = [
  [/\.jsonl$/i, '.tagset.json'],
  [/\.json$/i, '.txt'],
];

async function withCompanions(path: string): Promise<Folder> {
  const beside = companions.filter(([ending]) => ending.test(path)).map(([ending, companion]) => path.replace(ending, companion));
  const found = await Promise.all(beside.map((one) => ifThere(() => readNamed(one))));
  return { path: dirname(path), files: [await readNamed(path), ...found.filter((file) => file !== null)], isNamed: true };
}

async function foldersIn(path: string): Promise<readonly Folder[]> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort(byName);
  const files = await Promise.all(entries.filter((entry) => entry.isFile()).map(({ name }) => readNamed(join(path, name))));
  const below: Folder[] = [];
  for (const { name } of entries.filter((entry) => entry.isDirectory())) below.push(...(await foldersIn(join(path, name))));
  return [{ path, files, isNamed: false }, ...below];
}

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
