import { type Counts } from '../../shared/bridge.ts';
import { type Change, type DataRecord } from '../../shared/model/change.ts';

export const noCounts: Required<Counts> = { articles: 0, annotators: 0, entities: 0, sets: 0, annotations: 0, relations: 0, events: 0 };

const countedAs = {
  schema: null,
  article: 'articles',
  annotator: 'annotators',
  entity: 'entities',
  set: 'sets',
  annotation: 'annotations',
  relation: 'relations',
  event: 'events',
} as const satisfies Record<DataRecord['kind'], keyof Counts | null>;

/** The number of records after a Change that fits, without looking at any of them. */
export function countsAfter(before: Counts, change: Change): Required<Counts> {
  const counts: Record<keyof Counts, number> = { ...noCounts, ...before };
  const add = (records: readonly DataRecord[], step: 1 | -1): void => {
    for (const { kind } of records) {
      const name = countedAs[kind];
      if (name) counts[name] += step;
    }
  };
  add(change.added, 1);
  add(change.removed, -1);
  return counts;
}

export const sameCounts = (a: Counts, b: Counts): boolean =>
  (Object.keys(noCounts) as (keyof Counts)[]).every((name) => (a[name] ?? 0) === (b[name] ?? 0));
