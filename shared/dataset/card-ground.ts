import { type GammaOn } from '../agreement/scores-for-card.ts';
import { type Bilingual } from '../model/schema.ts';

/** What each Label means, by its id. */
export type Definitions = Readonly<Record<string, Bilingual>>;

/** The guideline that a project is annotated by, as far as a card tells of it. */
export interface GuidelineFacts {
  readonly title: string;
  /** `null` where it bears none. */
  readonly version: string | null;
  readonly definitions: Definitions;
}

/** How well people agreed, as it was measured elsewhere. */
export interface AgreementScore {
  readonly metric: string;
  /** Id of a Label or name of a layer; `null` for all together. */
  readonly label: string | null;
  /** `null` where the measure is not defined for what was counted. */
  readonly value: number | null;
  /** Of 95 per cent. */
  readonly interval: readonly [number, number] | null;
  /** Things that were counted. */
  readonly n: number;
  /** Articles in which there was something to count. */
  readonly articles: number;
  /** Part of the text that the value rests on, from 0 to 1, where it does not rest on all of it. */
  readonly coverage: number | null;
  /** Articles that the measure says nothing of. */
  readonly leftOut: number;
}

/** On what agreement was measured: who reads a number has to know how far those who are compared judged for themselves. */
export interface MeasuredOn {
  readonly articles: number;
  /** Articles that are not among them: somebody handed them in again after they had been given back or opened. */
  readonly reworked: number;
  /** Of the Annotations that are compared so many were proposed by a machine and taken. */
  readonly proposed: number;
  readonly annotations: number;
  /** What gamma was measured on and with, which takes too long for all of them; `null` where it was not. */
  readonly gamma: GammaOn | null;
}

/** What a card tells that does not stand in the records. */
export interface CardGround {
  readonly guideline: GuidelineFacts | null;
  readonly scores: readonly AgreementScore[];
  /** `null` where nothing was measured. */
  readonly measuredOn: MeasuredOn | null;
}
