import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, makeId } from '../../../shared/model/id.ts';
import { datasetOf as anyDatasetOf } from '../../arbitraries/dataset.ts';
import { datasetOf, Desk, first, mark, me, schema, storeRuns } from './desk.ts';

const colleague = makeId('annotator', 'colleague') as AnnotatorId;
const setBy = (annotator: AnnotatorId): AnnotationSet => ({
  id: makeId('set', annotator), article: first, annotator, role: 'work', status: 'done', annotations: [], relations: [],
});
const withSetBy = (annotator: AnnotatorId): Dataset => ({
  ...datasetOf('1', '2'),
  annotators: [{ id: annotator, kind: 'person', name: 'همکار', version: null }],
  sets: [setBy(annotator)],
});

describe('takeIn', () => {
  it('adds as one Entry and counts what was new', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const lines = desk.memory.lines.length;
    expect(await store.takeIn(withSetBy(colleague))).toEqual({
      ok: true,
      value: { articles: 2, sets: 1, annotations: 0, duplicates: 0, problems: [] },
    });
    expect(desk.memory.lines).toHaveLength(lines + 1);
    expect(await store.row(first)).toMatchObject({ status: 'todo', otherSets: 1 });
    await desk.expectSound(store);
  });

  it('adds nothing the second time, and writes no Entry for it', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.takeIn(withSetBy(colleague));
    const lines = desk.memory.lines.length;
    expect(await store.takeIn(withSetBy(colleague))).toMatchObject({ ok: true, value: { articles: 0, sets: 0, duplicates: 2 } });
    expect(desk.memory.lines).toHaveLength(lines);
    expect(store.saveState().kind).toBe('saved');
  });

  it('leaves the own work as it is and cannot be undone with it', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    await store.perform(first, 'annotate', mark(0, 3));
    const own = await store.ownSet(first);
    await store.takeIn(withSetBy(colleague));
    expect(await store.ownSet(first)).toEqual(own);
    expect(await store.nextSteps(first)).toEqual({ undo: 'annotate', redo: null });
    await desk.expectSound(store);
  });

  it('takes an own set back into an empty project as the own set', async () => {
    const desk = new Desk();
    const store = await desk.open();
    await store.takeIn(withSetBy(me));
    expect(await store.row(first)).toMatchObject({ status: 'done', otherSets: 0 });
    expect((await store.ownSet(first))?.id).toBe(setBy(me).id);
    await desk.expectSound(store);
  });

  it('waits like any other write when the journal refuses', async () => {
    const desk = new Desk();
    const store = await desk.open();
    desk.memory.appendFailure = 'disk-full';
    expect((await store.takeIn(withSetBy(colleague))).ok).toBe(true);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    desk.memory.appendFailure = null;
    await store.retry();
    await desk.expectSound(store);
  });

  it('law: whatever comes, once or twice, in an empty project or beside another', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(anyDatasetOf(schema), anyDatasetOf(schema), async (one, other) => {
        const desk = new Desk();
        const store = await desk.open();
        await store.takeIn(one);
        expect(await store.dataset()).toEqual(one);
        await store.takeIn(other);
        const both = await store.dataset();
        await store.takeIn(one);
        await store.takeIn(other);
        expect(await store.dataset()).toEqual(both);
        await desk.expectSound(store);
      }),
      { numRuns: storeRuns },
    ));
});
