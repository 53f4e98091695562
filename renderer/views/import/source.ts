import { type Bridge, type ChosenFile, type ChosenFolder, type FileFailure, maximumChosenBytes, maximumFileBytes } from '../../../shared/bridge.ts';
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
  /** Reads it and others that have the same: to ask for each of many small files costs more than its bytes. */
  readonly readTogether?: ReadTogether;
  /** What `readTogether` reads of a file that the page has. */
  readonly blob?: Blob;
}

/** The bytes of each, or why it has none; `null` when it takes reading them one by one to find out. */
type ReadTogether = (sources: readonly ImportSource[]) => Promise<readonly (Uint8Array | Unreadable)[] | null>;

export const isTooLarge = ({ size }: ImportSource): boolean => size > maximumFileBytes;

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

/** Why its bytes are not to be had, for a person. One that is small enough was too much with those that were chosen before it. */
export function refusalOf(source: ImportSource, why: Unreadable): Problem {
  const place = { file: source.name };
  if (why !== 'too-large') return problem(why, place);
  return isTooLarge(source) ? problem('file-too-large', place, { megabytes: maximumFileBytes / megabyte }) : problem('files-too-large', place, { megabytes: maximumChosenBytes / megabyte });
}

export const chosenSource = ({ name, size, bytes, failure = 'read-failed' }: ChosenFile): ImportSource =>
  ({ name, size, isFile: true, read: async () => bytes ?? failure });

/** The files of a folder, in one order everywhere. */
export function folderSources({ folder, names, sizes }: ChosenFolder, { readFolder }: Pick<Bridge, 'readFolder'>): readonly ImportSource[] {
  const places = new Map<ImportSource, number>();
  const read = async (wanted: readonly number[]) => {
    const { bytes, files } = await readFolder(folder, wanted);
    return parted(bytes, files);
  };
  const readTogether: ReadTogether = async (sources) => {
    const wanted = sources.flatMap((source) => places.get(source) ?? []);
    return sizeOf(sources) > maximumChosenBytes || wanted.length < sources.length ? null : read(wanted);
  };
  const sources = names.map((name, place): ImportSource => {
    const source = { name, size: sizes[place] ?? 0, isFile: true, read: async () => (await read([place]))[0] ?? 'read-failed', readTogether };
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
  if (first?.readTogether && sources.every((source) => source.readTogether === first.readTogether && !isTooLarge(source))) {
    const read = await first.readTogether(sources);
    if (read) return read;
  }
  return Promise.all(sources.map(async (source) => (isTooLarge(source) ? ('too-large' as const) : source.read())));
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
  readTogether: readBlobs,
  blob: file,
});

/** `title` stands for the missing file name in what is said about it. */
export function pastedSource(text: string, title: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  // The encoder would write a question mark for half a character, without a word.
  return { name: `${title}.txt`, size: bytes.length, isFile: false, read: async () => (hasLoneSurrogate(text) ? 'text-not-unicode' : bytes) };
}
