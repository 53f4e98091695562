import { type Bridge, type ChosenFile, type ChosenFolder, type FileFailure, maximumChosenBytes, maximumFileBytes } from '../../../shared/bridge.ts';
import { isReadInParts } from '../../../shared/codecs/corpus/large-table.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { hasLoneSurrogate } from '../../../shared/text/offsets.ts';
import { isLitter } from './litter.ts';

/** `text-not-unicode`: words that came without bytes hold half a character, which has none. */
type Unreadable = FileFailure | 'text-not-unicode';

/** Something to take in, wherever it came from. Its bytes are fetched when its turn comes, never all at once. */
export interface ImportSource {
  readonly name: string;
  /** In bytes. Of a file on a disk the page stands still until this is known, for the first time: `weigh` asks for many. */
  readonly size: number;
  /** False for pasted text: the Article must not claim a file as its source. */
  readonly isFile: boolean;
  /** The bytes, or why they cannot be had. Not called for what is larger than `maximumFileBytes`. */
  readonly read: () => Promise<Uint8Array | Unreadable>;
  /** Those from `start` to `end`: of what is larger, where it can be had in parts. */
  readonly readPart?: (start: number, end: number) => Promise<Uint8Array | Unreadable>;
  /** Reads it and others that have the same: to ask for each of many small files costs more than its bytes. */
  readonly readTogether?: ReadTogether;
  /** What `readTogether` reads of a file that the page has. */
  readonly blob?: Blob;
}

/** The bytes of each, or why it has none; `null` when it takes reading them one by one to find out. */
type ReadTogether = (sources: readonly ImportSource[]) => Promise<readonly (Uint8Array | Unreadable)[] | null>;

/** A file that is never read whole. */
const isLarge = ({ size }: ImportSource): boolean => size > maximumFileBytes;

/** One that may be read in parts, by its name. */
export const isLargeTable = (source: ImportSource): boolean => isLarge(source) && source.readPart !== undefined && isReadInParts(source.name);

export const isTooLarge = (source: ImportSource): boolean => isLarge(source) && !isLargeTable(source);

/** Milliseconds for which the page may stand still. */
const moment = 30;

/** Asks for all sizes, a moment at a time; `onWeighed` hears of how many. Stopped, it leaves the rest. */
export async function weigh(sources: readonly ImportSource[], onWeighed: (count: number) => void, signal?: AbortSignal): Promise<void> {
  let began = performance.now();
  for (const [index, source] of sources.entries()) {
    // The browser keeps it from then on.
    void source.size;
    if (performance.now() - began < moment) continue;
    onWeighed(index + 1);
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return;
    began = performance.now();
  }
}

/** In bytes. */
export const sizeOf = (sources: readonly ImportSource[]): number => sources.reduce((sum, { size }) => sum + size, 0);

const megabyte = 2 ** 20;

/** There is another way for each of them. */
const tooLarge = (name: string): string => (/\.zip$/i.test(name) ? 'archive-too-large' : /\.xls[xm]$/i.test(name) ? 'workbook-too-large' : 'file-too-large');

/** Why its bytes are not to be had, for a person. One that is small enough was too much with those that were chosen before it. */
export function refusalOf(source: ImportSource, why: Unreadable): Problem {
  const place = { file: source.name };
  if (why !== 'too-large') return problem(why, place);
  return isLarge(source) ? problem(tooLarge(source.name), place, { megabytes: maximumFileBytes / megabyte }) : problem('files-too-large', place, { megabytes: maximumChosenBytes / megabyte });
}

/** Of what a person chose, a part of a file. */
const partOf = (chosen: string, file: number, { readPart }: Pick<Bridge, 'readPart'>): Required<ImportSource>['readPart'] => async (start, end) => {
  const read = await readPart(chosen, file, start, end);
  return read.ok ? read.value : read.failure;
};

export const chosenSource = ({ name, size, bytes, failure = 'read-failed', large }: ChosenFile, bridge: Pick<Bridge, 'readPart'>): ImportSource =>
  ({ name, size, isFile: true, read: async () => bytes ?? failure, ...(large !== undefined && { readPart: partOf(large, 0, bridge) }) });

/** The files of a folder, in one order everywhere. */
export function folderSources({ folder, names, sizes }: ChosenFolder, bridge: Pick<Bridge, 'readFolder' | 'readPart'>): readonly ImportSource[] {
  const places = new Map<ImportSource, number>();
  const read = async (wanted: readonly number[]) => {
    const { bytes, files } = await bridge.readFolder(folder, wanted);
    return parted(bytes, files);
  };
  const readTogether: ReadTogether = async (sources) => {
    const wanted = sources.flatMap((source) => places.get(source) ?? []);
    return sizeOf(sources) > maximumChosenBytes || wanted.length < sources.length ? null : read(wanted);
  };
  const sources = names.map((name, place): ImportSource => {
    const source = { name, size: sizes[place] ?? 0, isFile: true, read: async () => (await read([place]))[0] ?? 'read-failed', readTogether, readPart: partOf(folder, place, bridge) };
    places.set(source, place);
    return source;
  });
  // The folder itself may have any name.
  return sources.filter(({ name }) => !name.split('/').slice(1).some(isLitter)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What lies one after the other in `bytes`, each as long as `files` has it. */
function parted(bytes: Uint8Array, files: readonly (number | FileFailure)[]): readonly (Uint8Array | FileFailure)[] {
  let at = 0;
  return files.map((size) => (typeof size === 'string' ? size : bytes.subarray(at, (at += size))));
}

/** The bytes of all, or why one cannot be had. */
export async function readAll(sources: readonly ImportSource[]): Promise<readonly (Uint8Array | Unreadable)[]> {
  const [first] = sources;
  if (first?.readTogether && sources.every((source) => source.readTogether === first.readTogether && !isLarge(source))) {
    const read = await first.readTogether(sources);
    if (read) return read;
  }
  return Promise.all(sources.map(async (source) => (isLarge(source) ? ('too-large' as const) : source.read())));
}

const readBlobs: ReadTogether = async (sources) => {
  const blobs = sources.flatMap(({ blob }) => blob ?? []);
  const bytes = await readBlob(new Blob(blobs));
  const sizes = blobs.map(({ size }) => size);
  // Otherwise one of them is the reason.
  return typeof bytes !== 'string' && bytes.length === sizes.reduce((sum, size) => sum + size, 0) ? parted(bytes, sizes) : null;
};

/** The only failure of a File is that it went away or may not be read: the report says so. */
const readBlob = (blob: Blob): Promise<Uint8Array | FileFailure> => blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => 'read-failed' as const);

/** A file that a person dropped or chose; of one in a folder the name leads through it. */
export const droppedSource = (file: File, path: string): ImportSource => ({
  name: path === '' ? file.name : path,
  get size() {
    return file.size;
  },
  isFile: true,
  read: () => readBlob(file),
  readPart: (start, end) => readBlob(file.slice(start, end)),
  readTogether: readBlobs,
  blob: file,
});

/** `title` stands for the missing file name in what is said about it. */
export function pastedSource(text: string, title: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  // The encoder would write a question mark for half a character, without a word.
  return { name: `${title}.txt`, size: bytes.length, isFile: false, read: async () => (hasLoneSurrogate(text) ? 'text-not-unicode' : bytes) };
}
