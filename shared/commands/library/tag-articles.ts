import { canonicalJson } from '../../canonical-json.ts';
import { type Article } from '../../model/article.ts';
import { noChange } from '../../model/change.ts';
import { tagsOf, withTags } from '../../model/tags.ts';
import { ok } from '../../result.ts';
import { type Command } from '../command.ts';
import { type WorksContext } from './works-context.ts';

export interface TagArticlesInput {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Gives Articles tags and takes tags from them; the others that they have stay. */
export const tagArticles: Command<Pick<WorksContext, 'articles'>, TagArticlesInput> = ({ articles }, { added, removed }) => {
  const tagged = (article: Article): Article => withTags(article, [...tagsOf(article).filter((tag) => !removed.includes(tag)), ...added]);
  return ok({
    ...noChange,
    updated: articles
      .map((before) => [before, tagged(before)] as const)
      .filter(([before, after]) => canonicalJson(before.extra) !== canonicalJson(after.extra))
      .map(([before, after]) => [{ kind: 'article', value: before }, { kind: 'article', value: after }] as const),
  });
};
