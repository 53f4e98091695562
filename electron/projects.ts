import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ProjectInfo } from '../shared/bridge.ts';
import { makeId, type ProjectId } from '../shared/model/id.ts';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { FileRefusal, ifThere } from './file-failure.ts';
import { parseJson } from './parse-json.ts';
import { projectIdSchema } from './settings.ts';

/** The projects of a profile: a folder each, with `project.json` and the Journal. */
export interface Projects {
  /** Oldest first. */
  list(): Promise<readonly ProjectInfo[]>;
  find(id: ProjectId): Promise<ProjectInfo>;
  /** @throws FileRefusal when there is a project of that id. */
  create(name: string, id?: ProjectId): Promise<ProjectInfo>;
  rename(id: ProjectId, name: string): Promise<ProjectInfo>;
  folderOf(id: ProjectId): string;
}

const storedSchema = z.object({ id: projectIdSchema, name: z.string().min(1), created: z.string().min(1) });

export function projectsIn(userData: string): Projects {
  const root = join(userData, 'projects');
  const folderOf = (id: ProjectId): string => join(root, id);

  async function list(): Promise<readonly ProjectInfo[]> {
    const found = (await ifThere(() => readdir(root, { withFileTypes: true }))) ?? [];
    const ids = found.flatMap((one) => (one.isDirectory() ? (projectIdSchema.safeParse(one.name).data ?? []) : []));
    const projects = await Promise.all(ids.map(find));
    return projects.sort((a, b) => compare(a.created, b.created) || compare(a.id, b.id));
  }

  /** A project whose card is lost keeps its work: it goes by its id until it is renamed. */
  async function find(id: ProjectId): Promise<ProjectInfo> {
    const folder = folderOf(id);
    const { birthtime } = await stat(folder);
    return (await readCard(folder, id)) ?? { id, name: id, created: birthtime.toISOString() };
  }

  async function create(name: string, id: ProjectId = makeId('project', randomUUID())): Promise<ProjectInfo> {
    const project: ProjectInfo = { id, name, created: new Date().toISOString() };
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

  return { list, find, create, rename, folderOf };
}

const cardOf = (folder: string): string => join(folder, 'project.json');

const writeCard = (folder: string, project: ProjectInfo): Promise<void> =>
  writeAtomically(cardOf(folder), `${JSON.stringify(project, null, 2)}\n`);

async function readCard(folder: string, id: ProjectId): Promise<ProjectInfo | null> {
  const text = await ifThere(() => readFile(cardOf(folder), 'utf8'));
  const card = storedSchema.safeParse(text === null ? undefined : parseJson(text));
  return card.success && card.data.id === id ? card.data : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
