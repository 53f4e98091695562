import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { removeArticles } from '../../../shared/commands/library/remove-articles.ts';
import { setStatuses } from '../../../shared/commands/library/set-statuses.ts';
import { tagArticles } from '../../../shared/commands/library/tag-articles.ts';
import { type AnnotationSet, type SetStatus } from '../../../shared/model/annotation-set.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, makeId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, first, mark, second, third } from './desk.ts';

const colleague = makeId('annotator', 'colleague') as AnnotatorId;
const theirs: AnnotationSet = { id: makeId('set', 'theirs'), article: first, annotator: colleague, role: 'work', status: 'done', annotations: [], relations: [] };
const shelf: Dataset = { ...datasetOf('1', '2', '3'), annotators: [{ id: colleague, kind: 'person', name: 'همکار', version: null }], sets: [theirs] };
const both = [first, second];
const call = (store: ProjectStore, status: SetStatus) => store.performOnWorks(both, 'set-statuses', (context) => setStatuses(context, { status }));
const statuses = async (store: ProjectStore) => (await store.rowsOf([first, second, third])).map(({ status }) => status);

it('states of several articles are one step, also of those that nobody began, and come back', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => shelf });
  await store.perform(first, 'annotate', mark(0, 3));
  await call(store, 'needs-review');
  expect(await statuses(store)).toEqual(['needs-review', 'needs-review', 'todo']);
  await desk.expectSound(store);
  expect((await store.nextSteps(null)).undo).toBe('set-statuses');
  await store.undo(null);
  expect(await statuses(store)).toEqual(['in-progress', 'todo', 'todo']);
  expect(await store.otherSets(first)).toEqual([theirs]);
  await desk.expectSound(store);
});

it('a state that was given before work began is not taken back with the work', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => shelf });
  await call(store, 'needs-review');
  await store.perform(second, 'annotate', mark(0, 3));
  expect(await store.undo(null)).toMatchObject({ ok: false, problems: [{ code: 'step-overtaken' }] });
  expect((await store.ownSet(second))?.annotations).toHaveLength(1);
  await desk.expectSound(store);
});

it('articles go with everybody’s work on them, and come back with it', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => shelf });
  await store.perform(first, 'annotate', mark(0, 3));
  const before = await store.dataset();
  expect((await store.performOnWorks(both, 'remove-articles', (context) => removeArticles(context, {}))).ok).toBe(true);
  expect((await store.dataset()).articles.map(({ id }) => id)).toEqual([third]);
  expect((await store.dataset()).sets).toEqual([]);
  await desk.expectSound(store);
  await store.undo(null);
  expect(await store.dataset()).toEqual(before);
  await desk.expectSound(store);
});

it('tags are given and taken; the others stay, and nothing is written where nothing changes', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => shelf });
  const tag = (added: readonly string[], removed: readonly string[] = []) =>
    store.performOnWorks(both, 'tag-articles', (context) => tagArticles(context, { added, removed }));
  await tag(['انرژی', 'آب']);
  await tag(['فوری'], ['آب']);
  expect((await store.rowsOf([first, second, third])).map(({ tags }) => tags)).toEqual([['انرژی', 'فوری'], ['انرژی', 'فوری'], []]);
  const lines = desk.memory.lines.length;
  await tag(['فوری']);
  expect(desk.memory.lines).toHaveLength(lines);
  expect(await store.known()).toEqual({ publishers: [], tags: ['انرژی', 'فوری'] });
  await tag([], ['انرژی', 'فوری']);
  expect((await store.article(first))?.extra).toEqual({});
  await desk.expectSound(store);
});
