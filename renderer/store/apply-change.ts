import { type JournalLine, type WrittenLine } from '../../shared/bridge.ts';
import { advance, isReturnable, noHistory } from '../../shared/exchange/history.ts';
import { entryNow, shapeNow, type StoredEntry } from '../../shared/exchange/entry-now.ts';
import { type Entry } from '../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { applyToRecords } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type ArticleId, type EntityId } from '../../shared/model/id.ts';
import { rowsAfter, sameTotals, totalsAfter } from './article-rows.ts';
import { sameCounts } from './counts.ts';
import {
  addAll, deleteAll, type EntryRow, getAll, type Head, historyScope, type HistoryRow, type HistoryScope, isOwn, type Ledger, lineOf, noTotals, type ProjectDatabase, putAll,
  readMeta, readMetas, textRow, writeMetas,
} from './database.ts';
import { type HashedEntry, hashedNatively } from './entry-hash.ts';
import { type Author, emptyHead, entryAfter, headAfter, type Step } from './head.ts';
import { type ArticleRow, type StatusTotals } from './project-store.ts';
import { finishedAfter } from './pace.ts';
import { recentAfter } from './recent-entities.ts';
import { OpenedElsewhere } from './storage-failure.ts';
import { deleteSets, setRowsOf, type SetRows } from './set-rows.ts';
import { afterChanges, loadTouched, recordsIn, type Touched, touchedAtHand } from './touched.ts';

/** An Author who has opened the database; `token` is what its `opened` row must still say. */
export interface Writer extends Author {
  readonly token: string;
}

/**
 * The door that everything goes through: records, library rows, totals, histories, Entries and the head of the Log, in
 * one strict transaction. All or nothing: where it rejects, nothing was written.
 * `hashed`: of these steps, for where the Log most likely stands then.
 * @throws OpenedElsewhere, an error of storage (see `storageFailure`), or a bug: a Change that does not fit.
 */
export async function applyChange(
  database: ProjectDatabase, writer: Writer, steps: readonly Step[], hashed?: Hashed,
): Promise<readonly WrittenLine[]> {
  const known = database.known.ledger?.head;
  const { entries: ahead } = hashed && hashed.entries[0]?.stored.entry.previous === known?.hash ? hashed : await hashedAhead(known, writer, steps);
  const makers = steps.map((step, index) => (head: Head): Made => {
    const made = ahead[index];
    // Made for another head, it would be another Entry.
    return made?.stored.entry.previous === head.hash ? made : { stored: { entry: entryAfter(head, step, writer), ...shapeNow } };
  });
  const rows = await transact(database, writer, steps, (head) => placed(head, makers));
  const bytesOf = new Map(ahead.map(({ stored: { entry }, bytes }) => [entry, bytes] as const));
  return rows.map((row) => {
    const bytes = bytesOf.get(row.entry);
    return { ...lineOf(row), ...(bytes && { bytes }) };
  });
}

/** From so many records on an Entry takes long to hash. */
const longToHash = 20;

/** Entries of steps for one place in the Log, and where it stands after them: `null` where that is known only when they are written. */
export interface Hashed {
  readonly entries: readonly (Made & HashedEntry)[];
  readonly head: Head | null;
}

/** Long Entries, made and hashed before their transaction begins: inside one nothing but the database can be waited for. */
export async function hashedAhead(known: Head | undefined, writer: Writer, steps: readonly Step[]): Promise<Hashed> {
  if (!known || steps.every(({ change }) => recordsIn(change).length < longToHash)) return { entries: [], head: null };
  const entries: (Made & HashedEntry)[] = [];
  let head = known;
  for (const step of steps) {
    const entry = entryAfter(head, step, writer);
    const hashed = await hashedNatively(entry);
    entries.push({ stored: { entry, ...shapeNow }, ...hashed });
    head = headAfter(head, entry, entry.change, hashed.hash);
  }
  return { entries, head };
}

/**
 * Takes lines of the Journal through the same door.
 * @throws as `applyChange`, and if the number of records differs from what the Journal says.
 */
export async function replayLines(database: ProjectDatabase, writer: Writer, lines: readonly JournalLine[]): Promise<void> {
  await transact(database, writer, lines.map((line) => entryNow(line)), (before) => {
    const next = placed(before, lines.map(({ entry, shape }) => () => ({ stored: { entry, ...(shape !== undefined && { shape }) } })));
    for (const [index, { counts, sequence }] of next.rows.entries()) {
      const told = lines[index]?.counts;
      if (!told || !sameCounts(told, counts))
        throw new Error(`entry ${sequence} leads to ${JSON.stringify(counts)}, the journal says ${JSON.stringify(told)}`);
    }
    return next;
  });
}

/** An Entry for one place in the Log, and its hash where that is known already. */
interface Made {
  readonly stored: StoredEntry;
  readonly hash?: string;
}

/** Entries in their place: as rows, each with the number of records after it, and the head after the last. */
interface Placed {
  readonly rows: readonly EntryRow[];
  readonly head: Head;
}

