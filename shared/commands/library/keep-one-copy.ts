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
 * stood for, so that nobody is offered them again; taking the step back forgets that. What has gone meanwhile is passed over: where the one that
 * was to stay is not there, all others stay.
 */
export const keepOneCopy: Command<WorksContext, KeepOneCopyInput> = (context, { groups }) => {
  const byId = new Map(context.articles.map((article) => [article.id, article]));
  const present = groups.flatMap(({ kept, gone }) => {
    const [stays, goes] = [byId.get(kept), gone.flatMap((id) => byId.get(id) ?? [])];
    return stays && goes.length > 0 ? { stays, goes } : [];
  });
  const gone = new Set(present.flatMap(({ goes }) => goes.map(({ id }) => id)));
  const removed = removeArticles({
    ...context,
    articles: context.articles.filter(({ id }) => gone.has(id)),
    sets: context.sets.filter(({ article }) => gone.has(article)),
    events: context.events.filter(({ article }) => article !== null && gone.has(article)),
  }, {});
  if (!removed.ok) return removed;
  return ok({
    ...removed.value,
    updated: present.map(({ stays, goes }) => {
      const prints = goes.flatMap((copy) => [copy.fingerprint, ...leftOutFor(copy)]).filter((print) => print !== stays.fingerprint);
      return [{ kind: 'article', value: stays }, { kind: 'article', value: withLeftOut(stays, prints) }] as const;
    }),
  });
};
