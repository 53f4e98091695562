import { type AnnotatorId, type ArticleId } from '../../shared/model/id.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { type Writer } from './apply-change.ts';
import { summaryOf, totalsAfter } from './article-rows.ts';
import { eachPage, noTotals, type ProjectDatabase, putAll, readMeta, writeMeta } from './database.ts';
import { type SetRow } from './set-rows.ts';

/**
 * Makes this opening the only one that may write, and the annotator's sets the own ones of every row. Whoever had the
 * database open before finds another token in its next transaction and is refused.
 */
export function claim(database: ProjectDatabase, { token, annotator }: Writer): Promise<void> {
  return database.transaction('rw', database.tables, async () => {
    const opened = await readMeta(database, 'opened');
    if (opened && opened.annotator !== annotator) await summariseAnew(database, annotator);
    await writeMeta(database, 'opened', { token, annotator, shape: storedVersion });
  });
}

/** The settings were lost or moved, and somebody else is "I" now. */
async function summariseAnew(database: ProjectDatabase, annotator: AnnotatorId): Promise<void> {
  let totals = noTotals;
  await eachPage(database.articles, async (rows) => {
    const sets = await database.sets.where('article').anyOf(rows.map((row) => row.id)).toArray();
    const setsOf = new Map<ArticleId, SetRow[]>();
    for (const set of sets) setsOf.set(set.article, [...(setsOf.get(set.article) ?? []), set]);
    const renewed = rows.map((row) => ({ ...row, ...summaryOf(setsOf.get(row.id) ?? [], annotator) }));
    totals = totalsAfter(totals, [], renewed);
    await putAll(database.articles, renewed);
  });
  await writeMeta(database, 'totals', totals);
}
