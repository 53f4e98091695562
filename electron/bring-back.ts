import { type ProjectInfo } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { openBackup } from './backup-file.ts';
import { type Backups } from './backups.ts';
import { type Projects } from './projects.ts';
import { releases } from './releases.ts';

/**
 * The folder of a project that is gone, under its id, so that its Journal can be filled again: from backups when it is opened, and from the working
 * copy. Its card is the one that it had last, secret and releases are those of the backup with most lines; without one it is called `name`. `null` where
 * there is neither: it is no longer called lost then, unless the second folder is away and may hold some.
 * @throws FileRefusal where the folder is there after all.
 */
export async function bringBack(projects: Projects, backups: Pick<Backups, 'pathsOf' | 'list'>, id: ProjectId, name: string | null): Promise<ProjectInfo | null> {
  const here = await backups.pathsOf(id, 'here');
  const [path] = here.length > 0 ? here : await backups.pathsOf(id, 'second');
  const found = path === undefined ? null : await openBackup(path);
  await found?.journal.return(undefined);
  if (!found && name === null) {
    if (!(await backups.list()).second?.failure) await projects.forget(id);
    return null;
  }
  const known = (await projects.lost()).find((one) => one.id === id);
  const project = await projects.create(known?.name ?? found?.head.project.name ?? name ?? id, id, (found?.head.project ?? known)?.created);
  if (found) await releases.putBack(projects.folderOf(id), found.beside);
  return known?.archived === undefined ? project : projects.mark(id, 'archived', true);
}
