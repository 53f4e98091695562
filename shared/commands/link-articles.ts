import { canonicalJson } from '../canonical-json.ts';
import { type Article } from '../model/article.ts';
import { type Change, noChange } from '../model/change.ts';
import { type ArticleId } from '../model/id.ts';
import { toldApartFrom, withToldApart } from '../model/told-apart.ts';
import { ok } from '../result.ts';
import { type Command } from './command.ts';

/** What a command on some Articles sees: those that it is about, and all that stand in a group with one of them. */
export interface ArticlesContext {
  readonly articles: readonly Article[];
}

export interface ArticlesInput {
  readonly articles: readonly ArticleId[];
}

/**
 * Says that Articles tell one story, so that no split parts them: they and all who stood in a group with one of them are one group
 * from now on. It keeps a name that one of them had, and else bears the id of one, whatever the order.
 */
export const linkArticles: Command<ArticlesContext, ArticlesInput> = ({ articles }, { articles: ids }) => {
  const [first, second] = [...new Set(ids)];
  if (first === undefined || second === undefined) return ok(noChange);
  const found = concerned(articles, ids);
  const group = found.flatMap((one) => one.group ?? []).sort()[0] ?? found.map(({ id }) => id).sort()[0];
  if (group === undefined) throw new Error(`none of the articles ${ids.join(', ')} is there`);
  const meant = new Set(found.map(({ id }) => id));
  // Whoever says that they are one takes back that they are not.
  return ok(altered(found, (one) => withToldApart({ ...one, group }, toldApartFrom(one).filter((id) => !meant.has(id)))));
};

/** Takes the groups of these Articles apart: each of their members stands alone again. */
export const partArticles: Command<ArticlesContext, ArticlesInput> = ({ articles }, { articles: ids }) => ok(altered(concerned(articles, ids), (one) => ({ ...one, group: null })));

/** Says of Articles that they are different stories, however alike: none of them is put into one group with another because of that. */
export const tellApart: Command<ArticlesContext, ArticlesInput> = ({ articles }, { articles: ids }) => {
  const named = articles.filter(({ id }) => ids.includes(id));
  return ok(altered(named, (one) => withToldApart(one, [...toldApartFrom(one), ...named.flatMap(({ id }) => (id === one.id ? [] : [id]))])));
};

function concerned(articles: readonly Article[], ids: readonly ArticleId[]): readonly Article[] {
  const named = articles.filter(({ id }) => ids.includes(id));
  const groups = new Set(named.flatMap(({ group }) => group ?? []));
  return articles.filter(({ id, group }) => ids.includes(id) || (group !== null && groups.has(group)));
}

const altered = (articles: readonly Article[], now: (article: Article) => Article): Change => ({
  ...noChange,
  updated: articles
    .map((before) => [before, now(before)] as const)
    .filter(([before, after]) => canonicalJson(before) !== canonicalJson(after))
    .map(([before, after]) => [{ kind: 'article', value: before }, { kind: 'article', value: after }] as const),
});
