import { type JsonObject } from '../canonical-json.ts';
import { type Change, type DataRecord } from '../model/change.ts';
import { migrate, migrations, storedVersion } from '../model/migrations/migrate.ts';
import { type Migration } from '../model/migrations/migration.ts';
import { type Entry } from './log.ts';

/** An Entry as it was stored, with the version of the shape of its records; absent in those of the first. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly shape?: number;
}

export const shapeOf = ({ shape = 1 }: Pick<StoredEntry, 'shape'>): number => shape;

/** What is written with an Entry of today; nothing while there is but one shape. */
export const shapeNow: { readonly shape?: number } = storedVersion > 1 ? { shape: storedVersion } : {};

/**
 * The Entry with its records in the shape of today. What is stored stays as it was, for its hash is in the chain; whoever applies, reverses or
 * folds it comes here.
 * @throws for a shape of a later version: whoever opened the Log had to refuse it.
 */
export function entryNow(stored: StoredEntry, steps: readonly Migration[] = migrations): Entry {
  const from = shapeOf(stored);
  if (from === steps.length) return stored.entry;
  const { added, updated, removed } = stored.entry.change;
  const now = (record: DataRecord): DataRecord => {
    const migrated = migrate(record as unknown as JsonObject, from, steps);
    if (!migrated.ok) throw new Error(`entry ${stored.entry.sequence} has shape ${from}, the newest is ${steps.length}`);
    return migrated.value as unknown as DataRecord;
  };
  const change: Change = { added: added.map(now), updated: updated.map(([before, after]) => [now(before), now(after)] as const), removed: removed.map(now) };
  return { ...stored.entry, change };
}
