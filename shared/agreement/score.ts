import { type MetricId } from './registry.ts';

/** What a Metric says of a collection. */
export interface Score {
  readonly metric: MetricId;
  /** A Label, a type of Relation, an attribute (`LABEL.attribute`); `null` for everything together. */
  readonly label: string | null;
  /** `null` where it is undefined, never 0 or 1 in its place. */
  readonly value: number | null;
  /** From the 2.5th to the 97.5th percentile over Articles; `null` without a value or with fewer than two Articles. */
  readonly interval: readonly [low: number, high: number] | null;
  /** How many things were looked at: what they are says the Metric's `counts`. With more than two people, once for each pair. */
  readonly n: number;
  /** Articles in which there was something to look at. */
  readonly articles: number;
  /** Part of the text, over all pairs of people, that the value rests on, from 0 to 1; `null` where it rests on all of it. */
  readonly coverage: number | null;
  /** How near it is known what chance brings, as a part of it (half of the 95 % interval over draws); `null` where chance is not drawn. */
  readonly precision: number | null;
  /** Articles of which the Metric says nothing (units of one person overlap, and it cannot bear that). */
  readonly leftOut: number;
  /** How often gamma only came near the best alignment: more than two people's units were too entangled. */
  readonly approached: number;
}

/** With fewer Articles an interval says little. */
export const fewArticles = 15;
