import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { type BackupFailure, type BackupInfo } from '../../shared/bridge.ts';
import { type Backups, backupsIn, keptBackups } from '../../electron/backups.ts';
import { bringBack } from '../../electron/bring-back.ts';
import { encodeLine, lineOf } from '../../electron/journal-line.ts';
import { journalName } from '../../electron/journal-segments.ts';
import { journalsOf } from '../../electron/open-journals.ts';
import { projectsIn } from '../../electron/projects.ts';
import { releases } from '../../electron/releases.ts';
import { seedSchema } from '../arbitraries/schema.ts';
import { articleOf } from '../shared/exchange/bundle/laptop.ts';
import { linesFor } from './journal-lines.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

vi.setConfig({ testTimeout: 120_000 });

const noon = Date.parse('2026-11-20T12:00:00Z');
const hour = 60 * 60 * 1000;

type Desk = Awaited<ReturnType<typeof begin>>;

/** A profile with one project of three lines, and a clock. */
const withDesk = <T>(work: (desk: Desk) => Promise<T>) => inTemporaryFolder(async (userData) => work(await begin(userData)));

async function begin(userData: string) {
  const clock = { now: noon };
  const projects = projectsIn(userData);
  const told: (BackupFailure | null)[] = [];
  const journals = journalsOf(projects, (id, place) => backups.pathsOf(id, place));
  const backups: Backups = backupsIn({ userData, projects, extentOf: journals.extent, now: () => clock.now, onFailed: (failed) => told.push(failed), patience: 2_000 });
  const project = await projects.create('نمونه');
  const lines = [...linesFor(['a', 'b', 'c'])];
  await journals.append(project.id, lines);
  const append = async (...texts: readonly string[]) => {
    const more = linesFor(texts, lines);
    lines.push(...more);
    await journals.append(project.id, more);
  };
  const folder = join(userData, 'backups', project.id);
  const files = () => readdirSync(folder).sort();
  const journal = (id = project.id) => readFileSync(join(projects.folderOf(id), journalName));
  /** The program again: nothing is open. */
  const restarted = () => journalsOf(projects, (id, place) => backups.pathsOf(id, place));
  return { userData, clock, projects, journals, backups, project, lines, append, folder, files, journal, told, restarted };
}

const made = (info: BackupInfo | null): BackupInfo => info ?? expect.unreachable('a backup was to be made');

describe('a backup', () => {
  it('can be read without the program: what it is, what lies beside the journal, then the journal itself', () =>
    withDesk(async ({ backups, project, folder, files, journal }) => {
      await backups.make(project.id, 'daily');
      const [head = '', beside = '', ...rest] = gunzipSync(readFileSync(join(folder, files()[0] ?? ''))).toString('utf8').split('\n');
      expect(JSON.parse(head)).toMatchObject({ naql: 'backup', project: { name: 'نمونه' }, reason: 'daily', sequence: 3, counts: { annotators: 3 } });
      expect(JSON.parse(beside)).toEqual({ secret: null, releases: [] });
      expect(rest.join('\n')).toBe(journal().toString('utf8'));
    }));

  it('holds what was there when it was asked for, not what is appended while it is written', () =>
    withDesk(async ({ backups, project, append }) => {
      const making = backups.make(project.id, 'import');
      await append('later');
      expect(made(await making).sequence).toBe(3);
      expect((await backups.preview(made(await making).token)).lines).toBe(3);
    }));

  it('is not made again while nothing has changed, unless a person asks for it', () =>
    withDesk(async ({ backups, project, files, clock }) => {
      await backups.make(project.id, 'import');
      clock.now += hour;
      expect(await backups.make(project.id, 'bulk')).toBeNull();
      expect(files()).toHaveLength(1);
      expect(await backups.make(project.id, 'by-hand')).not.toBeNull();
    }));

  it('is made once a day, and again where the newest one is from the future (the clock was set back)', () =>
    withDesk(async ({ backups, project, append, clock }) => {
      expect(await backups.makeDaily(project.id)).not.toBeNull();
      await append('d');
      clock.now += 23 * hour;
      expect(await backups.makeDaily(project.id)).toBeNull();
      clock.now += 2 * hour;
      expect(await backups.makeDaily(project.id)).not.toBeNull();
      await append('e');
      clock.now -= 400 * 24 * hour;
      expect(await backups.makeDaily(project.id)).not.toBeNull();
    }));

  it('pushes out the oldest of its kind only, and ten of each are kept', () =>
    withDesk(async ({ backups, project, append, clock, files }) => {
      for (let turn = 0; turn < keptBackups + 3; turn++) {
        await append(`x${turn}`);
        clock.now += hour;
        await backups.make(project.id, 'import');
      }
      await append('y');
      await backups.make(project.id, 'daily');
      expect(files().filter((name) => name.includes('import'))).toHaveLength(keptBackups);
      expect(files().filter((name) => name.includes('daily'))).toHaveLength(1);
      expect((await backups.list()).backups.map(({ sequence }) => sequence).at(-1)).toBe(3 + 4);
    }));

  it('leaves nothing half made where the journal cannot be read to its end', () =>
    withDesk(async ({ backups, project, files, projects }) => {
      await backups.make(project.id, 'daily');
      const before = files();
      const broken = backupsIn({
        userData: join(projects.folderOf(project.id), '..', '..'), projects, now: () => noon + hour,
        extentOf: async () => ({ parts: [{ path: join(projects.folderOf(project.id), journalName), bytes: 1e9 }], end: { sequence: 9, head: '', counts: null } }),
      });
      await expect(broken.make(project.id, 'bulk')).rejects.toMatchObject({ failure: 'read-failed' });
      expect(files()).toEqual(before);
    }));
});

