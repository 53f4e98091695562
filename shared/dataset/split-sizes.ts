import { type SplitName } from './split-options.ts';

/** One split in numbers. */
export interface SplitSize {
  readonly articles: number;
  readonly groups: number;
  readonly annotations: number;
  /** By Label id, sorted. */
  readonly labels: Readonly<Record<string, number>>;
}

/** How a dataset was divided. */
export interface SplitSizes {
  /** What `auto` came to. */
  readonly method: 'hash' | 'stratified' | 'time';
  /** Groups of near-duplicates, whatever their size. */
  readonly groups: number;
  readonly largestGroup: number;
  /** Articles that stood in `splits.lock.jsonl` already. */
  readonly locked: number;
  readonly sizes: Readonly<Record<SplitName, SplitSize>>;
}
