import { canonicalJson } from '../../canonical-json.ts';
import { type Article } from '../../model/article.ts';
import { type Entity } from '../../model/entity.ts';
import { leftOutFor } from '../../model/left-out.ts';
import { entityFinder } from '../../model/merged-entities.ts';
import { contentHash, placeFor } from './place.ts';

/** What became of the incoming records of one kind. */
export interface JoinedRecords<T extends { readonly id: string }> {
  readonly added: readonly T[];
  /** All that are there afterwards, by id. */
  readonly all: Map<T['id'], T>;
  /** The id that each incoming id stands for now. */
  readonly idOf: ReadonlyMap<T['id'], T['id']>;
}

const indexed = <T extends { readonly id: string }>(records: readonly T[]): Map<T['id'], T> =>
  new Map(records.map((record) => [record.id as T['id'], record]));

/** Annotators and Entities: equal ones (in what `core` leaves of them) are there already, another one of the same id arrives beside it. */
export function joinById<T extends { readonly id: string }>(
  existing: readonly T[],
  incoming: readonly T[],
  core: (record: T) => object = (record) => record,
): JoinedRecords<T> {
  const all = indexed(existing);
  const idOf = new Map<T['id'], T['id']>();
  const added: T[] = [];
  for (const record of incoming) {
    const isEqual = (there: T): boolean => canonicalJson({ ...core(there), id: record.id }) === canonicalJson(core(record));
    const { id, isNew } = placeFor<T['id'], T>(record.id, contentHash(core(record)), all, isEqual);
    idOf.set(record.id, id);
    if (isNew) add({ ...record, id }, all, added);
  }
  return { added, all, idOf };
}

/** Entities: who was merged here or there is the same all the same. A merge arrives with a new Entity alone, and leads to whom it means here. */
export function joinEntities(existing: readonly Entity[], incoming: readonly Entity[]): JoinedRecords<Entity> {
  const { added, all, idOf } = joinById(existing, incoming, ({ mergedInto: _merge, ...itself }) => itself);
  const find = entityFinder([...all.values()]);
  const placed = added.map((entity) => {
    const target = entity.mergedInto && idOf.get(entity.mergedInto);
    const meant = target && find(target)?.id;
    return meant === undefined ? entity : { ...entity, mergedInto: meant };
  });
  return { added: placed, all: new Map([...all, ...indexed(placed)]), idOf };
}

/**
 * Articles: those of the same text are the same, whatever their ids; the one that was there stays as it was. A text that was let go of because
 * it says the same as one that is there (`left-out.ts`) comes only if somebody has worked on it.
 */
export function joinArticles(existing: readonly Article[], incoming: readonly Article[], hasWork: (id: Article['id']) => boolean): JoinedRecords<Article> {
  const all = indexed(existing);
  const byText = new Map([...existing].reverse().map((article) => [article.fingerprint, article.id]));
  const leftOut = new Map([...existing].reverse().flatMap((article) => leftOutFor(article).map((print) => [print, article.id] as const)));
  const idOf = new Map<Article['id'], Article['id']>();
  const added: Article[] = [];
  for (const article of incoming) {
    const isEqual = (there: Article): boolean => there.fingerprint === article.fingerprint;
    const own = all.get(article.id);
    const known = own && isEqual(own) ? own.id : (byText.get(article.fingerprint) ?? (hasWork(article.id) ? undefined : leftOut.get(article.fingerprint)));
    const { id, isNew } = known ? { id: known, isNew: false } : placeFor(article.id, article.fingerprint, all, isEqual);
    idOf.set(article.id, id);
    if (isNew) add({ ...article, id }, all, added);
  }
  return { added, all, idOf };
}

function add<T extends { readonly id: string }>(record: T, all: Map<T['id'], T>, added: T[]): void {
  all.set(record.id, record);
  added.push(record);
}
