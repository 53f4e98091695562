import MiniSearch from 'minisearch';
import { type ArticleId } from '../../shared/model/id.ts';
import { type Searchable, type SearchShard } from '../../shared/model/search-shard.ts';
import { queryTerms, searchTerms, searchWordsVersion } from '../../shared/text/search-words.ts';

export interface Found {
  /** Of all that were found, the best ones first. */
  readonly ids: readonly ArticleId[];
  readonly total: number;
}

/** Articles of one part: what is written anew when one of them is added. */
const articlesInShard = 1000;
/** Shorter words are looked for as they are: two letters begin a good part of all words, and each of those would be looked up. */
const shortestPrefix = 3;
/** A word of the title counts as much as so many of the text. */
const titleWeight = 3;

const options = {
  fields: ['title', 'text'],
  tokenize: (text: string) => [...searchTerms(text)],
  processTerm: (term: string) => term,
  autoVacuum: false,
};

interface Shard {
  readonly id: number;
  readonly articles: Set<ArticleId>;
  readonly index: MiniSearch<Searchable>;
  isAltered: boolean;
}

/**
 * Finds articles by words of their titles and texts, in any spelling. Made of parts, so that one more article writes one part; a part that
 * cannot be read is left out, and its articles are as if they had never been added.
 */
export class SearchIndex {
  readonly #shards = new Map<number, Shard>();
  readonly #shardOf = new Map<ArticleId, Shard>();

  /** Takes a part that was kept. False: it is damaged, or of another version. */
  load({ id, version, articles, index }: SearchShard): boolean {
    if (version !== searchWordsVersion || this.#shards.has(id)) return false;
    let read: MiniSearch<Searchable>;
    try {
      read = MiniSearch.loadJSON<Searchable>(index, options);
    } catch {
      // Whatever is wrong with it, the answer is the same: it is made anew from the articles.
      return false;
    }
    if (read.documentCount !== articles.length || articles.some((one) => !read.has(one) || this.#shardOf.has(one))) return false;
    const shard: Shard = { id, articles: new Set(articles), index: read, isAltered: false };
    this.#shards.set(id, shard);
    for (const one of articles) this.#shardOf.set(one, shard);
    return true;
  }

  get size(): number {
    return this.#shardOf.size;
  }

  /** Of these, those that it does not know; and those that it knows and that are not among these. */
  differences(present: readonly ArticleId[]): { readonly missing: readonly ArticleId[]; readonly gone: readonly ArticleId[] } {
    const all = new Set(present);
    return { missing: present.filter((id) => !this.#shardOf.has(id)), gone: [...this.#shardOf.keys()].filter((id) => !all.has(id)) };
  }

  add(articles: readonly Searchable[]): void {
    for (const article of articles) {
      if (this.#shardOf.has(article.id)) continue;
      const shard = this.#openShard();
      shard.index.add(article);
      shard.articles.add(article.id);
      shard.isAltered = true;
      this.#shardOf.set(article.id, shard);
    }
  }

  remove(ids: readonly ArticleId[]): void {
    for (const id of ids) {
      const shard = this.#shardOf.get(id);
      if (!shard) continue;
      shard.index.discard(id);
      shard.articles.delete(id);
      shard.isAltered = true;
      this.#shardOf.delete(id);
    }
  }

  /** Every word must be there, the last one at least as the beginning of one. */
  search(query: string, limit: number): Found {
    const terms = queryTerms(query);
    if (terms.length === 0) return { ids: [], total: 0 };
    const found = [...this.#shards.values()].flatMap(({ index }) =>
      index.search(terms.join(' '), {
        combineWith: 'AND',
        tokenize: () => [...terms],
        prefix: (term) => term.length >= shortestPrefix,
        boost: { title: titleWeight },
      }),
    );
    found.sort((a, b) => b.score - a.score || (String(a.id) < String(b.id) ? -1 : 1));
    return { ids: found.slice(0, limit).map(({ id }) => id as ArticleId), total: found.length };
  }

  /** The parts that differ from what is kept; from now on they count as kept. A part without articles is to be forgotten. */
  altered(): readonly SearchShard[] {
    return [...this.#shards.values()].filter((shard) => shard.isAltered).map((shard) => {
      shard.isAltered = false;
      return { id: shard.id, version: searchWordsVersion, articles: [...shard.articles], index: JSON.stringify(shard.index) };
    });
  }

  #openShard(): Shard {
    for (const shard of this.#shards.values()) if (shard.articles.size < articlesInShard) return shard;
    const id = Math.max(-1, ...this.#shards.keys()) + 1;
    const shard: Shard = { id, articles: new Set(), index: new MiniSearch(options), isAltered: true };
    this.#shards.set(id, shard);
    return shard;
  }
}
