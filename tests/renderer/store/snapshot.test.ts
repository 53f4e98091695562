import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { takeSnapshot } from '../../../renderer/store/snapshot.ts';
import { copyOf } from './database-copy.ts';
import { datasetOf, Desk, device, entityOf, first, mark, markNew, second, setStatus, storeRuns } from './desk.ts';

type Act = 'mark' | 'mark-new' | 'undo' | 'redo' | 'elsewhere' | 'done' | 'take-in';
let named = 0;
const acts: Readonly<Record<Act, (store: ProjectStore) => Promise<unknown>>> = {
  mark: (store) => store.perform(first, 'annotate', mark(named % 5, (named++ % 5) + 3)),
  'mark-new': (store) => store.perform(first, 'annotate', markNew(entityOf(`s${named++}`))),
  undo: (store) => store.undo(first),
  redo: (store) => store.redo(first),
  elsewhere: (store) => store.perform(second, 'annotate', mark(0, 3)),
  done: (store) => store.perform(first, 'set-status', setStatus('done')),
  'take-in': (store) => store.takeIn(datasetOf(String(20 + (named++ % 60)))),
};
const someActs = fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), { maxLength: 10 });

const snapshotOf = (desk: Desk) => desk.tamper((database) => takeSnapshot(database, desk.memory.bridge, desk.project.id));
const lose = (desk: Desk) => Dexie.delete(`naql-${desk.project.id}`);
const begun = (desk: Desk) => desk.open({ seed: () => datasetOf('1', '2') });

/** Lines are replayed many at a time, and what is only an estimate then is not compared; nor is the token of the opening, which is another each time. */
const unlike: ReadonlySet<string> = new Set(['opened', 'finished']);

/** Everything else, without the transaction by which a set was written. */
const rowsOf = (desk: Desk) =>
  desk.tamper(async (database) =>
    [...(await copyOf(database))].map(([table, rows]) => [
      table,
      (rows as readonly { readonly key?: string; readonly revision?: number }[]).filter(({ key = '' }) => !unlike.has(key)).map((row) => ({ ...row, revision: 0 })),
    ]),
  );

describe('a database made anew from a snapshot and the lines after it', () => {
  it('is the same, row by row, as one made of every line, and work goes on in it', () =>
    fc.assert(
      fc.asyncProperty(someActs, someActs, async (before, after) => {
        const desk = new Desk();
        const store = await begun(desk);
        for (const act of before) await acts[act](store);
        expect(await snapshotOf(desk)).toBe(true);
        for (const act of after) await acts[act](store);
        await store.close();

        const { snapshot } = desk.memory;
        desk.memory.snapshot = null;
        await lose(desk);
        const plain = await desk.open();
        expect(plain.recovery).toMatchObject({ kind: 'rebuilt' });
        await plain.close();
        const expected = await rowsOf(desk);

        Object.assign(desk.memory, { snapshot, snapshotReads: 0 });
        await lose(desk);
        const quick = await desk.open();
        expect(quick.recovery).toMatchObject({ kind: 'rebuilt', entries: desk.memory.lines.length });
        expect(desk.memory.snapshotReads).toBeGreaterThan(0);
        expect(await rowsOf(desk)).toEqual(expected);
        await desk.expectSound(quick);
        await quick.perform(second, 'annotate', mark(4, 7));
        await quick.undo(first);
        await desk.expectSound(quick);
        await quick.close();
      }),
      { numRuns: Math.ceil(storeRuns / 2) },
    ), 240_000);

  it('belongs to whoever works now, although another took the snapshot', async () => {
    const desk = new Desk();
    const store = await begun(desk);
    await store.perform(first, 'annotate', mark(0, 3));
    await snapshotOf(desk);
    await store.close();
    await lose(desk);
    const other = await desk.open({ settings: { device, annotator: makeId('annotator', 'other'), annotatorName: 'دیگری' } });
    expect(await other.row(first)).toMatchObject({ status: 'todo', annotations: 0, otherSets: 1 });
    await other.close();
  });

  it('is given up where something is written meanwhile, and the work is not held up', async () => {
    const desk = new Desk();
    const store = await begun(desk);
    const { bridge } = desk.memory;
    const taken = desk.tamper((database) =>
      takeSnapshot(database, {
        ...bridge,
        appendSnapshot: async (project, rows) => {
          if (rows.startsWith('["texts"')) await store.perform(first, 'annotate', mark(0, 3));
          return bridge.appendSnapshot(project, rows);
        },
      }, desk.project.id),
    );
    expect(await taken).toBe(false);
    expect([desk.memory.snapshot, desk.memory.growing]).toEqual([null, null]);
    await desk.expectSound(store);
  });
});

describe('a snapshot that does not fit', () => {
  const spoilt: Readonly<Record<string, (desk: Desk) => void>> = {
    'of another history': ({ memory: { snapshot } }) => snapshot && Object.assign(snapshot, { head: { ...snapshot.head, hash: 'ab'.repeat(32) } }),
    'that is ahead of the journal': ({ memory: { snapshot } }) => snapshot && Object.assign(snapshot, { head: { ...snapshot.head, sequence: 99 } }),
    'of another stored shape': ({ memory: { snapshot } }) => snapshot && Object.assign(snapshot, { head: { ...snapshot.head, shape: 99 } }),
    'of rows of another version': ({ memory: { snapshot } }) => snapshot && Object.assign(snapshot, { head: { ...snapshot.head, rows: 99 } }),
    'with a row too few': ({ memory: { snapshot } }) => snapshot?.rows.shift(),
    'with no rows at all': ({ memory: { snapshot } }) => snapshot?.rows.splice(0),
    'with rows of a table that there is not': ({ memory: { snapshot } }) => snapshot?.rows.push('["nowhere",{"id":"x"}]'),
    'with something that is no row': ({ memory: { snapshot } }) => snapshot?.rows.push('{'),
    'with an annotation too many in a set': ({ memory: { snapshot } }) =>
      snapshot?.rows.splice(0, snapshot.rows.length, ...snapshot.rows.map((row) => row.replace(/"annotations":\[(\{"id":"ann[^}]*\{[^}]*\}[^}]*\})/, '"annotations":[$1,$1'))),
  };

  it.each(Object.entries(spoilt))('%s is passed over: every line is replayed, and nothing is missing', async (_what, spoil) => {
    const desk = new Desk();
    const store = await begun(desk);
    await store.perform(first, 'annotate', mark(0, 3));
    await snapshotOf(desk);
    await store.perform(first, 'annotate', mark(4, 8));
    const expected = await store.dataset();
    await store.close();
    spoil(desk);
    await lose(desk);
    const again = await desk.open();
    expect(again.recovery).toMatchObject({ kind: 'rebuilt', reason: 'empty', entries: desk.memory.lines.length });
    expect(await again.dataset()).toEqual(expected);
    await desk.expectSound(again);
    await again.close();
  });
});
