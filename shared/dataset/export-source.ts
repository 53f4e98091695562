import { type DatasetHead } from '../codecs/slices.ts';
import { type Article } from '../model/article.ts';
import { type Dataset } from '../model/dataset.ts';
import { type ArticleId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { type Traces } from '../review/trace.ts';

/** What an export is made from. It must not change between the plan and the run: then `snapshot` would be another one. */
export interface ExportSource {
  readonly head: DatasetHead;
  /** Names the state that is exported: the same for the same records, another one after any Change. */
  readonly snapshot: string;
  /** The first part of the files' names, the project's: without folder and extension. */
  readonly stem: string;
  /** How many Articles `slices` gives, for progress. */
  readonly articles: number;
  /** Articles of which others' work is left out, because whoever exports does them blind. */
  readonly hidden?: number;
  /** What was said of the project as a whole, where that is known: who took up a name, what came in which file. */
  readonly said?: readonly ReviewEvent[];
  /** What the Log tells of decisions, where there is a Log: for whoever asks, since it may have to be read from end to end. */
  readonly traces?: () => Promise<Traces>;
  /** From the beginning each time it is called: Articles in the order of their ids, the slice without Article, if there is one, last. */
  readonly slices: () => AsyncIterable<Dataset>;
  /** Texts of a few Articles, asked for while near-duplicates are compared. */
  readonly texts: TextsOf;
}

/** By id; those that are not there are left out. */
export type TextsOf = (ids: readonly ArticleId[]) => Promise<ReadonlyMap<ArticleId, TitledText>>;

/** What Articles are compared by, and what a person knows them by: neither is kept of all of them. */
export type TitledText = Pick<Article, 'title' | 'text'>;

/** Asked between slices. An AbortSignal is one. */
export interface StopSignal {
  readonly aborted: boolean;
}

export interface ExportProgress {
  /** `writing` belongs to the run, the others to the plan. */
  readonly phase: 'reading' | 'comparing' | 'measuring' | 'writing';
  /**
   * Of `total`: Articles while reading and writing; while comparing, ways of finding pairs: bands of signatures, and passages in common; while
   * measuring agreement, drawings of Articles that its intervals are made of.
   */
  readonly done: number;
  readonly total: number;
}

/** What both passes may be given. */
export interface Attention {
  readonly progress?: (progress: ExportProgress) => void;
  readonly signal?: StopSignal;
}

const articlesInStep = 50;

/** Is it worth telling how far it is? After so many Articles, and at the last one. */
export const isStep = ({ articles }: Dataset, done: number, { articles: total }: ExportSource): boolean =>
  articles.length > 0 && (done % articlesInStep === 0 || done === total);
