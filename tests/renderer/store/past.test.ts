import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bringBack } from '../../../shared/commands/bring-back.ts';
import { momentAfter, setIn } from '../../../shared/exchange/past.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet, ordered } from '../../../shared/model/annotation-set.ts';
import { noChange } from '../../../shared/model/change.ts';
import { type AnnotatorId, type LabelId, makeId } from '../../../shared/model/id.ts';
import { type ReviewAct, type ReviewEvent } from '../../../shared/model/review-event.ts';
import { ok } from '../../../shared/result.ts';
import { span } from '../../../shared/text/offsets.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, markNew, me, second, setStatus, storeRuns } from './desk.ts';

const contents = (set: AnnotationSet | null) => ({ annotations: set?.annotations ?? [], relations: set?.relations ?? [] });

const colleague = makeId('annotator', 'colleague') as AnnotatorId;
let taken = 0;
/** What a colleague has labelled by now, as their file brings it. */
const theirWork = () => {
  const annotations = Array.from({ length: (taken += 1) }, (_, place): Annotation => ({
    id: makeId('annotation', `theirs-${place}`), label: 'MENTION' as LabelId, spans: [span(place % 9, (place % 9) + 1)], attributes: {}, entity: null, note: `${taken}`, flagged: false, origin: 'manual',
  }));
  const set: AnnotationSet = ordered({ id: makeId('set', `theirs-${taken}`), article: first, annotator: makeId('annotator', `colleague-${taken}`), role: 'work', status: 'done', annotations, relations: [] });
  return { ...datasetOf('1'), annotators: [{ id: set.annotator, kind: 'person' as const, name: `همکار ${taken}`, version: null }], sets: [set] };
};

type Act = 'mark' | 'mark-new' | 'undo' | 'redo' | 'elsewhere' | 'status' | 'note-everywhere' | 'take-in';
let named = 0;

/** `note-everywhere` is a step on the project as a whole, as a change of the Schema is. */
const acts: Readonly<Record<Act, (store: ProjectStore) => Promise<unknown>>> = {
  mark: (store) => store.perform(first, 'annotate', mark(named % 5, (named++ % 5) + 3)),
  'mark-new': (store) => store.perform(first, 'annotate', markNew(entityOf(`p${named++}`))),
  undo: (store) => store.undo(first),
  redo: (store) => store.redo(first),
  elsewhere: (store) => store.perform(second, 'annotate', mark(0, 3)),
  status: (store) => store.perform(first, 'set-status', setStatus('done')),
  'take-in': (store) => store.takeIn(theirWork()),
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

/** Everything that stands on the Article, whoever made it. */
const standing = async (store: ProjectStore): Promise<readonly AnnotationSet[]> => {
  const own = await store.ownSet(first);
  return byId([...(own ? [own] : []), ...(await store.otherSets(first))]);
};
const byId = (sets: readonly AnnotationSet[]): readonly AnnotationSet[] => sets.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('the past of an article', () => {
  it('is, after any steps, every state that there was, everybody’s, in order, and the own one can be brought back and taken back', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...(Object.keys(acts) as Act[])), { minLength: 1, maxLength: 14 }), fc.nat(), async (done, which) => {
        const desk = new Desk();
        const store = await desk.open({ seed: () => datasetOf('1', '2') });
        const seen: (readonly AnnotationSet[])[] = [[]];
        for (const act of done) {
          await acts[act](store);
          const now = await standing(store);
          if (JSON.stringify(now) !== JSON.stringify(seen.at(-1))) seen.push(now);
        }
        const { steps, readings, entities } = await store.past(first);
        expect(steps.map((_, index) => byId(momentAfter(steps, index + 1).sets))).toEqual(seen.slice(1));
        const own = readings.find(({ annotator, role }) => annotator === me && role === 'work');

        if (own) {
          const before = contents(await store.ownSet(first));
          const past = contents(setIn(momentAfter(steps, which % (steps.length + 1)), own));
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

  it('is empty where nobody has worked, and does not tell of other articles', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    expect(await store.past(first)).toEqual({ steps: [], readings: [], entities: [], answersTo: new Map(), isBlind: false });
    await store.perform(second, 'annotate', mark(0, 3));
    expect((await store.past(first)).steps).toEqual([]);
    expect((await store.past(second)).steps).toMatchObject([{ name: 'annotate' }]);
    await store.close();
  });

  it('has a colleague’s labels from when they were taken in, under their name, and how far the work was', async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => datasetOf('1', '2') });
    const event = (id: string, act: ReviewAct): ReviewEvent => ({ id: makeId('event', id), article: first, by: me, at: '2026-01-01T00:00:00.000Z', ...act });
    await store.perform(first, 'annotate', mark(0, 3));
    await store.addEvents('assign', [event('given', { kind: 'assigned', annotator: colleague, name: 'رضا', round: 'یک', blind: true })]);
    await store.addEvents('comment', [event('said', { kind: 'commented', thread: null, anchor: { kind: 'article' }, words: 'سلام', blocking: false })]);
    await store.takeIn(theirWork());
    const { steps, readings } = await store.past(first);
    expect(steps.map(({ name }) => name)).toEqual(['annotate', 'assign', 'take-in']);
    expect(readings.map(({ annotator, role }) => [annotator, role])).toEqual([[me, 'work'], [makeId('annotator', `colleague-${taken}`), 'work']]);
    const at = (count: number) => readings.map((reading) => setIn(momentAfter(steps, count), reading)?.annotations.length ?? 0);
    expect([0, 1, 2, 3].map(at)).toEqual([[0, 0], [1, 0], [1, 0], [1, taken]]);
    expect(momentAfter(steps, 1).events).toEqual([]);
    expect(momentAfter(steps, 2).events).toMatchObject([{ kind: 'assigned', name: 'رضا' }]);
    await store.close();
  });
});
