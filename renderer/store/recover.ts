import { type Counts, type JournalLine, type JournalState } from '../../shared/bridge.ts';
import { brokenAt, entryHash, genesis } from '../../shared/exchange/log.ts';
import { storedVersion } from '../../shared/model/migrations/migrate.ts';
import { claim } from './claim.ts';
import { noCounts, sameCounts } from './counts.ts';
import { lineOf, ProjectDatabase, rowsPerStep } from './database.ts';
import { flawIn, inspect, type Inspection, isEmpty } from './inspect.ts';
import { installedLayout } from './installed-layout.ts';
import { appendLines, endAfter, hashAt, type JournalEnd, lineAt } from './journal.ts';
import { type Recovery } from './project-store.ts';
import { ProjectUnavailable, valueOf } from './project-unavailable.ts';
import { readableEntries } from './readable-entries.ts';
import { rebuild, type Recovered, type RecoveryContext, replay } from './rebuild.ts';
import { unlessSilent } from './time-limit.ts';

/** A database that could be opened and read to its end. */
interface Found {
  readonly database: ProjectDatabase;
  readonly inspection: Inspection;
}

type Standing = 'level' | 'behind' | 'ahead' | 'diverged';

/**
 * Brings database and Journal together (design/platform.md 5). The Journal is the truth; but Entries that only the
 * database has were somebody's work: they are appended where they continue the Journal, and kept aside where they do not.
 * @throws ProjectUnavailable if the Journal cannot be read, or the database not even be made anew.
 */
export async function recover(context: RecoveryContext, journal: JournalState): Promise<Recovered> {
  if (journal.shape > storedVersion) {
    const values = { version: journal.shape, newest: storedVersion };
    throw new ProjectUnavailable('stored-version-unknown', `the journal has shape ${journal.shape}, newest is ${storedVersion}`, values);
  }
  const isOlder = await comparedLayout(context);
  if (isOlder) await backUpFirst(context);
  const found = await readDatabase(context, journal);
  if (!('database' in found)) return rebuild(context, await continued(context, journal, found), 'unreadable');
  refuseNewer(found);
  const { opened } = found.inspection;
  if (!isOlder && opened && opened.shape < storedVersion) await backUpFirst(context);
  switch (await standing(context, found, journal)) {
    case 'diverged':
      return partWays(context, found, journal);
    case 'ahead':
      return completeJournal(context, found, journal);
    case 'behind':
      return catchUp(context, found, journal);
    case 'level':
      return goOn(context, found, journal);
  }
}

const backUpFirst = async ({ bridge, project }: RecoveryContext): Promise<unknown> => valueOf(await bridge.backUp(project, 'migration'));

/**
 * Are the tables those of an older program? Opening them makes them today's.
 * @throws ProjectUnavailable for those of a later program, before they are opened: this one does not know what they hold.
 */
async function comparedLayout({ project, patience }: RecoveryContext): Promise<boolean> {
  const { installed, newest } = await unlessSilent(patience, 'looking for the database', () => installedLayout(project)).catch(() => nothingInstalled);
  if (installed === null) return false;
  if (installed > newest) throw new ProjectUnavailable('stored-version-unknown', `the tables have layout ${installed}, newest is ${newest}`, { version: installed, newest });
  return installed < newest;
}

/** Where the browser does not even say which databases there are, opening it tells what is wrong. */
const nothingInstalled = { installed: null, newest: 0 } as const;

/** @throws ProjectUnavailable for rows of a later version: this one cannot read them, and rebuilding could drop what it does not know. */
function refuseNewer({ database, inspection: { opened } }: Found): void {
  if (!opened || opened.shape <= storedVersion) return;
  database.close();
  const values = { version: opened.shape, newest: storedVersion };
  throw new ProjectUnavailable('stored-version-unknown', `${database.name} has shape ${opened.shape}, newest is ${storedVersion}`, values);
}

/** The database; where it cannot be read to its end, the Entries in it that the Journal lacks. */
async function readDatabase({ project, patience }: RecoveryContext, journal: JournalEnd): Promise<Found | readonly JournalLine[]> {
  const database = new ProjectDatabase(project);
  try {
    await unlessSilent(patience, `opening ${database.name}`, () => database.open());
  } catch {
    // Whatever the error, the answer is the same: the Journal has all that was called saved, so the database is made anew.
    database.close();
    return [];
  }
  try {
    return { database, inspection: await unlessSilent(patience, `reading ${database.name}`, (alive) => inspect(database, alive)) };
  } catch {
    const lines = await readableEntries(database, journal, patience);
    database.close();
    return lines;
  }
}

/** The Journal with these lines at its end. @throws ProjectUnavailable if it cannot take them now: the database that they are from must stay. */
async function continued({ bridge, project }: RecoveryContext, journal: JournalEnd, lines: readonly JournalLine[]): Promise<JournalEnd> {
  const last = lines.at(-1);
  if (!last) return journal;
  const { failure } = await appendLines(bridge, project, lines);
  if (failure) throw new ProjectUnavailable(failure.failure, failure.detail);
  return endAfter(last);
}

