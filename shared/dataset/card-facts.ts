import { type Codec } from '../codecs/codec.ts';
import { type LossReport } from '../codecs/loss-report.ts';
import { type Schema } from '../model/schema.ts';
import { toldChanges, toldLeaks } from './article-names.ts';
import { type CardGround } from './card-ground.ts';
import { type ExportCounts } from './export-counts.ts';
import { type ExportOptions } from './export-options.ts';
import { type ExportPlan } from './export-plan.ts';
import { anonymous } from './export-record.ts';
import { type ExportSource } from './export-source.ts';
import { type Leak } from './leaks.ts';
import { type ReleaseChanges } from './release-changes.ts';
import { type SplitSizes } from './split-sizes.ts';

/** All that is known of an export when its card is written. What only a person can say stands in `options.release`. */
export interface CardFacts {
  /** The files' stem, the project's. */
  readonly stem: string;
  readonly snapshot: string;
  /** Version of the app. */
  readonly app: string;
  readonly schema: Schema;
  readonly codec: Codec;
  readonly options: ExportOptions;
  readonly counts: ExportCounts;
  readonly losses: LossReport;
  /** `null` without splits. */
  readonly splits: SplitSizes | null;
  readonly leaks: readonly Leak[];
  /** What is different since the release before, under the names that the files have for Articles. */
  readonly changes: ReleaseChanges | null;
  /** What stands beside the records. */
  readonly ground: CardGround;
  /** Paths inside the export, sorted, with their size in bytes and, of tables, in rows; without the card itself and the manifest. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly rows?: number }[];
}

/** The facts of a plan; `written` is what only the run knows. */
export function cardFacts(
  plan: ExportPlan, { stem, head }: Pick<ExportSource, 'stem' | 'head'>, codec: Codec,
  written: Pick<CardFacts, 'app' | 'files'> = { app: '', files: [] },
): CardFacts {
  const { snapshot, options, counts, losses, splits, ground } = plan;
  return {
    stem, snapshot, app: written.app, schema: head.schema, codec, options: anonymous(options, plan), counts, losses, splits, leaks: toldLeaks(plan), changes: toldChanges(plan), ground,
    files: written.files.map(({ name, bytes, rows }) => ({ name, bytes, ...(rows !== undefined && { rows }) })),
  };
}
