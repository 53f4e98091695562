import { type ArticleId } from './id.ts';

/** What lies on each Article, in the order of the list; what is about the project as a whole is left out. */
export function byArticle<One extends { readonly article: ArticleId | null }>(all: readonly One[]): ReadonlyMap<ArticleId, readonly One[]> {
  const found = new Map<ArticleId, One[]>();
  for (const one of all) {
    if (one.article === null) continue;
    const known = found.get(one.article);
    if (known) known.push(one);
    else found.set(one.article, [one]);
  }
  return found;
}
