import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { daysToRestore, type ProjectInfo, type ProjectSizes } from '../shared/bridge.ts';
import { makeId, type ProjectId } from '../shared/model/id.ts';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { attempt, FileRefusal, ifThere } from './file-failure.ts';
import { parseJson } from './parse-json.ts';
import { projectIdSchema } from './settings.ts';

/** The projects of a profile: a folder each, with `project.json` and the Journal. */
export interface Projects {
  /** Oldest first. */
  list(): Promise<readonly ProjectInfo[]>;
  find(id: ProjectId): Promise<ProjectInfo>;
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

const storedSchema = z.object({ id: projectIdSchema, name: z.string().min(1), created: z.string().min(1), archived: z.iso.datetime().optional(), deleted: z.iso.datetime().optional() });
const day = 24 * 60 * 60 * 1000;

export function projectsIn(userData: string): Projects {
  const root = join(userData, 'projects');
  const folderOf = (id: ProjectId): string => join(root, id);

  async function list(): Promise<readonly ProjectInfo[]> {
    const found = (await ifThere(() => readdir(root, { withFileTypes: true }))) ?? [];
    const ids = found.flatMap((one) => (one.isDirectory() ? (projectIdSchema.safeParse(one.name).data ?? []) : []));
    const projects = await Promise.all(ids.map(find));
    return projects.sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  }

  /** A project whose card is lost, or cannot be read, keeps its work: it goes by its id until it is renamed. */
  async function find(id: ProjectId): Promise<ProjectInfo> {
    const folder = folderOf(id);
    const { birthtime } = await stat(folder);
    return (await readCard(folder, id)) ?? { id, name: id, created: birthtime.toISOString() };
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
    return project;
  }

  async function rename(id: ProjectId, name: string): Promise<ProjectInfo> {
    const project = { ...(await find(id)), name };
    await writeCard(folderOf(id), project);
    return project;
  }

  async function mark(id: ProjectId, how: 'archived' | 'deleted', isSet: boolean): Promise<ProjectInfo> {
    const { [how]: _, ...bare } = await find(id);
    const project: ProjectInfo = isSet ? { ...bare, [how]: new Date().toISOString() } : bare;
    await writeCard(folderOf(id), project);
    return project;
  }

  async function purge(id: ProjectId): Promise<boolean> {
    const { deleted } = await find(id);
    if (deleted === undefined || Date.now() - Date.parse(deleted) < daysToRestore * day) return false;
    await rm(folderOf(id), { recursive: true });
    await syncFolder(root);
    return true;
  }

  async function sizes(): Promise<ProjectSizes> {
    const projects = await list();
    return Object.fromEntries(await Promise.all(projects.map(async ({ id }) => [id, await folderSize(folderOf(id))] as const)));
  }

  return { list, find, create, rename, mark, purge, sizes, folderOf };
}

const cardOf = (folder: string): string => join(folder, 'project.json');

const writeCard = (folder: string, project: ProjectInfo): Promise<void> =>
  writeAtomically(cardOf(folder), `${JSON.stringify(project, null, 2)}\n`);

async function readCard(folder: string, id: ProjectId): Promise<ProjectInfo | null> {
  const read = await attempt('read', () => readFile(cardOf(folder), 'utf8'));
  const card = storedSchema.safeParse(read.ok ? parseJson(read.value) : undefined);
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
