import { type Bridge, type ProjectInfo, type Settings } from '../../shared/bridge.ts';
import { type NewId } from '../../shared/commands/command.ts';
import { type Change, changeBetween } from '../../shared/model/change.ts';
import { type Dataset, emptyDataset } from '../../shared/model/dataset.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { fail, ok, problem, type Result } from '../../shared/result.ts';
import { applyChange, type Writer } from './apply-change.ts';
import { type ProjectDatabase, readMeta } from './database.ts';
import { dexieProjectStore } from './dexie-project-store.ts';
import { emptyHead, type Step } from './head.ts';
import { keepsLevel } from './level-again.ts';
import { type ProjectStore } from './project-store.ts';
import { ProjectUnavailable, valueOf } from './project-unavailable.ts';
import { recover } from './recover.ts';
import { takeSalvage } from './salvage.ts';
import { SaveLine } from './save-line.ts';
import { entriesPerSnapshot, takeSnapshot } from './snapshot.ts';
import { storageFailure } from './storage-failure.ts';

export interface OpenProjectOptions {
  readonly bridge: Bridge;
  readonly project: ProjectInfo;
  readonly settings: Pick<Settings, 'device' | 'annotator' | 'annotatorName'>;
  /** What a new project begins with. One that exists keeps its own. */
  readonly schema: Schema;
  /** What a new project holds from the start. Called only when it is needed. */
  readonly seed?: () => Dataset;
  /** The time: ISO 8601, UTC. */
  readonly now: () => string;
  /** Version of the app. */
  readonly app: string;
  readonly newId: NewId;
  /** Milliseconds of silence after which the database counts as unreadable. */
  readonly patience?: number;
  /** While Entries are replayed from the Journal: how many are done, of how many. */
  readonly progress?: (done: number, total: number) => void;
}

/** Long enough for a cold disk, short enough that nobody thinks the program has died. */
const defaultPatience = 15_000;

/**
 * Opens a project: makes database and Journal agree (`store.recovery` says what that took), takes the right to write, and
 * begins the Log of a new project. Problems, when it cannot be opened now: nothing was altered then.
 */
export async function openProject(options: OpenProjectOptions): Promise<Result<ProjectStore>> {
  try {
    return ok(await opened(options));
  } catch (error) {
    if (error instanceof ProjectUnavailable) return fail(error.problem);
    const failure = storageFailure(error);
    if (!failure) throw error;
    return fail(problem(failure.code, {}, { detail: failure.detail }));
  }
}

async function opened(options: OpenProjectOptions): Promise<ProjectStore> {
  const { bridge, project, settings, now, app, newId, patience = defaultPatience, progress = () => undefined } = options;
  const writer: Writer = { token: crypto.randomUUID(), device: settings.device, annotator: settings.annotator, now, app };
  const journal = valueOf(await bridge.openJournal(project.id));
  const context = { bridge, project: project.id, writer, patience, progress };
  const { database, recovery, unjournaled } = await recover(context, journal);
  const line = new SaveLine(bridge, project.id, now, keepsLevel(database, context));
  if (unjournaled.length > 0) await line.oweJournal(unjournaled);
  const beginOnce = () => begin(database, line, writer, options);
  // What the Journal is still owed comes first; until then the lines wait where they are.
  const isLevel = line.state().kind !== 'failed';
  const { salvage } = journal;
  const salvaged = salvage && isLevel ? await takeSalvage({ bridge, project: project.id, database, line, writer, begin: beginOnce }, salvage) : null;
  await beginOnce();
  keepSnapshots(database, bridge, project.id);
  return dexieProjectStore({
    info: project,
    recovery: { ...recovery, setAsideBytes: journal.setAsideBytes, damagedLine: journal.damagedLine, refilled: journal.refilled, salvaged },
    database,
    line,
    writer,
    me: { id: settings.annotator, kind: 'person', name: settings.annotatorName, version: null },
    newId,
    // Of one that fails the main process tells (`Bridge.onBackup`); the work goes on.
    backUp: (reason) => void bridge.backUp(project.id, reason).catch(() => undefined),
  });
}

/** Milliseconds: a person reads first, and nothing of this is worth a key that is late. */
const untilSnapshot = 30_000;

/** Takes a snapshot when the Log has become much longer than at the last one, in a pause of the work; tried again until there is one. */
function keepSnapshots(database: ProjectDatabase, bridge: Bridge, project: ProjectId): void {
  const wait = () => void setTimeout(() => void attempt().catch(giveUp), untilSnapshot);
  /** Asked once: it means reading all of it. */
  let last: number | null = null;
  const attempt = async (): Promise<void> => {
    if (!database.isOpen()) return;
    last ??= valueOf(await bridge.newestSnapshot(project))?.sequence ?? 0;
    const { sequence } = (await readMeta(database, 'head')) ?? emptyHead;
    if (sequence - last >= entriesPerSnapshot && (await takeSnapshot(database, bridge, project))) last = sequence;
    wait();
  };
  /** A full disk, or a project that was closed: a short cut less, and nothing lost. */
  const giveUp = (error: unknown): void => {
    if (!(error instanceof ProjectUnavailable) && !storageFailure(error)) throw error;
  };
  wait();
}

/** The first Entries of a new project, in one transaction: a project has a Schema from the start. */
async function begin(database: ProjectDatabase, line: SaveLine, writer: Writer, { schema, seed }: OpenProjectOptions): Promise<void> {
  if (await readMeta(database, 'schema')) return;
  const steps = [projectStep('begin-project', { added: [{ kind: 'schema', value: schema }], updated: [], removed: [] })];
  if (seed) steps.push(projectStep('take-in', changeBetween(emptyDataset(schema), seed())));
  const begun = await line.enqueue(async () => ({ result: ok(null), lines: await applyChange(database, writer, steps) }));
  if (!begun.ok) throw new ProjectUnavailable('database-failed', 'the first entry was refused');
}

const projectStep = (command: string, change: Change): Step => ({ scope: null, action: { kind: 'do', command }, change });
