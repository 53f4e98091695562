import { Dexie, type Table, type Transaction } from 'dexie';
import { type Counts, type JournalLine } from '../../shared/bridge.ts';
import { type History } from '../../shared/exchange/history.ts';
import { type AnnotationSet, type SetRole, type SetStatus } from '../../shared/model/annotation-set.ts';
import { type Annotator } from '../../shared/model/annotator.ts';
import { type Article } from '../../shared/model/article.ts';
import { type Entity } from '../../shared/model/entity.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, type EntityId, type EventId, type ProjectId, type SetId } from '../../shared/model/id.ts';
import { type ReviewEvent } from '../../shared/model/review-event.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { type SearchShard } from '../../shared/model/search-shard.ts';
import { browserFactory, renewBrowserFactory } from './browser-factory.ts';
import { coarseNotice } from './coarse-notice.ts';
import { type ArticleRow, type StatusTotals } from './project-store.ts';
import { Recent } from './recent.ts';
import { type Contents, type KnownSet, type PageRow, type SetRow } from './set-rows.ts';
import { Silence, unlessSilent } from './time-limit.ts';

/** What of an Article is not in its row: read only when it is opened or exported. */
export type TextRow = Omit<Article, 'title' | 'fingerprint' | 'added'>;

/** One Entry of the Log, exactly as the Journal has it. */
export interface EntryRow extends JournalLine {
  readonly sequence: number;
}

/** The line of the Journal that it is. */
export const lineOf = ({ entry, counts, shape }: EntryRow): JournalLine => ({ entry, counts, ...(shape !== undefined && { shape }) });

/** Whose History: one Article's, or that of the project as a whole, which an index cannot name by `null`. */
export type HistoryScope = ArticleId | 'project';

export interface HistoryRow extends History {
  readonly scope: HistoryScope;
}

export const historyScope = (scope: ArticleId | null): HistoryScope => scope ?? 'project';

/** Where the Log stands after the last transaction. */
export interface Head {
  /** The device whose chain this is; `null` before the first Entry. */
  readonly device: DeviceId | null;
  readonly sequence: number;
  /** `entryHash` of the last Entry; `genesis` when there is none. */
  readonly hash: string;
  readonly lamport: number;
  readonly counts: Counts;
  /** Number of rows in `histories`. */
  readonly histories: number;
}

/** Who opened the database last: nobody else may write, and these are the "own" sets of its rows. */
export interface Opened {
  readonly token: string;
  readonly annotator: AnnotatorId;
  /** `storedVersion` of the records in the rows. */
  readonly shape: number;
  /** `rowVersion` of its rows; absent in databases of before there was one. */
  readonly rows?: number;
}

/** Raised whenever rows hold more of the records that they were made of: `claim` makes them anew then. */
export const rowVersion = 2;

/** What every transaction alters or may alter. */
export type Ledger = Pick<MetaValues, 'head' | 'totals' | 'recent' | 'finished'>;

/** Single values, one row each, so that a live query on one does not wake up for another. */
export interface MetaValues {
  readonly schema: Schema;
  readonly head: Head;
  readonly totals: StatusTotals;
  readonly opened: Opened;
  /** Entities named last by work on Articles, latest first; kept, so that no Log has to be read for it. */
  readonly recent: readonly EntityId[];
  /** When own work on an Article was called done, by itself and not with others, the last times; ISO 8601, UTC, oldest first. */
  readonly finished: readonly string[];
}
type MetaRow = { readonly [Key in keyof MetaValues]: { readonly key: Key; readonly value: MetaValues[Key] } }[keyof MetaValues];

/** Milliseconds: a database that was open a moment ago answers in a few. */
const silence = 4_000;

/**
 * The working copy of one project, made for 100,000 Articles and 5 million Annotations: the library reads small rows in
 * index order, a text or a set is one row, and every number on a screen is kept, never counted.
 */
export class ProjectDatabase extends Dexie {
  declare readonly articles: Table<ArticleRow, ArticleId>;
  declare readonly texts: Table<TextRow, ArticleId>;
  declare readonly sets: Table<SetRow, SetId>;
  declare readonly pages: Table<PageRow, string>;
  declare readonly annotators: Table<Annotator, AnnotatorId>;
  declare readonly entities: Table<Entity, EntityId>;
  declare readonly events: Table<ReviewEvent, EventId>;
  declare readonly entries: Table<EntryRow, number>;
  declare readonly histories: Table<HistoryRow, HistoryScope>;
  /** Parts of the search index: made of texts and titles, and no part of the project. */
  declare readonly search: Table<SearchShard, number>;
  declare readonly meta: Table<MetaRow, keyof MetaValues>;

