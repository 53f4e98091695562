import { canonicalJson } from '../canonical-json.ts';
import { type Annotation } from './annotation.ts';
import { type AnnotationSet, headOf, type SetHead } from './annotation-set.ts';
import { type Annotator } from './annotator.ts';
import { type Article } from './article.ts';
import { type Dataset, normalised } from './dataset.ts';
import { type Entity } from './entity.ts';
import { type SetId } from './id.ts';
import { type Relation } from './relation.ts';
import { type ReviewEvent } from './review-event.ts';
import { type Schema } from './schema.ts';

/** The unit that a Change adds, updates or removes: one fact with an identity of its own. */
export type DataRecord =
  | { readonly kind: 'schema'; readonly value: Schema }
  | { readonly kind: 'article'; readonly value: Article }
  | { readonly kind: 'annotator'; readonly value: Annotator }
  | { readonly kind: 'entity'; readonly value: Entity }
  | { readonly kind: 'set'; readonly value: SetHead }
  | { readonly kind: 'annotation'; readonly set: SetId; readonly value: Annotation }
  | { readonly kind: 'relation'; readonly set: SetId; readonly value: Relation }
  | { readonly kind: 'event'; readonly value: ReviewEvent };

/** A plain value that alters a Dataset, can be reversed, saved and sent. */
export interface Change {
  readonly added: readonly DataRecord[];
  readonly updated: readonly (readonly [before: DataRecord, after: DataRecord])[];
  readonly removed: readonly DataRecord[];
}

export const noChange: Change = { added: [], updated: [], removed: [] };

export const isEmptyChange = (change: Change): boolean =>
  change.added.length + change.updated.length + change.removed.length === 0;

/** Undo: what was added goes, what was removed comes back, before and after change places, the last update first. */
export const reverse = (change: Change): Change => ({
  added: change.removed,
  updated: change.updated.map(([before, after]) => [after, before] as const).reverse(),
  removed: change.added,
});

/** Identity of a record: two records with one key are states of the same thing. */
export function recordKey(record: DataRecord): string {
  switch (record.kind) {
    case 'schema':
      return 'schema';
    case 'annotation':
    case 'relation':
      return `${record.kind} ${record.set} ${record.value.id}`;
    default:
      return `${record.kind} ${record.value.id}`;
  }
}

export type RecordMap = Map<string, DataRecord>;

/** A Dataset as its single records, by key. `implode` is the way back. */
export function explode(dataset: Dataset): RecordMap {
  const records: RecordMap = new Map();
  const put = (record: DataRecord) => records.set(recordKey(record), record);
  put({ kind: 'schema', value: dataset.schema });
  for (const value of dataset.articles) put({ kind: 'article', value });
  for (const value of dataset.annotators) put({ kind: 'annotator', value });
  for (const value of dataset.entities) put({ kind: 'entity', value });
  for (const set of dataset.sets) {
    put({ kind: 'set', value: headOf(set) });
    for (const value of set.annotations) put({ kind: 'annotation', set: set.id, value });
    for (const value of set.relations) put({ kind: 'relation', set: set.id, value });
  }
  for (const value of dataset.events ?? []) put({ kind: 'event', value });
  return records;
}

/** @throws if a record lies in a set that is not there, or the Schema is missing: a bug of the caller. */
export function implode(records: RecordMap): Dataset {
  let schema: Schema | null = null;
  const articles: Article[] = [];
  const annotators: Annotator[] = [];
  const entities: Entity[] = [];
  const events: ReviewEvent[] = [];
  const sets = new Map<SetId, SetHead & { annotations: Annotation[]; relations: Relation[] }>();
  for (const record of records.values()) {
    if (record.kind === 'schema') schema = record.value;
    else if (record.kind === 'article') articles.push(record.value);
    else if (record.kind === 'annotator') annotators.push(record.value);
    else if (record.kind === 'entity') entities.push(record.value);
    else if (record.kind === 'event') events.push(record.value);
    else if (record.kind === 'set') sets.set(record.value.id, { ...record.value, annotations: [], relations: [] });
  }
  for (const record of records.values()) {
    if (record.kind !== 'annotation' && record.kind !== 'relation') continue;
    const set = sets.get(record.set);
    if (!set) throw new Error(`${record.kind} ${record.value.id} lies in set ${record.set}, which is not there`);
    if (record.kind === 'annotation') set.annotations.push(record.value);
    else set.relations.push(record.value);
  }
  if (!schema) throw new Error('a dataset without a schema');
  return normalised({ schema, articles, annotators, entities, sets: [...sets.values()], events });
}

/** Of two records with one key. */
const same = (a: DataRecord, b: DataRecord): boolean => a.value === b.value || canonicalJson(a) === canonicalJson(b);

/**
 * Applies a Change to records in place: wholly, or not at all.
 * @throws if an added record is there already, or an updated or removed one is not there as the Change says:
 * such a Change was made for another state, and applying it would lose somebody's work.
 */
export function applyToRecords(records: RecordMap, change: Change): void {
  const altered = new Map<string, DataRecord | null>();
  const find = (key: string): DataRecord | null => altered.get(key) ?? (altered.has(key) ? null : (records.get(key) ?? null));
  const expect = (key: string, record: DataRecord, verb: string): void => {
    const found = find(key);
    if (!found || !same(found, record)) throw new Error(`cannot ${verb} ${key}: it is ${found ? 'not as the change says' : 'not there'}`);
  };
  for (const record of change.removed) {
    const key = recordKey(record);
    expect(key, record, 'remove');
    altered.set(key, null);
  }
  for (const [before, after] of change.updated) {
    const key = recordKey(before);
    if (key !== recordKey(after)) throw new Error(`an update turns ${key} into ${recordKey(after)}`);
    expect(key, before, 'update');
    altered.set(key, after);
  }
  for (const record of change.added) {
    const key = recordKey(record);
    if (find(key)) throw new Error(`cannot add ${key}: it is there already`);
    altered.set(key, record);
  }
  for (const [key, record] of altered) {
    if (record) records.set(key, record);
    else records.delete(key);
  }
}

/** A new Dataset; the old one is untouched. Throws as `applyToRecords` does. */
export function applyChange(dataset: Dataset, change: Change): Dataset {
  const records = explode(dataset);
  applyToRecords(records, change);
  return implode(records);
}

/** The Change that leads from one Dataset to another. */
export function changeBetween(before: Dataset, after: Dataset): Change {
  const [old, now] = [explode(before), explode(after)];
  const added = [...now].filter(([key]) => !old.has(key)).map(([, record]) => record);
  const removed = [...old].filter(([key]) => !now.has(key)).map(([, record]) => record);
  const updated = [...now].flatMap(([key, record]) => {
    const was = old.get(key);
    return was && !same(was, record) ? [[was, record] as const] : [];
  });
  return { added, updated, removed };
}

export const setOf = (dataset: Dataset, id: SetId): AnnotationSet | undefined => dataset.sets.find((set) => set.id === id);
