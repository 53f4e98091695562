import { type Article } from './article.ts';

/** The field of `Article.extra` that tags stand in: a corpus that has tags brings them, and formats that carry unknown fields carry them. */
const field = 'tags';

/** UTF-16 code units. */
export const longestTag = 60;
export const mostTags = 100;

const isTag = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '' && value.length <= longestTag;

/** Words that people gave an Article to find it by, each once, sorted; what stands there and is no tag is passed over. */
export function tagsOf({ extra }: Pick<Article, 'extra'>): readonly string[] {
  const stored = extra[field];
  return Array.isArray(stored) ? [...new Set(stored.filter(isTag))].sort().slice(0, mostTags) : [];
}

/** With these tags and no others. */
export function withTags(article: Article, tags: readonly string[]): Article {
  const { [field]: _, ...others } = article.extra;
  const own = tagsOf({ extra: { [field]: [...tags] } });
  return { ...article, extra: own.length === 0 ? others : { ...others, [field]: [...own] } };
}
