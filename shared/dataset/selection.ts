import { type SetStatus } from '../model/annotation-set.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../model/id.ts';

/** Whose work is exported. Gold and judgements are never mixed (formats.md 4.5). */
export type SetChoice =
  /** The work of the person who exports. */
  | { readonly kind: 'mine' }
  /** The work or the suggestions of one Annotator. */
  | { readonly kind: 'annotator'; readonly annotator: AnnotatorId }
  /** The settled sets alone. */
  | { readonly kind: 'adjudicated' }
  /** Everybody's work side by side, one set for each Article and Annotator who saw it. */
  | { readonly kind: 'judgements' }
  /** Every set of every role, and whom nothing refers to: a copy of the project. */
  | { readonly kind: 'everything' };

/** Days `YYYY-MM-DD`, both included; `null` where it is open. An Article without a date lies in no range. */
export interface DateRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** What of a project is exported. `null` means no condition. */
export interface Selection {
  /** Of the chosen sets; an Article on which nobody of those chosen began is `todo`. */
  readonly states: readonly SetStatus[] | null;
  readonly sets: SetChoice;
  readonly labels: readonly LabelId[] | null;
  readonly published: DateRange | null;
  readonly articles: readonly ArticleId[] | null;
}

/** The default: what the person who exports calls done. */
export const doneByMe: Selection = { states: ['done'], sets: { kind: 'mine' }, labels: null, published: null, articles: null };