describe('restoring', () => {
  it('makes a project beside the others, the same to the byte, with the secret and what was released', () =>
    withDesk(async ({ backups, project, projects, journal, append, journals }) => {
      const folder = projects.folderOf(project.id);
      const secret = await releases.secret(folder);
      await releases.keep(folder, { version: '1.0.0', date: '2026-11-01', lock: null });
      const { token } = made(await backups.make(project.id, 'daily'));
      const before = journal();
      await append('later');
      const restored = await backups.restore(token, 'نمونه، پیش از آن');
      expect(restored.id).not.toBe(project.id);
      expect(journal(restored.id).equals(before)).toBe(true);
      expect(await releases.secret(projects.folderOf(restored.id))).toBe(secret);
      expect(await releases.list(projects.folderOf(restored.id))).toHaveLength(1);
      expect((await journals.state(restored.id)).sequence).toBe(3);
      expect((await journals.state(project.id)).sequence).toBe(4);
    }));

  it('shows beforehand what can be read, and a damaged line costs itself alone', () =>
    withDesk(async ({ backups, userData, project, lines, journals }) => {
      const bytes = Buffer.concat(lines.map(encodeLine));
      bytes[encodeLine(lines[0] ?? expect.unreachable()).length + 40] = 0;
      const head = { naql: 'backup', project, made: new Date(noon).toISOString(), reason: 'daily', sequence: 3, counts: null };
      const path = join(userData, 'from-a-stick.gz');
      writeFileSync(path, gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n{"secret":null,"releases":[]}\n`), bytes])));
      const { token } = await backups.take(path);
      // Whose name a damaged line held goes without one.
      const owner = lines.at(-1)?.entry.annotator;
      expect(await backups.preview(token)).toMatchObject({ lines: 2, damaged: 1, owner: { id: owner } });
      const restored = await backups.restore(token, 'از حافظه');
      expect(await journals.state(restored.id)).toMatchObject({ sequence: 1, damagedLine: 2, salvage: { line: 2, lines: 1 } });
    }));

  it.each([
    ['a text file', Buffer.from('سلام')],
    ['a packed text', gzipSync('سلام')],
    ['a packed line of JSON that says something else', gzipSync('{"naql":"dataset"}\n{}\n')],
    ['a project that would lie elsewhere', gzipSync('{"naql":"backup","project":{"id":"prj-../../x","name":"x","created":"x"},"made":"x","reason":"daily","sequence":1,"counts":null}\n{}\n')],
    ['a head that is too deep', gzipSync(`{"naql":${'['.repeat(20_000)}${']'.repeat(20_000)}}\n{}\n`)],
    ['a head with a prototype for a project', gzipSync('{"naql":"backup","__proto__":{"project":{"id":"prj-x","name":"x","created":"x"}},"made":"x","reason":"daily","sequence":1,"counts":null}\n{}\n')],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', (_what, bytes) =>
    withDesk(async ({ backups, userData, projects }) => {
      const path = join(userData, 'x.gz');
      writeFileSync(path, bytes);
      await expect(backups.take(path)).rejects.toMatchObject({ failure: 'read-failed' });
      expect(await projects.list()).toHaveLength(1);
    }),
  );

  /** A backup from outside, with these lines, each with a checksum that holds. */
  const foreign = async ({ backups, userData, project }: Desk, lines: readonly string[]) => {
    const head = { naql: 'backup', project, made: new Date(noon).toISOString(), reason: 'daily', sequence: lines.length, counts: null };
    const path = join(userData, 'foreign.gz');
    writeFileSync(path, gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n{"secret":null,"releases":[]}\n`), ...lines.map(lineOf)])));
    return (await backups.take(path)).token;
  };

  it.each([
    ['no JSON', '{"entry":'],
    ['nothing but null', 'null'],
    ['a list', '[]'],
    ['no entry', '{"counts":{}}'],
    ['an entry without a change', '{"entry":{"sequence":1,"previous":""},"counts":{}}'],
    ['a change whose lists are none', '{"entry":{"sequence":1,"previous":"","change":{"added":{},"updated":[],"removed":[]}},"counts":{}}'],
    ['an entry by prototype', '{"__proto__":{"entry":{"sequence":1,"previous":"","change":{"added":[],"updated":[],"removed":[]}}},"counts":{}}'],
    ['a thousand levels', `{"entry":{"sequence":1,"previous":"","change":{"added":[${'['.repeat(1000)}${']'.repeat(1000)}],"updated":[],"removed":[]}},"counts":{}}`],
  ])('takes a line with a checksum that holds and %s for a damaged one', (_what, json) =>
    withDesk(async (desk) => {
      const token = await foreign(desk, [json]);
      expect(await desk.backups.preview(token)).toMatchObject({ lines: 0, damaged: 1, unsound: 0 });
      const restored = await desk.backups.restore(token, 'نو');
      expect(await desk.journals.state(restored.id)).toMatchObject({ sequence: 0, damagedLine: 1 });
    }),
  );

  it('says beforehand that what the lines lead to is no project that could have come about', () =>
    withDesk(async (desk) => {
      const [bare] = linesFor(['a']);
      if (!bare) throw new Error('no line');
      const { entry, counts } = bare;
      const withRecords = (...added: readonly unknown[]) => JSON.stringify({ entry: { ...entry, change: { added, updated: [], removed: [] } }, counts });
      const unsound = async (json: string) => (await desk.backups.preview(await foreign(desk, [json]))).unsound;
      const [schema, article] = [{ kind: 'schema', value: seedSchema }, { kind: 'article', value: articleOf('1') }];
      const set = { id: 'set-1', article: 'art-1', annotator: 'ann-1', role: 'work', status: 'todo' };
      const annotator = { kind: 'annotator', value: { id: 'ann-1', kind: 'person', name: '', version: null } };
      const annotation = (end: number) => ({
        kind: 'annotation', set: 'set-1',
        value: { id: 'an-1', label: 'SPEAKER', spans: [{ start: 0, end }], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual' },
      });
      expect(await unsound(withRecords(schema, article, annotator, { kind: 'set', value: set }, annotation(3)))).toBe(0);
      expect(await unsound(withRecords(schema, article, annotator, { kind: 'set', value: set }, annotation(3000)))).toBeGreaterThan(0);
      expect(await unsound(withRecords(schema, article, { kind: 'set', value: set }))).toBe(1);
      expect(await unsound(withRecords(article))).toBe(1);
      expect(await unsound(withRecords(schema, { kind: 'article', value: { title: 7 } }))).toBe(1);
    }));

  it('leaves no project behind where the backup is cut off', () =>
    withDesk(async ({ backups, project, projects, folder, files, append }) => {
      await append('ی'.repeat(200_000));
      const { token } = made(await backups.make(project.id, 'daily'));
      const path = join(folder, files()[0] ?? '');
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.subarray(0, bytes.length - 20));
      await expect(backups.restore(token, 'نو')).rejects.toMatchObject({ failure: 'read-failed' });
      expect(await projects.list()).toHaveLength(1);
    }));

  it('knows no path from outside: a token that was never given leads nowhere', () =>
    withDesk(async ({ backups }) => {
      await expect(backups.preview('../../etc/hostname' as never)).rejects.toMatchObject({ failure: 'not-found' });
    }));
});

