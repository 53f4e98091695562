import { type JournalLine, type JournalState } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { type JournalExtent } from './backup-file.ts';
import { type Journal, type JournalEnd, type JournalOptions, openJournal, pageBytes } from './journal.ts';
import { countSalvage, finishSalvage, readSalvage, type Salvage, waitingSalvage } from './journal-salvage.ts';
import { FileRefusal } from './file-failure.ts';
import { type Projects } from './projects.ts';

/** The Journals that the page has asked for: each is opened once and stays open. */
export interface OpenJournals {
  state(project: ProjectId): Promise<JournalState>;
  read(project: ProjectId, after: number, limit: number): Promise<readonly JournalLine[]>;
  append(project: ProjectId, lines: readonly JournalLine[]): Promise<number>;
  /** Of the lines that lie behind damage: those with sequence > `after`. */
  readSalvage(project: ProjectId, after: number, limit: number): Promise<readonly JournalLine[]>;
  /** How far it reaches now, and where it lies. */
  extent(project: ProjectId): Promise<JournalExtent & { readonly end: JournalEnd }>;
  /** The page has taken them in. */
  finishSalvage(project: ProjectId): Promise<void>;
}

export function journalsOf(projects: Projects, options: JournalOptions = {}): OpenJournals {
  const journals = new Map<ProjectId, Promise<Journal>>();

  async function journalOf(project: ProjectId): Promise<Journal> {
    const opening = journals.get(project) ?? openJournal(projects.folderOf(project), options);
    journals.set(project, opening);
    try {
      return await opening;
    } catch (error) {
      journals.delete(project);
      throw error;
    }
  }

  async function salvageOf(id: ProjectId): Promise<Salvage> {
    const salvage = await waitingSalvage(projects.folderOf(id));
    if (!salvage) throw new FileRefusal('not-found', 'nothing waits behind a damaged line');
    return salvage;
  }

  return {
    state: async (id) => {
      const project = await projects.find(id);
      const { end, shape, setAsideBytes, damagedLine } = await journalOf(id);
      const salvage = await waitingSalvage(projects.folderOf(id));
      return { project, ...end, shape, setAsideBytes, damagedLine, salvage: salvage && { line: salvage.line, lines: await countSalvage(salvage) } };
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
