import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type AnnotatorId, type SetId } from '../../../shared/model/id.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, patience, second, setStatus } from './desk.ts';

/** What the database is asked for, as `get meta` or `put sets`. */
function watchRequests(): string[] {
  const asked: string[] = [];
  const note = (name: 'get' | 'getAll' | 'put' | 'add' | 'delete') => {
    const request = IDBObjectStore.prototype[name] as (...values: unknown[]) => IDBRequest;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...values: unknown[]) {
      asked.push(`${name} ${this.name}`);
      return request.apply(this, values);
    });
  };
  (['get', 'getAll', 'put', 'add', 'delete'] as const).forEach(note);
  return asked;
}

afterEach(() => void vi.restoreAllMocks());

describe('a label on the Article that was labelled last', () => {
  it('is written in one round: nothing is read but the right to write', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    // The first brings the annotator, whose name is looked up with the second.
    await store.perform(first, 'annotate', mark(0, 3));
    await store.perform(first, 'annotate', mark(4, 6));
    const asked = watchRequests();
    await store.perform(first, 'annotate', mark(7, 9));
    expect(asked).toEqual(['get meta', 'put articles', 'put sets', 'put entries', 'put histories', 'put meta']);
    asked.length = 0;
    await store.undo(first);
    // Whether steps on the whole project have made the step impossible stands elsewhere.
    expect(asked.filter((one) => one !== 'get meta' && one !== 'get histories' && one.startsWith('get'))).toEqual([]);
    vi.restoreAllMocks();
    await desk.expectSound(store);
  });

  it('after work on others, after people and states, finds what they have left', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    await store.perform(first, 'annotate', mark(0, 3));
    await store.perform(second, 'annotate', mark(0, 3));
    await store.perform(first, 'mark-new', markNew(entityOf('9')));
    await store.perform(first, 'set-status', setStatus('done'));
    await store.perform(first, 'annotate', mark(4, 6, entityOf('9').id));
    await store.perform(second, 'annotate', mark(4, 6));
    await store.undo(first);
    await store.undo(first);
    await store.perform(first, 'annotate', mark(7, 9));
    expect(await store.row(first)).toMatchObject({ status: 'in-progress', annotations: 3 });
    await desk.expectSound(store);
  });

  it('makes what was measured meanwhile unknown again, and counts a colleague who came in', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    await store.perform(first, 'annotate', mark(0, 3));
    const colleague: AnnotationSet = {
      id: 'set-reza' as SetId, article: first, annotator: 'per-reza' as AnnotatorId, role: 'work', status: 'done', annotations: [], relations: [],
    };
    const incoming = { ...datasetOf('1'), annotators: [{ id: colleague.annotator, kind: 'person', name: 'رضا', version: null } as const], sets: [colleague] };
    await store.takeIn(incoming);
    expect(await store.measureAgreements()).toBe(1);
    await store.perform(first, 'annotate', mark(4, 6));
    expect(await store.row(first)).toMatchObject({ annotations: 2, otherSets: 1 });
    expect(await store.measureAgreements()).toBe(1);
    await desk.expectSound(store);
  });

  it('is refused, and nothing of it stays, where another opening has taken over since', patience, async () => {
    const desk = new Desk();
    const old = await desk.open({ seed: () => datasetOf('1') });
    await old.perform(first, 'annotate', mark(0, 3));
    const young = await desk.open();
    const before = await young.dataset();
    expect((await old.perform(first, 'annotate', mark(4, 6))).ok).toBe(false);
    expect(old.saveState()).toMatchObject({ kind: 'failed', code: 'opened-elsewhere' });
    expect(await young.dataset()).toEqual(before);
    await young.perform(first, 'annotate', mark(4, 6));
    await desk.expectSound(young);
  });

  it('says what the disk said first, not what became of the rest', patience, async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1') });
    await store.perform(first, 'annotate', mark(0, 3));
    const refuse = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    expect((await store.perform(first, 'annotate', mark(4, 6))).ok).toBe(false);
    expect(store.saveState()).toMatchObject({ kind: 'failed', code: 'disk-full' });
    refuse.mockRestore();
    await store.retry();
    expect(await store.row(first)).toMatchObject({ annotations: 2 });
    await desk.expectSound(store);
  });
});
