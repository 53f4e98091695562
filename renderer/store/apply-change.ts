import { type JournalLine } from '../../shared/bridge.ts';
import { advance, noHistory } from '../../shared/exchange/history.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { applyToRecords, implode } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { rowsAfter, sameTotals, totalsAfter } from './article-rows.ts';
import { sameCounts } from './counts.ts';
import {
  type EntryRow, getAll, type Head, type HistoryRow, noTotals, type ProjectDatabase, putAll, readMeta, setRow, textRow, writeMeta,
} from './database.ts';
import { type Author, emptyHead, entryAfter, headAfter, type Step } from './head.ts';
import { type ArticleRow } from './project-store.ts';
import { OpenedElsewhere } from './storage-failure.ts';
import { loadTouched, recordsIn, type Touched } from './touched.ts';

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

function transact(database: ProjectDatabase, writer: Writer, place: (head: Head) => Placed): Promise<readonly EntryRow[]> {
  return database.transaction('rw', database.tables, async () => {
    await assertOpenedBy(database, writer);
    const { rows, head } = place((await readMeta(database, 'head')) ?? emptyHead);
    const entries = rows.map(({ entry }) => entry);
    const touched = await loadTouched(database, entries.map(({ change }) => change));
    for (const { change } of entries) applyToRecords(touched.records, change);
    await writeRecords(database, touched, implode(touched.records), lastTouch(touched, entries), writer);
    await putAll(database.entries, rows);
    await writeMeta(database, 'head', { ...head, histories: head.histories + (await writeHistories(database, entries)) });
    return rows;
  });
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
  { annotator }: Writer,
): Promise<void> {
  const { ids } = touched;
  const rows = rowsAfter(touched, after, updated, annotator);
  await putAll(database.articles, rows);
  await putAll(database.texts, after.articles.map(textRow));
  await putAll(database.sets, after.sets.map(setRow));
  await putAll(database.annotators, after.annotators);
  await putAll(database.entities, after.entities);
  const goneArticles = missing(ids.articles, after.articles);
  await database.articles.bulkDelete(goneArticles);
  await database.texts.bulkDelete(goneArticles);
  await database.sets.bulkDelete(missing(ids.sets, after.sets));
  await database.annotators.bulkDelete(missing(ids.annotators, after.annotators));
  await database.entities.bulkDelete(missing(ids.entities, after.entities));
  if (ids.schema) await writeMeta(database, 'schema', after.schema);
  await writeTotals(database, [...touched.rows.values()], rows);
}

function missing<Id>(ids: ReadonlySet<Id>, present: readonly { readonly id: Id }[]): Id[] {
  const found = new Set(present.map((record) => record.id));
  return [...ids].filter((id) => !found.has(id));
}

async function writeTotals(database: ProjectDatabase, gone: readonly ArticleRow[], come: readonly ArticleRow[]): Promise<void> {
  const totals = (await readMeta(database, 'totals')) ?? noTotals;
  const next = totalsAfter(totals, gone, come);
  if (!sameTotals(totals, next)) await writeMeta(database, 'totals', next);
}

/** Advances the History of every Article that a step belongs to; the answer is how many Histories are new. */
async function writeHistories(database: ProjectDatabase, entries: readonly Entry[]): Promise<number> {
  const scoped = entries.flatMap(({ scope, action, sequence }) => (scope ? [{ scope, action, sequence }] : []));
  const stored = await getAll(database.histories, new Set(scoped.map(({ scope }) => scope)));
  const histories = new Map<ArticleId, HistoryRow>(stored.map((row) => [row.scope, row]));
  for (const { scope, ...step } of scoped) histories.set(scope, { scope, ...advance(histories.get(scope) ?? noHistory, step) });
  await putAll(database.histories, [...histories.values()]);
  return histories.size - stored.length;
}
