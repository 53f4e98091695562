import { type JournalLine } from '../../shared/bridge.ts';
import { replayLines } from './apply-change.ts';
import { claim } from './claim.ts';
import { ProjectDatabase, readMeta } from './database.ts';
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
 * to give it back empty after a full disk. It is looked at over a connection of its own, while every reader still finds it closed and keeps what he has; where it is not what
 * the Journal and the lines that are still owed to it say, it is made anew of them, in place. The answer is what has to be called before each write,
 * with the lines that are owed.
 */
export function keepsLevel(database: ProjectDatabase, context: RecoveryContext): (owed: readonly JournalLine[]) => Promise<void> {
  return async (owed) => {
    if (!database.isCutOff()) return;
    const apart = new ProjectDatabase(context.project);
    try {
      await apart.openPatiently();
      const lines = await linesAnew(apart, context, owed);
      await (lines ? writtenAnew(apart, database, context, lines) : database.openAgain());
    } catch (error) {
      throw error instanceof ProjectUnavailable ? new NotLevel(error.message) : error;
    } finally {
      apart.close();
    }
  };
}

type Pages = readonly (readonly JournalLine[])[];

/** The lines that the database has to be made anew of; `null` where it holds them. */
async function linesAnew(apart: ProjectDatabase, { bridge, project, writer }: RecoveryContext, owed: readonly JournalLine[]): Promise<Pages | null> {
  const opened = await readMeta(apart, 'opened');
  // Another opening has it now: the write will be refused, and nothing of theirs is touched.
  if (opened && opened.token !== writer.token) return null;
  const journal = valueOf(await bridge.openJournal(project));
  const last = owed.at(-1);
  const end = last ? endAfter(last) : journal;
  const inspection = await inspect(apart);
  if (opened && flawIn(inspection) === null && inspection.head.hash === end.head) return null;
  // All lines first: a transaction does not wait for another process.
  const pages: (readonly JournalLine[])[] = [];
  await eachLines(bridge, project, { after: 0, last: journal.sequence }, async (lines) => void pages.push(lines));
  return owed.length > 0 ? [...pages, owed] : pages;
}

/** Readers come in behind the transaction: it holds every table before the database is opened for them, and what it writes wakes them. */
async function writtenAnew(apart: ProjectDatabase, database: ProjectDatabase, { writer }: RecoveryContext, lines: Pages): Promise<void> {
  const writing = apart.transaction('rw', apart.tables, async () => {
    await Promise.all(apart.tables.map((table) => table.clear()));
    await claim(apart, writer);
    for (const page of lines) await replayLines(apart, writer, page);
  });
  const [written, reopened] = await Promise.allSettled([writing, database.openAgain()]);
  if (written.status === 'fulfilled' && reopened.status === 'fulfilled') return;
  // As if the browser had ended it: it is still not what it should be.
  database.close({ disableAutoOpen: false });
  throw written.status === 'rejected' ? written.reason : (reopened as PromiseRejectedResult).reason;
}
