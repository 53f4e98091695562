import { type Table } from 'dexie';
import { type Counts } from '../../shared/bridge.ts';
import { entryHash, genesis } from '../../shared/exchange/log.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { sameTotals } from './article-rows.ts';
import { noCounts, sameCounts } from './counts.ts';
import { eachPage, entriesPerStep, type EntryRow, type Head, noTotals, type Opened, type ProjectDatabase, readMeta, rowsPerStep } from './database.ts';
import { emptyHead } from './head.ts';
import { LastTold } from './last-told.ts';
import { type StatusTotals } from './project-store.ts';
import { type Contents, PageRevisions, type PageRow } from './set-rows.ts';

/** What a database really holds, found by reading all of it. */
export interface Inspection {
  /** What the database says of itself. */
  readonly head: Head;
  readonly totals: StatusTotals;
  readonly opened: Opened | null;
  /** The last Entry that it has. */
  readonly log: { readonly sequence: number; readonly hash: string };
  readonly real: {
    readonly counts: Counts;
    readonly totals: StatusTotals;
    readonly texts: number;
    readonly entries: number;
    readonly histories: number;
    readonly schema: boolean;
    /** Rows of sets, Entities and Articles that are older than what the Entries say of them last. */
    readonly older: number;
  };
}

/**
 * Reads every table once, a page at a time: nothing less meets a block that went bad, and Chromium loses rows without
 * a word (design/platform.md 5). `alive` is called after each page.
 */
export async function inspect(database: ProjectDatabase, alive: () => void = () => undefined): Promise<Inspection> {
  const counts: { -readonly [Name in keyof Counts]-?: number } = { ...noCounts };
  const totals: { -readonly [Status in keyof StatusTotals]: number } = { ...noTotals };
  const told = new LastTold();
  const pageRevisions = new PageRevisions();
  let [texts, entries, histories, older] = [0, 0, 0, 0];
  const read = <Row, Key>(table: Table<Row, Key>, visit: (rows: readonly Row[]) => void, size = rowsPerStep): Promise<void> => {
    const visitAlive = (rows: readonly Row[]): void => {
      alive();
      visit(rows);
    };
    return eachPage(table, visitAlive, size);
  };
  const countIn = ({ annotations, relations }: Contents): void => {
    counts.annotations += annotations.length;
    counts.relations += relations.length;
  };
  const hear = (rows: readonly EntryRow[]): void => {
    entries += rows.length;
    for (const row of rows) told.hear(row);
  };
  // First: what the rows of the others are judged by.
  await read(database.entries, hear, entriesPerStep);
  await read(database.articles, (rows) => {
    counts.articles += rows.length;
    for (const row of rows) {
      totals[row.status] += 1;
      if (told.isOldArticle(row)) older += 1;
    }
  });
  await read(database.texts, (rows) => {
    texts += rows.length;
    for (const row of rows) if (told.isOldText(row)) older += 1;
  });
  await read(database.sets, (rows) => {
    counts.sets += rows.length;
    for (const row of rows) {
      if (row.contents) countIn(row.contents);
      if (told.isOldSet(row)) older += 1;
      pageRevisions.hear(row);
    }
  });
  const readPages = (rows: readonly PageRow[]): void => {
    for (const row of rows) {
      countIn(row);
      if (pageRevisions.isOther(row)) older += 1;
    }
  };
  await read(database.pages, readPages, entriesPerStep);
  await read(database.annotators, (rows) => void (counts.annotators += rows.length));
  await read(database.entities, (rows) => {
    counts.entities += rows.length;
    for (const row of rows) if (told.isOldEntity(row)) older += 1;
  });
  await read(database.events, (rows) => void (counts.events += rows.length));
  await read(database.histories, (rows) => void (histories += rows.length));
  return {
    head: (await readMeta(database, 'head')) ?? emptyHead,
    totals: (await readMeta(database, 'totals')) ?? noTotals,
    opened: (await readMeta(database, 'opened')) ?? null,
    log: logEnd(await database.entries.orderBy(':id').last()),
    real: { counts, totals, texts, entries, histories, schema: (await readMeta(database, 'schema')) !== undefined, older },
  };
}

const logEnd = (last: EntryRow | undefined): Inspection['log'] =>
  last ? { sequence: last.sequence, hash: entryHash(last.entry) } : { sequence: 0, hash: genesis };

/** Why it cannot be gone on with: rows of an older shape, or not the rows that it says it has. `null` when it is whole. */
export function flawIn({ head, totals, opened, log, real }: Inspection): 'unreadable' | 'counts-differ' | 'older-rows' | null {
  if (opened && opened.shape < storedVersion) return 'unreadable';
  const isWhole =
    head.sequence === log.sequence &&
    head.hash === log.hash &&
    head.sequence === real.entries &&
    head.histories === real.histories &&
    real.texts === real.counts.articles &&
    real.schema === head.sequence > 0 &&
    sameCounts(head.counts, real.counts) &&
    sameTotals(totals, real.totals);
  if (!isWhole) return 'counts-differ';
  return real.older > 0 ? 'older-rows' : null;
}

/** Nothing in any table: a new database, or one that Chromium emptied. */
export const isEmpty = ({ log, real }: Inspection): boolean =>
  log.sequence === 0 && !real.schema && real.texts === 0 && real.histories === 0 && sameCounts(real.counts, noCounts);
