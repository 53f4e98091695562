import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { type JournalLine } from '../../../shared/bridge.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { readMeta, writeMeta } from '../../../renderer/store/database.ts';
import { hasDatabase } from '../../../renderer/store/has-database.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { type AnnotatorId, type LabelId, makeId } from '../../../shared/model/id.ts';
import { storedVersion } from '../../../shared/model/migrations/migrate.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { copyOf, restore } from './database-copy.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, newId, second, setStatus, third } from './desk.ts';

/** A project with some work in it, closed. */
async function worked(): Promise<Desk> {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2', '3') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(second, 'annotate', mark(4, 6));
  await store.perform(second, 'set-status', setStatus('done'));
  await store.undo(first);
  await store.close();
  return desk;
}

/** Work that reaches the database and not the Journal: what a crash between the two leaves. */
async function unjournaledWork(desk: Desk, ...starts: readonly number[]): Promise<void> {
  const store = await desk.open();
  desk.memory.appendFailure = 'write-failed';
  for (const start of starts) await store.perform(third, 'annotate', mark(start, start + 2));
  await store.close();
  desk.memory.appendFailure = null;
}

async function expectRecovery(desk: Desk, recovery: Partial<ProjectStore['recovery']>): Promise<ProjectStore> {
  const store = await desk.open();
  expect(store.recovery).toMatchObject(recovery);
  await desk.expectSound(store);
  return store;
}

/** Changes that leave every count as it was. */
const altered = (act: 'relabel' | 'rename' | 'retitle' | 'regroup') => (context: SetContext): Result<Change> => {
  const [annotation, person] = [context.set.annotations[0] ?? expect.unreachable(), context.entities[0]];
  const { article } = context;
  const set = context.set.id;
  const pair: Change['updated'][number] =
    act === 'relabel' ? [{ kind: 'annotation', set, value: annotation }, { kind: 'annotation', set, value: { ...annotation, label: 'CUE' as LabelId } }]
    : act === 'rename' && person ? [{ kind: 'entity', value: person }, { kind: 'entity', value: { ...person, name: 'رئیس' } }]
    : act === 'retitle' ? [{ kind: 'article', value: article }, { kind: 'article', value: { ...article, title: 'نام دیگر' } }]
    : [{ kind: 'article', value: article }, { kind: 'article', value: { ...article, group: 'گروه' } }];
  return ok({ ...noChange, updated: [pair] });
};