describe('a backup that cannot be made', () => {
  it('is told with its reason, stays in the list, and is taken back by the next one that can be', () =>
    withDesk(async ({ backups, project, folder, append, told }) => {
      mkdirSync(dirname(folder), { recursive: true });
      writeFileSync(folder, 'a file stands where the folder should be');
      await expect(backups.makeDaily(project.id)).rejects.toMatchObject({ failure: 'write-failed' });
      const failed = { project: project.id, reason: 'daily', failure: 'write-failed' };
      expect(told).toEqual([failed]);
      expect(await backups.list()).toEqual({ backups: [], second: null, failed });
      await expect(backups.make(project.id, 'by-hand')).rejects.toMatchObject({ failure: 'write-failed' });
      expect(told).toHaveLength(1);

      rmSync(folder);
      await append('d');
      await backups.make(project.id, 'import');
      expect(told).toEqual([failed, null]);
      expect((await backups.list()).failed).toBeNull();
      await append('e');
      await backups.make(project.id, 'bulk');
      expect(told).toHaveLength(2);
    }));
});

describe('a journal that has lost its end', () => {
  /** Keeps the first lines of the journal's only file. */
  const keep = async ({ projects, project, lines }: Desk, count: number) =>
    writeFileSync(join(projects.folderOf(project.id), journalName), Buffer.concat(lines.slice(0, count).map(encodeLine)));

  it.each([
    ['the last lines', 4],
    ['all but one', 1],
    ['all of it', 0],
  ])('gets %s back from a backup when it is opened, without any database', (_what, left) =>
    withDesk(async (desk) => {
      await desk.append('d', 'e');
      await desk.backups.make(desk.project.id, 'daily');
      await keep(desk, left);
      const journals = desk.restarted();
      expect(await journals.state(desk.project.id)).toMatchObject({ sequence: 5, refilled: 5 - left });
      expect(await journals.read(desk.project.id, 0, 100)).toEqual(desk.lines);
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 5, refilled: 0 });
    }),
  );

  it('gets a damaged line back too, and what lay behind it still waits', () =>
    withDesk(async (desk) => {
      await desk.backups.make(desk.project.id, 'daily');
      await desk.append('d');
      const bytes = desk.journal();
      bytes[encodeLine(desk.lines[0] ?? expect.unreachable()).length + 40] = 0;
      writeFileSync(join(desk.projects.folderOf(desk.project.id), journalName), bytes);
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 3, refilled: 2, damagedLine: 2, salvage: { line: 2, lines: 2 } });
    }));

  it('gets from several backups what each has, and nothing from one that is damaged before it', () =>
    withDesk(async (desk) => {
      await desk.backups.make(desk.project.id, 'daily');
      desk.clock.now += hour;
      await desk.append('ی'.repeat(3_000_000), 'e');
      await desk.backups.make(desk.project.id, 'import');
      const [, newer = ''] = desk.files();
      const path = join(desk.folder, newer);
      const packed = readFileSync(path);
      writeFileSync(path, packed.subarray(0, packed.length - 300));
      await keep(desk, 1);
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 3, refilled: 2 });
    }));

  it('gets from the second folder what the first no longer has', () =>
    withDesk(async (desk) => {
      const stick = join(desk.userData, 'stick');
      mkdirSync(stick);
      await desk.backups.useSecondFolder(stick);
      await desk.backups.make(desk.project.id, 'daily');
      rmSync(desk.folder, { recursive: true });
      writeFileSync(join(desk.projects.folderOf(desk.project.id), journalName), encodeLine(desk.lines[0] ?? expect.unreachable()).subarray(0, 90));
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 3, refilled: 3 });
    }));

  it('is opened all the same where the second folder does not answer', () =>
    withDesk(async ({ projects, project, lines }) => {
      writeFileSync(join(projects.folderOf(project.id), journalName), Buffer.concat([encodeLine(lines[0] ?? expect.unreachable()), Buffer.from('torn')]));
      const journals = journalsOf(projects, (_id, place) => (place === 'here' ? Promise.resolve([]) : new Promise(() => undefined)));
      expect(await journals.state(project.id)).toMatchObject({ sequence: 1, refilled: 0 });
    }));

  it('takes nothing of another history, as after a damaged line that was folded across', () =>
    withDesk(async (desk) => {
      await desk.append('d');
      await desk.backups.make(desk.project.id, 'daily');
      const other = linesFor(['another'], desk.lines.slice(0, 2));
      writeFileSync(join(desk.projects.folderOf(desk.project.id), journalName), Buffer.concat([...desk.lines.slice(0, 2), ...other].map(encodeLine)));
      const journals = desk.restarted();
      expect(await journals.state(desk.project.id)).toMatchObject({ sequence: 3, refilled: 0 });
      expect(await journals.read(desk.project.id, 0, 100)).toEqual([...desk.lines.slice(0, 2), ...other]);
    }));

  it('takes nothing of a project of the same id that was there before', () =>
    withDesk(async (desk) => {
      await desk.backups.make(desk.project.id, 'daily');
      rmSync(desk.projects.folderOf(desk.project.id), { recursive: true });
      desk.clock.now += hour;
      await desk.projects.create('از رایانهٔ دیگر', desk.project.id);
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 0, refilled: 0 });
    }));

  it('that is whole reads no backup to its end', () =>
    withDesk(async (desk) => {
      await desk.backups.make(desk.project.id, 'daily');
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ sequence: 3, refilled: 0 });
    }));
});

