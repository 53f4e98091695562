import { copyGroups, type CopyGroup } from '../../shared/dataset/copy-groups.ts';
import { type Article } from '../../shared/model/article.ts';
import { type ArticleId } from '../../shared/model/id.ts';

/** What the worker that looks for copies is told: articles, a page at a time, and then which of them are new. One task a worker. */
export type ToCopyWorker =
  | { readonly kind: 'articles'; readonly articles: readonly Article[] }
  | { readonly kind: 'find'; readonly fresh: readonly ArticleId[] };

export type FromCopyWorker =
  | { readonly kind: 'found'; readonly groups: readonly CopyGroup[] }
  /** The message of what was thrown. */
  | { readonly kind: 'bug'; readonly bug: string };

/** Takes what it is told, and answers when it is asked. */
export function copyFinder(answer: (message: FromCopyWorker) => void): (message: ToCopyWorker) => void {
  const articles: Article[] = [];
  return (message) => {
    if (message.kind === 'articles') return void articles.push(...message.articles);
    const fresh = new Set(message.fresh);
    copyGroups(articles, (id) => fresh.has(id)).then(
      (groups) => answer({ kind: 'found', groups: groups ?? [] }),
      // Not swallowed: the window throws it again, where the error boundary shows it.
      (bug: unknown) => answer({ kind: 'bug', bug: bug instanceof Error ? (bug.stack ?? bug.message) : String(bug) }),
    );
  };
}
