import { type AnnotationSet, setStatuses } from '../../shared/model/annotation-set.ts';
import { type Article } from '../../shared/model/article.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { isOwn } from './database.ts';
import { type ArticleRow, type StatusTotals } from './project-store.ts';
import { type SetRow } from './set-rows.ts';
import { type Touched } from './touched.ts';

/** The row of an Article that nobody has worked on. */
const bareRow = ({ id, title, text, fingerprint, added }: Article, updated: string): ArticleRow => ({
  id, title, length: text.length, fingerprint, status: 'todo', annotations: 0, otherSets: 0, added, updated,
});

/** What a row says about the sets of its Article. */
export type SetSummary = Pick<ArticleRow, 'status' | 'annotations' | 'otherSets'>;

/** What a summary needs to know of a set. */
export type CountedSet = Pick<SetRow, 'article' | 'annotator' | 'role' | 'status' | 'counts'>;

const counted = ({ article, annotator, role, status, annotations, relations }: AnnotationSet): CountedSet => ({
  article, annotator, role, status, counts: { annotations: annotations.length, relations: relations.length },
});

export function summaryOf(sets: readonly CountedSet[], annotator: AnnotatorId): SetSummary {
  const own = sets.find((set) => isOwn(set, annotator));
  return {
    status: own?.status ?? 'todo',
    annotations: own?.counts.annotations ?? 0,
    otherSets: sets.filter((set) => set.annotator !== annotator).length,
  };
}

/** The rows to write; of each, only what the Changes touched is computed anew. An Article that went has none. */
export function rowsAfter(
  touched: Touched,
  after: Pick<Dataset, 'articles' | 'sets'>,
  updated: ReadonlyMap<ArticleId, string>,
  annotator: AnnotatorId,
): readonly ArticleRow[] {
  const articles = new Map(after.articles.map((article) => [article.id, article]));
  const setsBefore = byArticle(touched.sets.map(counted));
  const setsAfter = byArticle(after.sets.map(counted));
  return [...updated].flatMap(([id, wall]) => {
    const article = articles.get(id);
    if (touched.ids.articles.has(id) && !article) return [];
    const before = touched.rows.get(id);
    const base = article ? { ...bareRow(article, wall), ...(before && summaryIn(before)) } : before;
    if (!base) throw new Error(`a set lies on article ${id}, which is not there`);
    return [{ ...base, ...summaryAfter(base, setsBefore.get(id) ?? [], setsAfter.get(id) ?? [], annotator), updated: wall }];
  });
}

const summaryIn = ({ status, annotations, otherSets }: SetSummary): SetSummary => ({ status, annotations, otherSets });

/** The summary when some of an Article's sets went from one state to another and the rest stayed as they were. */
function summaryAfter(
  summary: SetSummary,
  setsBefore: readonly CountedSet[],
  setsAfter: readonly CountedSet[],
  annotator: AnnotatorId,
): SetSummary {
  const [before, after] = [summaryOf(setsBefore, annotator), summaryOf(setsAfter, annotator)];
  const ownIsTouched = [...setsBefore, ...setsAfter].some((set) => isOwn(set, annotator));
  return {
    status: ownIsTouched ? after.status : summary.status,
    annotations: ownIsTouched ? after.annotations : summary.annotations,
    otherSets: summary.otherSets + after.otherSets - before.otherSets,
  };
}

function byArticle(sets: readonly CountedSet[]): ReadonlyMap<ArticleId, readonly CountedSet[]> {
  const groups = new Map<ArticleId, CountedSet[]>();
  for (const set of sets) groups.set(set.article, [...(groups.get(set.article) ?? []), set]);
  return groups;
}

/** Totals when some rows went and others came. */
export function totalsAfter(totals: StatusTotals, gone: readonly ArticleRow[], come: readonly ArticleRow[]): StatusTotals {
  const next = { ...totals };
  for (const { status } of gone) next[status] -= 1;
  for (const { status } of come) next[status] += 1;
  return next;
}

export const sameTotals = (a: StatusTotals, b: StatusTotals): boolean => setStatuses.every((status) => a[status] === b[status]);
