import { type JournalLine } from '../../shared/bridge.ts';
import { advance, isReturnable, noHistory } from '../../shared/exchange/history.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { applyToRecords } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { rowsAfter, sameTotals, totalsAfter } from './article-rows.ts';
import { sameCounts } from './counts.ts';
import {
  deleteAll, type EntryRow, getAll, type Head, historyScope, type HistoryRow, type HistoryScope, noTotals, type ProjectDatabase, putAll, readMeta,
  textRow, writeMeta,
} from './database.ts';
import { type Author, emptyHead, entryAfter, headAfter, type Step } from './head.ts';
import { type ArticleRow } from './project-store.ts';
import { recentAfter } from './recent-entities.ts';
import { OpenedElsewhere } from './storage-failure.ts';
import { deleteSets, writeSets } from './set-rows.ts';
import { afterChanges, loadTouched, recordsIn, type Touched } from './touched.ts';

/** An Author who has opened the database; `token` is what its `opened` row must still say. */
export interface Writer extends Author {
  readonly token: string;
}

/**
 * The door that everything goes through: records, library rows, totals, histories, Entries and the head of the Log, in
 * one strict transaction. All or nothing: where it rejects, nothing was written.
 * @throws OpenedElsewhere, an error of storage (see `storageFailure`), or a bug: a Change that does not fit.
 */
export async function applyChange(database: ProjectDatabase, writer: Writer, steps: readonly Step[]): Promise<readonly JournalLine[]> {
  const makers = steps.map((step) => (head: Head) => entryAfter(head, step, writer));
  const rows = await transact(database, writer, (head) => placed(head, makers));
  return rows.map(({ entry, counts }) => ({ entry, counts }));
}

/**
 * Takes lines of the Journal through the same door.
 * @throws as `applyChange`, and if the number of records differs from what the Journal says.
 */
export async function replayLines(database: ProjectDatabase, writer: Writer, lines: readonly JournalLine[]): Promise<void> {
  await transact(database, writer, (before) => {
    const next = placed(before, lines.map(({ entry }) => () => entry));
    for (const [index, { counts, sequence }] of next.rows.entries()) {
      const told = lines[index]?.counts;
      if (!told || !sameCounts(told, counts))
        throw new Error(`entry ${sequence} leads to ${JSON.stringify(counts)}, the journal says ${JSON.stringify(told)}`);
    }
    return next;
  });
}

/** Entries in their place: as rows, each with the number of records after it, and the head after the last. */
interface Placed {
  readonly rows: readonly EntryRow[];
  readonly head: Head;
}

function placed(before: Head, makers: readonly ((head: Head) => Entry)[]): Placed {
  let head = before;
  const rows = makers.map((make) => {
    const entry = make(head);
    head = headAfter(head, entry);
    return { sequence: entry.sequence, entry, counts: head.counts };
  });
  return { rows, head };
}

async function transact(database: ProjectDatabase, writer: Writer, place: (head: Head) => Placed): Promise<readonly EntryRow[]> {
  const written = await database.transaction('rw', database.tables, async () => {
    await assertOpenedBy(database, writer);
    const { rows, head } = place((await readMeta(database, 'head')) ?? emptyHead);
    const entries = rows.map(({ entry }) => entry);
    const touched = await loadTouched(database, entries.map(({ change }) => change));
    for (const { change } of entries) applyToRecords(touched.records, change);
    const after = afterChanges(touched, touched.records);
    await writeRecords(database, touched, after, lastTouch(touched, entries), head, writer);
    await putAll(database.entries, rows);
    await writeRecent(database, entries, after.sets);
    await writeMeta(database, 'head', { ...head, histories: head.histories + (await writeHistories(database, entries)) });
    return { rows, after, revision: head.sequence };
  });
  // Only now: what a transaction wrote that failed has never been.
  for (const set of written.after.sets) database.knownSets.keep(set.id, { revision: written.revision, set });
  for (const { id } of written.after.articles) database.knownTexts.forget(id);
  return written.rows;
}

