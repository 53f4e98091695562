import { type Bridge, type JournalLine } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { replayLines, type Writer } from './apply-change.ts';
import { claim } from './claim.ts';
import { ProjectDatabase } from './database.ts';
import { inspect, flawIn } from './inspect.ts';
import { eachLines, hashAt, type JournalEnd } from './journal.ts';
import { type Recovery } from './project-store.ts';
import { ProjectUnavailable } from './project-unavailable.ts';
import { fitsToday, loadSnapshot } from './snapshot.ts';
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
  const database = (await fromSnapshot(context, journal)) ?? (await fromTheBeginning(context, journal));
  return { database, recovery: { kind: 'rebuilt', reason, entries: journal.sequence }, unjournaled: [] };
}

async function fromTheBeginning(context: RecoveryContext, journal: JournalEnd): Promise<ProjectDatabase> {
  const database = await newDatabase(context);
  await claim(database, context.writer);
  await replay(context, database, 0, journal);
  return database;
}

/**
 * From a snapshot and the lines after it; `null` where there is none that fits, or what comes of it is not whole. The Entries before it are stored as they
 * are: they were applied when it was taken.
 */
async function fromSnapshot(context: RecoveryContext, journal: JournalEnd): Promise<ProjectDatabase | null> {
  const { bridge, project, progress, writer } = context;
  const found = await bridge.newestSnapshot(project);
  const head = found.ok ? found.value : null;
  if (!head || head.sequence > journal.sequence || head.hash !== (await hashAt(bridge, project, head.sequence))) return null;
  const database = await newDatabase(context);
  try {
    if (!fitsToday(head, database)) throw new ProjectUnavailable('read-failed', 'the snapshot is of another version');
    await eachLines(bridge, project, { after: 0, last: head.sequence }, async (lines) => {
      await database.entries.bulkPut(lines.map((line) => ({ sequence: line.entry.sequence, ...line })));
      progress(lines.at(-1)?.entry.sequence ?? 0, journal.sequence);
    });
    await loadSnapshot(database, bridge, project, head);
    const flaw = flawIn(await inspect(database));
    if (flaw) throw new ProjectUnavailable('read-failed', `what the snapshot holds is not whole: ${flaw}`);
    await claim(database, writer);
    await replay(context, database, head.sequence, journal);
    return database;
  } catch {
    // Whatever the error, the Journal has everything: it is the truth, the snapshot a short cut.
    database.close();
    return null;
  }
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
