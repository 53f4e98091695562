import { type Fingerprint } from '../text/fingerprint.ts';
import { type Article } from './article.ts';

/** The field of `Article.extra` that it stands in: formats that carry unknown fields carry it, and a project needs no new shape for it. */
const field = 'left_out';

const isFingerprint = (value: unknown): value is Fingerprint => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/**
 * Texts that say the same as this one and were let go of for its sake, by `fingerprint`; each once, sorted. Whoever brings one of them again
 * brings nothing new. What stands there and is no fingerprint is passed over.
 */
export function leftOutFor({ extra }: Pick<Article, 'extra'>): readonly Fingerprint[] {
  const stored = extra[field];
  return Array.isArray(stored) ? [...new Set(stored.filter(isFingerprint))].sort() : [];
}

/** These are left out for it, besides those that were before. */
export function withLeftOut(article: Article, prints: readonly Fingerprint[]): Article {
  const all = leftOutFor({ extra: { [field]: [...leftOutFor(article), ...prints] } });
  return all.length === 0 ? article : { ...article, extra: { ...article.extra, [field]: [...all] } };
}
