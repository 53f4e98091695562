import { type Article, unknownSource } from '../../model/article.ts';
import { makeId } from '../../model/id.ts';
import { fingerprint, fingerprintOfUtf8 } from '../../text/fingerprint.ts';
import { titleOf } from '../../text/segment.ts';

/** UTF-16 code units: two lines of the library at its narrowest. */
const maximumTitle = 120;

/** What is told of a text that comes with nothing else. */
interface Told {
  readonly file: string | null;
  /** ISO 8601, UTC. */
  readonly added: string;
  /** The text in UTF-8, where that is there: to write it anew for its fingerprint takes as long as to hash it. */
  readonly utf8?: Uint8Array;
}

/** An Article of a text that comes with nothing else. The same text gets the same id everywhere. */
export function articleFromText(text: string, { file, added, utf8 }: Told): Article {
  const print = utf8 ? fingerprintOfUtf8(utf8) : fingerprint(text);
  // In the order of their names, so that the engine writes the canonical JSON of thousands of them (`isInOrder`).
  return {
    added,
    extra: {},
    fingerprint: print,
    group: null,
    id: makeId('article', print.slice(0, 16)),
    language: 'fa',
    source: { ...unknownSource, file },
    text,
    title: titleOf(text, maximumTitle),
  };
}