describe('a project whose folder is gone', () => {
  it('comes back under its id with its name, its beginning, its secret and every line of its backup', () =>
    withDesk(async (desk) => {
      const folder = desk.projects.folderOf(desk.project.id);
      const secret = await releases.secret(folder);
      await desk.backups.make(desk.project.id, 'daily');
      rmSync(folder, { recursive: true });
      expect(await bringBack(desk.projects, desk.backups, desk.project.id, null)).toEqual(desk.project);
      expect(await desk.restarted().state(desk.project.id)).toMatchObject({ project: desk.project, sequence: 3, refilled: 3 });
      expect(await releases.secret(folder)).toBe(secret);
    }));

  it('without a backup is made anew, empty, for the working copy that is there, and not at all where there is none', () =>
    withDesk(async ({ projects, project, backups, restarted }) => {
      rmSync(projects.folderOf(project.id), { recursive: true });
      expect(await projects.lost()).toEqual([project]);
      expect(await bringBack(projects, backups, project.id, null)).toBeNull();
      expect(await projects.lost(), 'told once').toEqual([]);
      expect(await projects.list()).toEqual([]);
      expect(await bringBack(projects, backups, project.id, 'بازیافته')).toMatchObject({ id: project.id, name: 'بازیافته' });
      expect(await restarted().state(project.id)).toMatchObject({ sequence: 0, refilled: 0 });
    }));

  it('stays among the lost while the second folder, which may have some of it, is away', () =>
    withDesk(async ({ projects, project, backups, userData }) => {
      const stick = join(userData, 'stick');
      mkdirSync(stick);
      await backups.useSecondFolder(stick);
      rmSync(stick, { recursive: true });
      rmSync(projects.folderOf(project.id), { recursive: true });
      expect(await bringBack(projects, backups, project.id, null)).toBeNull();
      expect(await projects.lost()).toEqual([project]);
    }));

  it('comes back put away where it was put away', () =>
    withDesk(async ({ projects, project, backups }) => {
      await backups.make(project.id, 'daily');
      const { archived } = await projects.mark(project.id, 'archived', true);
      expect(archived).toBeDefined();
      rmSync(projects.folderOf(project.id), { recursive: true });
      expect((await bringBack(projects, backups, project.id, null))?.archived).toBeDefined();
    }));

  it('and is there after all is left alone', () =>
    withDesk(async ({ projects, project, backups }) => {
      await expect(bringBack(projects, backups, project.id, 'x')).rejects.toMatchObject({ failure: 'project-there' });
    }));
});

