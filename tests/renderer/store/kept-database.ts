import { type JournalLine } from '../../../shared/bridge.ts';

/** A database as an earlier program left it, table by table, and the Journal that it had. */
export interface KeptDatabase {
  /** The browser's: ten times the layout. */
  readonly version: number;
  readonly stores: readonly KeptStore[];
  readonly journal: readonly JournalLine[];
}

interface KeptStore {
  readonly name: string;
  readonly key: string;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[]; readonly multiEntry: boolean; readonly unique: boolean }[];
  readonly rows: readonly unknown[];
}

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(String(request.error))));
  });

/** Reads a database past Dexie and past our own classes: nothing of today's program has a part in what is kept. */
export async function readStores(name: string): Promise<Pick<KeptDatabase, 'version' | 'stores'>> {
  const database = await answered(indexedDB.open(name));
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  const stores = await Promise.all(
    names.map(async (one): Promise<KeptStore> => {
      const store = transaction.objectStore(one);
      const indexes = [...store.indexNames].map((index) => {
        const { name: own, keyPath, multiEntry, unique } = store.index(index);
        return { name: own, keyPath, multiEntry, unique };
      });
      return { name: one, key: String(store.keyPath), indexes, rows: (await answered(store.getAll())) as unknown[] };
    }),
  );
  database.close();
  return { version: database.version, stores };
}

/** Makes the database that was kept, as it was. */
export async function writeStores(name: string, { version, stores }: Pick<KeptDatabase, 'version' | 'stores'>): Promise<void> {
  const opening = indexedDB.open(name, version);
  opening.addEventListener('upgradeneeded', () => {
    for (const { name: own, key, indexes, rows } of stores) {
      const store = opening.result.createObjectStore(own, { keyPath: key });
      for (const { name: index, keyPath, multiEntry, unique } of indexes) store.createIndex(index, keyPath, { multiEntry, unique });
      for (const row of rows) store.put(row);
    }
  });
  (await answered(opening)).close();
}