function placed(before: Head, makers: readonly ((head: Head) => Made)[]): Placed {
  let head = before;
  const rows = makers.map((make) => {
    const { stored, hash } = make(head);
    const { entry } = stored;
    head = headAfter(head, entry, entryNow(stored).change, hash);
    return { sequence: entry.sequence, ...stored, counts: head.counts };
  });
  return { rows, head };
}

/** What stands before a write. */
interface Before extends Ledger {
  readonly histories: readonly HistoryRow[];
  readonly touched: Touched;
}

type Ahead = Pick<Step, 'scope' | 'change'>;

/** It is at hand where the same Articles were written last, as from label to label. Else `null`. */
function beforeAtHand(database: ProjectDatabase, steps: readonly Ahead[]): Before | null {
  const { ledger } = database.known;
  const scopes = new Set(steps.map(({ scope }) => historyScope(scope)));
  const histories = [...scopes].flatMap((scope) => database.knownHistories.get(scope) ?? []);
  const touched = touchedAtHand(database, steps.map(({ change }) => change));
  return ledger && touched && histories.length === scopes.size ? { ...ledger, histories, touched } : null;
}

/** Else it is read, in as few rounds as can be: each costs the time of several writes. */
async function loadBefore(database: ProjectDatabase, steps: readonly Ahead[]): Promise<Before> {
  const scopes = steps.map(({ scope }) => scope);
  const [ledger, histories, touched] = await Promise.all([
    database.known.ledger ?? readLedger(database),
    loadHistories(database, new Set(scopes.map(historyScope))),
    loadTouched(database, steps.map(({ change }) => change), scopes.filter((scope) => scope !== null)),
  ]);
  return { ...ledger, histories, touched };
}

const loadHistories = async (database: ProjectDatabase, scopes: ReadonlySet<HistoryScope>): Promise<readonly HistoryRow[]> => {
  const known = [...scopes].flatMap((scope) => database.knownHistories.get(scope) ?? []);
  return known.length === scopes.size ? known : getAll(database.histories, scopes);
};

async function readLedger(database: ProjectDatabase): Promise<Ledger> {
  const { head = emptyHead, totals = noTotals, recent = [], finished = [] } = await readMetas(database, ['head', 'totals', 'recent', 'finished']);
  return { head, totals, recent, finished };
}

async function proveRight(database: ProjectDatabase, { token }: Writer): Promise<void> {
  const opened = await readMeta(database, 'opened');
  if (opened?.token !== token) throw new OpenedElsewhere(`${database.name} is open as ${opened?.token ?? 'nothing'}, not as ${token}`);
}

/** `steps`: what will be written, as far as it is known before it has its place in the Log. */
async function transact(
  database: ProjectDatabase, writer: Writer, steps: readonly Ahead[], place: (head: Head) => Placed,
): Promise<readonly EntryRow[]> {
  const madeFrom = (before: Before) => ({ before, next: writtenAfter(before, place(before.head), writer) });
  // What is at hand is worked out before the transaction begins: within it, the database would wait for that.
  const atHand = beforeAtHand(database, steps);
  const ahead = atHand && madeFrom(atHand);
  const written = await database.transaction('rw', database.tables, async () => {
    const write = async (): Promise<Written> => {
      const { before, next } = ahead ?? madeFrom(await loadBefore(database, steps));
      await put(database, before, next);
      return next;
    };
    // What is at hand is written while the right to is still being asked for: where it is gone, nothing of the transaction has been.
    const [right, next] = await Promise.allSettled([proveRight(database, writer), write()]);
    // Whoever has lost it learns that and nothing else. A write that is refused takes the question with it.
    if (right.status === 'rejected' && (right.reason instanceof OpenedElsewhere || next.status === 'fulfilled')) throw right.reason;
    if (next.status === 'rejected') throw next.reason;
    return next.value;
  });
  remember(database, writer, written);
  return written.rows;
}

/** What a transaction writes. */
interface Written {
  readonly rows: readonly EntryRow[];
  readonly histories: readonly HistoryRow[];
  readonly touched: Touched;
  readonly after: Dataset;
  readonly setRows: SetRows;
  readonly articleRows: readonly ArticleRow[];
  readonly ledger: Ledger;
}

/** @throws as `applyToRecords`: a Change that does not fit. */
function writtenAfter(before: Before, { rows, head }: Placed, { annotator }: Writer): Written {
  const { touched } = before;
  const entries = rows.map((row) => entryNow(row));
  for (const { change } of entries) applyToRecords(touched.records, change);
  const after = afterChanges(touched, touched.records);
  const setRows = setRowsOf(after.sets.map((set) => ({ set, touched: touched.ids.sets.get(set.id) ?? new Set() })), touched.setRows, head.sequence);
  const articleRows = rowsAfter(touched, { articles: after.articles, sets: setRows.rows }, lastTouch(touched, entries), annotator);
  const histories = historiesAfter(before.histories, entries);
  const known = new Set(before.histories.map(({ scope }) => scope));
  const ledger: Ledger = {
    head: { ...head, histories: head.histories + histories.filter(({ scope }) => !known.has(scope)).length },
    totals: keptTotals(before.totals, touched, articleRows),
    recent: keptRecent(before.recent, entries, after.sets),
    finished: finishedAfter(before.finished, entries, touched.sets, annotator),
  };
  return { rows, histories, touched, after, setRows, articleRows, ledger };
}

