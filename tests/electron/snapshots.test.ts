import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SnapshotHead } from '../../shared/bridge.ts';
import { type ProjectId } from '../../shared/model/id.ts';
import { projectsIn } from '../../electron/projects.ts';
import { keptSnapshots, snapshotName, type Snapshots, snapshotsIn } from '../../electron/snapshots.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const headAt = (sequence: number): SnapshotHead => ({ sequence, hash: 'ab'.repeat(32), shape: 1, rows: 1, tables: 5 });
const rowsOf = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => JSON.stringify(['texts', { id: index, text: `خط ${index}\nو خطِ دیگر` }]));

interface Desk {
  readonly folder: string;
  readonly project: ProjectId;
  readonly snapshots: Snapshots;
  readonly take: (sequence: number, rows: readonly string[]) => Promise<void>;
}

const withDesk = (work: (desk: Desk) => Promise<void>) =>
  inTemporaryFolder(async (userData) => {
    const projects = projectsIn(userData);
    const { id: project } = await projects.create('نمونه');
    const snapshots = snapshotsIn(projects);
    const take = async (sequence: number, rows: readonly string[]) => {
      await snapshots.begin(project, headAt(sequence));
      for (const row of rows) await snapshots.append(project, `${row}\n`);
      await snapshots.finish(project);
    };
    await work({ folder: projects.folderOf(project), project, snapshots, take });
  });

async function rowsIn({ snapshots, project }: Desk, sequence: number): Promise<readonly string[]> {
  const rows: string[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page = await snapshots.read(project, sequence, offset);
    rows.push(...page.rows);
    offset = page.next;
  }
  return rows;
}

const filesOf = ({ folder }: Desk) => readdirSync(folder).filter((name) => name.includes('snapshot')).sort();

describe('a snapshot', () => {
  it('gives back every row in order, in pages however large they are', () =>
    withDesk(async (desk) => {
      const rows = [...rowsOf(3), JSON.stringify(['texts', { id: 'long', text: 'ی'.repeat(3_000_000) }]), ...rowsOf(2)];
      await desk.take(7, rows);
      expect(await desk.snapshots.newest(desk.project)).toEqual(headAt(7));
      expect(await rowsIn(desk, 7)).toEqual(rows);
      expect((await desk.snapshots.read(desk.project, 7, 0)).next).not.toBeNull();
    }));

  it('is none before there is one, and holds nothing where there was nothing to hold', () =>
    withDesk(async (desk) => {
      expect(await desk.snapshots.newest(desk.project)).toBeNull();
      await desk.take(1, []);
      expect(await rowsIn(desk, 1)).toEqual([]);
    }));

  it('pushes out older ones, and two are kept', () =>
    withDesk(async (desk) => {
      for (const sequence of [10, 20, 30, 40]) await desk.take(sequence, rowsOf(2));
      expect(keptSnapshots).toBe(2);
      expect(filesOf(desk)).toEqual([snapshotName(30), snapshotName(40)]);
    }));

  it('that was given up leaves nothing, and a second beginning gives up the first', () =>
    withDesk(async (desk) => {
      await desk.snapshots.begin(desk.project, headAt(3));
      await desk.snapshots.append(desk.project, 'x\n');
      await desk.snapshots.begin(desk.project, headAt(4));
      await desk.snapshots.cancel(desk.project);
      expect(filesOf(desk)).toEqual([]);
      await expect(desk.snapshots.append(desk.project, 'x\n')).rejects.toMatchObject({ failure: 'not-found' });
      await expect(desk.snapshots.finish(desk.project)).rejects.toMatchObject({ failure: 'not-found' });
    }));
});

describe('a snapshot that is not as it was written is passed over for the one before', () => {
  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'nothing of it is left': () => Buffer.alloc(0),
    'its first half is there (a crash while writing, on a disk that keeps no order)': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'its last line is missing': (bytes) => bytes.subarray(0, bytes.lastIndexOf('{"sha256"')),
    'its last line is torn': (bytes) => bytes.subarray(0, bytes.length - 9),
    'a byte of a row is another': (bytes) => flipped(bytes, bytes.length >> 1),
    'a byte of its first line is another': (bytes) => flipped(bytes, 30),
    'a row is missing': (bytes) => Buffer.from(bytes.toString('utf8').split('\n').filter((_, index) => index !== 2).join('\n')),
    'rows stand behind its end': (bytes) => Buffer.concat([bytes, Buffer.from('["texts",{}]\n')]),
    'it says another place than its name': (bytes) => Buffer.from(bytes.toString('utf8').replace('"sequence":20', '"sequence":21')),
  };
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const other = Buffer.from(bytes);
    other[at] = (other[at] ?? 0) ^ 1;
    return other;
  };

  it.each(Object.entries(damages))('%s', (_what, damage) =>
    withDesk(async (desk) => {
      await desk.take(10, rowsOf(2));
      await desk.take(20, rowsOf(4));
      const path = join(desk.folder, snapshotName(20));
      writeFileSync(path, damage(readFileSync(path)));
      expect(await desk.snapshots.newest(desk.project)).toEqual(headAt(10));
    }),
  );

  it('what a crash left under another name counts for nothing and is taken away by the next', () =>
    withDesk(async (desk) => {
      await desk.take(10, rowsOf(2));
      writeFileSync(join(desk.folder, '.snapshot.tmp'), 'half');
      expect(await desk.snapshots.newest(desk.project)).toEqual(headAt(10));
      await desk.take(20, rowsOf(3));
      expect(filesOf(desk)).toEqual([snapshotName(10), snapshotName(20)]);
      expect(await rowsIn(desk, 20)).toEqual(rowsOf(3));
    }));
});
