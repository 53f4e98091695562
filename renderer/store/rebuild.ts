import { type Bridge, type JournalLine } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { replayLines, type Writer } from './apply-change.ts';
import { claim } from './claim.ts';
import { ProjectDatabase } from './database.ts';
import { eachLines, type JournalEnd } from './journal.ts';
import { type Recovery } from './project-store.ts';
import { ProjectUnavailable } from './project-unavailable.ts';
import { unlessSilent } from './time-limit.ts';

export interface RecoveryContext {
  readonly bridge: Bridge;
  readonly project: ProjectId;
  readonly writer: Writer;
  /** Milliseconds of silence after which the database counts as unreadable. */
  readonly patience: number;
  /** Entries replayed so far, and how many there will be. */
  readonly progress: (done: number, total: number) => void;
}

/** A database that holds what the Journal says, open and claimed. */
export interface Recovered {
  readonly database: ProjectDatabase;
  readonly recovery: Pick<Recovery, 'kind' | 'reason' | 'entries'>;
  /** Entries that the database has and the Journal could not take yet. */
  readonly unjournaled: readonly JournalLine[];
}

/** Everything anew from the Journal. Another connection to the database closes itself when it is deleted. */
export async function rebuild(context: RecoveryContext, journal: JournalEnd, reason: Recovery['reason']): Promise<Recovered> {
  const database = await newDatabase(context);
  await claim(database, context.writer);
  await replay(context, database, 0, journal);
  return { database, recovery: { kind: 'rebuilt', reason, entries: journal.sequence }, unjournaled: [] };
}

/** An empty database in place of the old one, if need be by having the main process throw the files away. */
async function newDatabase({ bridge, project, patience }: RecoveryContext): Promise<ProjectDatabase> {
  const old = new ProjectDatabase(project);
  try {
    await unlessSilent(patience, `deleting ${old.name}`, () => old.delete());
  } catch {
    // Not even deleting works any more (a damaged MANIFEST does that); the Journal is outside the browser's files.
    await bridge.clearDatabases();
  }
  const database = new ProjectDatabase(project);
  try {
    await unlessSilent(patience, `creating ${database.name}`, () => database.open());
    return database;
  } catch (error) {
    throw new ProjectUnavailable('database-failed', String(error));
  }
}

/** Takes the lines after a sequence into a database that stands there. */
export async function replay(
  { bridge, project, writer, progress }: RecoveryContext,
  database: ProjectDatabase,
  after: number,
  journal: JournalEnd,
): Promise<void> {
  const total = journal.sequence - after;
  let done = 0;
  await eachLines(bridge, project, { after, last: journal.sequence }, async (lines) => {
    await replayLines(database, writer, lines);
    done += lines.length;
    progress(done, total);
  });
}
