import { linkArticles, partArticles, tellApart } from '../../../shared/commands/link-articles.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { type ProjectStore } from '../../store/project-store.ts';

export type Regrouping = 'link' | 'part' | 'apart';

const commands = { link: ['link-articles', linkArticles], part: ['part-articles', partArticles], apart: ['tell-apart', tellApart] } as const;

/** Says of Articles that they are one story, that they are no longer, or (`apart`) that they are different ones however alike. */
export function regroup(store: Pick<ProjectStore, 'performOnArticles'>, how: Regrouping, articles: readonly ArticleId[]): Promise<Result<Change>> {
  const [name, command] = commands[how];
  return store.performOnArticles(articles, name, (context) => command(context, { articles }));
}
