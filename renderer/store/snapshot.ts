import { type Table } from 'dexie';
import { type Bridge, type SnapshotHead } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { eachPage, entriesPerStep, type ProjectDatabase, putAll, readMeta, rowVersion } from './database.ts';
import { emptyHead } from './head.ts';
import { valueOf } from './project-unavailable.ts';

/** Entries that the Log has to be longer by than at the last one: fewer are replayed in a moment. */
export const entriesPerSnapshot = 5_000;

/** Entries are in the Journal, and an index of the texts is made anew by whoever needs it. `meta` comes last: without it nothing else counts. */
const tablesOf = (database: ProjectDatabase): readonly Table<unknown>[] =>
  (['articles', 'texts', 'sets', 'pages', 'annotators', 'entities', 'events', 'histories', 'meta'] as const).map((name) => database.table(name));

const large: ReadonlySet<string> = new Set(['texts', 'sets', 'pages', 'histories']);

/** One row, with the table that it belongs to. */
type Row = readonly [table: string, row: unknown];

const headOf = async (database: ProjectDatabase): Promise<SnapshotHead> => {
  const { sequence, hash } = (await readMeta(database, 'head')) ?? emptyHead;
  return { sequence, hash, shape: storedVersion, rows: rowVersion, tables: database.verno };
};

/**
 * Writes what the database holds beside the Journal, a page at a time while others go on. Where anything was written meanwhile the pages are of different
 * moments, and it is given up. The answer is whether it was kept.
 */
export async function takeSnapshot(database: ProjectDatabase, bridge: Bridge, project: ProjectId): Promise<boolean> {
  const head = await headOf(database);
  valueOf(await bridge.beginSnapshot(project, head));
  try {
    for (const table of tablesOf(database))
      await eachPage(
        table,
        async (rows) => {
          const lines = rows.map((row) => `${JSON.stringify([table.name, row] satisfies Row)}\n`);
          valueOf(await bridge.appendSnapshot(project, lines.join('')));
        },
        // Texts and what lies in sets are far larger than other rows.
        large.has(table.name) ? entriesPerStep : undefined,
      );
    if ((await headOf(database)).sequence === head.sequence) {
      valueOf(await bridge.finishSnapshot(project));
      return true;
    }
  } catch (error) {
    await bridge.cancelSnapshot(project);
    throw error;
  }
  await bridge.cancelSnapshot(project);
  return false;
}

/** May rows of this snapshot stand in a database of today? */
export const fitsToday = ({ shape, rows, tables }: SnapshotHead, database: ProjectDatabase): boolean =>
  shape === storedVersion && rows === rowVersion && tables === database.verno;

/** Puts the rows of a snapshot into an empty database, without its Entries. `alive` is called after each page. */
export async function loadSnapshot(database: ProjectDatabase, bridge: Bridge, project: ProjectId, { sequence }: SnapshotHead): Promise<void> {
  const known = new Map(tablesOf(database).map((table) => [table.name, table] as const));
  for (let offset: number | null = 0; offset !== null; ) {
    const page: { readonly rows: readonly string[]; readonly next: number | null } = valueOf(await bridge.readSnapshot(project, sequence, offset));
    const byTable = new Map<string, unknown[]>();
    for (const line of page.rows) {
      const [name, row] = JSON.parse(line) as Row;
      const rows = byTable.get(name);
      if (rows) rows.push(row);
      else byTable.set(name, [row]);
    }
    for (const [name, rows] of byTable) {
      const table = known.get(name);
      if (!table) throw new Error(`the snapshot has rows of ${name}, which no database has`);
      await putAll(table, rows);
    }
    offset = page.next;
  }
}
