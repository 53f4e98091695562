import { type Article } from './article.ts';
import { type ArticleId, isId } from './id.ts';

/** The field of `Article.extra` that it stands in: formats that carry unknown fields carry it, and a project needs no new shape for it. */
const field = 'told_apart';

/** Articles that somebody has said are another story than this one, however alike; each once, sorted. What stands there and is no id is passed over. */
export function toldApartFrom({ extra }: Pick<Article, 'extra'>): readonly ArticleId[] {
  const stored = extra[field];
  return Array.isArray(stored) ? [...new Set(stored.filter((one): one is ArticleId => typeof one === 'string' && isId(one)))].sort() : [];
}

/** Told apart from these and no others. */
export function withToldApart(article: Article, ids: readonly ArticleId[]): Article {
  const { [field]: _, ...others } = article.extra;
  const own = toldApartFrom({ extra: { [field]: [...ids] } });
  return { ...article, extra: own.length === 0 ? others : { ...others, [field]: [...own] } };
}
