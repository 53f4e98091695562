import { type JournalLine } from '../../shared/bridge.ts';
import { entryHash } from '../../shared/exchange/log.ts';
import { shapeOf } from '../../shared/exchange/entry-now.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { entriesPerStep, type EntryRow, lineOf, type ProjectDatabase } from './database.ts';
import { type JournalEnd } from './journal.ts';
import { unlessSilent } from './time-limit.ts';

/**
 * What an open database has of Entries behind the Journal's end, as far as they follow it and can be read: one bad block makes a database unreadable
 * as a whole, and the Journal may be damaged as well. Never throws: where reading fails, what was read until then is the answer.
 */
export async function readableEntries(database: ProjectDatabase, journal: JournalEnd, patience: number): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  let { sequence, head } = journal;
  const follows = ({ entry, ...row }: EntryRow): boolean =>
    entry.sequence === sequence + 1 && entry.previous === head && shapeOf(row) <= storedVersion;
  const read = (limit: number): Promise<readonly EntryRow[]> =>
    unlessSilent(patience, `reading entries of ${database.name}`, () => database.entries.where('sequence').above(sequence).limit(limit).toArray());
  try {
    for (;;) {
      // Where a page of them cannot be read, the first of it may.
      const rows = await read(entriesPerStep).catch(() => read(1));
      for (const row of rows) {
        if (!follows(row)) return lines;
        lines.push(lineOf(row));
        [sequence, head] = [row.entry.sequence, entryHash(row.entry)];
      }
      if (rows.length === 0) return lines;
    }
  } catch {
    return lines;
  }
}
