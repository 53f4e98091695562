import { type Bridge, type ExportToken, type FileFailure } from '../../../shared/bridge.ts';
import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type ExportPlan } from '../../../shared/dataset/export-plan.ts';
import { type Exported } from '../../../shared/dataset/export-run.ts';
import { type Attention, type ExportProgress, type ExportSource } from '../../../shared/dataset/export-source.ts';
import { type ProjectId } from '../../../shared/model/id.ts';
import { problem, type Problem } from '../../../shared/result.ts';

export interface ExportJob {
  readonly plan: ExportPlan;
  readonly project: ProjectId;
  readonly readSource: () => Promise<ExportSource>;
  readonly place: { readonly title: string; readonly suggestedName: string };
  /** Version of the app. */
  readonly app: string;
}

export type Written =
  | { readonly outcome: 'written'; readonly folder: string }
  /** No place was chosen, or it was told to stop: nothing is left. */
  | { readonly outcome: 'cancelled' }
  /** The project changed since the plan: nothing is left. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'failed'; readonly problems: readonly Problem[] }
  /** The folder stands, but the project does not know that it was released. */
  | { readonly outcome: 'not-kept'; readonly folder: string; readonly problems: readonly Problem[] };

type ExportBridge = Pick<Bridge, 'beginExport' | 'appendExport' | 'finishExport' | 'cancelExport' | 'keepRelease'>;

export type RunIn = (
  source: ExportSource, plan: ExportPlan, take: (files: readonly NamedBytes[]) => Promise<void>, attention: Attention & { readonly app: string },
) => Promise<Exported>;

export interface WriteTools {
  readonly bridge: ExportBridge;
  readonly run: RunIn;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** A piece larger than this would be copied between the processes in one go. */
const pieceBytes = 8 * 1024 * 1024;

const failed = (failure: FileFailure): Written => ({ outcome: 'failed', problems: [problem(failure)] });

/** The main process refused a piece: the run ends with it, and it is no bug. */
class PieceRefused extends Error {
  readonly failure: FileFailure;

  constructor(failure: FileFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** Asks for a place, writes the plan there and records a release. Whatever happens, a folder stands there whole or not at all. */
export async function writeExport(job: ExportJob, tools: WriteTools): Promise<Written> {
  const { bridge } = tools;
  const begun = await bridge.beginExport(job.place.title, job.place.suggestedName);
  if (!begun.ok) return failed(begun.failure);
  if (begun.value === null) return { outcome: 'cancelled' };
  const { token, name: folder } = begun.value;
  const filled = await fill(job, token, tools);
  if (filled) return filled;
  const finished = await bridge.finishExport(token);
  return finished.ok ? recorded(job, folder, bridge) : failed(finished.failure);
}

/** Writes the pieces; `null` when all are there. After anything else nothing is left of them. */
async function fill(job: ExportJob, token: ExportToken, tools: WriteTools): Promise<Written | null> {
  let writing: Promise<void> = Promise.resolve();
  const take = (files: readonly NamedBytes[]): Promise<void> => (writing = append(files, token, tools.bridge));
  let isWhole = false;
  try {
    const reason = await ran(job, take, tools);
    isWhole = reason === null;
    return reason;
  } finally {
    if (!isWhole) {
      // A piece on its way would come after the end.
      await Promise.allSettled([writing]);
      await tools.bridge.cancelExport(token);
    }
  }
}

/** Why the run did not write everything; `null` when it did. */
async function ran(
  { plan, readSource, app }: ExportJob, take: (files: readonly NamedBytes[]) => Promise<void>, tools: WriteTools,
): Promise<Written | null> {
  const { run, signal, onProgress } = tools;
  const isSame = async (): Promise<boolean> => (await readSource()).snapshot === plan.snapshot;
  try {
    const exported = await run(await readSource(), plan, take, { app, signal, progress: onProgress });
    if (signal.aborted || exported.outcome === 'stopped') return { outcome: 'cancelled' };
    if (!(await isSame())) return { outcome: 'stale' };
    return exported.outcome === 'refused' ? { outcome: 'failed', problems: exported.problems } : null;
  } catch (bug) {
    if (bug instanceof PieceRefused) return failed(bug.failure);
    // A project that changed under the run's hands is no longer what was planned, and that is no bug.
    if (!(await isSame())) return { outcome: 'stale' };
    throw bug;
  }
}

/** One piece after another. An empty file is a file, too. */
async function append(files: readonly NamedBytes[], token: ExportToken, bridge: ExportBridge): Promise<void> {
  for (const { name, bytes } of files) {
    for (let start = 0; start === 0 || start < bytes.length; start += pieceBytes) {
      // A copy: a view would carry all that lies behind it to the other process.
      const appended = await bridge.appendExport(token, name, bytes.slice(start, start + pieceBytes));
      if (!appended.ok) throw new PieceRefused(appended.failure);
    }
  }
}

async function recorded({ plan, project }: ExportJob, folder: string, bridge: ExportBridge): Promise<Written> {
  const { release } = plan.options;
  if (!release) return { outcome: 'written', folder };
  const kept = await bridge.keepRelease(project, { version: release.version, date: release.date, lock: plan.lock, ...(plan.contents && { contents: plan.contents }) });
  return kept.ok ? { outcome: 'written', folder } : { outcome: 'not-kept', folder, problems: [problem(kept.failure)] };
}
