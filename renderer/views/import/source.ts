import { type ChosenFile, type FileFailure, maximumFileBytes } from '../../../shared/bridge.ts';

/** Something to take in, wherever it came from. Its bytes are fetched when its turn comes, never all at once. */
export interface ImportSource {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** False for pasted text: the Article must not claim a file as its source. */
  readonly isFile: boolean;
  /** The bytes, or why they cannot be had. Not called for what is larger than `maximumFileBytes`. */
  readonly read: () => Promise<Uint8Array | FileFailure>;
}

export const isTooLarge = ({ size }: ImportSource): boolean => size > maximumFileBytes;

export const chosenSource = ({ name, size, bytes, failure = 'read-failed' }: ChosenFile): ImportSource =>
  ({ name, size, isFile: true, read: async () => bytes ?? failure });

/** What programs leave in folders and nobody put there. */
const isLitter = (name: string): boolean => /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX\/.*)$/i.test(name);

/** The files of a folder, in one order everywhere. */
export const folderSources = (files: readonly File[]): readonly ImportSource[] =>
  files.map((file) => droppedSource(file)).filter(({ name }) => !isLitter(name)).sort((a, b) => (a.name < b.name ? -1 : 1));

/** A file that a person dropped or chose; of one in a folder the name leads through it. */
export const droppedSource = (file: File, path: string = file.webkitRelativePath): ImportSource => ({
  name: path === '' ? file.name : path,
  size: file.size,
  isFile: true,
  // The only failure of a File is that it went away or may not be read: the report says so.
  read: () => file.arrayBuffer().then((buffer) => new Uint8Array(buffer), () => 'read-failed' as const),
});

/** `title` stands for the missing file name in what is said about it. */
export function pastedSource(text: string, title: string): ImportSource {
  const bytes = new TextEncoder().encode(text);
  return { name: `${title}.txt`, size: bytes.length, isFile: false, read: async () => bytes };
}
