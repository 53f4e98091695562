import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { withSetNames } from '../codecs/fields-of-sets.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type Dataset } from '../model/dataset.ts';
import { type AnnotatorId, makeId, type SetId } from '../model/id.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { type ExportOptions } from './export-options.ts';

/** No id of anybody: it is empty. */
const everybody = '' as AnnotatorId;

/** Digits of a pseudonym, when that tells all people apart. */
const shortest = 4;

/**
 * What each person is called in a release: the first digits of HMAC-SHA-256(secret, release and id), as many as it takes to
 * tell all apart; merged, that of nobody for all. Machines keep their names: which program it was is part of what a dataset says.
 * @throws when the secret is too short to keep anything secret.
 */
export function pseudonymsOf(
  annotators: readonly Annotator[], secret: Uint8Array, { release, merged }: NonNullable<ExportOptions['pseudonyms']>,
): ReadonlyMap<AnnotatorId, string> {
  if (secret.length < 16) throw new Error(`a secret of ${secret.length} bytes can be guessed`);
  const people = annotators.filter(({ kind }) => kind === 'person');
  const taken = new Set<string>(annotators.filter(({ kind }) => kind === 'machine').map(({ id }) => id));
  // The separator keeps release `a` with id `bc` apart from release `ab` with id `c`.
  const hashOf = (id: AnnotatorId): string => bytesToHex(hmac(sha256, secret, utf8ToBytes(release === '' ? id : `${release}\n${id}`)));
  const hashes = people.map(({ id }) => ({ id, hash: hashOf(merged ? everybody : id) }));
  const least = merged ? Math.min(1, people.length) : people.length;
  for (let length = shortest; length <= 64; length++) {
    const names = new Set(hashes.map(({ hash }) => hash.slice(0, length)));
    if (names.size === least && ![...names].some((name) => taken.has(name)))
      return new Map(hashes.map(({ id, hash }) => [id, hash.slice(0, length)]));
  }
  throw new Error(`no length tells the pseudonyms of ${people.length} annotators apart`);
}

/**
 * The slice without what could tell who worked and when: names, ids of people and of their sets, the time of day at which an Article was
 * taken in. A set's new id follows from Article, pseudonym and role alone.
 */
export function pseudonymous(slice: Dataset, pseudonyms: ReadonlyMap<AnnotatorId, string>): Dataset {
  const nameOf = (id: AnnotatorId): AnnotatorId => (pseudonyms.get(id) ?? id) as AnnotatorId;
  const sets = withIds(slice.sets.map((set): AnnotationSet => ({ ...set, annotator: nameOf(set.annotator) })));
  const setNames = new Map<string, string>(slice.sets.map(({ id }, place) => [id, sets[place]?.id ?? id]));
  return {
    ...slice,
    articles: slice.articles.map((article) => ({
      ...article, added: `${article.added.slice(0, 10)}T00:00:00.000Z`, extra: withSetNames(article.extra, (id) => setNames.get(id) ?? id),
    })),
    annotators: onceEach(slice.annotators.map((one) => (pseudonyms.has(one.id) ? { ...one, id: nameOf(one.id), name: nameOf(one.id) } : one))),
    sets: [...sets].sort(byId),
  };
}

const onceEach = (annotators: readonly Annotator[]): readonly Annotator[] => [...new Map(annotators.map((one) => [one.id, one])).values()].sort(byId);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/** Several sets of one writer and role are told apart by number, in the order in which they came. */
function withIds(sets: readonly AnnotationSet[]): AnnotationSet[] {
  const counts = new Map<string, number>();
  return sets.map((set) => {
    const what = `${set.article}\n${set.annotator}\n${set.role}`;
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return { ...set, id: setId(what, count) };
  });
}

const setId = (what: string, count: number): SetId => makeId('set', fingerprint(count === 1 ? what : `${what}\n${count}`).slice(0, 16));
