import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringBack } from '../../../shared/commands/bring-back.ts';
import { stateAfter } from '../../../shared/exchange/past.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { noChange } from '../../../shared/model/change.ts';
import { ok } from '../../../shared/result.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, second, setStatus, storeRuns } from './desk.ts';

const contents = (set: AnnotationSet | null) => ({ annotations: set?.annotations ?? [], relations: set?.relations ?? [] });

type Act = 'mark' | 'mark-new' | 'undo' | 'redo' | 'elsewhere' | 'status' | 'note-everywhere';
let named = 0;

/** `note-everywhere` is a step on the project as a whole, as a change of the Schema is. */
const acts: Readonly<Record<Act, (store: ProjectStore) => Promise<unknown>>> = {
  mark: (store) => store.perform(first, 'annotate', mark(named % 5, (named++ % 5) + 3)),
  'mark-new': (store) => store.perform(first, 'annotate', markNew(entityOf(`p${named++}`))),
  undo: (store) => store.undo(first),
  redo: (store) => store.redo(first),
  elsewhere: (store) => store.perform(second, 'annotate', mark(0, 3)),
  status: (store) => store.perform(first, 'set-status', setStatus('done')),
  'note-everywhere': (store) =>
    store.performOnProject('edit-schema', ({ dataset }) =>
      ok({
        ...noChange,
        updated: dataset.sets.flatMap((set) => set.annotations.map((value) => [
          { kind: 'annotation', set: set.id, value } as const, { kind: 'annotation', set: set.id, value: { ...value, note: `${value.note}!` } } as const,
        ])),
      }),
    ),
};

describe('the past of an article', () => {
  it('is, after any steps, every state that there was, in order, and each can be brought back and taken back', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), { minLength: 1, maxLength: 14 }), fc.nat(), async (done, which) => {
        const desk = new Desk();
        const store = await desk.open({ seed: () => datasetOf('1', '2') });
        const seen = [contents(null)];
        for (const act of done) {
          await acts[act](store);
          const now = contents(await store.ownSet(first));
          if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
        }
        const { steps, entities } = await store.past(first);
        expect(steps.map((_, index) => stateAfter(steps, index + 1))).toEqual(seen.slice(1));

        if (steps.length > 0) {
          const before = contents(await store.ownSet(first));
          const past = stateAfter(steps, which % (steps.length + 1));
          await store.perform(first, 'bring-back', (context) => bringBack(context, { past, entities }));
          expect(contents(await store.ownSet(first))).toEqual(past);
          await desk.expectSound(store);
          if (JSON.stringify(before) !== JSON.stringify(past)) await store.undo(first);
          expect(contents(await store.ownSet(first))).toEqual(before);
          await desk.expectSound(store);
        }
        await store.close();
      }),
      { numRuns: Math.ceil(storeRuns / 2) },
    ), 240_000);

  it('has a step on the project as a whole that altered its labels, as the Log of the article has', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    await store.perform(first, 'annotate', mark(0, 3));
    await acts['note-everywhere'](store);
    const names = (await store.logOf(first)).map(({ action }) => (action.kind === 'do' ? action.command : action.kind));
    expect(names).toEqual(['annotate', 'edit-schema']);
    expect((await store.past(first)).steps.map(({ name }) => name)).toEqual(names);
    await store.close();
  });

  it('is empty where nobody has worked, and does not tell of colleagues', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    expect(await store.past(first)).toEqual({ steps: [], entities: [] });
    await store.perform(second, 'annotate', mark(0, 3));
    expect((await store.past(first)).steps).toEqual([]);
    expect((await store.past(second)).steps).toMatchObject([{ name: 'annotate' }]);
    await store.close();
  });
});
