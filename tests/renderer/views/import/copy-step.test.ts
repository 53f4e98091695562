import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { removeArticles } from '../../../../shared/commands/library/remove-articles.ts';
import { type Copy, copyGroups } from '../../../../shared/dataset/copy-groups.ts';
import { type Annotator } from '../../../../shared/model/annotator.ts';
import { type Article } from '../../../../shared/model/article.ts';
import { normalised } from '../../../../shared/model/dataset.ts';
import { type ArticleId, makeId } from '../../../../shared/model/id.ts';
import { type Result } from '../../../../shared/result.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { type ArticleRow, type Taken } from '../../../../renderer/store/project-store.ts';
import { blankSet } from '../../../../renderer/store/own-set.ts';
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
  await desk.expectSound(store);
  await store.undo(null);
  expect(await store.articleIds()).toEqual(['art-1', 'art-2', 'art-3']);
  expect((await store.article(first))?.extra).toEqual({});
  expect(await settleCopies(store, [{ group, choice: 'keep' }])).toMatchObject({ linked: 0, removed: 0, steps: 0 });
  await desk.expectSound(store);
});

describe('what is compared where there is very much', () => {
  const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => makeId('article', `${prefix}${index}`));
  /** A project as it is asked here: ids in their order, rows with what was there first at the end. */
  const project = (was: readonly ArticleId[], came: readonly ArticleId[]): Parameters<typeof toCompare>[0] => ({
    articleIds: async () => [...was, ...came].sort(),
    rows: async (offset, limit) => [...came, ...was].slice(offset, offset + limit).map((id) => ({ id }) as ArticleRow),
    articlesOf: async () => [],
  });

  it.each([
    ['as many as are compared', 5000, 2, { fresh: { compared: 2, all: 2 }, earlier: { compared: 5000, all: 5000 } }],
    ['one more', 5001, 2, { fresh: { compared: 2, all: 2 }, earlier: { compared: 5000, all: 5001 } }],
    ['more new ones than are compared', 3, 20_001, { fresh: { compared: 20_000, all: 20_001 }, earlier: { compared: 3, all: 3 } }],
    ['nothing new', 6000, 0, { fresh: { compared: 0, all: 0 }, earlier: { compared: 0, all: 6000 } }],
  ])('%s', async (_, there, came, counts) => {
    const [was, fresh] = [idsOf('w', there), idsOf('n', came)];
    const found = await toCompare(project(was, fresh), new Set(was));
    expect(found.counts).toEqual(counts);
    expect(found.earlier, 'the latest of what was there, and nothing that came').toEqual(was.slice(0, counts.earlier.compared));
  });
});

describe('a copy that was left out', () => {
  const copy = textOf('2', copies['with a corrected headline']);
  const settled = async () => {
    const desk = new Desk();
    const store = await desk.open({ seed: () => holding(textOf('1', sent), copy, articleOf('3')) });
    const articles = await store.articlesOf(await store.articleIds());
    const [group] = (await copyGroups(articles, (id) => id === second)) ?? [];
    if (!group) throw new Error('no copies were found');
    await settleCopies(store, [{ group, choice: 'one' }]);
    return { desk, store };
  };
  const taken = async (result: Promise<Result<Taken>>) => {
    const answer = await result;
    return answer.ok ? answer.value : answer.problems;
  };

  it('counts as a duplicate when it comes again, under any id, in the first part of an import and in those after', async () => {
    const { desk, store } = await settled();
    const takeIn = store.takingIn();
    const again = { ...copy, id: makeId('article', '9') };
    expect(await taken(takeIn(holding(again)))).toMatchObject({ articles: 0, duplicates: 1 });
    expect(await taken(takeIn(holding(again, articleOf('4'))))).toMatchObject({ articles: 1, duplicates: 1 });
    expect(await store.articleIds()).toEqual(['art-1', 'art-3', 'art-4']);
    await desk.expectSound(store);
  });

  it('is remembered when the project is opened anew', async () => {
    const { desk } = await settled();
    const store = await desk.open();
    expect(await taken(store.takeIn(holding(copy)))).toMatchObject({ articles: 0, duplicates: 1 });
  });

  it('comes again once leaving it out was taken back and it was deleted by itself: nobody has said it for another then', async () => {
    const { store } = await settled();
    await store.undo(null);
    await store.performOnWorks([second], 'remove-articles', (context) => removeArticles(context, {}));
    expect(await taken(store.takeIn(holding(copy)))).toMatchObject({ articles: 1, duplicates: 0 });
  });

  it('comes again when the one that stood for it is deleted', async () => {
    const { store } = await settled();
    await store.performOnWorks([first], 'remove-articles', (context) => removeArticles(context, {}));
    expect(await taken(store.takeIn(holding(copy)))).toMatchObject({ articles: 1, duplicates: 0 });
  });

  it('comes with the work that somebody has done on it', async () => {
    const { desk, store } = await settled();
    const her: Annotator = { id: makeId('annotator', 'her'), kind: 'person', name: 'مینا', version: null };
    const [work, annotators] = [blankSet(makeId('set', 'theirs'), second, her.id), [her]];
    expect(await taken(store.takeIn({ ...holding(copy), annotators, sets: [work] }))).toMatchObject({ articles: 1, sets: 1, duplicates: 0 });
    expect(await store.article(second)).toMatchObject({ text: copy.text });
    await desk.expectSound(store);
  });
});

it('lets go of nothing where the one that was to stay has gone meanwhile', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => holding(textOf('1', sent), textOf('2', copies['with a corrected headline'])) });
  const [group] = (await copyGroups(await store.articlesOf(await store.articleIds()), (id) => id === second)) ?? [];
  if (!group) throw new Error('no copies were found');
  await store.performOnWorks([first], 'remove-articles', (context) => removeArticles(context, {}));
  expect(await settleCopies(store, [{ group, choice: 'one' }])).toEqual({ linked: 0, removed: 0, steps: 0, problems: [] });
  expect(await store.articleIds()).toEqual(['art-2']);
});

it('lets go of the copies of very many stories in several steps, and takes all of them back', async () => {
  const desk = new Desk();
  const pairs = Array.from({ length: 300 }, (_, index) => [`${index}a`, `${index}b`] as const);
  const store = await desk.open({ seed: () => holding(...pairs.flat().map((token) => articleOf(token))) });
  const all = await store.articleIds();
  const copyOf = (token: string, isNew: boolean): Copy => ({ id: makeId('article', token), title: '', publisher: null, published: null, isNew, likeness: 100, isWithin: false, isSameUrl: false });
  const groups = pairs.map(([one, other]) => ({ group: [copyOf(one, false), copyOf(other, true)] as const, choice: 'one' as const }));
  const { removed, steps } = await settleCopies(store, groups);
  expect([removed, steps, (await store.articleIds()).length]).toEqual([300, 2, 300]);
  for (let step = 0; step < steps; step++) await store.undo(null);
  expect(await store.articleIds()).toEqual(all);
});
