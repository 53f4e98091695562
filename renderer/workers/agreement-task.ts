import { type AgreementChoice } from '../../shared/agreement/compared-article.ts';
import { type CaseQuery, type FoundCase } from '../../shared/agreement/found-case.ts';
import { type Parameters } from '../../shared/agreement/metric.ts';
import { type AgreementReport } from '../../shared/agreement/report.ts';
import { type Score } from '../../shared/agreement/score.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';

/** What all tasks are about. */
interface Ground {
  readonly schema: Schema;
  readonly choice: AgreementChoice;
  /** In the project, for progress. */
  readonly articles: number;
}

/** What the agreement worker can be asked for: one task a worker, which ends with it. */
export type AgreementTask =
  | (Ground & { readonly kind: 'report'; readonly parameters: Parameters })
  /** The measures that take long. */
  | (Ground & { readonly kind: 'research'; readonly parameters: Parameters })
  /** At most so many of what a number is made of, in the order of Articles. */
  | (Ground & { readonly kind: 'cases'; readonly query: CaseQuery; readonly most: number });

/** `drawing`: Articles are drawn for the intervals. */
export interface AgreementProgress {
  readonly phase: 'reading' | 'drawing';
  readonly done: number;
  readonly total: number;
}

export interface FoundCases {
  readonly cases: readonly FoundCase[];
  /** There may be more than were asked for. */
  readonly isCut: boolean;
}

export interface AgreementAnswers {
  readonly report: AgreementReport;
  readonly research: readonly Score[];
  readonly cases: FoundCases;
}

export type ToAgreementWorker =
  | { readonly kind: 'task'; readonly task: AgreementTask }
  /** None: there are no more. */
  | { readonly kind: 'slices'; readonly slices: readonly Dataset[] };

export type FromAgreementWorker =
  | { readonly kind: 'more' }
  | { readonly kind: 'progress'; readonly progress: AgreementProgress }
  /** What is known so far. */
  | { readonly kind: 'partial'; readonly answer: AgreementAnswers[keyof AgreementAnswers] }
  | { readonly kind: 'answer'; readonly answer: AgreementAnswers[keyof AgreementAnswers] }
  /** The message of what was thrown. */
  | { readonly kind: 'bug'; readonly bug: string };