async function assertOpenedBy(database: ProjectDatabase, { token }: Writer): Promise<void> {
  const opened = await readMeta(database, 'opened');
  if (opened?.token !== token) throw new OpenedElsewhere(`${database.name} is open as ${opened?.token ?? 'nothing'}, not as ${token}`);
}

/** When each Article was touched last: its own record, or one of its sets. */
function lastTouch({ articleOf }: Touched, entries: readonly Entry[]): ReadonlyMap<ArticleId, string> {
  const touch = new Map<ArticleId, string>();
  for (const { change, wall } of entries) {
    for (const record of recordsIn(change)) {
      const article =
        record.kind === 'article' ? record.value.id
        : record.kind === 'set' ? record.value.article
        : record.kind === 'annotation' || record.kind === 'relation' ? articleOf.get(record.set)
        : undefined;
      if (article) touch.set(article, wall);
    }
  }
  return touch;
}

async function writeRecords(
  database: ProjectDatabase,
  touched: Touched,
  after: Dataset,
  updated: ReadonlyMap<ArticleId, string>,
  { sequence }: Head,
  { annotator }: Writer,
): Promise<void> {
  const { ids } = touched;
  const rows = rowsAfter(touched, after, updated, annotator);
  await putAll(database.articles, rows);
  await putAll(database.texts, after.articles.map(textRow));
  for (const id of ids.articles) database.knownTexts.forget(id);
  await writeSets(database, after.sets.map((set) => ({ set, touched: ids.sets.get(set.id) ?? new Set() })), sequence);
  await putAll(database.annotators, after.annotators);
  await putAll(database.entities, after.entities);
  const goneArticles = missing(ids.articles, after.articles);
  await deleteAll(database.articles, goneArticles);
  await deleteAll(database.texts, goneArticles);
  await deleteSets(database, missing(ids.sets.keys(), after.sets));
  await deleteAll(database.annotators, missing(ids.annotators, after.annotators));
  await deleteAll(database.entities, missing(ids.entities, after.entities));
  if (ids.schema) await writeMeta(database, 'schema', after.schema);
  await writeTotals(database, [...touched.rows.values()], rows);
}

function missing<Id>(ids: Iterable<Id>, present: readonly { readonly id: Id }[]): Id[] {
  const found = new Set(present.map((record) => record.id));
  return [...ids].filter((id) => !found.has(id));
}

async function writeTotals(database: ProjectDatabase, gone: readonly ArticleRow[], come: readonly ArticleRow[]): Promise<void> {
  const totals = (await readMeta(database, 'totals')) ?? noTotals;
  const next = totalsAfter(totals, gone, come);
  if (!sameTotals(totals, next)) await writeMeta(database, 'totals', next);
}

async function writeRecent(database: ProjectDatabase, entries: readonly Entry[], sets: readonly AnnotationSet[]): Promise<void> {
  const recent = (await readMeta(database, 'recent')) ?? [];
  const next = recentAfter(recent, entries, sets);
  if (next.some((id, place) => id !== recent[place])) await writeMeta(database, 'recent', next);
}

/** Advances the History of every scope that has a new step; the answer is how many Histories are new. */
async function writeHistories(database: ProjectDatabase, entries: readonly Entry[]): Promise<number> {
  const scoped = entries.filter(isReturnable).map(({ scope, action, sequence }) => ({ scope: historyScope(scope), action, sequence }));
  const stored = await getAll(database.histories, new Set(scoped.map(({ scope }) => scope)));
  const histories = new Map<HistoryScope, HistoryRow>(stored.map((row) => [row.scope, row]));
  for (const { scope, ...step } of scoped) histories.set(scope, { scope, ...advance(histories.get(scope) ?? noHistory, step) });
  await putAll(database.histories, [...histories.values()]);
  return histories.size - stored.length;
}
