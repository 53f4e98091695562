import { type Article, unknownSource } from '../../model/article.ts';
import { makeId } from '../../model/id.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { titleOf } from '../../text/segment.ts';

/** UTF-16 code units: two lines of the library at its narrowest. */
const maximumTitle = 120;

/** An Article of a text that comes with nothing else. The same text gets the same id everywhere. `added` is ISO 8601, UTC. */
export function articleFromText(text: string, { file, added }: { readonly file: string | null; readonly added: string }): Article {
  const print = fingerprint(text);
  return {
    id: makeId('article', print.slice(0, 16)),
    title: titleOf(text, maximumTitle),
    text,
    fingerprint: print,
    language: 'fa',
    group: null,
    source: { ...unknownSource, file },
    added,
    extra: {},
  };
}
