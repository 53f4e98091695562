import { type Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { isColumns, stemOfLayer, tokensSuffix } from '../../shared/codecs/conll/names.ts';
import { failureOf, ifThere, isSystemError } from '../file-failure.ts';
import { noAccess } from './command-failure.ts';
import { reasonOf } from './problem-text.ts';

/** Files that lie in one folder and are read together. */
export interface Folder {
  /** As the person wrote it: what a place in a report begins with. Empty for the standard input. */
  readonly path: string;
  readonly files: readonly NamedBytes[];
  /** Those for which there was no room: they are not read. */
  readonly tooLarge: readonly TooLarge[];
  /** Was each file asked for by name? What else lies in a folder may be anything. */
  readonly isNamed: boolean;
}

export interface TooLarge {
  readonly name: string;
  /** Infinite where nobody knows how many are still to come. */
  readonly bytes: number;
}

/** The files that a path means: a file with what belongs to it, or all files of a folder and the folders in it, in one order everywhere. */
export async function filesAt(path: string, room: Room): Promise<readonly Folder[]> {
  return reading(path, async () => ((await stat(path)).isDirectory() ? foldersIn(path, room) : [await withCompanions(path, room)]));
}

async function reading<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw noAccess(error.path ?? path, reasonOf({ code: failureOf(error, 'read'), values: {} }));
  }
}

/**
 * Bytes that are read whole, in all files of one command together: what is made of them takes up to sixteen times as much of the memory that
 * the engine has, and a text of more than half a gigabyte is none to it.
 */
export const wholeBytes = Math.min(500 * 2 ** 20, Math.floor(getHeapStatistics().heap_size_limit / 16));

/** How many bytes may still be read whole. */
export interface Room {
  /** False, and nothing taken, where there is not so much left. */
  readonly take: (bytes: number) => boolean;
}

export function roomFor(bytes: number): Room {
  let left = bytes;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
}

/** Parts those that may be read whole from those that may not. */
async function readThose(paths: readonly string[], room: Room, nameOf = basename): Promise<Pick<Folder, 'files' | 'tooLarge'>> {
  const files: NamedBytes[] = [];
  const tooLarge: TooLarge[] = [];
  for (const path of paths) {
    const { size } = await stat(path);
    if (!room.take(size)) tooLarge.push({ name: nameOf(path), bytes: size });
    else files.push({ name: nameOf(path), bytes: await readFile(path) });
  }
  return { files, tooLarge };
}

/** What is read with a file when it lies beside it. */
const companions: readonly (readonly [ending: RegExp, ...others: readonly string[]])[] = [
  [/\.jsonl$/i, '.tagset.json'],
  [/\.json$/i, '.txt'],
  [/\.jsonld$/i, '.articles.jsonl', '.relations.jsonld', '.txt'],
  [/\.(?:ann|a1|a2)$/i, '.txt', '.json', '.a1', '.a2'],
  [/_[0-9a-f]{4,16}\.ann$/, '.txt'],
];

function companionsOf(path: string): readonly string[] {
  const named = companions.filter(([ending]) => ending.test(path)).flatMap(([ending, ...others]) => others.map((one) => path.replace(ending, one)));
  return [...named, ...(isColumns(path) ? [`${stemOfLayer(path)}${tokensSuffix}`] : [])].filter((one) => one !== path);
}

async function withCompanions(path: string, room: Room): Promise<Folder> {
  const beside = companionsOf(path);
  const found = await Promise.all(beside.map((one) => ifThere(() => stat(one))));
  const main = await readThose([path], room);
  if (main.files.length === 0) return { path: dirname(path), ...main, isNamed: true };
  const others = await readThose(beside.filter((_, index) => found[index]?.isFile()), room);
  return { path: dirname(path), files: [...main.files, ...others.files], tooLarge: others.tooLarge, isNamed: true };
}

async function foldersIn(path: string, room: Room): Promise<readonly Folder[]> {
  const { files, folders } = await entriesOf(path);
  const halves = new Set(inHalves.filter((pair) => pair.every((name) => folders.includes(name))).flat());
  const own = files.map((name) => join(path, name));
  const deeper: string[] = [];
  for (const name of folders) {
    if (!halves.has(name)) {
      deeper.push(join(path, name));
      continue;
    }
    const half = await entriesOf(join(path, name));
    own.push(...half.files.map((one) => join(path, name, one)));
    deeper.push(...half.folders.map((one) => join(path, name, one)));
  }
  const read = await readThose(own, room, (file) => relative(path, file).split(sep).join('/'));
  const below: Folder[] = [];
  for (const one of deeper) below.push(...(await foldersIn(one, room)));
  return [{ path, ...read, isNamed: false }, ...below];
}

/** Names of what lies in a folder, but for what is hidden, in one order everywhere. */
async function entriesOf(path: string): Promise<{ readonly files: readonly string[]; readonly folders: readonly string[] }> {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort(byName);
  const names = (kind: 'isFile' | 'isDirectory'): readonly string[] => entries.filter((entry) => entry[kind]()).map(({ name }) => name);
  return { files: names('isFile'), folders: names('isDirectory') };
}

/** Two folders of which each has a part of what is read together: docs/formats/polnear.md, docs/formats/hugging-face.md. */
const inHalves: readonly (readonly [string, string])[] = [
  ['attributions', 'text'], ['data', 'bio'], ['data', 'judgements'], ['data', 'soft'], ['data', 'majority'],
];

const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
