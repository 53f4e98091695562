import { type ArticleId } from './id.ts';

/** A part of the search index as it is kept: what it is made of, and the index itself as text. It is no record: it can always be made anew. */
export interface SearchShard {
  readonly id: number;
  /** `searchWordsVersion` of the words in it. */
  readonly version: number;
  readonly articles: readonly ArticleId[];
  readonly index: string;
}

/** What an index is made of. */
export interface Searchable {
  readonly id: ArticleId;
  readonly title: string;
  readonly text: string;
}
