import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CallChannel } from '../../shared/bridge.ts';
import { isProjectId } from '../../shared/model/id.ts';
import { argumentSchemas } from '../../electron/argument-schemas.ts';
import { journalName } from '../../electron/journal-segments.ts';
import { journalsOf } from '../../electron/open-journals.ts';
import { projectsIn } from '../../electron/projects.ts';
import { hostileProjectIds } from '../fixtures/hostile-project-ids.ts';
import { linesFor } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Every channel that takes a project, with arguments that are sound for a sound one. */
const channels: Readonly<Partial<Record<CallChannel, (id: unknown) => readonly unknown[]>>> = {
  createProject: (id) => ['نام', id],
  bringBackProject: (id) => [id, null],
  renameProject: (id) => [id, 'نام'],
  markProject: (id) => [id, 'deleted', true],
  purgeProject: (id) => [id],
  openJournal: (id) => [id],
  readJournal: (id) => [id, 0, 10],
  appendJournal: (id) => [id, []],
  readSalvage: (id) => [id, 0, 10],
  finishSalvage: (id) => [id],
  setAside: (id) => [id, 'a', 'b'],
  beginSnapshot: (id) => [id, { sequence: 1, hash: 'ab'.repeat(32), shape: 1, rows: 1, tables: 1 }],
  appendSnapshot: (id) => [id, ''],
  finishSnapshot: (id) => [id],
  cancelSnapshot: (id) => [id],
  newestSnapshot: (id) => [id],
  readSnapshot: (id) => [id, 1, 0],
  backUp: (id) => [id, 'daily'],
  saveProjectCopy: (id) => [id, 'عنوان', 'نام'],
  listReleases: (id) => [id],
  keepRelease: (id) => [id, { version: '1.0.0', date: '2026-01-01', lock: null }],
  projectSecret: (id) => [id],
  keepBundle: (id) => [id, 'received', 'ab'.repeat(32), new Uint8Array(1)],
  connectSharedFolder: (id) => [randomUUID(), id, null],
  forgetSharedFolder: (id) => [id],
  lookIntoSharedFolder: (id) => [id, id],
  readSharedFiles: (id) => [id, ['project.json']],
  keepForSharedFolder: (id) => [id, []],
  sendToSharedFolder: (id) => [id, id, []],
};

/** What a schema of arguments is made of. */
interface Tuple {
  readonly def: { readonly items?: readonly { safeParse: (value: unknown) => { readonly success: boolean } }[] };
}

describe('a project id that was made to do harm', () => {
  it.each(hostileProjectIds)('that %s is none', (_why, id) => expect(isProjectId(id)).toBe(false));

  it.each(Object.entries(channels))('%s takes a sound one and refuses every other before it does anything', (channel, argumentsFor) => {
    const takes = (id: unknown) => argumentSchemas[channel as CallChannel].safeParse(argumentsFor(id)).success;
    expect(takes('prj-a')).toBe(true);
    expect(hostileProjectIds.filter(([, id]) => takes(id)).map(([why]) => why)).toEqual([]);
  });

  it('no channel that takes a project is missing above', () => {
    const takesOne = (channel: CallChannel) => {
      const { items } = (argumentSchemas[channel] as unknown as Tuple).def;
      return (items ?? []).some((item) => item.safeParse('prj-a').success && !item.safeParse('a').success);
    };
    const found = (Object.keys(argumentSchemas) as CallChannel[]).filter(takesOne);
    expect(found.sort()).toEqual(Object.keys(channels).sort());
  });
});

describe('folders that somebody put among the projects', () => {
  it('are passed over where they have no project\'s name, and none is followed out of the profile', () =>
    inTemporaryFolder(async (userData) => {
      const root = join(userData, 'projects');
      const outside = join(userData, 'outside');
      for (const folder of ['.hidden', 'PRJ-A', 'prj-a b', 'prj-..x', 'prj-۱', `prj-${'a'.repeat(65)}`, 'node_modules']) mkdirSync(join(root, folder), { recursive: true });
      mkdirSync(outside);
      writeFileSync(join(outside, journalName), '');
      symlinkSync(outside, join(root, 'prj-link'));
      writeFileSync(join(root, 'prj-file'), '');
      expect(await projectsIn(userData).list()).toEqual([]);
    }));

  it('go by the name of the folder, whatever their card says', () =>
    inTemporaryFolder(async (userData) => {
      const projects = projectsIn(userData);
      const folder = join(userData, 'projects', 'prj-a');
      mkdirSync(folder, { recursive: true });
      for (const [, id] of hostileProjectIds) {
        writeFileSync(join(folder, 'project.json'), JSON.stringify({ id, name: 'نام', created: '2026-01-01' }));
        expect(await projects.list()).toMatchObject([{ id: 'prj-a', name: 'prj-a' }]);
      }
      const journals = journalsOf(projects, async () => []);
      await journals.append('prj-a' as never, linesFor(['a']));
      expect(readdirSync(folder).sort()).toEqual([journalName, 'project.json']);
      expect(readdirSync(userData).sort()).toEqual(['projects', 'projects.json']);
    }));
});
