import { type ChosenFile, type FileFailure, maximumChosenBytes, maximumFileBytes } from '../../../shared/bridge.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { hasLoneSurrogate } from '../../../shared/text/offsets.ts';

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
  /** What it is read from, where several can be read at once. */
  readonly blob?: Blob;
}

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

const megabyte = 2 ** 20;

/** Why its bytes are not to be had, for a person. One that is small enough was too much with those that were chosen before it. */
export function refusalOf(source: ImportSource, why: Unreadable): Problem {
  const place = { file: source.name };
  if (why !== 'too-large') return problem(why, place);
  return isTooLarge(source) ? problem('file-too-large', place, { megabytes: maximumFileBytes / megabyte }) : problem('files-too-large', place, { megabytes: maximumChosenBytes / megabyte });
}

export const chosenSource = ({ name, size, bytes, failure = 'read-failed' }: ChosenFile): ImportSource =>
  ({ name, size, isFile: true, read: async () => bytes ?? failure });

/** What programs leave in folders and nobody put there. */
const isLitter = (name: string): boolean => /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i.test(name);

/** The files of a folder, in one order everywhere. */
export const folderSources = (files: readonly File[]): readonly ImportSource[] =>
  files.map((file) => droppedSource(file)).filter(({ name }) => !isLitter(name)).sort((a, b) => (a.name < b.name ? -1 : 1));

/** The bytes of all, or why one cannot be had. Small files are read together: to ask for each costs more than its bytes. */
export async function readAll(sources: readonly ImportSource[]): Promise<readonly (Uint8Array | Unreadable)[]> {
  const blobs = sources.flatMap((source) => (source.blob && !isTooLarge(source) ? source.blob : []));
  if (blobs.length === sources.length) {
    const bytes = await readBlob(new Blob(blobs));
    const size = blobs.reduce((sum, blob) => sum + blob.size, 0);
    if (typeof bytes !== 'string' && bytes.length === size) {
      let at = 0;
      return blobs.map((blob) => bytes.subarray(at, (at += blob.size)));
    }
    // One of them is the reason: by themselves it is found out which.
  }
  return Promise.all(sources.map(async (source) => (isTooLarge(source) ? ('too-large' as const) : source.read())));
}

/** The only failure of a File is that it went away or may not be read: the report says so. */
const readBlob = (blob: Blob): Promise<Uint8Array | FileFailure> => blob.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => 'read-failed' as const);

/** A file that a person dropped or chose; of one in a folder the name leads through it. */
export const droppedSource = (file: File, path: string = file.webkitRelativePath): ImportSource => ({
  name: path === '' ? file.name : path,
  get size() {
    return file.size;
  },
  isFile: true,
  read: () => readBlob(file),
  blob: file,
});

/** `title` stands for the missing file name in what is said about it. */
export function pastedSource(text: string, title: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  // The encoder would write a question mark for half a character, without a word.
  return { name: `${title}.txt`, size: bytes.length, isFile: false, read: async () => (hasLoneSurrogate(text) ? 'text-not-unicode' : bytes) };
}
