import { type ProjectInfo } from '../shared/bridge.ts';
import { type ProjectId } from '../shared/model/id.ts';
import { openBackup } from './backup-file.ts';
import { type Backups } from './backups.ts';
import { type Projects } from './projects.ts';
import { releases } from './releases.ts';

/**
 * The folder of a project that is gone, under its id, so that its Journal can be filled again: from backups when it is opened, and from the working
 * copy. Card, secret and releases are those of the backup with most lines; without one it is called `name`. `null` where there is neither.
 * @throws FileRefusal where the folder is there after all.
 */
export async function bringBack(projects: Projects, backups: Pick<Backups, 'pathsOf'>, id: ProjectId, name: string | null): Promise<ProjectInfo | null> {
  const here = await backups.pathsOf(id, 'here');
  const [path] = here.length > 0 ? here : await backups.pathsOf(id, 'second');
  const found = path === undefined ? null : await openBackup(path);
  await found?.journal.return(undefined);
  const known = found?.head.project;
  const wanted = known?.name ?? name;
  if (wanted === null) return null;
  const project = await projects.create(wanted, id, known?.created);
  if (found) await releases.putBack(projects.folderOf(id), found.beside);
  return project;
}
