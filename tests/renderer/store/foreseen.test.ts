import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { afterForeseen } from '../../../renderer/store/foreseen.ts';
import { type Foreseen, type ProjectStore } from '../../../renderer/store/project-store.ts';
import { annotate } from '../../../shared/commands/annotate.ts';
import { remove } from '../../../shared/commands/remove.ts';
import { setEntity } from '../../../shared/commands/set-entity.ts';
import { setNote } from '../../../shared/commands/set-note.ts';
import { type SetContext } from '../../../shared/commands/command.ts';
import { ordered } from '../../../shared/model/annotation-set.ts';
import { type Change, changeBetween, reverse } from '../../../shared/model/change.ts';
import { emptyDataset } from '../../../shared/model/dataset.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { span } from '../../../shared/text/offsets.ts';
import { dataset } from '../../arbitraries/dataset.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { datasetOf, Desk, first, mark } from './desk.ts';

type Run = (context: SetContext) => Result<Change>;

async function begun(): Promise<{ readonly desk: Desk; readonly store: ProjectStore }> {
  const desk = new Desk();
  return { desk, store: await desk.open({ seed: () => datasetOf('1', '2') }) };
}

/** What a write tells before it is written, and what is stored once it is. */
async function foreseenAndStored(store: ProjectStore, write: (onForeseen: (change: Change, after: Foreseen) => void) => Promise<Result<unknown>>) {
  let told: Foreseen | null = null;
  const answer = write((_, after) => void (told = after));
  const foreseen: Foreseen | null = told;
  expect((await answer).ok).toBe(true);
  return { foreseen, stored: { set: await store.ownSet(first), entities: await store.entities() } };
}

/** Alters the first Annotation. */
const onFirst = (alter: (context: SetContext, annotation: AnnotationId) => Result<Change>): Run => (context) => {
  const [annotation] = context.set.annotations;
  if (!annotation) throw new Error('there is nothing to alter');
  return alter(context, annotation.id);
};

const noted = onFirst((context, annotation) => setNote(context, { annotation, note: 'یادداشت' }));
const speaker: Run = (context) => annotate(context, { label: 'SPEAKER' as LabelId, spans: [span(8, 11)] });
const person = onFirst((context, annotation) => setEntity(context, { annotation, entity: { name: 'وزیر', kind: 'person' } }));
const gone = onFirst((context, annotation) => remove(context, { annotation }));

/** A set as it was and as it is: each Annotation and Relation in both or in one, some elsewhere than before. */
const alteredSet = dataset
  .filter(({ sets }) => sets.some(({ annotations }) => annotations.length > 2))
  .chain(({ schema, entities, sets }) => {
    const [set] = sets.filter(({ annotations }) => annotations.length > 2);
    if (!set) throw new Error('there is no set');
    const some = () => fc.record({ annotations: fc.subarray([...set.annotations]), relations: fc.subarray([...set.relations]), moved: fc.subarray([...set.annotations]) });
    return fc.tuple(some(), some(), fc.constantFrom(...set.annotations)).map(([was, is, { spans }]) => ({
      schema,
      entities,
      before: ordered({ ...set, annotations: was.annotations, relations: was.relations }),
      after: ordered({ ...set, relations: is.relations, annotations: is.annotations.map((one) => (is.moved.includes(one) ? { ...one, spans, note: `${one.note}!` } : one)) }),
    }));
  });

afterEach(() => void vi.restoreAllMocks());

describe('what a write will come to', () => {
  it('is told within the call and is what is stored then, write after write, there and back', async () => {
    const { desk, store } = await begun();
    await store.prepare(first);
    for (const command of [mark(0, 3), speaker, noted, person]) {
      const { foreseen, stored } = await foreseenAndStored(store, (onForeseen) => store.perform(first, 'annotate', command, { onForeseen }));
      expect(foreseen).toEqual(stored);
      await store.prepare(first);
    }
    // Whether a person may go is asked of all sets: that step is not told of before.
    for (const [kind, isForeseen] of [['undo', false], ['undo', true], ['redo', true], ['undo', true]] as const) {
      const { foreseen, stored } = await foreseenAndStored(store, (onForeseen) => store[kind](first, { onForeseen }));
      expect(foreseen).toEqual(isForeseen ? stored : null);
      await store.prepare(first);
    }
    const removed = await foreseenAndStored(store, (onForeseen) => store.perform(first, 'remove', gone, { onForeseen }));
    expect(removed.foreseen).toEqual(removed.stored);
    const back = await foreseenAndStored(store, (onForeseen) => store.undo(first, { onForeseen }));
    expect(back.foreseen).toEqual(back.stored);
    await desk.expectSound(store);
  });

  it('is not told where another write comes before it: what that one leaves behind is not known yet', async () => {
    const { desk, store } = await begun();
    await store.prepare(first);
    const heard: string[] = [];
    const both = [mark(0, 3), mark(4, 6)].map((command, place) =>
      store.perform(first, 'annotate', command, { onForeseen: () => void heard.push(`foreseen ${place}`), onWritten: () => void heard.push(`written ${place}`) }),
    );
    await Promise.all(both);
    expect(heard).toEqual(['foreseen 0', 'written 0', 'written 1']);
    await desk.expectSound(store);
  });

  it('is written when it has been drawn, and whoever closes meanwhile waits for that', async () => {
    const { desk, store } = await begun();
    await store.prepare(first);
    let drawn = (): void => undefined;
    const onForeseen = () => new Promise<void>((resolve) => void (drawn = resolve));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const answer = store.perform(first, 'annotate', mark(0, 3), { onForeseen });
    const next = store.perform(first, 'annotate', mark(4, 6));
    const closed = store.flush();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([put.mock.calls.length, store.saveState().kind]).toEqual([0, 'saving']);
    drawn();
    await closed;
    expect([(await answer).ok, (await next).ok, store.saveState().kind, (await store.ownSet(first))?.annotations.length]).toEqual([true, true, 'saved', 2]);
    const undone = store.undo(first, { onForeseen });
    drawn();
    expect((await undone).ok).toBe(true);
    await desk.expectSound(store);
  });

  it('is not stored where the disk refuses: the answer says so, and the next try runs the command on what it finds', async () => {
    const { desk, store } = await begun();
    await store.prepare(first);
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError');
    });
    const runs: number[] = [];
    const command: Run = (context) => {
      runs.push(context.set.annotations.length);
      return mark(0, 3)(context);
    };
    const onForeseen = vi.fn();
    expect(await store.perform(first, 'annotate', command, { onForeseen })).toMatchObject({ ok: false, problems: [{ code: 'save-failed' }] });
    expect(onForeseen).toHaveBeenCalledTimes(1);
    expect([store.saveState().kind, (await store.atHand(first)).set]).toEqual(['failed', null]);
    await store.perform(first, 'annotate', mark(4, 6), { onForeseen });
    expect(onForeseen).toHaveBeenCalledTimes(1);
    spy.mockRestore();
    await store.retry();
    expect([store.saveState().kind, runs, (await store.ownSet(first))?.annotations.length]).toEqual(['saved', [0, 0, 0], 2]);
    await desk.expectSound(store);
  });

  it('law: is the set after the Change, wherever in it something went, came, moved or was altered', () => {
    forAll(alteredSet, ({ schema, entities, before, after }) => {
      const whole = { ...emptyDataset(schema), entities };
      const change = changeBetween({ ...whole, sets: [before] }, { ...whole, sets: [after] });
      expect(afterForeseen(schema, { set: before, entities }, change).set).toEqual(after);
      expect(afterForeseen(schema, { set: after, entities }, reverse(change)).set).toEqual(before);
    });
  });
});