/** @throws what was refused first: the rest is refused because of it, under other names. */
async function put(database: ProjectDatabase, before: Before, written: Written): Promise<void> {
  const { rows, histories, touched, after, ledger } = written;
  const asked = [
    ...putRecords(database, written),
    putAll(database.entries, rows),
    putAll(database.histories, histories),
    writeMetas(database, {
      head: ledger.head,
      ...(ledger.totals !== before.totals && { totals: ledger.totals }),
      ...(ledger.recent !== before.recent && { recent: ledger.recent }),
      ...(ledger.finished !== before.finished && { finished: ledger.finished }),
      ...(touched.ids.schema && { schema: after.schema }),
    }),
  ];
  const refused = (await Promise.allSettled(asked)).find(({ status }) => status === 'rejected');
  if (refused?.status === 'rejected') throw refused.reason;
}

function putRecords(database: ProjectDatabase, { touched: { ids, fresh }, after, setRows, articleRows }: Written): readonly Promise<void>[] {
  const goneArticles = missing(ids.articles, after.articles);
  const isFresh = ({ id }: { readonly id: ArticleId }): boolean => fresh.has(id);
  const isKnown = (one: { readonly id: ArticleId }): boolean => !isFresh(one);
  return [
    addAll(database.articles, articleRows.filter(isFresh)),
    putAll(database.articles, articleRows.filter(isKnown)),
    putAll(database.texts, after.articles.map(textRow)),
    putAll(database.sets, setRows.rows),
    putAll(database.pages, setRows.pages),
    putAll(database.annotators, after.annotators),
    putAll(database.entities, after.entities),
    putAll(database.events, after.events ?? []),
    deleteAll(database.articles, goneArticles),
    deleteAll(database.texts, goneArticles),
    deleteSets(database, missing(ids.sets.keys(), after.sets)),
    deleteAll(database.annotators, missing(ids.annotators, after.annotators)),
    deleteAll(database.entities, missing(ids.entities, after.entities)),
    deleteAll(database.events, missing(ids.events, after.events ?? [])),
  ];
}

/** Only when the transaction has ended: what one wrote that failed has never been. */
function remember(database: ProjectDatabase, { annotator }: Writer, { rows, histories, touched, after, setRows, articleRows, ledger }: Written): void {
  const { ids } = touched;
  for (const article of new Set(touched.articleOf.values())) database.knownOwnSets.forget(article);
  for (const id of ids.sets.keys()) database.knownSetRows.forget(id);
  for (const set of after.sets) {
    database.knownSets.keep(set.id, { revision: ledger.head.sequence, set });
    if (isOwn(set, annotator)) database.knownOwnSets.keep(set.article, set);
  }
  for (const id of ids.articles) {
    database.knownTexts.forget(id);
    database.knownArticles.forget(id);
    database.knownArticleRows.forget(id);
  }
  for (const row of setRows.rows) database.knownSetRows.keep(row.id, row);
  for (const row of articleRows) database.knownArticleRows.keep(row.id, row);
  for (const row of histories) database.knownHistories.keep(row.scope, row);
  // Steps on the project as a whole can be as large as the project.
  for (const row of rows) if (row.entry.scope !== null) database.knownEntries.keep(row.sequence, row);
  database.known.schema = after.schema;
  database.known.ledger = ledger;
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

function missing<Id>(ids: Iterable<Id>, present: readonly { readonly id: Id }[]): Id[] {
  const found = new Set(present.map((record) => record.id));
  return [...ids].filter((id) => !found.has(id));
}

/** The same value where nothing of it has changed: it is not written then. */
function keptTotals(totals: StatusTotals, { rows }: Touched, come: readonly ArticleRow[]): StatusTotals {
  const next = totalsAfter(totals, [...rows.values()], come);
  return sameTotals(totals, next) ? totals : next;
}

/** As `keptTotals`. */
function keptRecent(recent: readonly EntityId[], entries: readonly Entry[], sets: readonly AnnotationSet[]): readonly EntityId[] {
  const next = recentAfter(recent, entries, sets);
  return next.some((id, place) => id !== recent[place]) ? next : recent;
}

/** The Histories that have new steps, each advanced by them. */
function historiesAfter(stored: readonly HistoryRow[], entries: readonly Entry[]): readonly HistoryRow[] {
  const histories = new Map<HistoryScope, HistoryRow>(stored.map((row) => [row.scope, row]));
  for (const { scope: of, action, sequence } of entries.filter(isReturnable)) {
    const scope = historyScope(of);
    histories.set(scope, { scope, ...advance(histories.get(scope) ?? noHistory, { action, sequence }) });
  }
  return [...histories.values()].filter((row) => !stored.includes(row));
}
