import { unzipSync } from 'fflate';
import { problem, type Problem } from '../result.ts';
import { type NamedBytes, type Writer } from './codec.ts';
import { deflated } from './deflate.ts';
import { seenNames } from './seen-names.ts';
import { zipDirectory } from './zip-directory.ts';
import { crc32, zipEntries } from './zip-entries.ts';

/**
 * Puts what a Writer writes into `<name>` as an archive, slice by slice. Each file must come whole in one piece. Same files, same bytes.
 * @throws when a file comes in a second piece, or twice.
 */
export function zipped(writer: Writer, name: string): Writer {
  const names = seenNames();
  const entries = zipEntries();
  const entry = ({ name: inside, bytes }: NamedBytes): readonly Uint8Array[] => {
    if (names.add(inside)) throw new Error(`"${inside}" comes twice into ${name}`);
    const packed = deflated(bytes);
    return [entries.header({ name: inside, packed, size: bytes.length, crc: crc32(bytes) }), packed];
  };
  const inArchive = (parts: readonly Uint8Array[]): readonly NamedBytes[] => parts.map((bytes) => ({ name, bytes }));
  return {
    add: (slice) => inArchive(writer.add(slice).flatMap(entry)),
    end: () => inArchive([...writer.end().flatMap(entry), ...entries.directory()]),
  };
}

/** What an archive may hold before it is refused: a small file can unpack to more than any machine has. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of all files when unpacked. */
  readonly bytes: number;
  /** Bytes when unpacked for each byte packed. */
  readonly ratio: number;
}

/** What is made of what is in it takes some twelve times as much memory. */
export const zipLimits: ZipLimits = { entries: 100_000, bytes: 256 * 1024 * 1024, ratio: 1000 };

/** Local file headers and empty archives begin so. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6));

/** Files that programs leave in archives and nobody put there. */
const isLitter = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** As they are, or deflated (APPNOTE 4.4.5): others, which hardly any program writes, would make the unpacker give up all of an archive. */
const isUnpackable = (method: number): boolean => method === 0 || method === 8;

const leadsOutside = (name: string): boolean => /^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(name);

export interface Unpacked {
  /** By their names in the archive. */
  readonly files: readonly NamedBytes[];
  readonly problems: readonly Problem[];
}

/**
 * The files of an archive, in its order, under names in whatever encoding they stand there. Total: a broken one gives `zip-broken`, one over the
 * limits `zip-too-large` before anything is unpacked, a name that leads outside `zip-name-unsafe`, a file with a password `zip-entry-locked`, one that
 * is packed in a way of its own `zip-entry-packed-otherwise`, one that is not what its checksum says `zip-entry-broken`. Files that are not wanted
 * are not unpacked.
 */
export function unzipped({ name, bytes }: NamedBytes, limits: ZipLimits = zipLimits, isWanted: (name: string) => boolean = () => true): Unpacked {
  const problems: Problem[] = [];
  const directory = zipDirectory(bytes);
  /** By the name under which the unpacker knows it, which is one for each line of the directory that it takes. */
  const taken = new Map<string, { readonly inside: string; readonly size: number; readonly crc: number }>();
  let [entries, size, packed] = [0, 0, 0];
  try {
    const found = unzipSync(bytes, {
      filter: (entry) => {
        const line = directory[entries++];
        size += entry.originalSize;
        // A damaged or false header can claim more packed bytes than there are.
        packed = Math.min(packed + entry.size, bytes.length);
        if (entries > limits.entries || size > limits.bytes || size > packed * limits.ratio + 1024 * 1024) throw new TooLarge();
        const inside = line?.name ?? entry.name;
        if (inside.endsWith('/') || isLitter(inside) || !isWanted(inside)) return false;
        const refusal = leadsOutside(inside) ? 'zip-name-unsafe' : taken.has(entry.name) ? 'zip-name-twice'
          : line?.isLocked ? 'zip-entry-locked' : isUnpackable(entry.compression) ? null : 'zip-entry-packed-otherwise';
        if (refusal) {
          problems.push(problem(refusal, { file: name }, { name: inside }));
          return false;
        }
        taken.set(entry.name, { inside, size: entry.originalSize, crc: line?.crc ?? 0 });
        return true;
      },
    });
    const files = [...taken].flatMap(([key, { inside, size: expected, crc }]): readonly NamedBytes[] => {
      const content = Object.hasOwn(found, key) ? found[key] : undefined;
      if (content?.length === expected && crc32(content) === crc) return [{ name: inside, bytes: content }];
      problems.push(problem('zip-entry-broken', { file: name }, { name: inside }));
      return [];
    });
    return { files, problems };
  } catch (error) {
    const code = error instanceof TooLarge ? 'zip-too-large' : 'zip-broken';
    return { files: [], problems: [problem(code, { file: name }, { maximum: Math.round(limits.bytes / (1024 * 1024)), entries: limits.entries })] };
  }
}

class TooLarge extends Error {}

/** Files that belong together: the loose ones, and those of each archive. Names are unique in a group alone. */
export function grouped(files: readonly NamedBytes[]): { readonly groups: readonly (readonly NamedBytes[])[]; readonly problems: readonly Problem[] } {
  const archives = files.filter(({ bytes }) => isZip(bytes)).map((file) => unzipped(file));
  const groups = [files.filter(({ bytes }) => !isZip(bytes)), ...archives.map((one) => one.files)];
  return { groups: groups.filter((group) => group.length > 0), problems: archives.flatMap(({ problems }) => problems) };
}

/** Files with every archive among them replaced by what is in it. */
export function expanded(files: readonly NamedBytes[]): Unpacked {
  const parts = files.map((file) => (isZip(file.bytes) ? unzipped(file) : { files: [file], problems: [] }));
  return { files: parts.flatMap((part) => part.files), problems: parts.flatMap((part) => part.problems) };
}
