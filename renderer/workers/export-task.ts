import { type NamedBytes } from '../../shared/codecs/codec.ts';
import { type DatasetHead } from '../../shared/codecs/slices.ts';
import { type ExportOptions } from '../../shared/dataset/export-options.ts';
import { type ExportPlan, type PlanContext, type Planned } from '../../shared/dataset/export-plan.ts';
import { type Exported } from '../../shared/dataset/export-run.ts';
import { type ExportProgress, type TitledText } from '../../shared/dataset/export-source.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId } from '../../shared/model/id.ts';

/** What of an ExportSource can cross to another thread; the rest is asked for page by page. */
export interface SourceCard {
  readonly head: DatasetHead;
  readonly snapshot: string;
  readonly stem: string;
  readonly articles: number;
  readonly hidden?: number;
}

/** What the export worker can be asked for: one task a worker, which ends with it. */
export type ExportTask =
  | { readonly kind: 'plan'; readonly source: SourceCard; readonly options: ExportOptions; readonly context: Omit<PlanContext, 'progress' | 'signal'> }
  /** `app` is its version. */
  | { readonly kind: 'run'; readonly source: SourceCard; readonly options: ExportOptions; readonly plan: ExportPlan; readonly app: string };

/** What the worker asks of the window while it works; each question has one answer. */
export type ExportQuestion =
  /** From the beginning (`restart`) or the next ones; no slice means that there are no more. */
  | { readonly kind: 'slices'; readonly restart: boolean }
  | { readonly kind: 'texts'; readonly ids: readonly ArticleId[] }
  | { readonly kind: 'append'; readonly files: readonly NamedBytes[] };

export interface ExportAnswers {
  readonly slices: readonly Dataset[];
  readonly texts: ReadonlyMap<ArticleId, TitledText>;
  readonly append: null;
}

export type ToExportWorker =
  | { readonly kind: 'task'; readonly task: ExportTask }
  | { readonly kind: 'answer'; readonly answer: ExportAnswers[keyof ExportAnswers] };

export type FromExportWorker =
  | { readonly kind: 'question'; readonly question: ExportQuestion }
  | { readonly kind: 'progress'; readonly progress: ExportProgress }
  | { readonly kind: 'planned'; readonly planned: Planned }
  | { readonly kind: 'exported'; readonly exported: Exported }
  /** The message of what was thrown; expected failures are values of the other kinds. */
  | { readonly kind: 'bug'; readonly bug: string };
