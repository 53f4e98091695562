import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';

export interface Counts {
  readonly articles: number;
  /** Unicode code points in all articles. */
  readonly characters: number;
  readonly annotators: number;
  readonly entities: number;
  readonly sets: number;
  readonly annotations: number;
  readonly relations: number;
  /** Every name of the Schema, in its order, those with none too. */
  readonly labels: Readonly<Record<string, number>>;
  readonly relationTypes: Readonly<Record<string, number>>;
}

/** Counts slice after slice; who stands in several of them is one. */
export interface Counter {
  readonly add: (slice: Dataset) => void;
  readonly counts: () => Counts;
}

export function counter(schema: Schema): Counter {
  const sums = { articles: 0, characters: 0 };
  const within = { sets: 0, annotations: 0, relations: 0 };
  const [annotatorIds, entityIds] = [new Set<string>(), new Set<string>()];
  const labels = tally(schema.labels.map(({ id }) => id));
  const relationTypes = tally(schema.relations.map(({ type }) => type));
  return {
    add({ articles, annotators, entities, sets }) {
      sums.articles += articles.length;
      for (const { text } of articles) sums.characters += [...text].length;
      for (const { id } of annotators) annotatorIds.add(id);
      for (const { id } of entities) entityIds.add(id);
      within.sets += sets.length;
      for (const { annotations, relations } of sets) {
        within.annotations += annotations.length;
        within.relations += relations.length;
        for (const { label } of annotations) labels.add(label);
        for (const { type } of relations) relationTypes.add(type);
      }
    },
    counts: () => ({
      ...sums, annotators: annotatorIds.size, entities: entityIds.size, ...within, labels: labels.counts(), relationTypes: relationTypes.counts(),
    }),
  };
}


function tally(names: readonly string[]) {
  const found = new Map(names.map((name) => [name, 0]));
  return {
    add: (name: string): void => void found.set(name, (found.get(name) ?? 0) + 1),
    counts: (): Readonly<Record<string, number>> => Object.fromEntries(found),
  };
}
