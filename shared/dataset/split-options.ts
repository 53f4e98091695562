/** A file of its own for each of them; `none` is for what may stand in no split. */
export const splitNames = ['train', 'validation', 'test', 'unseen-publisher', 'none'] as const;
export type SplitName = (typeof splitNames)[number];

/** Whole numbers of parts, for example 80, 10, 10. A split of 0 parts stays empty. */
export interface Shares {
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/**
 * `hash`: by SHA-256 of seed and group, so that what is added later moves nothing. `stratified`: for few groups, so that labels,
 * publishers and months are spread alike. `auto`: `hash` from 300 groups on. `time`: validation begins on one day and test on another.
 */
export type SplitMethod =
  | { readonly kind: 'auto' | 'hash' | 'stratified'; readonly seed: string; readonly shares: Shares }
  | { readonly kind: 'time'; readonly validationFrom: string; readonly testFrom: string };

export interface SplitOptions {
  readonly method: SplitMethod;
  /** What is never divided: a group of near-duplicates, or all that groups of one publisher hold. */
  readonly unit: 'group' | 'publisher';
  /** Held out in a set of their own: groups with an Article of one of them go to `unseen-publisher`. */
  readonly unseenPublishers: readonly string[];
}

/** One line of `splits.lock.jsonl`: where a released Article stands, for good. */
export interface LockedSplit {
  readonly article: string;
  readonly split: SplitName;
  /** Id of the Article that the group is named after. */
  readonly group: string;
}
