import { type Continuum, type Unit } from './continuum.ts';
import { type Tally } from './tally.ts';

/** What a person may set; everything has a default, and reports print them. */
export interface Parameters {
  /** Of every random draw. */
  readonly seed: number;
  /** Bootstrap replicates; 0 for no intervals. */
  readonly replicates: number;
  /** Of gamma: weight of places, weight of Labels, cost of what has no partner. */
  readonly alpha: number;
  readonly beta: number;
  readonly delta: number;
  /** Chance texts that gamma draws for each text. */
  readonly samples: number;
  /** Of IoU F1: from which likeness on a pair counts. */
  readonly threshold: number;
  /** Of boundary similarity: borders fewer tokens apart than this are near misses. */
  readonly window: number;
}

export const defaultParameters: Parameters = { seed: 1405, replicates: 2000, alpha: 1, beta: 1, delta: 1, samples: 30, threshold: 0.5, window: 2 };

/** What `n` of a Score counts. */
export type Counted = 'annotations' | 'tokens' | 'characters' | 'pairs' | 'relations' | 'borders';

/** Where a measure comes from, as a bibliography says it. */
export interface Citation {
  readonly authors: string;
  readonly year: number;
  readonly title: string;
  readonly where: string;
}

/**
 * What it can be asked for: everything together (`overall`), and one by one (`each`) Labels, types of Relations or attributes
 * (`LABEL.attribute`).
 */
export interface Scope {
  readonly of: 'labels' | 'relations' | 'attributes';
  readonly overall: boolean;
  readonly each: boolean;
}

/** A named measure of agreement: the same whichever order texts, people and lists come in, and whoever is called what. */
export interface Metric<Id extends string = string> {
  readonly id: Id;
  /** What it measures lengths and places in. */
  readonly unit: Unit;
  readonly counts: Counted;
  /**
   * How many people it takes. `all`: any number at once. `pairs`: two, the counts of all pairs of people are added up. `mean-of-pairs`:
   * two, the value is the mean of those pairs that have one.
   */
  readonly people: 'all' | 'pairs' | 'mean-of-pairs';
  readonly scope: Scope;
  /** The value of perfect agreement. */
  readonly best: 0 | 1;
  readonly source: Citation;
  /**
   * What it counts in one text; `null` where it says nothing of such a text (people's units overlap and it cannot bear that).
   * A long count comes in steps.
   * @param subject a Label, a type or an attribute; `null` for everything together
   */
  readonly count: (text: Continuum, subject: string | null, parameters: Parameters) => Tally | null | Generator<undefined, Tally | null, undefined>;
  /** Of pooled counts; `null` where it is undefined. */
  readonly value: (tally: Tally, subject: string | null) => number | null;
  /** Part of the text that the value rests on, from 0 to 1, where it does not rest on all of it. */
  readonly coverage?: (tally: Tally) => number | null;
  /** Where chance is drawn: how near it is known, as a part of it. */
  readonly precision?: (tally: Tally) => number | null;
}
