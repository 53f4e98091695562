import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { type EventId, makeId } from '../../../shared/model/id.ts';
import { datasetOf, Desk, first, mark } from './desk.ts';

const ruled = (at: string, number = 1) => ({ id: makeId('event', 'rule') as EventId, at, number });

it('what was marked before a moment and not touched since is listed with its words, of all work that may be seen', async () => {
  const store = await new Desk().open({ seed: () => datasetOf('1') });
  await store.perform(first, 'annotate', mark(0, 3));
  const [own] = (await store.ownSet(first))?.annotations ?? [];
  expect(await store.labelledBefore(ruled('2000-01-01T00:00:00.000Z'))).toEqual([]);
  const found = await store.labelledBefore(ruled('2999-01-01T00:00:00.000Z'));
  expect(found).toMatchObject([{ article: first, annotation: own?.id, by: store.annotator, words: (await store.article(first))?.text.slice(0, 3) }]);
});

it('the own labels count as earlier from before the entry had come, others’ where they were handed in without having heard of it', async () => {
  const store = await new Desk().open({ seed: () => datasetOf('1') });
  await store.perform(first, 'annotate', mark(0, 3));
  const early = ruled('2000-01-01T00:00:00.000Z');
  expect(await store.labelledBefore(early)).toEqual([]);
  await store.addEvents('take-in', [{ ...early, article: null, by: store.annotator, kind: 'ruled', question: null, rule: 'تا پایان جمله', examples: [] }]);
  expect(await store.labelledBefore(early)).toHaveLength(1);
});