  /** What the few Articles hold that somebody works on at a time: reading a long one takes longer than a key may. */
  readonly knownSets = new Recent<SetId, KnownSet>(8);
  readonly knownTexts = new Recent<ArticleId, TextRow>(4);
  /**
   * What commands look at each time and hardly any alters. Whoever has the right to write is the only writer, and every transaction
   * begins by asking for that right: so these hold for as long as anything can be written at all. They are set when a transaction has
   * ended, or by a command in its turn: a reader who comes late must not put back what was before.
   */
  readonly known: { schema?: Schema | undefined; ledger?: Ledger | undefined } = {};
  readonly knownArticles = new Recent<ArticleId, Article>(4);
  /** `null`: there is none yet. */
  readonly knownOwnSets = new Recent<ArticleId, AnnotationSet | null>(8);
  /** Of sets that were handed in, with the state that they are of: a hash of thousands of sets takes seconds. */
  readonly knownSeals = new Map<SetId, { readonly revision: number; readonly seal: string }>();
  /** The last steps: what is most often taken back. */
  readonly knownHistories = new Recent<HistoryScope, HistoryRow>(8);
  readonly knownEntries = new Recent<number, EntryRow>(64);
  /** Rows as the last transactions left them: the next label on the same Article is written without reading them. */
  readonly knownSetRows = new Recent<SetId, SetRow>(8);
  readonly knownArticleRows = new Recent<ArticleId, ArticleRow>(8);

  /** The browser ended the connection, as it does when a disk is full: nobody here closed it, so it may be opened again. */
  #isCutOff = false;

  constructor(project: ProjectId) {
    // Dexie's cache would show writes before they are on the disk; autoOpen would bring a closed store back to life.
    super(`naql-${project}`, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false, indexedDB: browserFactory, IDBKeyRange });
    this.use(coarseNotice);
    this.version(1).stores({
      articles: 'id, fingerprint, [added+id], [status+added+id]',
      texts: 'id',
      sets: 'id, article, [article+annotator+role], *entities',
      annotators: 'id',
      entities: 'id',
      entries: 'sequence',
      histories: 'scope',
      meta: 'key',
    });
    this.version(2)
      .stores({ pages: 'id, set' })
      .upgrade((transaction) => transaction.table('sets').toCollection().modify(withContents));
    this.version(3).stores({ events: 'id, article, kind' });
    // What the library sorts and finds by; `claim` fills what rows of before do not have yet.
    this.version(4).stores({
      articles: 'id, fingerprint, [added+id], [status+added+id], titleKey, [publisherKey+publisher], published, annotations, agreement, *tags',
      sets: 'id, article, [article+annotator+role], *entities, *labels',
    });
    this.version(5).stores({ search: 'id' });
    // Texts that were left out for the sake of one; rows of before have none.
    this.version(6).stores({
      articles: 'id, fingerprint, [added+id], [status+added+id], titleKey, [publisherKey+publisher], published, annotations, agreement, *tags, *leftOut',
    });
    this.version(7).stores({}).upgrade(withPageRevisions);
    this.on('versionchange', () => {
      this.close();
      return false;
    });
    // A deletion that waits for another connection is ended by the time limit of whoever asked for it.
    this.on('blocked', () => false);
  }

  /** Dexie closes with `disableAutoOpen: false` where it was not asked to. */
  override close(options?: { readonly disableAutoOpen: boolean }): void {
    this.#isCutOff = options?.disableAutoOpen === false;
    super.close(options);
  }

  /** Nothing counts as known. */
  forget(): void {
    Object.assign(this.known, { schema: undefined, ledger: undefined });
    const all = [
      this.knownSets, this.knownTexts, this.knownArticles, this.knownOwnSets, this.knownSeals, this.knownHistories, this.knownEntries, this.knownSetRows,
      this.knownArticleRows,
    ];
    for (const known of all) known.clear();
  }

  isCutOff(): boolean {
    return this.#isCutOff && !this.isOpen();
  }

  /** Opens a connection again that the browser ended. Whether it is still ours to write, each transaction asks. */
  async openAgain(): Promise<void> {
    if (!this.isCutOff()) return;
    this.forget();
    await this.openPatiently();
    this.#isCutOff = false;
  }

  /** @throws Silence where even another document of the page gets no answer, or an error of storage. */
  async openPatiently(): Promise<void> {
    let opening = this.open();
    const answered = () => unlessSilent(silence, `opening ${this.name} again`, () => opening);
    try {
      await answered();
    } catch (error) {
      if (!(error instanceof Silence)) throw error;
      // What was asked in vain has to be over before anything is asked again; and it is still the browser that cut us off.
      super.close();
      await Promise.allSettled([opening]);
      if (!renewBrowserFactory()) throw error;
      opening = this.open();
      await answered();
    }
  }
}

