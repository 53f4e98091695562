import { type Article, unknownSource } from '../../model/article.ts';
import { makeId } from '../../model/id.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { titleOf } from '../../text/segment.ts';

/** UTF-16 code units: two lines of the library at its narrowest. */
const maximumTitle = 120;

/** An Article of a text that comes with nothing else. The same text gets the same id everywhere. `added` is ISO 8601, UTC. */
export function articleFromText(text: string, { file, added }: { readonly file: string | null; readonly added: string }): Article {
  const print = fingerprint(text);
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