describe('a second folder', () => {
  it('gets every backup too; while it is away work goes on, and the list says so', () =>
    withDesk(async ({ backups, userData, project, append, clock }) => {
      const stick = join(userData, 'stick');
      mkdirSync(stick);
      expect(await backups.useSecondFolder(stick)).toBe('stick');
      await backups.make(project.id, 'daily');
      expect((await backups.list()).backups.map(({ place }) => place).sort()).toEqual(['here', 'second']);

      rmSync(stick, { recursive: true });
      await append('d');
      clock.now += hour;
      expect(await backups.make(project.id, 'import')).not.toBeNull();
      expect((await backups.list()).second).toEqual({ name: 'stick', failure: 'not-found' });

      mkdirSync(stick);
      await append('e');
      clock.now += hour;
      await backups.make(project.id, 'import');
      expect((await backups.list()).second).toEqual({ name: 'stick', failure: null });
      expect((await backups.list()).backups.filter(({ place }) => place === 'second')).toHaveLength(1);
      expect(await backups.useSecondFolder(null)).toBeNull();
      expect((await backups.list()).second).toBeNull();
    }));

  it('holds nothing up: one that does not answer is said to be away, and the next backup is made all the same', () =>
    withDesk(async ({ backups, userData, project, append, clock }) => {
      const stick = join(userData, 'stick');
      mkdirSync(stick);
      await backups.useSecondFolder(stick);
      const there = join(stick, 'naql-backups', project.id);
      mkdirSync(there, { recursive: true });
      // Whoever opens this for writing waits until somebody reads it: as on a share whose server has gone.
      const pipe = join(there, `.${new Date(clock.now).toISOString().replaceAll(/[:.]/g, '-')}-daily.naql-backup.gz.tmp`);
      execFileSync('mkfifo', [pipe]);
      try {
        expect(await backups.make(project.id, 'daily')).not.toBeNull();
        expect((await backups.list()).second).toEqual({ name: 'stick', failure: 'not-found' });
        await append('d');
        clock.now += hour;
        expect(await backups.make(project.id, 'import')).not.toBeNull();
        expect((await backups.list()).second).toEqual({ name: 'stick', failure: null });
      } finally {
        execFileSync('timeout', ['5', 'cat', pipe]);
      }
    }));

  it('keeps what it has where the copy is not what was copied, and nothing half of it', () =>
    withDesk(async ({ backups, userData, project, append, clock }) => {
      const stick = join(userData, 'stick');
      mkdirSync(stick);
      await backups.useSecondFolder(stick);
      const there = join(stick, 'naql-backups', project.id);
      await backups.make(project.id, 'daily');
      await append('d');
      clock.now += hour;
      mkdirSync(join(there, `${new Date(clock.now).toISOString().replaceAll(/[:.]/g, '-')}-import.naql-backup.gz`, 'in the way'), { recursive: true });
      await backups.make(project.id, 'import');
      expect((await backups.list()).second?.failure).not.toBeNull();
      expect(readdirSync(there).filter((one) => one.startsWith('.'))).toEqual([]);
    }));

  it('is not what a restored project depends on: a backup there can be restored where the first folder is gone', () =>
    withDesk(async ({ backups, userData, project, folder, journal }) => {
      const stick = join(userData, 'stick');
      mkdirSync(stick);
      await backups.useSecondFolder(stick);
      await backups.make(project.id, 'daily');
      rmSync(folder, { recursive: true });
      const [one] = (await backups.list()).backups;
      const restored = await backups.restore(one?.token ?? expect.unreachable(), 'از پوشهٔ دوم');
      expect(journal(restored.id).equals(journal())).toBe(true);
    }));
});

it('a backup that the system does not let be read keeps nobody from work: it is passed over, the project opens, and more are made', () =>
  withDesk(async ({ backups, project, folder, append, restarted }) => {
    await backups.make(project.id, 'daily');
    mkdirSync(join(folder, 'unreadable.naql-backup.gz'));
    expect((await backups.list()).backups).toHaveLength(1);
    await append('d');
    expect(made(await backups.make(project.id, 'import')).sequence).toBe(4);
    expect(await restarted().state(project.id)).toMatchObject({ sequence: 4 });
  }));

it('a foreign file among the backups is passed over', () =>
  withDesk(async ({ backups, project, folder }) => {
    await backups.make(project.id, 'daily');
    appendFileSync(join(folder, 'x.naql-backup.gz'), 'سلام');
    writeFileSync(join(dirname(folder), '.DS_Store'), '');
    expect((await backups.list()).backups).toHaveLength(1);
  }));
