import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProjectId } from '../../shared/model/id.ts';
import { journalsOf } from '../../electron/open-journals.ts';
import { projectsIn } from '../../electron/projects.ts';
import { linesFor } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

describe('projects', () => {
  it('are none at first', () => inTemporaryFolder(async (folder) => expect(await projectsIn(folder).list()).toEqual([])));

  it('are listed from the oldest, under their new names', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const one = await projects.create('یکم');
      const two = await projects.create('دوم');
      await projects.rename(one.id, 'نخستین');
      const listed = await projectsIn(folder).list();
      expect(listed).toHaveLength(2);
      expect(listed).toEqual(expect.arrayContaining([{ ...one, name: 'نخستین' }, two]));
      expect(listed.map(({ created }) => created)).toEqual([one.created, two.created].sort());
    }));

  it('keep name and date when their card is lost or damaged', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const project = await projects.create('نام');
      await projects.mark(project.id, 'archived', true);
      writeFileSync(join(projects.folderOf(project.id), 'project.json'), '{');
      expect(await projectsIn(folder).list()).toMatchObject([{ ...project, archived: expect.any(String) as string }]);
    }));

  it('whose folders are gone are lost, until they are there again, were deleted before or are forgotten', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const [one, two, three] = [await projects.create('یکم'), await projects.create('دوم'), await projects.create('سوم')];
      await projects.rename(two.id, 'دومین');
      await projects.mark(three.id, 'deleted', true);
      expect(await projects.lost()).toEqual([]);
      rmSync(join(folder, 'projects'), { recursive: true });
      const again = projectsIn(folder);
      expect(await again.list()).toEqual([]);
      expect((await again.lost()).map(({ name }) => name).sort()).toEqual(['دومین', 'یکم'].sort());
      await again.create('یکم', one.id, one.created);
      expect(await again.lost()).toMatchObject([{ id: two.id, name: 'دومین', created: two.created }]);
      await again.forget(two.id);
      expect(await again.lost()).toEqual([]);
    }));

  it('stay in the list when their card is lost or damaged, and nobody has written down what they were called', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const { id } = await projects.create('نام');
      rmSync(join(folder, 'projects.json'));
      for (const spoil of [() => writeFileSync(join(projects.folderOf(id), 'project.json'), '{'), () => rmSync(join(projects.folderOf(id), 'project.json'))]) {
        spoil();
        rmSync(join(folder, 'projects.json'), { force: true });
        expect(await projects.list()).toEqual([{ id, name: id, created: expect.stringMatching(/^\d{4}-.*Z$/) as string }]);
      }
      expect((await projects.rename(id, 'نام دیگر')).name).toBe('نام دیگر');
      expect((await projects.list())[0]?.name).toBe('نام دیگر');
    }));

  it('stay in the list, and the others with them, where the system does not let a card be read', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const [one, other] = [await projects.create('یکی'), await projects.create('دیگری')];
      rmSync(join(projects.folderOf(one.id), 'project.json'));
      mkdirSync(join(projects.folderOf(one.id), 'project.json'));
      expect((await projects.list()).map(({ name }) => name).sort()).toEqual([one.name, other.name].sort());
    }));

  it('are put away, deleted for a month and brought back; only then does a folder go', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const made = await projects.create('نام');
      expect(await projects.mark(made.id, 'archived', true)).toEqual({ ...made, archived: expect.any(String) as string });
      expect((await projects.mark(made.id, 'deleted', true)).deleted).toMatch(/^\d{4}-.*Z$/);
      expect(await projects.purge(made.id), 'deleted today').toBe(false);
      expect((await projectsIn(folder).list())[0]).toMatchObject({ archived: expect.any(String) as string, deleted: expect.any(String) as string });
      expect(await projects.mark(made.id, 'deleted', false)).not.toHaveProperty('deleted');
      expect(await projects.purge(made.id), 'not deleted at all').toBe(false);
      const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000).toISOString();
      writeFileSync(join(projects.folderOf(made.id), 'project.json'), JSON.stringify({ ...made, deleted: longAgo }));
      expect(await projects.purge(made.id)).toBe(true);
      expect(await projects.list()).toEqual([]);
    }));

  it('are as large as the files in their folders', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const [one, two] = [await projects.create('یک'), await projects.create('دو')];
      const before = await projects.sizes();
      mkdirSync(join(projects.folderOf(two.id), 'releases'));
      writeFileSync(join(projects.folderOf(two.id), 'releases', 'a'), 'x'.repeat(1000));
      expect(await projects.sizes()).toEqual({ [one.id]: before[one.id], [two.id]: (before[two.id] ?? 0) + 1000 });
    }));

  it('are not what else lies in the folder', () =>
    inTemporaryFolder(async (folder) => {
      mkdirSync(join(folder, 'projects', 'other'), { recursive: true });
      writeFileSync(join(folder, 'projects', 'prj-file'), '');
      expect(await projectsIn(folder).list()).toEqual([]);
    }));

  it('leave nothing behind when they cannot be made', () =>
    inTemporaryFolder(async (folder) => {
      writeFileSync(join(folder, 'projects'), 'in the way');
      await expect(projectsIn(folder).create('نام')).rejects.toMatchObject({ code: 'ENOTDIR' });
      expect(readdirSync(folder)).toEqual(['projects']);
    }));
});

describe('the journals of projects', () => {
  it('are opened once and answer by project', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const journals = journalsOf(projects, async () => []);
      const project = await projects.create('نام');
      const lines = linesFor(['a', 'b']);
      expect(await journals.append(project.id, lines)).toBe(2);
      expect(await journals.read(project.id, 1, 5)).toEqual(lines.slice(1));
      expect(await journals.state(project.id)).toMatchObject({ project, sequence: 2, setAsideBytes: 0 });
    }));

  it('of a project that is not there can be asked for again later', () =>
    inTemporaryFolder(async (folder) => {
      const projects = projectsIn(folder);
      const journals = journalsOf(projects, async () => []);
      const id = 'prj-later' as ProjectId;
      await expect(journals.read(id, 0, 1)).rejects.toMatchObject({ code: 'ENOENT' });
      mkdirSync(projects.folderOf(id), { recursive: true });
      expect(await journals.read(id, 0, 1)).toEqual([]);
    }));
});
