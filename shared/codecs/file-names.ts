import { fingerprint } from '../text/fingerprint.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { seenNames } from './seen-names.ts';

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
 * back, except that of an id which is too long for a file name. Of a hundred thousand ids it keeps no words, only which of them and of their names came.
 */
export function fileNames(taken: readonly string[] = []): (id: string) => string {
  const [ids, used] = [seenNames(), seenNames()];
  for (const name of taken) used.add(name);
  /** Whose readable name was another's already: hardly any. */
  const caselessIds = new Set<string>();
  const caselessName = (id: string): string => shortened(caseless(id), id);
  return (id) => {
    const first = shortened(readable(id), id);
    if (ids.add(id)) return caselessIds.has(id) ? caselessName(id) : first;
    if (!reserved.test(first) && !used.add(first.toLowerCase())) return first;
    const name = caselessName(id);
    if (used.add(name)) throw new Error(`two ids are named ${name}, the second one is ${id}`);
    caselessIds.add(id);
    return name;
  };
}
