import { type Bridge, type JournalLine, type JournalState, type Outcome, type PackedLine, type WrittenLine } from '../../shared/bridge.ts';
import { entryHash, genesis } from '../../shared/exchange/log.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { writtenBytes } from './entry-hash.ts';
import { ProjectUnavailable, valueOf } from './project-unavailable.ts';

/** Lines that cross the process boundary in one call. */
const linesPerCall = 500;

/** The end of a Journal. */
export type JournalEnd = Pick<JournalState, 'sequence' | 'head' | 'counts'>;

/** The line with that sequence. @throws ProjectUnavailable if the Journal cannot be read. */
export async function lineAt(bridge: Bridge, project: ProjectId, sequence: number): Promise<JournalLine> {
  const [line] = valueOf(await bridge.readJournal(project, sequence - 1, 1));
  if (line?.entry.sequence !== sequence) throw new ProjectUnavailable('read-failed', `the journal has no line ${sequence}`);
  return line;
}

/** The hash of the Entry with that sequence, `genesis` for 0. */
export const hashAt = async (bridge: Bridge, project: ProjectId, sequence: number): Promise<string> =>
  sequence === 0 ? genesis : entryHash((await lineAt(bridge, project, sequence)).entry);

/** Visits the lines after a sequence up to the last, a page at a time. @throws ProjectUnavailable if the Journal ends before. */
export async function eachLines(
  bridge: Bridge,
  project: ProjectId,
  { after, last }: { readonly after: number; readonly last: number },
  visit: (lines: readonly JournalLine[]) => Promise<void>,
): Promise<void> {
  while (after < last) {
    const lines = valueOf(await bridge.readJournal(project, after, linesPerCall));
    if (lines.length === 0) throw new ProjectUnavailable('read-failed', `the journal ends at ${after}, not at ${last}`);
    await visit(lines);
    after += lines.length;
  }
}

/**
 * Appends lines in calls of a bounded size. The answer says how many are in the Journal now, and what stopped the rest.
 * A call that fails altogether is a failed write like any other: the lines are kept and tried again.
 */
export async function appendLines(
  bridge: Bridge,
  project: ProjectId,
  lines: readonly WrittenLine[],
): Promise<{ readonly appended: number; readonly failure: Extract<Outcome<number>, { ok: false }> | null }> {
  for (let appended = 0; appended < lines.length; appended += linesPerCall) {
    const outcome = await bridge.appendJournal(project, lines.slice(appended, appended + linesPerCall).map(packed)).catch(brokenCall);
    if (!outcome.ok) return { appended, failure: outcome };
  }
  return { appended: lines.length, failure: null };
}

const packed = ({ bytes, entry, ...rest }: WrittenLine): PackedLine => ({ ...rest, entry: bytes ?? writtenBytes(entry) });

const brokenCall = (error: unknown): Outcome<number> => ({ ok: false, failure: 'write-failed', detail: String(error) });

export const endAfter = ({ entry, counts }: JournalLine): JournalEnd => ({ sequence: entry.sequence, head: entryHash(entry), counts });
