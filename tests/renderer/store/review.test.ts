import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { type Change, noChange } from '../../../shared/model/change.ts';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { datasetOf, Desk, device, first, mark, second } from './desk.ts';

const handIn = ({ sets, article, by, now, newId }: ReviewContext): Result<Change> => {
  const [set] = sets;
  if (!set) throw new Error('nothing to hand in');
  const event: ReviewEvent = { kind: 'submitted', id: newId('event'), article: article.id, by, at: now, set: set.id, seal: '0'.repeat(64), turn: 1 };
  return ok({ ...noChange, added: [{ kind: 'event', value: event }] });
};

it('what is said of an article is kept beside it, undone in its history, and there again when everything is made anew', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.performReview(first, 'submit', handIn);
  expect(await store.events(first)).toMatchObject([{ kind: 'submitted', article: first }]);
  expect(await store.events(second)).toEqual([]);
  expect((await store.nextSteps(first)).undo).toBe('submit');
  await store.undo(first);
  expect(await store.events(null)).toEqual([]);
  await store.redo(first);
  await store.flush();
  await desk.expectSound(store);
  await store.close();
  await desk.tamper(async (database) => database.events.clear());
  const again = await desk.open();
  expect(again.recovery).toMatchObject({ kind: 'rebuilt', reason: 'counts-differ' });
  expect(await again.events(null)).toHaveLength(1);
  await desk.expectSound(again);
});

it('a journal from before there were events is as sound as ever', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1') });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.close();
  desk.memory.lines.splice(0, Infinity, ...desk.memory.lines.map(({ entry, counts: { events: _none, ...counts } }) => ({ entry, counts })));
  await desk.tamper(async (database) => database.sets.clear());
  const again = await desk.open();
  expect(again.recovery.kind).toBe('rebuilt');
  await again.perform(first, 'annotate', mark(0, 2));
  await again.flush();
  await desk.expectSound(again);
});

it('the Log tells on which device and by which version a gold set was closed, also when it was made anew from the journal', async () => {
  const close = ({ article, by, now, newId }: ReviewContext): Result<Change> => {
    const event: ReviewEvent = { kind: 'gold-sealed', id: newId('event'), article: article.id, by, at: now, set: newId('set'), among: [], version: 1, hash: '0'.repeat(64) };
    return ok({ ...noChange, added: [{ kind: 'event', value: event }] });
  };
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1'), app: '1.2.0' });
  await store.performReview(first, 'close-gold', close);
  await store.close();
  await desk.tamper(async (database) => database.events.clear());
  const later = await desk.open({ app: '1.3.0' });
  await later.performReview(first, 'close-gold', close);
  const traces = (await (await later.exportSource('audit')).traces?.()) ?? new Map<string, never>();
  expect([...traces.values()].map(({ device: on, app, sequence }) => [on, app, sequence])).toEqual([[device, '1.2.0', 4], [device, '1.3.0', 5]]);
  await later.flush();
  await desk.expectSound(later);
});
