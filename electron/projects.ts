import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { daysToRestore, type ProjectInfo, type ProjectSizes } from '../shared/bridge.ts';
import { makeId, type ProjectId } from '../shared/model/id.ts';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { attempt, FileRefusal, ifThere } from './file-failure.ts';
import { knownProjectsIn } from './known-projects.ts';
import { parseJson } from './parse-json.ts';
import { projectCardSchema } from './project-card.ts';
import { projectIdSchema } from './settings.ts';

/** The projects of a profile: a folder each, with `project.json` and the Journal. */
export interface Projects {
  /** Oldest first. */
  list(): Promise<readonly ProjectInfo[]>;
  find(id: ProjectId): Promise<ProjectInfo>;
  /** Those that were there and whose folders are gone, without any that had been deleted. */
  lost(): Promise<readonly ProjectInfo[]>;
  /** One of which nothing is left is no longer called lost. */
  forget(id: ProjectId): Promise<void>;
  /** `created`: of one that was there before. @throws FileRefusal when there is a project of that id. */
  create(name: string, id?: ProjectId, created?: string): Promise<ProjectInfo>;
  rename(id: ProjectId, name: string): Promise<ProjectInfo>;
  /** Puts it away, or deletes it for now, or takes either back. */
  mark(id: ProjectId, mark: 'archived' | 'deleted', isSet: boolean): Promise<ProjectInfo>;
  /** Removes the folder of one that was deleted `daysToRestore` ago; whether it was. */
  purge(id: ProjectId): Promise<boolean>;
  /** Bytes of all files in the folder of each. */
  sizes(): Promise<ProjectSizes>;
  folderOf(id: ProjectId): string;
}

const day = 24 * 60 * 60 * 1000;

export function projectsIn(userData: string): Projects {
  const root = join(userData, 'projects');
  const folderOf = (id: ProjectId): string => join(root, id);
  const known = knownProjectsIn(userData);

  async function present(): Promise<readonly ProjectId[]> {
    const found = (await ifThere(() => readdir(root, { withFileTypes: true }))) ?? [];
    return found.flatMap((one) => (one.isDirectory() ? (projectIdSchema.safeParse(one.name).data ?? []) : []));
  }

  async function list(): Promise<readonly ProjectInfo[]> {
    const projects = await Promise.all((await present()).map(find));
    await known.keep(projects);
    return projects.sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  }

  async function lost(): Promise<readonly ProjectInfo[]> {
    const there = new Set(await present());
    return (await known.all()).filter(({ id, deleted }) => !there.has(id) && deleted === undefined);
  }

  /** A project whose card is lost, or cannot be read, keeps its work; where nobody knows what it was called, it goes by its id until it is renamed. */
  async function find(id: ProjectId): Promise<ProjectInfo> {
    const folder = folderOf(id);
    const { birthtime } = await stat(folder);
    return (await readCard(folder, id)) ?? (await known.all()).find((one) => one.id === id) ?? { id, name: id, created: birthtime.toISOString() };
  }

  async function create(name: string, id: ProjectId = makeId('project', randomUUID()), created: string = new Date().toISOString()): Promise<ProjectInfo> {
    const project: ProjectInfo = { id, name, created };
    const folder = folderOf(project.id);
    if (await ifThere(() => stat(folder))) throw new FileRefusal('project-there', id);
    await mkdir(folder, { recursive: true });
    try {
      await writeCard(folder, project);
      await syncFolder(root);
      await syncFolder(userData);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    await known.keep([project]);
    return project;
  }

  async function rename(id: ProjectId, name: string): Promise<ProjectInfo> {
    const project = { ...(await find(id)), name };
    await writeCard(folderOf(id), project);
    await known.keep([project]);
    return project;
  }

  async function mark(id: ProjectId, how: 'archived' | 'deleted', isSet: boolean): Promise<ProjectInfo> {
    const { [how]: _, ...bare } = await find(id);
    const project: ProjectInfo = isSet ? { ...bare, [how]: new Date().toISOString() } : bare;
    await writeCard(folderOf(id), project);
    await known.keep([project]);
    return project;
  }

  async function purge(id: ProjectId): Promise<boolean> {
    const { deleted } = await find(id);
    if (deleted === undefined || Date.now() - Date.parse(deleted) < daysToRestore * day) return false;
    await known.drop(id);
    await rm(folderOf(id), { recursive: true });
    await syncFolder(root);
    return true;
  }

  async function sizes(): Promise<ProjectSizes> {
    const projects = await list();
    return Object.fromEntries(await Promise.all(projects.map(async ({ id }) => [id, await folderSize(folderOf(id))] as const)));
  }

  return { list, find, lost, forget: known.drop, create, rename, mark, purge, sizes, folderOf };
}

const cardOf = (folder: string): string => join(folder, 'project.json');

const writeCard = (folder: string, project: ProjectInfo): Promise<void> =>
  writeAtomically(cardOf(folder), `${JSON.stringify(project, null, 2)}\n`);

async function readCard(folder: string, id: ProjectId): Promise<ProjectInfo | null> {
  const read = await attempt('read', () => readFile(cardOf(folder), 'utf8'));
  const card = projectCardSchema.safeParse(read.ok ? parseJson(read.value) : undefined);
  return card.success && card.data.id === id ? card.data : null;
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const sizes = await Promise.all(entries.map(async (one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return folderSize(path);
    // What goes between the list and the question takes nothing.
    return one.isFile() ? ((await ifThere(() => stat(path)))?.size ?? 0) : 0;
  }));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
