import { type JournalLine, type JournalState } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { type JournalExtent } from './backup-file.ts';
import { type ProvenLine } from './journal-line.ts';
import { type Journal, type JournalOptions, openJournal, pageBytes } from './journal.ts';
import { type JournalEnd } from './journal-scan.ts';
import { countSalvage, finishSalvage, readSalvage, type Salvage, waitingSalvage } from './journal-salvage.ts';
import { FileRefusal } from './file-failure.ts';
import { type Projects } from './projects.ts';
import { refill } from './refill.ts';

/** The Journals that the page has asked for: each is opened once and stays open. */
export interface OpenJournals {
  state(project: ProjectId): Promise<JournalState>;
  read(project: ProjectId, after: number, limit: number): Promise<readonly JournalLine[]>;
  append(project: ProjectId, lines: readonly (JournalLine | ProvenLine)[]): Promise<number>;
  /** Of the lines that lie behind damage: those with sequence > `after`. */
  readSalvage(project: ProjectId, after: number, limit: number): Promise<readonly JournalLine[]>;
  /** How far it reaches now, and where it lies. */
  extent(project: ProjectId): Promise<JournalExtent & { readonly end: JournalEnd }>;
  /** The page has taken them in. */
  finishSalvage(project: ProjectId): Promise<void>;
}

/** Backups of a project, the one with most lines first. */
export type BackupsOf = (project: ProjectId, place: 'here' | 'second') => Promise<readonly string[]>;

/** Milliseconds: a stick or a share that is away must not keep anybody from working. */
const patienceWithSecond = 3_000;

/** A Journal, and how many lines came back to it from backups when it was opened. */
interface Refilled {
  readonly journal: Journal;
  readonly refilled: number;
}

const unlessSlow = (paths: Promise<readonly string[]>): Promise<readonly string[]> =>
  Promise.race([paths, new Promise<readonly string[]>((resolve) => void setTimeout(() => resolve([]), patienceWithSecond).unref())]);

export function journalsOf(projects: Projects, backupsOf: BackupsOf, options: JournalOptions = {}): OpenJournals {
  const journals = new Map<ProjectId, Promise<Refilled>>();

  async function openRefilled(project: ProjectId): Promise<Refilled> {
    const journal = await openJournal(projects.folderOf(project), options);
    try {
      const info = await projects.find(project);
      const isMissing = journal.setAsideBytes > 0 || journal.end.sequence === 0;
      const here = await refill(journal, info, await backupsOf(project, 'here'));
      const second = isMissing ? await refill(journal, info, await unlessSlow(backupsOf(project, 'second'))) : 0;
      return { journal, refilled: here + second };
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  async function refilledOf(project: ProjectId): Promise<Refilled> {
    const opening = journals.get(project) ?? openRefilled(project);
    journals.set(project, opening);
    try {
      return await opening;
    } catch (error) {
      journals.delete(project);
      throw error;
    }
  }

  const journalOf = async (project: ProjectId): Promise<Journal> => (await refilledOf(project)).journal;

  async function salvageOf(id: ProjectId): Promise<Salvage> {
    const salvage = await waitingSalvage(projects.folderOf(id));
    if (!salvage) throw new FileRefusal('not-found', 'nothing waits behind a damaged line');
    return salvage;
  }

  return {
    state: async (id) => {
      const project = await projects.find(id);
      const { journal: { end, shape, setAsideBytes, damagedLine }, refilled } = await refilledOf(id);
      const salvage = await waitingSalvage(projects.folderOf(id));
      return { project, ...end, shape, setAsideBytes, damagedLine, refilled, salvage: salvage && { line: salvage.line, lines: await countSalvage(salvage) } };
    },
    read: async (id, after, limit) => (await journalOf(id)).read(after, limit),
    append: async (id, lines) => (await journalOf(id)).append(lines),
    extent: async (id) => {
      const { parts, end } = await journalOf(id);
      return { parts, end };
    },
    readSalvage: async (id, after, limit) => readSalvage(await salvageOf(id), after, limit, pageBytes),
    finishSalvage: async (id) => finishSalvage(projects.folderOf(id), await salvageOf(id)),
  };
}
