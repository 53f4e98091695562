import { type ArticleId } from '../../shared/model/id.ts';
import { type Searchable, type SearchShard } from '../../shared/model/search-shard.ts';
import { type Found, type SearchIndex } from './search-index.ts';

/** What the search worker is asked, and what it answers, by kind. */
export interface SearchQuestions {
  /** Takes a part that was kept; whether it could be read. */
  readonly load: { readonly asked: SearchShard; readonly answer: boolean };
  /** Of all articles of the project, those that the index lacks; those that are gone are let go at once. */
  readonly match: { readonly asked: readonly ArticleId[]; readonly answer: readonly ArticleId[] };
  readonly add: { readonly asked: readonly Searchable[]; readonly answer: null };
  /** Parts that differ from what is kept. */
  readonly altered: { readonly asked: null; readonly answer: readonly SearchShard[] };
  readonly search: { readonly asked: { readonly query: string; readonly limit: number }; readonly answer: Found };
}
export type SearchKind = keyof SearchQuestions;
export type SearchQuestion = { readonly [Kind in SearchKind]: { readonly kind: Kind; readonly asked: SearchQuestions[Kind]['asked'] } }[SearchKind];

export type SearchRequest = { readonly id: number } & SearchQuestion;
/** `bug`: the message of what was thrown. */
export type SearchResponse =
  | { readonly id: number; readonly ok: true; readonly answer: SearchQuestions[SearchKind]['answer'] }
  | { readonly id: number; readonly ok: false; readonly bug: string };

/** Answers one question of an index. */
export function answerSearch(index: SearchIndex, question: SearchQuestion): SearchQuestions[SearchKind]['answer'] {
  switch (question.kind) {
    case 'load':
      return index.load(question.asked);
    case 'match': {
      const { missing, gone } = index.differences(question.asked);
      index.remove(gone);
      return missing;
    }
    case 'add':
      index.add(question.asked);
      return null;
    case 'altered':
      return index.altered();
    case 'search':
      return index.search(question.asked.query, question.asked.limit);
  }
}
