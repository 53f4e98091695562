import { fingerprint } from '../text/fingerprint.ts';
import { encodeUtf8 } from '../text/utf8.ts';

/** Characters of a name, so that with folder and extension it fits every file system. */
const longest = 100;

/** Devices of Windows, which are no file names whatever extension follows. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const hex = (character: string): string => Array.from(encodeUtf8(character), (byte) => `_${byte.toString(16).padStart(2, '0')}`).join('');

/** Latin letters, digits and `-` stay, all else becomes `_` and two hexadecimal digits for each of its UTF-8 bytes. */
const readable = (id: string): string => id.replace(/[^A-Za-z0-9-]/gu, hex);

/** The same without letters that another letter case could take for each other. */
const caseless = (id: string): string => id.replace(/[^0-9-]/gu, hex);

/** `__` stands in no written name, so a shortened one is nobody else's. */
const shortened = (name: string, id: string): string =>
  name.length <= longest ? name : `${name.slice(0, longest - 18)}__${fingerprint(id).slice(0, 16)}`;

/**
 * A name for each id: ASCII, unique where letter case does not count either, the same for the same ids in the same order. It can be read
 * back, except that of an id which is too long for a file name.
 */
export function fileNames(taken: readonly string[] = []): (id: string) => string {
  const names = new Map<string, string>();
  const used = new Set(taken);
  return (id) => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const first = shortened(readable(id), id);
    const isFree = !used.has(first.toLowerCase()) && !reserved.test(first);
    const name = isFree ? first : shortened(caseless(id), id);
    if (!isFree && used.has(name)) throw new Error(`two ids are named ${name}, the second one is ${id}`);
    used.add(name.toLowerCase());
    names.set(id, name);
    return name;
  };
}