/** Rows of version 1 were the sets themselves. */
function withContents(row: { [field: string]: unknown }): void {
  const { annotations, relations } = row as unknown as Contents;
  const counts = { annotations: annotations.length, relations: relations.length };
  Object.assign(row, { counts, revision: 0, contents: { annotations, relations }, pages: 0 });
  delete row['annotations'];
  delete row['relations'];
}

/** Pages of before version 7 had no revision: they get it as if the last Entry that touched their set had written them all. */
async function withPageRevisions(transaction: Transaction): Promise<void> {
  const [sets, pages] = [transaction.table<SetRow, SetId>('sets'), transaction.table<PageRow, string>('pages')];
  // Few sets have any: to read all of them would take longer than an opening may.
  const large = (await pages.orderBy('set').uniqueKeys()) as SetId[];
  for (const row of await getAll(sets, large)) {
    await sets.put({ ...row, pageRevisions: Array.from({ length: row.pages }, () => row.revision) });
    await pages.where('set').equals(row.id).modify({ revision: row.revision });
  }
}

export async function readMeta<Key extends keyof MetaValues>(database: ProjectDatabase, key: Key): Promise<MetaValues[Key] | undefined> {
  const row = await database.meta.get(key);
  return row?.value as MetaValues[Key] | undefined;
}

/** Several of them in one request. */
export async function readMetas<Key extends keyof MetaValues>(
  database: ProjectDatabase, keys: readonly Key[],
): Promise<{ readonly [Name in Key]?: MetaValues[Name] }> {
  const rows = await database.meta.bulkGet([...keys]);
  return Object.fromEntries(keys.flatMap((key, index) => (rows[index] ? [[key, rows[index].value]] : []))) as { readonly [Name in Key]?: MetaValues[Name] };
}

/** Several of them in one request; those without a value are left as they are. */
export async function writeMetas(database: ProjectDatabase, values: Partial<MetaValues>): Promise<void> {
  const rows = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value } as MetaRow]));
  await database.meta.bulkPut(rows);
}

export async function writeMeta<Key extends keyof MetaValues>(database: ProjectDatabase, key: Key, value: MetaValues[Key]): Promise<void> {
  await database.meta.put({ key, value } as MetaRow);
}

/** Rows that one request reads: more block the page for longer than a frame may take. */
export const rowsPerStep = 500;

/** Rows that one request writes: each is copied in the page, texts and indexes too, and all of an import's step in one go took 120 ms there. */
export const rowsPerWrite = 100;

/** Fewer Entries: one can be a whole import. */
export const entriesPerStep = 20;

/** All rows of a table by primary key, a bounded number at a time. */
export async function eachPage<Row, Key>(
  table: Table<Row, Key>,
  visit: (rows: readonly Row[]) => void | Promise<void>,
  size: number = rowsPerStep,
): Promise<void> {
  const keyPath = table.schema.primKey.keyPath as keyof Row;
  let page = await table.orderBy(':id').limit(size).toArray();
  for (let last = page.at(-1); last; last = page.at(-1)) {
    await visit(page);
    page = page.length < size ? [] : await table.where(':id').above(last[keyPath]).limit(size).toArray();
  }
}

/** Writes any number of rows without one long request; the page is free between two. */
export async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerWrite) await table.bulkPut(rows.slice(from, from + rowsPerWrite));
}

/** The same for rows that must not be there yet: the database itself refuses one that is. */
export async function addAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerWrite) await table.bulkAdd(rows.slice(from, from + rowsPerWrite));
}

const present = <T>(value: T | undefined): value is T => value !== undefined;

/** The rows that exist among these keys. */
export async function getAll<Row, Key>(table: Table<Row, Key>, keys: Iterable<Key>): Promise<Row[]> {
  const wanted = [...keys];
  return wanted.length === 0 ? [] : (await table.bulkGet(wanted)).filter(present);
}

export async function deleteAll<Row, Key>(table: Table<Row, Key>, keys: readonly Key[]): Promise<void> {
  if (keys.length > 0) await table.bulkDelete([...keys]);
}

export const articleFrom = ({ title, fingerprint, added }: ArticleRow, text: TextRow): Article => ({ ...text, title, fingerprint, added });

export const textRow = ({ id, text, language, group, source, extra }: Article): TextRow => ({ id, text, language, group, source, extra });

const ownRole: SetRole = 'work';

/** Is it the annotator's own work, which this store may alter? */
export const isOwn = (set: Pick<AnnotationSet, 'annotator' | 'role'>, annotator: AnnotatorId): boolean =>
  set.annotator === annotator && set.role === ownRole;

/** Key of the own set in the index `[article+annotator+role]`. */
export const ownKey = (article: ArticleId, annotator: AnnotatorId): [ArticleId, AnnotatorId, SetRole] => [article, annotator, ownRole];

export const noTotals: StatusTotals = { todo: 0, 'in-progress': 0, 'needs-review': 0, done: 0 } satisfies Record<SetStatus, number>;
