import 'fake-indexeddb/auto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inProject } from '../../../build/project.mjs';
import { describe, expect, it } from 'vitest';
import { type JournalLine } from '../../../shared/bridge.ts';
import { storedVersion } from '../../../shared/model/migrations/migrate.ts';
import { type ProjectId } from '../../../shared/model/id.ts';
import { readMeta, writeMeta } from '../../../renderer/store/database.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, second, setStatus } from './desk.ts';

/**
 * A Journal of every stored shape that was ever written, kept as it was then. When the shape changes, NAQL_KEEP_SHAPE=1 makes the file of the new
 * one, once; those of before are never made again.
 */
const fileOf = (shape: number): string => inProject('tests', 'fixtures', 'stored', `shape-${shape}.ndjson`);
const shapes = Array.from({ length: storedVersion }, (_, index) => index + 1);

async function worked(): Promise<Desk> {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(first, 'annotate', markNew(entityOf('وزیر')));
  await store.perform(second, 'annotate', mark(4, 8));
  await store.undo(second);
  await store.perform(first, 'set-status', setStatus('done'));
  await store.close();
  return desk;
}

if (process.env['NAQL_KEEP_SHAPE'] === '1' && !existsSync(fileOf(storedVersion))) {
  const { memory } = await worked();
  mkdirSync(inProject('tests', 'fixtures', 'stored'), { recursive: true });
  writeFileSync(fileOf(storedVersion), memory.lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

const linesOfShape = (shape: number): readonly JournalLine[] =>
  readFileSync(fileOf(shape), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as JournalLine);

describe('every stored shape', () => {
  it.each(shapes)('has a journal that was kept of it (%i)', (shape) => expect(existsSync(fileOf(shape))).toBe(true));

  it.each(shapes)('opens in the program of today (%i), with all its work, and goes on', async (shape) => {
    const desk = new Desk();
    desk.memory.lines = [...linesOfShape(shape)];
    const store = await desk.open();
    expect((await store.ownSet(first))?.annotations).toHaveLength(2);
    expect(await store.row(first)).toMatchObject({ status: 'done', annotations: 2 });
    expect((await store.entities()).map(({ name }) => name)).toEqual(['شخص وزیر']);
    expect((await store.redo(second)).ok).toBe(true);
    await desk.expectSound(store);
  });
});

describe('rows of another shape', () => {
  const reshape = (desk: Desk, shape: number) =>
    desk.tamper(async (database) => {
      const opened = await readMeta(database, 'opened');
      if (opened) await writeMeta(database, 'opened', { ...opened, shape });
    });

  it('of before are backed up first, and made anew then', async () => {
    const desk = await worked();
    await reshape(desk, storedVersion - 1);
    const store = await desk.open();
    expect(desk.memory.backups).toEqual([{ reason: 'migration', lines: desk.memory.lines.length }]);
    expect(store.recovery.kind).toBe('rebuilt');
    await desk.expectSound(store);
  });

  it('are not touched where the backup fails', async () => {
    const desk = await worked();
    await reshape(desk, storedVersion - 1);
    desk.memory.bridge.backUp = async (_project: ProjectId) => ({ ok: false, failure: 'disk-full', detail: 'no room' });
    expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
    expect(await desk.tamper((database) => readMeta(database, 'opened'))).toMatchObject({ shape: storedVersion - 1 });
  });

  it('from the future are refused, and so is a journal from there, before anything is altered', async () => {
    const desk = await worked();
    const last = desk.memory.lines.at(-1);
    desk.memory.lines = [...desk.memory.lines.slice(0, -1), ...(last ? [{ ...last, shape: storedVersion + 1 }] : [])];
    const before = structuredClone(desk.memory.lines);
    expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'stored-version-unknown', values: { version: storedVersion + 1 } }] });
    expect(desk.memory.lines).toEqual(before);
  });
});

describe('before something large', () => {
  it('the journal is backed up as it stood', async () => {
    const desk = await worked();
    const store = await desk.open();
    const lines = desk.memory.lines.length;
    await store.takeIn(datasetOf('3'));
    expect(desk.memory.backups).toEqual([{ reason: 'import', lines }]);
    expect(desk.memory.lines).toHaveLength(lines + 1);
    await store.takeIn(datasetOf('3'));
    expect(desk.memory.backups, 'nothing is taken in twice').toHaveLength(1);
  });
});
