import { type ProjectId } from '../../shared/model/id.ts';
import { browserFactory } from './browser-factory.ts';
import { ProjectDatabase } from './database.ts';

/** Dexie counts the browser's versions in tenths, and adds one where tables were altered by hand. */
const perLayout = 10;

/**
 * Which of the layouts of `ProjectDatabase` a project's working copy has, and which is today's; asked without opening it, which would already alter
 * an older one. `null`: there is none.
 */
export async function installedLayout(project: ProjectId): Promise<{ readonly installed: number | null; readonly newest: number }> {
  const { name: wanted, verno } = new ProjectDatabase(project);
  const version = (await browserFactory.databases()).find(({ name }) => name === wanted)?.version;
  return { installed: version === undefined ? null : Math.floor(version / perLayout), newest: verno };
}
