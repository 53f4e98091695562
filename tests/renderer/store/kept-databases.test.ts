import 'fake-indexeddb/auto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { inProject } from '../../../build/project.mjs';
import { describe, expect, it } from 'vitest';
import { type NewId, type SetContext } from '../../../shared/commands/command.ts';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { fold } from '../../../shared/exchange/log.ts';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { makeId, type ProjectId } from '../../../shared/model/id.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { ProjectDatabase, rowVersion } from '../../../renderer/store/database.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, second, setStatus, third } from './desk.ts';
import { type KeptDatabase, readStores, writeStores } from './kept-database.ts';

/**
 * A database of every layout and every kind of rows that a program of before ever wrote, as that program wrote it: `database-<layout>-<rows>`, 0
 * where rows had no version yet. When either changes, NAQL_KEEP_SHAPE=1 makes the file of the new one, once; those of before are never made again.
 */
const folder = inProject('tests', 'fixtures', 'stored');
const fileOf = (name: string): string => `${folder}/database-${name}.json.gz`;
const newest = new ProjectDatabase('prj-none' as ProjectId).verno;
const today = `${newest}-${rowVersion}`;

/** More than one row of a set may hold. */
const many = (context: SetContext): Result<Change> => {
  const parts = Array.from({ length: 201 }, (_, index) => mark(index % 20, (index % 20) + 3)(context));
  return ok({ ...noChange, added: parts.flatMap((part) => (part.ok ? part.value.added : [])) });
};

const handIn = ({ sets, article, by, now, newId }: ReviewContext): Result<Change> => {
  const set = sets[0]?.id ?? expect.unreachable();
  return ok({ ...noChange, added: [{ kind: 'event', value: { kind: 'submitted', id: newId('event'), article: article.id, by, at: now, set, seal: '0'.repeat(64), turn: 1 } }] });
};

if (process.env['NAQL_KEEP_SHAPE'] === '1' && !existsSync(fileOf(today))) {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2', '3') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(first, 'annotate', markNew(entityOf('وزیر')));
  await store.perform(second, 'annotate', mark(4, 8));
  await store.undo(second);
  await store.perform(first, 'set-status', setStatus('done'));
  await store.perform(third, 'annotate', many);
  await store.perform(third, 'annotate', mark(2, 5));
  await store.performReview(first, 'submit', handIn);
  await store.flush();
  await store.close();
  writeFileSync(fileOf(today), gzipSync(JSON.stringify({ ...(await readStores(`naql-${desk.project.id}`)), journal: desk.memory.lines } satisfies KeptDatabase)));
}

const kept = readdirSync(folder).flatMap((name) => /^database-(\d+-\d+)\.json\.gz$/.exec(name)?.[1] ?? []).sort();
const read = (name: string) => JSON.parse(gunzipSync(readFileSync(fileOf(name))).toString('utf8')) as KeptDatabase;

/** Ids that the program of then has not given yet. */
const laterId: NewId = (kind) => makeId(kind, crypto.randomUUID());

/** A desk on which such a database lies. */
async function deskWith(name: string): Promise<Desk> {
  const desk = new Desk();
  const { version, stores, journal } = read(name);
  desk.memory.lines = [...journal];
  await writeStores(`naql-${desk.project.id}`, { version, stores });
  return desk;
}

it('there is one of every layout that there ever was, and of the rows of today', () => {
  const layouts = new Set(kept.map((name) => Number(name.split('-')[0])));
  expect([...layouts]).toEqual(Array.from({ length: newest }, (_, index) => index + 1));
  expect(kept).toContain(today);
});

describe.each(kept)('a database of layout and rows %s', (name) => {
  it('opens in the program of today with all that its Journal says, and goes on', async () => {
    const desk = await deskWith(name);
    const { journal } = read(name);
    const store = await desk.open({ newId: laterId });
    expect(await store.dataset()).toEqual(fold(journal.map(({ entry }) => entry)));
    expect(store.recovery.kind, 'its own rows are gone on with').toBe('none');
    expect(await store.row(first)).toMatchObject({ status: 'done', annotations: 2 });
    expect((await store.ownSet(third))?.annotations).toHaveLength(202);
    expect((await store.redo(second)).ok).toBe(true);
    expect((await store.perform(third, 'annotate', mark(6, 9))).ok).toBe(true);
    expect((await store.undo(first)).ok).toBe(true);
    await desk.expectSound(store);
    await store.close();
    expect((await desk.open()).recovery.kind).toBe('none');
  });

  it('is backed up before its tables are altered, and only then', async () => {
    const desk = await deskWith(name);
    const lines = desk.memory.lines.length;
    const backUp = desk.memory.bridge.backUp;
    let versionThen = 0;
    desk.memory.bridge.backUp = async (...args) => {
      versionThen = (await indexedDB.databases()).find((one) => one.name === `naql-${desk.project.id}`)?.version ?? 0;
      return backUp(...args);
    };
    await desk.open();
    const { version } = read(name);
    const isOlder = version < newest * 10;
    expect(desk.memory.backups).toEqual(isOlder ? [{ reason: 'migration', lines }] : []);
    expect(versionThen).toBe(isOlder ? version : 0);
    await desk.open();
    expect(desk.memory.backups).toHaveLength(isOlder ? 1 : 0);
  });
});

const oldest = kept[0] ?? expect.unreachable();

it('an older one that cannot be backed up is not opened, and stays as it is', async () => {
  const desk = await deskWith(oldest);
  desk.memory.bridge.backUp = async () => ({ ok: false, failure: 'disk-full', detail: 'no room' });
  expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
  const { version, stores } = read(oldest);
  expect(await readStores(`naql-${desk.project.id}`)).toEqual({ version, stores });
});

it('one of a later program is refused before it is opened, and stays as it is', async () => {
  const desk = new Desk();
  const { stores, journal } = read(today);
  const later = { version: (newest + 1) * 10, stores: [...stores, { name: 'unheard', key: 'id', indexes: [], rows: [{ id: 1 }] }] };
  desk.memory.lines = [...journal];
  await writeStores(`naql-${desk.project.id}`, later);
  const before = await readStores(`naql-${desk.project.id}`);
  expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'stored-version-unknown', values: { version: newest + 1, newest } }] });
  expect(await readStores(`naql-${desk.project.id}`)).toEqual(before);
  expect(desk.memory).toMatchObject({ appends: 0, backups: [], clearings: 0 });
});
