import { canonicalJson } from '../canonical-json.ts';
import { type AnnotationSet, ordered } from './annotation-set.ts';
import { type Annotator } from './annotator.ts';
import { type Article } from './article.ts';
import { type Entity } from './entity.ts';
import { type ReviewEvent } from './review-event.ts';
import { type Schema } from './schema.ts';

/** A complete plain value: what a Codec reads and writes, what a Change applies to. Lists are sorted by id. */
export interface Dataset {
  readonly schema: Schema;
  readonly articles: readonly Article[];
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
  readonly sets: readonly AnnotationSet[];
  /** Absent where there is none. They go from one laptop to the other in Bundles; no format for datasets carries them. */
  readonly events?: readonly ReviewEvent[];
}

export const emptyDataset = (schema: Schema): Dataset => ({ schema, articles: [], annotators: [], entities: [], sets: [] });

const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The same Dataset with every list in its one order; equal Datasets have equal canonical JSON after this. */
export const normalised = (dataset: Dataset): Dataset => ({
  schema: dataset.schema,
  articles: byId(dataset.articles),
  annotators: byId(dataset.annotators),
  entities: byId(dataset.entities),
  sets: byId(dataset.sets.map(ordered)),
  ...(dataset.events && dataset.events.length > 0 && { events: byId(dataset.events) }),
});

/** Records that are one object need not be written to be compared: after a Change nearly all are. */
const isSame = (a: unknown, b: unknown): boolean => a === b || canonicalJson(a) === canonicalJson(b);

export function sameDataset(a: Dataset, b: Dataset): boolean {
  const [one, other] = [normalised(a), normalised(b)];
  return isSame(one.schema, other.schema) && (['articles', 'annotators', 'entities', 'sets', 'events'] as const).every((list) => {
    const [records, others] = [one[list] ?? [], other[list] ?? []];
    return records.length === others.length && records.every((record, place) => isSame(record, others[place]));
  });
}