describe('opening a project again', () => {
  it('mends nothing where database and journal agree', async () => {
    const desk = await worked();
    const store = await expectRecovery(desk, { kind: 'none', reason: 'none', entries: 0 });
    expect(await store.nextSteps(first)).toEqual({ undo: null, redo: 'annotate' });
  });

  it('rebuilds a database that was deleted, histories and all', async () => {
    const desk = await worked();
    const entries = desk.memory.lines.length;
    await desk.tamper((database) => database.delete());
    const progress = vi.fn();
    const store = await desk.open({ progress });
    expect(store.recovery).toMatchObject({ kind: 'rebuilt', reason: 'empty', entries, setAsideBytes: 0 });
    expect(progress).toHaveBeenLastCalledWith(entries, entries);
    await desk.expectSound(store);
    expect(await store.nextSteps(second)).toEqual({ undo: 'set-status', redo: null });
    expect((await store.redo(first)).ok).toBe(true);
    await desk.expectSound(store);
  });

  it('rebuilds a database that Chromium emptied without a word', async () => {
    const desk = await worked();
    await desk.tamper((database) => Promise.all(database.tables.map((table) => table.clear())));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'empty' });
  });

  const tables = ['articles', 'texts', 'sets', 'annotators', 'entries', 'histories'] as const;
  it.each(tables)('rebuilds when one row of %s is missing', async (name) => {
    const desk = await worked();
    await desk.tamper(async (database) => {
      const key = await database.table(name).toCollection().primaryKeys();
      await database.table(name).delete(key[0] ?? expect.unreachable());
    });
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it.each(['schema', 'head', 'totals'] as const)('rebuilds when %s is missing', async (key) => {
    const desk = await worked();
    await desk.tamper((database) => database.meta.delete(key));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it('rebuilds when an annotation inside a set is missing', async () => {
    const desk = await worked();
    await desk.tamper((database) => database.sets.toCollection().modify({ contents: { annotations: [], relations: [] } }));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it.each([
    ['a set', 'sets', 'relabel'],
    ['a person', 'entities', 'rename'],
    ['an article', 'articles', 'retitle'],
    ['what stands beside a text', 'texts', 'regroup'],
  ] as const)('rebuilds when an older row of %s came back, which no count shows', async (_, table, act) => {
    const desk = await worked();
    const store = await desk.open();
    await store.perform(first, 'mark-new-entity', markNew(entityOf('وزیر')));
    const older = await desk.tamper((database) => database.table(table).toArray());
    await store.perform(first, act, altered(act));
    await store.close();
    await desk.tamper((database) => database.table(table).bulkPut(older));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'older-rows' });
  });

  it('rebuilds when a set came back as it was before an undo', async () => {
    const desk = await worked();
    const store = await desk.open();
    await store.perform(second, 'relabel', altered('relabel'));
    const older = await desk.tamper((database) => database.sets.toArray());
    await store.undo(second);
    await store.close();
    await desk.tamper((database) => database.sets.bulkPut(older));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'older-rows' });
  });

  it('rebuilds when the newest rows are gone and the old ones are whole (a log file that was cut)', async () => {
    const desk = await worked();
    await desk.tamper(async (database) => {
      await database.entries.where('sequence').above(3).delete();
    });
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it('replays only the tail when the database is behind', async () => {
    const desk = await worked();
    const behind = await desk.tamper((database) => copyOf(database));
    const store = await desk.open();
    await store.perform(third, 'annotate', mark(0, 3));
    await store.perform(third, 'annotate', mark(4, 8));
    await store.close();
    await desk.tamper((database) => restore(database, behind));
    const opened = await expectRecovery(desk, { kind: 'replayed', reason: 'behind', entries: 2 });
    expect((await opened.ownSet(third))?.annotations).toHaveLength(2);
  });

  it('rebuilds a database that is behind and not what the journal says it was', async () => {
    const desk = await worked();
    const behind = await desk.tamper(async (database) => {
      await database.articles.delete(third);
      return copyOf(database);
    });
    await desk.tamper((database) => database.delete());
    const store = await desk.open();
    await store.perform(third, 'annotate', mark(0, 3));
    await store.close();
    await desk.tamper((database) => restore(database, behind));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it('completes a journal that a crash left behind the database', async () => {
    const desk = await worked();
    const before = desk.memory.lines.length;
    await unjournaledWork(desk, 0, 4, 7);
    expect(desk.memory.lines).toHaveLength(before);
    const store = await expectRecovery(desk, { kind: 'journal-completed', reason: 'ahead', entries: 3 });
    expect((await store.ownSet(third))?.annotations).toHaveLength(3);
  });

  it('tells whether there is a working copy without making one', async () => {
    const desk = await worked();
    expect(await hasDatabase(desk.project.id)).toBe(true);
    const other = makeId('project', 'never-here');
    expect([await hasDatabase(other), await hasDatabase(other)]).toEqual([false, false]);
  });

  it('restores a journal that is gone altogether', async () => {
    const desk = await worked();
    const lines = desk.memory.lines;
    desk.memory.lines = [];
    await expectRecovery(desk, { kind: 'journal-completed', reason: 'ahead', entries: lines.length });
    expect(desk.memory.lines).toEqual(lines);
  });

  it('opens with the rest owed when the journal cannot be completed now', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0, 4);
    desk.memory.appendFailure = 'disk-full';
    const store = await desk.open();
    expect(store.recovery.kind).toBe('journal-completed');
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    desk.memory.appendFailure = null;
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    await desk.expectSound(store);
  });

  it('saves the entries of a damaged database that is ahead before it rebuilds it', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0);
    await desk.tamper((database) => database.texts.delete(first));
    const store = await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
    expect((await store.ownSet(third))?.annotations).toHaveLength(1);
  });

  it('does not touch such a database while the journal refuses its entries', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0);
    await desk.tamper((database) => database.texts.delete(first));
    desk.memory.appendFailure = 'disk-full';
    const refused = await desk.tryOpen();
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
    desk.memory.appendFailure = null;
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'counts-differ' });
  });

  it('keeps foreign entries aside where the two diverged, and follows the journal', async () => {
    const desk = await worked();
    const fork = desk.memory.lines.length;
    const behind = await desk.tamper((database) => copyOf(database));
    await unjournaledWork(desk, 0, 4);
    const foreign = await desk.tamper(async (database) => {
      const kept = await copyOf(database);
      await restore(database, behind);
      return kept;
    });
    const store = await desk.open();
    await store.perform(third, 'annotate', mark(8, 12));
    await store.close();
    await desk.tamper((database) => restore(database, foreign));
    const opened = await expectRecovery(desk, { kind: 'rebuilt', reason: 'diverged' });
    expect(desk.memory.asides.map(({ label }) => label)).toEqual([`diverged-${fork + 1}`]);
    const kept = desk.memory.asides[0]?.text.trimEnd().split('\n').map((line) => JSON.parse(line) as JournalLine);
    expect(kept?.map(({ entry }) => entry.sequence)).toEqual([fork + 1, fork + 2]);
    expect((await opened.ownSet(third))?.annotations.map(({ spans }) => spans[0]?.start)).toEqual([8]);
  });

  it('keeps what follows a hole aside: such entries cannot be appended', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0, 4, 7);
    const hole = desk.memory.lines.length + 2;
    await desk.tamper((database) => database.entries.delete(hole));
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'diverged' });
    expect(desk.memory.asides[0]?.text.trimEnd().split('\n')).toHaveLength(2);
  });

  it('drops a database that cannot be read', async () => {
    const desk = await worked();
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    await expectRecovery(desk, { kind: 'rebuilt', reason: 'unreadable' });
    read.mockRestore();
  });

  it('takes out of a database that cannot be read what the Journal lacks and follows it, before it drops it', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0, 4, 7);
    const lines = desk.memory.lines.length;
    // One bad block: a table that cannot be read, while the Entries can.
    const getAll = IDBObjectStore.prototype.getAll;
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...args) {
      if (this.name === 'sets') throw new DOMException('Internal error', 'UnknownError');
      return getAll.apply(this, args);
    });
    const answer = desk.open();
    await answer.then(() => read.mockRestore());
    const store = await answer;
    expect(store.recovery).toMatchObject({ kind: 'rebuilt', reason: 'unreadable', entries: lines + 3 });
    expect(desk.memory.lines).toHaveLength(lines + 3);
    expect((await store.ownSet(third))?.annotations).toHaveLength(3);
    await desk.expectSound(store);
  });

  it('leaves a database alone that cannot be read and has what the Journal cannot take now', async () => {
    const desk = await worked();
    await unjournaledWork(desk, 0);
    const lines = desk.memory.lines.length;
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementationOnce(() => {
      throw new DOMException('Internal error', 'UnknownError');
    });
    desk.memory.appendFailure = 'disk-full';
    expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'disk-full' }] });
    desk.memory.appendFailure = null;
    read.mockRestore();
    expect(desk.memory.lines).toHaveLength(lines);
    await expectRecovery(desk, { kind: 'journal-completed', entries: 1 });
  });

  it('gives up on a database that never answers, and has its files cleared when it cannot be deleted either', async () => {
    const desk = await worked();
    const silent = { addEventListener: () => undefined } as unknown as IDBOpenDBRequest;
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => silent);
    const remove = vi.spyOn(indexedDB, 'deleteDatabase').mockImplementationOnce(() => silent);
    const cleared = vi.spyOn(desk.memory.bridge, 'clearDatabases').mockImplementation(async () => {
      await desk.tamper((database) => database.delete());
      return null;
    });
    const store = await desk.open({ patience: 1_000 });
    expect(store.recovery).toMatchObject({ kind: 'rebuilt', reason: 'unreadable' });
    expect(cleared).toHaveBeenCalledTimes(1);
    await desk.expectSound(store);
    [open, remove].forEach((spy) => spy.mockRestore());
  });

  it('rebuilds rows of an older shape and refuses those of a newer one', async () => {
    const desk = await worked();
    const reshape = (shape: number) =>
      desk.tamper(async (database) => {
        const opened = await readMeta(database, 'opened');
        if (opened) await writeMeta(database, 'opened', { ...opened, shape });
      });
    await reshape(storedVersion - 1);
    const store = await expectRecovery(desk, { kind: 'rebuilt', reason: 'unreadable' });
    await store.close();
    await reshape(storedVersion + 1);
    const refused = await desk.tryOpen();
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'stored-version-unknown', values: { newest: storedVersion } }] });
  });

  it('says how much of a damaged journal was kept aside', async () => {
    const desk = await worked();
    desk.memory.setAsideBytes = 512;
    await expectRecovery(desk, { kind: 'none', setAsideBytes: 512 });
  });

  it('answers with a Problem when the journal cannot be opened', async () => {
    const desk = await worked();
    desk.memory.openFailure = 'no-permission';
    expect(await desk.tryOpen()).toMatchObject({ ok: false, problems: [{ code: 'no-permission' }] });
  });

  it('throws when the journal says another number of records than its entries lead to', async () => {
    const desk = await worked();
    const [line] = desk.memory.lines;
    if (line) desk.memory.lines[0] = { ...line, counts: { ...line.counts, articles: 7 } };
    await desk.tamper((database) => database.delete());
    await expect(desk.tryOpen()).rejects.toThrow('entry 1 leads to');
  });

  it('goes on replaying where a replay was cut short', async () => {
    const desk = await worked();
    const whole = desk.memory.lines;
    await desk.tamper((database) => database.delete());
    desk.memory.lines = whole.slice(0, 3);
    await (await desk.open()).close();
    desk.memory.lines = whole;
    await expectRecovery(desk, { kind: 'replayed', reason: 'behind', entries: whole.length - 3 });
  });

  it('shows the rows from the side of whoever annotates now', async () => {
    const desk = await worked();
    const settings = { device: newId('device'), annotator: makeId('annotator', 'other') as AnnotatorId, annotatorName: 'دیگری' };
    const store = await desk.open({ settings });
    expect(await store.totals()).toEqual({ todo: 3, 'in-progress': 0, 'needs-review': 0, done: 0 });
    expect(await store.row(second)).toMatchObject({ status: 'todo', annotations: 0, otherSets: 1 });
    expect(await store.otherSets(second)).toHaveLength(1);
    await store.perform(second, 'annotate', mark(0, 3));
    expect(await store.row(second)).toMatchObject({ status: 'in-progress', annotations: 1, otherSets: 1 });
    await store.close();
    await expectRecovery(desk, { kind: 'none' });
  });

  it('lets a chain keep the device it began with', async () => {
    const desk = await worked();
    const store = await desk.open({ settings: { device: newId('device'), annotator: newId('annotator'), annotatorName: 'تازه' } });
    await store.perform(first, 'annotate', mark(0, 3));
    expect(new Set(desk.memory.entries().map((entry) => entry.device)).size).toBe(1);
  });
});

describe('two openings of one project', () => {
  it('never lets the first one write again', async () => {
    const desk = await worked();
    const [old, young] = [await desk.open(), await desk.open()];
    expect((await young.perform(third, 'annotate', mark(0, 3))).ok).toBe(true);
    expect(await old.perform(third, 'annotate', mark(4, 8))).toMatchObject({ ok: false, problems: [{ code: 'save-failed' }] });
    expect(old.saveState()).toMatchObject({ kind: 'failed', code: 'opened-elsewhere' });
    await desk.expectSound(young);
  });

  it('closes the first one when the second makes the database anew', async () => {
    const desk = await worked();
    const old = await desk.open();
    await desk.tamper((database) => database.texts.delete(first));
    const young = await desk.open();
    expect(young.recovery.kind).toBe('rebuilt');
    const command = (): { ok: true; value: Change } => expect.unreachable('it reads nothing any more');
    expect((await old.perform(first, 'annotate', command)).ok).toBe(false);
    await desk.expectSound(young);
  });
});
