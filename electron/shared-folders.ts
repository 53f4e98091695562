import { randomUUID } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type FolderChoice, type FolderToken, type NamedFile, type SharedFolderState } from '../shared/bridge.ts';
import { cardName, sharedName } from '../shared/exchange/folder/names.ts';
import { type DeviceId, type ProjectId } from '../shared/model/id.ts';
import { writeAtomically } from './atomic-write.ts';
import { attempt, FileRefusal, ifThere } from './file-failure.ts';
import { innerFolder } from './inner-folder.ts';
import { projectIdSchema } from './settings.ts';
import { type SharedFolder, sharedFolderAt } from './shared-folder.ts';
import { stateFile } from './state-file.ts';

/**
 * Which shared folder goes with which project, and what this device has made for it. `folder` is always the project whose work goes through the folder, as its card says:
 * on an annotator's laptop it may have come into another one (`project`).
 */
export interface SharedFolders {
  /** A folder that a person has chosen. */
  take(path: string): Promise<FolderChoice>;
  /** `card`: to be put there as the first file of all, by whoever gives the work out. */
  connect(token: FolderToken, folder: ProjectId, card: Uint8Array | null): Promise<void>;
  forget(folder: ProjectId): Promise<void>;
  look(project: string, folder: ProjectId): Promise<SharedFolderState | null>;
  read(folder: ProjectId, names: readonly string[]): Promise<readonly (Uint8Array | null)[]>;
  /** Of what was made for it, these. */
  send(project: string, folder: ProjectId, names: readonly string[]): Promise<void>;
}

const outbox = 'outbox';

/** Keeps files for a shared folder in the project's own, whether that can be reached now or not; the piece, which speaks of the others, comes last. */
export async function keepForFolder(project: string, files: readonly NamedFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    const path = join(await innerFolder(project, outbox, ...name.split('/').slice(0, -1)), basename(name));
    if (!(await ifThere(() => lstat(path)))) await writeAtomically(path, bytes);
  }
}

export function sharedFoldersIn(userData: string, device: () => DeviceId, patience?: number): SharedFolders {
  const kept = stateFile(join(userData, 'shared-folders.json'), z.record(projectIdSchema, z.string()));
  const chosen = new Map<FolderToken, string>();
  const open = new Map<string, SharedFolder>();

  const pathOf = async (folder: ProjectId): Promise<string | null> => (await kept.read())?.[folder] ?? null;

  function at(path: string): SharedFolder {
    const key = `${device()} ${path}`;
    const there = open.get(key) ?? sharedFolderAt(path, { device: device(), ...(patience !== undefined && { patience }) });
    open.set(key, there);
    return there;
  }

  async function connected(folder: ProjectId): Promise<SharedFolder> {
    const path = await pathOf(folder);
    if (path === null) throw new FileRefusal('not-found', 'no shared folder is connected');
    return at(path);
  }

  async function keep(change: (before: Readonly<Record<ProjectId, string>>) => Readonly<Record<ProjectId, string>>): Promise<void> {
    if (!(await kept.write({ ...change((await kept.read()) ?? {}) }))) throw new FileRefusal('write-failed', 'the choice could not be kept');
  }

  return {
    async take(path) {
      const names = (await at(path).list()).map(({ name }) => name);
      const [card = null] = names.includes(cardName) ? await at(path).read([cardName]) : [];
      const token = randomUUID() as FolderToken;
      chosen.set(token, path);
      return { token, name: basename(path), hasCard: names.includes(cardName), card, isEmpty: names.length === 0 };
    },
    async connect(token, folder, card) {
      const path = chosen.get(token);
      if (path === undefined) throw new FileRefusal('not-found', 'nobody has chosen this folder');
      if (card) await at(path).put([{ name: cardName, bytes: async () => card }]);
      await keep((before) => ({ ...before, [folder]: path }));
      chosen.delete(token);
    },
    async forget(folder) {
      if ((await pathOf(folder)) !== null) await keep((before) => Object.fromEntries(Object.entries(before).filter(([id]) => id !== folder)));
    },
    async look(project, folder) {
      const path = await pathOf(folder);
      if (path === null) return null;
      return { name: basename(path), found: await attempt('read', () => at(path).list()), outbox: await filesBelow(join(project, outbox), '') };
    },
    read: async (folder, names) => (await connected(folder)).read(names),
    async send(project, folder, names) {
      const there = await connected(folder);
      await there.put(names.map((name) => ({ name, bytes: async () => new Uint8Array(await readFile(join(project, outbox, ...name.split('/')))) })));
    },
  };
}

async function filesBelow(root: string, folder: string): Promise<readonly { readonly name: string; readonly size: number }[]> {
  const inside = (await ifThere(() => readdir(join(root, folder), { withFileTypes: true }))) ?? [];
  const found = await Promise.all(inside.map(async (one) => {
    const name = folder === '' ? one.name : `${folder}/${one.name}`;
    if (one.isDirectory()) return filesBelow(root, name);
    return one.isFile() && sharedName(name) ? [{ name, size: (await lstat(join(root, name))).size }] : [];
  }));
  return found.flat();
}
