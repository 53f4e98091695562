import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { linkArticles, partArticles } from '../../../shared/commands/link-articles.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, first, second, third } from './desk.ts';

const groupsIn = async (store: ProjectStore) => (await Promise.all([first, second, third].map((id) => store.article(id)))).map((one) => one?.group ?? null);
const link = (store: ProjectStore, ...articles: readonly ArticleId[]) =>
  store.performOnArticles(articles, 'link-articles', (context) => linkArticles(context, { articles }));

it('articles are linked with all that stand in a group with one of them, undone as a step of the project, and parted', async () => {
  const store = await new Desk().open({ seed: () => datasetOf('1', '2', '3') });
  expect(await groupsIn(store)).toEqual([null, null, null]);
  await link(store, second, first);
  expect(await groupsIn(store)).toEqual([first, first, null]);
  await link(store, third, second);
  expect(await groupsIn(store)).toEqual([first, first, first]);
  expect((await store.nextSteps(null)).undo).toBe('link-articles');
  await store.undo(null);
  expect(await groupsIn(store)).toEqual([first, first, null]);
  await store.performOnArticles([second], 'part-articles', (context) => partArticles(context, { articles: [second] }));
  expect(await groupsIn(store)).toEqual([null, null, null]);
  await store.flush();
});
