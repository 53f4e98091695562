import { type JournalLine } from '../../shared/bridge.ts';
import { replayLines } from './apply-change.ts';
import { claim } from './claim.ts';
import { type ProjectDatabase, readMeta } from './database.ts';
import { flawIn, inspect } from './inspect.ts';
import { eachLines, endAfter } from './journal.ts';
import { ProjectUnavailable, valueOf } from './project-unavailable.ts';
import { type RecoveryContext } from './rebuild.ts';

/** The Journal, from which a database was to be made level again, could not be read now. */
class NotLevel extends Error {
  // As the browser's own refusals: the write waits and is tried again.
  override readonly name = 'UnknownError';
}

/**
 * Opens a connection that the browser has ended again, before a write. What such a database holds then is not taken on trust: Chromium has been seen
 * to give it back empty after a full disk. Where it is not what the Journal and the lines that are still owed to it say, it is made anew of them, in place. The
 * answer is what has to be called before each write, with the lines that are owed.
 */
export function keepsLevel(database: ProjectDatabase, context: RecoveryContext): (owed: readonly JournalLine[]) => Promise<void> {
  let isDoubtful = false;
  return async (owed) => {
    if (await database.reconnect()) isDoubtful = true;
    if (!isDoubtful) return;
    try {
      await levelAgain(database, context, owed);
    } catch (error) {
      throw error instanceof ProjectUnavailable ? new NotLevel(error.message) : error;
    }
    isDoubtful = false;
  };
}

async function levelAgain(database: ProjectDatabase, context: RecoveryContext, owed: readonly JournalLine[]): Promise<void> {
  const { bridge, project, writer } = context;
  const opened = await readMeta(database, 'opened');
  // Another opening has it now: the write will be refused, and nothing of theirs is touched.
  if (opened && opened.token !== writer.token) return;
  const journal = valueOf(await bridge.openJournal(project));
  const last = owed.at(-1);
  const end = last ? endAfter(last) : journal;
  const inspection = await inspect(database);
  if (opened && flawIn(inspection) === null && inspection.head.hash === end.head) return;
  // All lines first: a transaction does not wait for another process. In one transaction, for the screens go on reading and must never see half of it.
  const pages: (readonly JournalLine[])[] = [];
  await eachLines(bridge, project, { after: 0, last: journal.sequence }, async (lines) => void pages.push(lines));
  if (owed.length > 0) pages.push(owed);
  database.forget();
  await database.transaction('rw', database.tables, async () => {
    await Promise.all(database.tables.map((table) => table.clear()));
    await claim(database, writer);
    for (const lines of pages) await replayLines(database, writer, lines);
  });
}
