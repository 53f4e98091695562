import { type ProjectId } from '../../shared/model/id.ts';
import { ProjectDatabase } from './database.ts';

/** Lets go of the working copy of a project that is gone for good. */
export const forgetDatabase = (project: ProjectId): Promise<void> => new ProjectDatabase(project).delete();
