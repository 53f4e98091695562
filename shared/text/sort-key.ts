import { fold } from './persian.ts';

const alphabet = 'ءابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی';
/** Letters in the order of the Persian alphabet, in the private use area: after digits and Latin, as Persian lists have them. */
const places: ReadonlyMap<string, string> = new Map(Array.from(alphabet, (letter, index) => [letter, String.fromCharCode(0xe000 + index)]));

/** UTF-16 code units: enough to tell titles apart. */
const longest = 80;

/**
 * Of two texts, the one that a Persian list has first has the smaller key, compared by code units, as a database does. Spelling
 * variants, punctuation and what is invisible count for nothing.
 */
export const sortKey = (text: string): string =>
  Array.from(fold(text.slice(0, 4 * longest)).text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim(), (letter) => places.get(letter) ?? letter).join('').slice(0, longest);
