import { type LossReport } from '../codecs/loss-report.ts';
import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { type Problem } from '../result.ts';
import { type CardGround, type GuidelineFacts } from './card-ground.ts';
import { type ExportCounts } from './export-counts.ts';
import { type ExportOptions } from './export-options.ts';
import { type Attention } from './export-source.ts';
import { type Faults } from './faults.ts';
import { type JoinedPair, type Leak } from './leaks.ts';
import { type LinkedArticles } from './linked-articles.ts';
import { type ReleaseBefore, type ReleaseChanges } from './release-changes.ts';
import { type ReleaseContents } from './release-contents.ts';
import { type LockedSplit, type SplitName } from './split-options.ts';
import { type SplitSizes } from './split-sizes.ts';

/** Where an Article stands, and the id that names its group. */
export interface Assignment {
  readonly split: SplitName;
  readonly group: string;
}

/** What an export will be, known before anything is written. A plain value: it can cross to another thread. */
export interface ExportPlan {
  readonly snapshot: string;
  readonly options: ExportOptions;
  /** Whose work `mine` is. */
  readonly annotator: AnnotatorId;
  readonly counts: ExportCounts;
  /** What the card tells beside the records. */
  readonly ground: CardGround;
  /** Whose work breaks rules of the task; `null` where nobody asked. For who exports, and never in the export. */
  readonly faults: Faults | null;
  /** What the format cannot hold, and what is withheld. `lossy` needs a click. */
  readonly losses: LossReport;
  /** The first Article as the main file has it, about 2 kB of it; `null` when the format is not text, or nothing is exported. */
  readonly preview: string | null;
  /** `null` without splits. */
  readonly splits: SplitSizes | null;
  /** The closest pairs across splits, closest first. */
  readonly leaks: readonly Leak[];
  /** What was said to be one story and is kept together for it; none without splits. Like leaks, for who exports, and never in the export. */
  readonly linked: readonly LinkedArticles[];
  /** What is kept together because it says much the same, the least alike first: some of it. For who exports, and never in the export. */
  readonly alike: readonly JoinedPair[];
  /** With an error among them the export cannot run. */
  readonly problems: readonly Problem[];
  /** By Article, in the order of ids; `null` without splits. */
  readonly assignments: ReadonlyMap<ArticleId, Assignment> | null;
  /** The lock of this release: what was locked before and what is new; `null` without splits. */
  readonly lock: readonly LockedSplit[] | null;
  /** What the next release must know of this one, and what this one has that the one before had not; `null` for what is no release. */
  readonly contents: ReleaseContents | null;
  readonly changes: ReleaseChanges | null;
  /** What each Article is called where it leaves without its name; `null` when ids leave as they are. Losses name Articles so, leaks do not. */
  readonly articleNames: ReadonlyMap<ArticleId, ArticleId> | null;
  /** By Annotator; `null` when names leave as they are. */
  readonly pseudonyms: ReadonlyMap<AnnotatorId, string> | null;
}

export interface PlanContext extends Attention {
  /** Who exports: whose work `mine` is. */
  readonly annotator: AnnotatorId;
  /** The project's own, at least 16 random bytes; pseudonyms are made with it, it never leaves. */
  readonly secret: Uint8Array;
  /** That the project is annotated by, for the card; without it the card knows of none. */
  readonly guideline?: GuidelineFacts | null;
  /** Is agreement measured for the card? Unless it is `false`, which is for whoever only wants to know what was chosen. */
  readonly measures?: boolean;
  /** Are the rules of the task asked about every set that leaves? Only where it is said: it takes as long as reading does. */
  readonly rules?: boolean;
  /** Splits of an earlier release of the same major version, which stay; `null` for a first one. */
  readonly released?: { readonly version: string; readonly lock: readonly LockedSplit[] } | null;
  /** The release that this one comes after, of whatever major version; `null` for a first one, or where nobody knows what was in it. */
  readonly before?: ReleaseBefore | null;
}

export type Planned = { readonly outcome: 'planned'; readonly plan: ExportPlan } | { readonly outcome: 'stopped' };
