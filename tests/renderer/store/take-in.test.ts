import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { removeArticles } from '../../../shared/commands/library/remove-articles.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, makeId } from '../../../shared/model/id.ts';
import { datasetOf as anyDatasetOf } from '../../arbitraries/dataset.ts';
import { datasetOf, Desk, first, mark, me, schema, storeRuns, third } from './desk.ts';

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

describe('an import in many parts', () => {
  const tokens = (from: number, to: number): readonly string[] => Array.from({ length: to - from }, (_, index) => String(from + index));

  it('is backed up once, before the first part that alters anything, and is an Entry a part', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    const lines = desk.memory.lines.length;
    const takeIn = store.takingIn();
    await takeIn(datasetOf('1'));
    expect(desk.memory.backups, 'nothing came').toEqual([]);
    for (const part of [tokens(2, 60), tokens(60, 90), tokens(40, 100)]) await takeIn(datasetOf(...part));
    expect(desk.memory.backups).toEqual([{ reason: 'import', lines }]);
    expect(desk.memory.lines).toHaveLength(lines + 3);
    expect(await takeIn(datasetOf(...tokens(1, 100)))).toMatchObject({ ok: true, value: { articles: 0, duplicates: 99 } });
    await desk.expectSound(store);
  });

  it('knows what others took away or added between its parts', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const takeIn = store.takingIn();
    await takeIn(datasetOf('1', '2'));
    await takeIn(datasetOf('3'));
    await store.performOnWorks([third], 'remove-articles', (context) => removeArticles(context, {}));
    await store.takeIn(datasetOf('4'));
    expect(await takeIn(datasetOf('3', '4', '5'))).toMatchObject({ ok: true, value: { articles: 2, duplicates: 1 } });
    await desk.expectSound(store);
  });

  it('goes into the database while the journal still writes what was before, and into the journal in its order', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const append = desk.memory.bridge.appendJournal;
    const gates: (() => void)[] = [];
    vi.spyOn(desk.memory.bridge, 'appendJournal').mockImplementation(async (project, lines) => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return append(project, lines);
    });
    const takeIn = store.takingIn();
    const both = [takeIn(datasetOf('1')), takeIn(datasetOf('2'))];
    await vi.waitFor(async () => expect(await store.articleIds()).toHaveLength(2));
    expect(gates, 'the second waits for the first').toHaveLength(1);
    const key = store.perform(first, 'annotate', mark(0, 3));
    expect(store.saveState().kind).toBe('saving');
    for (let open = 0; open < 3; open++) {
      await vi.waitFor(() => expect(gates.length).toBeGreaterThan(open));
      gates[open]?.();
    }
    await Promise.all([...both, key]);
    expect(store.saveState().kind).toBe('saved');
    await desk.expectSound(store);
  });

  it('are joined and hashed while the part before is still being written', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const takeIn = store.takingIn();
    await takeIn(datasetOf(...tokens(0, 30)));
    await takeIn(datasetOf(...tokens(30, 60)));
    const asked: string[] = [];
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...args) {
      asked.push('add');
      return add.apply(this, args);
    });
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    vi.spyOn(crypto.subtle, 'digest').mockImplementation((...args) => {
      asked.push('hash');
      return digest(...args);
    });
    await Promise.all([takeIn(datasetOf(...tokens(60, 90))), takeIn(datasetOf(...tokens(90, 120)))]);
    expect(asked.slice(0, 3), 'both are hashed before the first is written').toEqual(['hash', 'hash', 'add']);
    expect(asked.filter((what) => what === 'hash')).toHaveLength(2);
    vi.restoreAllMocks();
    await desk.expectSound(store);
  });

  it('law: come to the same on their way together as one after another, whatever is done between them', { timeout: 600_000 }, () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(
          { weight: 4, arbitrary: fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 15, max: 40 })) },
          fc.constant('remove' as const),
          fc.constant('annotate' as const),
        ), { minLength: 2, maxLength: 6 }),
        async (steps) => {
          const run = async (isTogether: boolean) => {
            const desk = new Desk();
            const store = await desk.open({ seed: () => datasetOf('1', '3') });
            const takeIn = store.takingIn();
            const answers: Promise<unknown>[] = [];
            for (const step of steps) {
              answers.push(
                step === 'annotate' ? store.perform(first, 'annotate', mark(0, 3))
                : step === 'remove' ? store.performOnWorks([third], 'remove-articles', (context) => removeArticles(context, {}))
                : takeIn(datasetOf(...tokens(step[0], step[0] + step[1]))),
              );
              if (!isTogether) await answers.at(-1);
            }
            const taken = (await Promise.all(answers)).map((answer) => (answer as { readonly value: { readonly articles?: number; readonly duplicates?: number } }).value);
            await desk.expectSound(store);
            return [taken.map(({ articles, duplicates }) => [articles, duplicates]), (await store.dataset()).articles];
          };
          expect(await run(true)).toEqual(await run(false));
        },
      ),
      { numRuns: storeRuns },
    ));

  it('that the database refused come in on retry, and the part behind them once', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const takeIn = store.takingIn();
    await takeIn(datasetOf(...tokens(0, 30)));
    await takeIn(datasetOf(...tokens(30, 60)));
    const refusal = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const both = await Promise.all([takeIn(datasetOf(...tokens(60, 90))), takeIn(datasetOf(...tokens(80, 110)))]);
    expect(both).toMatchObject([{ ok: false }, { ok: false }]);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    refusal.mockRestore();
    await store.retry();
    expect(store.saveState().kind).toBe('saved');
    expect(await store.articleIds()).toHaveLength(110);
    expect(await takeIn(datasetOf(...tokens(100, 120)))).toMatchObject({ ok: true, value: { articles: 10, duplicates: 10 } });
    await desk.expectSound(store);
  });

  it('is owed to a journal that refuses, and is there after another start', async () => {
    const desk = new Desk();
    const store = await desk.open();
    const takeIn = store.takingIn();
    desk.memory.appendFailure = 'disk-full';
    await Promise.all([takeIn(datasetOf('1')), takeIn(datasetOf('2'))]);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    desk.memory.appendFailure = null;
    await store.close();
    const again = await desk.open();
    expect(await again.articleIds()).toHaveLength(2);
    await desk.expectSound(again);
  });
});
