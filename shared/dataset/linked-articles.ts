import { type Article } from '../model/article.ts';
import { type ArticleId } from '../model/id.ts';

/** Articles that bear the name of one group (`Article.group`): somebody has said that they tell one story. */
export type LinkedArticles = readonly Pick<Article, 'id' | 'title'>[];

/** So many groups are told: a person looks through them. */
export const mostLinks = 100;

/** Finds those of many Articles that are linked; of those that are not it keeps a name and an id. */
export interface LinkFinder {
  readonly add: (article: Pick<Article, 'id' | 'title' | 'group'>) => void;
  /** At most `mostLinks`, each in the order in which its Articles came. */
  readonly all: () => readonly LinkedArticles[];
}

export function linkedArticles(): LinkFinder {
  const alone = new Map<string, Pick<Article, 'id' | 'title'>>();
  const linked = new Map<string, { readonly id: ArticleId; readonly title: string }[]>();
  return {
    add({ id, title, group }) {
      if (group === null) return;
      const [first, several] = [alone.get(group), linked.get(group)];
      if (several) several.push({ id, title });
      else if (!first) alone.set(group, { id, title });
      else if (linked.size < mostLinks) linked.set(group, [first, { id, title }]);
    },
    all: () => [...linked.values()],
  };
}
