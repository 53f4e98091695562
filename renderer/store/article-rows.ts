import { setStatuses } from '../../shared/model/annotation-set.ts';
import { type Article } from '../../shared/model/article.ts';
import { byArticle } from '../../shared/model/by-article.ts';
import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { leftOutFor } from '../../shared/model/left-out.ts';
import { isSecondTime } from '../../shared/model/second-time.ts';
import { tagsOf } from '../../shared/model/tags.ts';
import { type Fingerprint } from '../../shared/text/fingerprint.ts';
import { sortKey } from '../../shared/text/sort-key.ts';
import { isOwn } from './database.ts';
import { type ArticleRow, type StatusTotals, unmeasured } from './project-store.ts';
import { type SetRow } from './set-rows.ts';
import { type Touched } from './touched.ts';

type ArticlePart = Pick<
  ArticleRow, 'id' | 'title' | 'titleKey' | 'length' | 'fingerprint' | 'added' | 'publisher' | 'publisherKey' | 'published' | 'tags' | 'leftOut'
>;

/** What a row says of its Article itself. */
export const articlePart = ({ id, title, text, fingerprint, added, source, extra }: Article): ArticlePart => ({
  id, title, titleKey: sortKey(title), length: text.length, fingerprint, added,
  publisher: source.publisher ?? '', publisherKey: sortKey(source.publisher ?? ''), published: source.published ?? '', tags: tagsOf({ extra }), ...leftOutPart(leftOutFor({ extra })),
});

const leftOutPart = (leftOut: readonly Fingerprint[]): Pick<ArticleRow, 'leftOut'> => (leftOut.length === 0 ? {} : { leftOut });

/** What a row says about the sets of its Article. */
export type SetSummary = Pick<ArticleRow, 'status' | 'annotations' | 'labels' | 'flagged' | 'otherSets' | 'annotators' | 'agreement'>;

/** What a summary needs to know of a set. */
export type CountedSet = Pick<SetRow, 'article' | 'annotator' | 'role' | 'status' | 'counts'>;

const noWork: SetSummary = { status: 'todo', annotations: 0, labels: {}, flagged: 0, otherSets: 0, annotators: [] };

/** The own set's part of a summary. */
function ownPart(sets: readonly CountedSet[], annotator: AnnotatorId): Pick<SetSummary, 'status' | 'annotations' | 'labels' | 'flagged'> {
  const own = sets.find((set) => isOwn(set, annotator));
  const { status, annotations, labels, flagged } = own ? { status: own.status, ...own.counts } : noWork;
  return { status, annotations, labels, flagged };
}

/** A second marking of the same text is no other person's. */
const annotatorsOf = (sets: readonly CountedSet[]): readonly AnnotatorId[] => sets.map((set) => set.annotator).filter((one) => !isSecondTime(one)).sort();
const others = (sets: readonly CountedSet[], annotator: AnnotatorId): number => annotatorsOf(sets).filter((one) => one !== annotator).length;
/** Whatever was measured holds no longer. */
const agreementOf = (annotators: readonly AnnotatorId[]): Pick<SetSummary, 'agreement'> => (annotators.length > 1 ? { agreement: unmeasured } : {});

export function summaryOf(sets: readonly CountedSet[], annotator: AnnotatorId): SetSummary {
  const annotators = annotatorsOf(sets);
  return { ...ownPart(sets, annotator), otherSets: others(sets, annotator), annotators, ...agreementOf(annotators) };
}

/** The rows to write; of each, only what the Changes touched is computed anew. An Article that went has none. */
export function rowsAfter(
  touched: Touched,
  after: { readonly articles: readonly Article[]; readonly sets: readonly CountedSet[] },
  updated: ReadonlyMap<ArticleId, string>,
  annotator: AnnotatorId,
): readonly ArticleRow[] {
  const articles = new Map(after.articles.map((article) => [article.id, article]));
  const setsBefore = byArticle(touched.setRows);
  const setsAfter = byArticle(after.sets);
  return [...updated].flatMap(([id, wall]) => {
    const article = articles.get(id);
    if (touched.ids.articles.has(id) && !article) return [];
    const before = touched.rows.get(id);
    if (!article && !before) throw new Error(`a set lies on article ${id}, which is not there`);
    const summary = summaryAfter(before ? summaryIn(before) : noWork, setsBefore.get(id) ?? [], setsAfter.get(id) ?? [], annotator);
    const part = article ? articlePart(article) : partIn(before as ArticleRow);
    return [{ ...part, ...summary, updated: wall }];
  });
}

const partIn = ({ id, title, titleKey, length, fingerprint, added, publisher, publisherKey, published, tags, leftOut = [] }: ArticleRow): ArticlePart => ({
  id, title, titleKey, length, fingerprint, added, publisher, publisherKey, published, tags, ...leftOutPart(leftOut),
});

const summaryIn = ({ status, annotations, labels, flagged, otherSets, annotators, agreement }: SetSummary): SetSummary => ({
  status, annotations, labels, flagged, otherSets, annotators, ...(agreement !== undefined && { agreement }),
});

/** The summary when some of an Article's sets went from one state to another and the rest stayed as they were. */
function summaryAfter(
  summary: SetSummary,
  setsBefore: readonly CountedSet[],
  setsAfter: readonly CountedSet[],
  annotator: AnnotatorId,
): SetSummary {
  const touched = [...setsBefore, ...setsAfter];
  if (touched.length === 0) return summary;
  const { agreement: _, ...kept } = summary;
  const annotators = withoutEach(summary.annotators, annotatorsOf(setsBefore)).concat(annotatorsOf(setsAfter)).sort();
  return {
    ...kept,
    ...(touched.some((set) => isOwn(set, annotator)) && ownPart(setsAfter, annotator)),
    otherSets: summary.otherSets + others(setsAfter, annotator) - others(setsBefore, annotator),
    annotators,
    ...agreementOf(annotators),
  };
}

/** Of each of `gone` one less. */
function withoutEach<Item>(all: readonly Item[], gone: readonly Item[]): Item[] {
  const left = [...all];
  for (const one of gone) {
    const place = left.indexOf(one);
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

/** Totals when some rows went and others came. */
export function totalsAfter(totals: StatusTotals, gone: readonly ArticleRow[], come: readonly ArticleRow[]): StatusTotals {
  const next = { ...totals };
  for (const { status } of gone) next[status] -= 1;
  for (const { status } of come) next[status] += 1;
  return next;
}

export const sameTotals = (a: StatusTotals, b: StatusTotals): boolean => setStatuses.every((status) => a[status] === b[status]);
