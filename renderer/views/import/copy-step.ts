import { linkArticles } from '../../../shared/commands/link-articles.ts';
import { keepOneCopy, type KeepOneCopyInput } from '../../../shared/commands/library/keep-one-copy.ts';
import { type CopyChoice, type CopyGroup, surplus } from '../../../shared/dataset/copy-groups.ts';
import { type Article } from '../../../shared/model/article.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem } from '../../../shared/result.ts';
import { newestFirst, type ProjectStore } from '../../store/project-store.ts';

type Source = Pick<ProjectStore, 'articleIds' | 'rows' | 'articlesOf'>;

/** Of what was in the project before, so many are compared: the latest, since copies of a story come within days. */
export const comparedBefore = 5000;
/** Of what came in, so many. */
const comparedNew = 20_000;
const articlesAtOnce = 200;

/** How many articles are compared, and how many there are. */
export interface HowMany {
  readonly compared: number;
  readonly all: number;
}

/** Of those that came in, and of those that were there. */
export interface Compared {
  readonly fresh: HowMany;
  readonly earlier: HowMany;
}

export interface ToCompare {
  readonly fresh: readonly ArticleId[];
  readonly earlier: readonly ArticleId[];
  readonly counts: Compared;
}

/** What came in since those ids were all, and what it is to be compared with. */
export async function toCompare(store: Source, before: ReadonlySet<ArticleId>): Promise<ToCompare> {
  const ids = await store.articleIds();
  const came = ids.filter((id) => !before.has(id));
  const fresh = came.slice(0, comparedNew);
  const there = ids.length - came.length;
  const earlier: ArticleId[] = [];
  const wanted = fresh.length === 0 ? 0 : Math.min(there, comparedBefore);
  for (let from = 0; earlier.length < wanted; from += comparedBefore) {
    const page = await store.rows(from, comparedBefore, newestFirst);
    if (page.length === 0) break;
    for (const { id } of page) if (before.has(id) && earlier.length < wanted) earlier.push(id);
  }
  return { fresh, earlier, counts: { fresh: { compared: fresh.length, all: came.length }, earlier: { compared: earlier.length, all: there } } };
}

export async function* pagesOf(store: Source, ids: readonly ArticleId[]): AsyncGenerator<readonly Article[], void, undefined> {
  for (let from = 0; from < ids.length; from += articlesAtOnce) yield await store.articlesOf(ids.slice(from, from + articlesAtOnce));
}

/** What settling the groups came to. */
export interface Settled {
  readonly linked: number;
  readonly removed: number;
  /** Steps of the project that take it back. */
  readonly steps: number;
  readonly problems: readonly Problem[];
}

/** Does what was chosen for each group: says that they are one story, or lets go of all that came beside the first. */
export async function settleCopies(
  store: Pick<ProjectStore, 'performOnArticles' | 'performOnWorks'>, groups: readonly { readonly group: CopyGroup; readonly choice: CopyChoice }[],
): Promise<Settled> {
  let [linked, steps] = [0, 0];
  const problems: Problem[] = [];
  for (const { group, choice } of groups) {
    if (choice !== 'link') continue;
    const ids = group.map(({ id }) => id);
    const done = await store.performOnArticles(ids, 'link-articles', (context) => linkArticles(context, { articles: ids }));
    if (!done.ok) problems.push(...done.problems);
    else if (done.value.updated.length > 0) [linked, steps] = [linked + 1, steps + 1];
  }
  const kept = groups.flatMap(({ group, choice }) => (choice === 'one' && surplus(group).length > 0 ? { kept: group[0].id, gone: surplus(group) } : []));
  let removed = 0;
  for (const part of keptParts(kept)) {
    const concerned = part.flatMap((one) => [one.kept, ...one.gone]);
    const done = await store.performOnWorks(concerned, 'keep-one-copy', (context) => keepOneCopy(context, { groups: part }));
    if (!done.ok) {
      problems.push(...done.problems);
      break;
    }
    const gone = done.value.removed.filter(({ kind }) => kind === 'article').length;
    if (gone > 0) [steps, removed] = [steps + 1, removed + gone];
  }
  return { linked, removed, steps, problems };
}

/** Articles in one step: a step is one line of the Journal, with all texts that it touches. */
const mostInStep = 500;

/** Whole groups, so many that a step is no book. */
function keptParts(groups: KeepOneCopyInput['groups']): readonly KeepOneCopyInput['groups'][] {
  const parts: (KeepOneCopyInput['groups'][number])[][] = [];
  let length = Infinity;
  for (const group of groups) {
    if (length + group.gone.length + 1 > mostInStep) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(group);
    length += group.gone.length + 1;
  }
  return parts;
}
