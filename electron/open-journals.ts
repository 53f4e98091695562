import { type JournalLine, type JournalState } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { type Journal, openJournal } from './journal.ts';
import { type Projects } from './projects.ts';

/** The Journals that the page has asked for: each is opened once and stays open. */
export interface OpenJournals {
  state(project: ProjectId): Promise<JournalState>;
  read(project: ProjectId, after: number, limit: number): Promise<readonly JournalLine[]>;
  append(project: ProjectId, lines: readonly JournalLine[]): Promise<number>;
}

export function journalsOf(projects: Projects): OpenJournals {
  const journals = new Map<ProjectId, Promise<Journal>>();

  async function journalOf(project: ProjectId): Promise<Journal> {
    const opening = journals.get(project) ?? openJournal(projects.folderOf(project));
    journals.set(project, opening);
    try {
      return await opening;
    } catch (error) {
      journals.delete(project);
      throw error;
    }
  }

  return {
    state: async (id) => {
      const project = await projects.find(id);
      const { end, setAsideBytes } = await journalOf(id);
      return { project, ...end, setAsideBytes };
    },
    read: async (id, after, limit) => (await journalOf(id)).read(after, limit),
    append: async (id, lines) => (await journalOf(id)).append(lines),
  };
}
