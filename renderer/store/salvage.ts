import { type Bridge, type JournalLine, type JournalState } from '../../shared/bridge.ts';
import { entryNow } from '../../shared/exchange/entry-now.ts';
import { foldAcross } from '../../shared/exchange/fold-across.ts';
import { type Entry, entryHash } from '../../shared/exchange/log.ts';
import { changeBetween, isEmptyChange } from '../../shared/model/change.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { ok } from '../../shared/result.ts';
import { applyChange, replayLines, type Writer } from './apply-change.ts';
import { type Head, type ProjectDatabase, readMeta } from './database.ts';
import { emptyHead } from './head.ts';
import { appendLines } from './journal.ts';
import { type Salvaged } from './project-store.ts';
import { ProjectUnavailable, valueOf } from './project-unavailable.ts';
import { readDataset } from './reads.ts';
import { type SaveLine } from './save-line.ts';

/** The command that brings back what lay behind a damaged line of the Journal: nobody takes it back. */
export const salvageCommand = 'salvage';

export interface SalvageContext {
  readonly bridge: Bridge;
  readonly project: ProjectId;
  readonly database: ProjectDatabase;
  readonly line: SaveLine;
  readonly writer: Writer;
  /** Gives a project its first Entries, if it has none: even the one with its Schema can be lost. */
  readonly begin: () => Promise<void>;
}

const linesPerCall = 500;

/**
 * Takes in the whole lines that lay behind a damaged one, once the database is level with what is left of the Journal. Those that continue it
 * (the database had what was damaged) are replayed as they are. Where Entries are missing between, the rest is folded across the hole and
 * becomes one Entry: the Journal stays one sound chain, and what it said is kept aside.
 */
export async function takeSalvage(context: SalvageContext, salvage: NonNullable<JournalState['salvage']>): Promise<Salvaged> {
  const { bridge, project, database } = context;
  const head = await headOf(database);
  const lines = await readAll(bridge, project, head.sequence);
  const rest = await replayFollowing(context, head, lines);
  const known = await wasTakenBefore(database, salvage.line, lines);
  const salvaged = rest.length === 0 || known ? { lost: 0, missing: 0 } : await foldIn(context, rest);
  valueOf(await bridge.finishSalvage(project));
  return { line: salvage.line, entries: known ? 0 : lines.length, ...salvaged };
}

const headOf = async (database: ProjectDatabase): Promise<Head> => (await readMeta(database, 'head')) ?? emptyHead;

async function readAll(bridge: Bridge, project: ProjectId, from: number): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  for (let after = from; ; ) {
    const page = valueOf(await bridge.readSalvage(project, after, linesPerCall));
    const last = page.at(-1);
    if (!last) return lines;
    lines.push(...page);
    after = last.entry.sequence;
  }
}

/** Appends and replays the lines that continue the Log without a gap; the others are the answer. */
async function replayFollowing({ bridge, project, database, writer }: SalvageContext, head: Head, lines: readonly JournalLine[]): Promise<readonly JournalLine[]> {
  let [sequence, hash, count] = [head.sequence, head.hash, 0];
  for (const { entry } of lines) {
    if (entry.sequence !== sequence + 1 || entry.previous !== hash) break;
    [sequence, hash, count] = [entry.sequence, entryHash(entry), count + 1];
  }
  for (let from = 0; from < count; from += linesPerCall) {
    const page = lines.slice(from, Math.min(from + linesPerCall, count));
    const { failure } = await appendLines(bridge, project, page);
    if (failure) throw new ProjectUnavailable(failure.failure, failure.detail);
    await replayLines(database, writer, page);
  }
  return lines.slice(count);
}

/** The program may have died between taking them in and saying so; doing it again would undo what was done since. */
async function wasTakenBefore(database: ProjectDatabase, line: number, lines: readonly JournalLine[]): Promise<boolean> {
  const entries = await database.entries.where('sequence').aboveOrEqual(line).toArray();
  const among = new Set(lines.map(({ entry }) => entryHash(entry)));
  return entries.some(({ entry }) => isSalvage(entry) && !among.has(entryHash(entry)));
}

const isSalvage = ({ action }: Entry): boolean => action.kind === 'do' && action.command === salvageCommand;

async function foldIn({ database, line, writer, begin }: SalvageContext, lines: readonly JournalLine[]): Promise<Pick<Salvaged, 'lost' | 'missing'>> {
  const { sequence } = await headOf(database);
  await begin();
  const before = await readDataset(database);
  const entries = lines.map((one) => entryNow(one));
  const { dataset, lost } = foldAcross(before, entries);
  const change = changeBetween(before, dataset);
  if (!isEmptyChange(change)) {
    const step = { scope: null, action: { kind: 'do', command: salvageCommand }, change } as const;
    const written = await line.enqueue(async () => ({ result: ok(null), lines: await applyChange(database, writer, [step]) }));
    if (!written.ok || line.state().kind === 'failed') throw new ProjectUnavailable('save-failed', 'what lay behind a damaged line could not be written');
  }
  return { lost: lost.length, missing: (entries.at(-1)?.sequence ?? sequence) - sequence - entries.length };
}
