import { type ProjectDatabase } from '../../../renderer/store/database.ts';

/** All rows of a database, to be put back later: what an old copy of the browser's files holds. */
export type DatabaseCopy = ReadonlyMap<string, readonly unknown[]>;

export const copyOf = async (database: ProjectDatabase): Promise<DatabaseCopy> =>
  new Map(await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)));

export const restore = (database: ProjectDatabase, copy: DatabaseCopy): Promise<void> =>
  database.transaction('rw', database.tables, async () => {
    for (const table of database.tables) {
      await table.clear();
      await table.bulkPut([...(copy.get(table.name) ?? [])]);
    }
  });
