import { type Dataset } from '../../shared/model/dataset.ts';

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

export function countsOf({ schema, articles, annotators, entities, sets }: Dataset): Counts {
  const annotations = sets.flatMap((set) => set.annotations);
  const relations = sets.flatMap((set) => set.relations);
  return {
    articles: articles.length,
    characters: articles.reduce((sum, { text }) => sum + [...text].length, 0),
    annotators: annotators.length,
    entities: entities.length,
    sets: sets.length,
    annotations: annotations.length,
    relations: relations.length,
    labels: tally(schema.labels.map(({ id }) => id), annotations.map(({ label }) => label)),
    relationTypes: tally(schema.relations.map(({ type }) => type), relations.map(({ type }) => type)),
  };
}

function tally(names: readonly string[], found: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map(names.map((name) => [name, 0]));
  for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