/** Two Logs that agree in one Entry agree in all before it: that is what the chain of hashes is for. */
async function standing({ bridge, project }: RecoveryContext, { database, inspection }: Found, journal: JournalEnd): Promise<Standing> {
  const { log } = inspection;
  if (log.sequence === journal.sequence) return log.hash === journal.head ? 'level' : 'diverged';
  if (log.sequence < journal.sequence) return log.hash === (await hashAt(bridge, project, log.sequence)) ? 'behind' : 'diverged';
  return journal.head === (await storedHash(database, journal.sequence)) ? 'ahead' : 'diverged';
}

async function storedHash(database: ProjectDatabase, sequence: number): Promise<string | null> {
  if (sequence === 0) return genesis;
  const row = await database.entries.get(sequence);
  return row ? entryHash(row.entry) : null;
}

/** Both end with the same Entry. */
async function goOn(context: RecoveryContext, { database, inspection }: Found, journal: JournalEnd): Promise<Recovered> {
  const flaw = flawAgainst(inspection, journal.counts ?? noCounts);
  if (flaw) return rebuild(context, journal, flaw);
  await claim(database, context.writer);
  return { database, recovery: { kind: 'none', reason: 'none', entries: 0 }, unjournaled: [] };
}

const flawAgainst = (inspection: Inspection, counts: Counts): Recovery['reason'] | null =>
  flawIn(inspection) ?? (sameCounts(inspection.head.counts, counts) ? null : 'counts-differ');

/** The Journal is ahead: replays what is missing, provided that the database is what the Journal says it was there. */
async function catchUp(context: RecoveryContext, { database, inspection }: Found, journal: JournalEnd): Promise<Recovered> {
  const { sequence } = inspection.log;
  if (isEmpty(inspection)) return rebuild(context, journal, 'empty');
  const counts = sequence === 0 ? noCounts : (await lineAt(context.bridge, context.project, sequence)).counts;
  const flaw = flawAgainst(inspection, counts);
  if (flaw) return rebuild(context, journal, flaw);
  await claim(database, context.writer);
  await replay(context, database, sequence, journal);
  return { database, recovery: { kind: 'replayed', reason: 'behind', entries: journal.sequence - sequence }, unjournaled: [] };
}

/** The database is ahead, after a crash between the two or a damaged end of the Journal: the Journal gets what it lacks. */
async function completeJournal(context: RecoveryContext, found: Found, journal: JournalEnd): Promise<Recovered> {
  const { database, inspection } = found;
  const rows = await database.entries.where('sequence').above(journal.sequence).toArray();
  const missing = rows.map(lineOf);
  const [first, last] = [missing[0], missing.at(-1)];
  if (!first || !last || first.entry.previous !== journal.head || brokenAt(missing.map(({ entry }) => entry)) !== null)
    return partWays(context, found, journal);
  const { appended, failure } = await appendLines(context.bridge, context.project, missing);
  const flaw = flawIn(inspection);
  if (flaw) {
    if (failure) throw new ProjectUnavailable(failure.failure, failure.detail);
    return rebuild(context, endAfter(last), flaw);
  }
  await claim(database, context.writer);
  const recovery = { kind: 'journal-completed', reason: 'ahead', entries: missing.length } as const;
  return { database, recovery, unjournaled: missing.slice(appended) };
}

/** The two tell different stories: the database's own Entries are kept aside for people to look at, and the Journal holds. */
async function partWays(context: RecoveryContext, { database, inspection }: Found, journal: JournalEnd): Promise<Recovered> {
  const fork = await lastCommon(context, database, Math.min(inspection.log.sequence, journal.sequence));
  const foreign = database.entries.where('sequence').above(fork);
  for (let rows = await foreign.limit(rowsPerStep).toArray(); rows.length > 0; ) {
    const text = rows.map(({ entry, counts }) => `${JSON.stringify({ entry, counts })}\n`).join('');
    valueOf(await context.bridge.setAside(context.project, `diverged-${rows[0]?.sequence}`, text));
    rows = await database.entries.where('sequence').above(rows.at(-1)?.sequence).limit(rowsPerStep).toArray();
  }
  return rebuild(context, journal, 'diverged');
}

/** The last sequence at which both have the same Entry, found by halving. */
async function lastCommon({ bridge, project }: RecoveryContext, database: ProjectDatabase, upTo: number): Promise<number> {
  let [same, different] = [0, upTo + 1];
  while (different - same > 1) {
    const middle = (same + different) >> 1;
    if ((await storedHash(database, middle)) === (await hashAt(bridge, project, middle))) same = middle;
    else different = middle;
  }
  return same;
}
