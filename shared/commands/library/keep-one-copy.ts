import { type Article } from '../../model/article.ts';
import { type ArticleId } from '../../model/id.ts';
import { leftOutFor, withLeftOut } from '../../model/left-out.ts';
import { ok } from '../../result.ts';
import { type Command } from '../command.ts';
import { removeArticles } from './remove-articles.ts';
import { type WorksContext } from './works-context.ts';

export interface KeepOneCopyInput {
  /** Articles that say the same: which one stays, and which go. */
  readonly groups: readonly { readonly kept: ArticleId; readonly gone: readonly ArticleId[] }[];
}

/**
 * Of Articles that say the same lets go of all but one, with everybody's work on them. The one that stays remembers their texts, and those they
 * stood for, so that nobody is offered them again; taking the step back forgets that.
 */
export const keepOneCopy: Command<WorksContext, KeepOneCopyInput> = (context, { groups }) => {
  const byId = new Map(context.articles.map((article) => [article.id, article]));
  const found = (id: ArticleId): Article => {
    const article = byId.get(id);
    if (!article) throw new Error(`article ${id} says the same as another, and is not there`);
    return article;
  };
  const gone = new Set(groups.flatMap((group) => group.gone));
  const removed = removeArticles({
    ...context,
    articles: context.articles.filter(({ id }) => gone.has(id)),
    sets: context.sets.filter(({ article }) => gone.has(article)),
    events: context.events.filter(({ article }) => article !== null && gone.has(article)),
  }, {});
  if (!removed.ok) return removed;
  return ok({
    ...removed.value,
    updated: groups.filter((group) => group.gone.length > 0).map(({ kept, gone: copies }) => {
      const before = found(kept);
      const prints = copies.map(found).flatMap((copy) => [copy.fingerprint, ...leftOutFor(copy)]).filter((print) => print !== before.fingerprint);
      return [{ kind: 'article', value: before }, { kind: 'article', value: withLeftOut(before, prints) }] as const;
    }),
  });
};
