import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { copyGroups } from '../../../../shared/dataset/copy-groups.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { pagesOf, settleCopies, toCompare } from '../../../../renderer/views/import/copy-step.ts';
import { copies, sent } from '../../../fixtures/wire-copies.ts';
import { articleOf, Desk, first, schema, second } from '../../store/desk.ts';

const textOf = (token: string, text: string): Article => ({ ...articleOf(token), text, fingerprint: fingerprint(text) });
const holding = (...articles: readonly Article[]) => normalised({ schema, articles, annotators: [], entities: [], sets: [] });

it('compares what came with what was there, links it or lets it go, each undone', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => holding(textOf('1', sent)) });
  const before = new Set(await store.articleIds());
  await store.takeIn(holding(textOf('2', copies['with a corrected headline']), articleOf('3')));
  const { fresh, earlier } = await toCompare(store, before);
  expect([fresh, earlier]).toEqual([['art-2', 'art-3'], ['art-1']]);
  const articles: Article[] = [];
  for await (const page of pagesOf(store, [...earlier, ...fresh])) articles.push(...page);
  const [group] = (await copyGroups(articles, (id) => fresh.includes(id))) ?? [];
  if (!group) throw new Error('no copies were found');
  expect(await settleCopies(store, [{ group, choice: 'link' }])).toEqual({ linked: 1, removed: 0, steps: 1, problems: [] });
  expect((await store.article(second))?.group).toBe((await store.article(first))?.group);
  await store.undo(null);
  expect((await store.article(second))?.group).toBeNull();
  expect(await settleCopies(store, [{ group, choice: 'one' }])).toMatchObject({ removed: 1, steps: 1 });
  expect(await store.articleIds()).toEqual(['art-1', 'art-3']);
  await store.undo(null);
  expect(await settleCopies(store, [{ group, choice: 'keep' }])).toMatchObject({ linked: 0, removed: 0, steps: 0 });
  await desk.expectSound(store);
});
