import { type ProjectId } from '../../shared/model/id.ts';
import { browserFactory } from './browser-factory.ts';
import { ProjectDatabase } from './database.ts';

/** Is there a working copy of a project? Asked without opening it: opening would make one. */
export async function hasDatabase(project: ProjectId): Promise<boolean> {
  const { name: wanted } = new ProjectDatabase(project);
  return (await browserFactory.databases()).some(({ name }) => name === wanted);
}
