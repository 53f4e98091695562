import { type ArticleId } from '../model/id.ts';
import { type SplitName } from './split-options.ts';

/** Two Articles in different splits that say much the same, for a person to look at. */
export interface Leak {
  readonly articles: readonly [ArticleId, ArticleId];
  readonly titles: readonly [string, string];
  readonly splits: readonly [SplitName, SplitName];
  /** Of their folded character 5-grams, in whole per cent. */
  readonly jaccard: number;
  /** Per cent of the shorter one that stands in the longer one. */
  readonly containment: number;
}
