import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type AnnotatorId, type ArticleId, type LabelId } from '../../shared/model/id.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { type Writer } from './apply-change.ts';
import { articlePart, summaryOf, totalsAfter } from './article-rows.ts';
import { articleFrom, eachPage, noTotals, type ProjectDatabase, putAll, readMeta, rowVersion, writeMeta } from './database.ts';
import { type ArticleRow } from './project-store.ts';
import { countsOf, type SetRow, setsFrom } from './set-rows.ts';

/**
 * Makes this opening the only one that may write, and the annotator's sets the own ones of every row. Whoever had the
 * database open before finds another token in its next transaction and is refused.
 */
export function claim(database: ProjectDatabase, { token, annotator }: Writer): Promise<void> {
  return database.transaction('rw', database.tables, async () => {
    const opened = await readMeta(database, 'opened');
    if (opened && (opened.annotator !== annotator || opened.rows !== rowVersion)) await summariseAnew(database, annotator, opened.rows !== rowVersion);
    await writeMeta(database, 'opened', { token, annotator, shape: storedVersion, rows: rowVersion });
  });
}

/** The settings were lost or moved, and somebody else is "I" now; or the rows (`areOld`) were written by an earlier version. */
async function summariseAnew(database: ProjectDatabase, annotator: AnnotatorId, areOld: boolean): Promise<void> {
  let totals = noTotals;
  await eachPage(database.articles, async (rows) => {
    const ids = rows.map((row) => row.id);
    const sets = await countedSets(database, ids, areOld);
    const texts = areOld ? await database.texts.bulkGet(ids) : [];
    const setsOf = new Map<ArticleId, SetRow[]>();
    for (const set of sets) setsOf.set(set.article, [...(setsOf.get(set.article) ?? []), set]);
    const renewed = rows.map((row, index): ArticleRow => {
      const { agreement: _, ...bare } = row;
      const text = texts[index];
      return { ...bare, ...(text && articlePart(articleFrom(row, text))), ...summaryOf(setsOf.get(row.id) ?? [], annotator) };
    });
    totals = totalsAfter(totals, [], renewed);
    await putAll(database.articles, renewed);
  });
  await writeMeta(database, 'totals', totals);
}

/** Rows of sets; those of an earlier version are counted anew. */
async function countedSets(database: ProjectDatabase, articles: readonly ArticleId[], areOld: boolean): Promise<readonly SetRow[]> {
  const rows = await database.sets.where('article').anyOf(articles).toArray();
  if (!areOld) return rows;
  const sets = await setsFrom(database, rows);
  const renewed = rows.map((row, index): SetRow => {
    const counts = countsOf(sets[index] as AnnotationSet);
    return { ...row, counts, labels: Object.keys(counts.labels) as LabelId[] };
  });
  await putAll(database.sets, renewed);
  return renewed;
}
