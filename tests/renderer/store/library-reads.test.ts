import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setFlag } from '../../../shared/commands/set-flag.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type LabelId, makeId } from '../../../shared/model/id.ts';
import { comment, resolve } from '../../../shared/review/discussion.ts';
import { span } from '../../../shared/text/offsets.ts';
import { type ArticleFilter, type ArticleOrder, type ArticleRow, newestFirst, type ProjectStore, unmeasured } from '../../../renderer/store/project-store.ts';
import { type ProjectDatabase } from '../../../renderer/store/database.ts';
import { paceOf } from '../../../renderer/store/pace.ts';
import { articleOf, datasetOf, Desk, first, mark, schema, second, setStatus, storeRuns } from './desk.ts';

const idsOf = (rows: readonly ArticleRow[]): readonly string[] => rows.map(({ id }) => id);
const by = (order: ArticleOrder['by'], descending = false): ArticleOrder => ({ by: order, descending });

const orders: readonly ArticleOrder[] = (['added', 'title', 'source', 'published', 'state', 'annotations', 'annotator', 'flagged', 'agreement'] as const).flatMap((one) => [
  by(one), by(one, true),
]);

const anyArticle = (token: number): fc.Arbitrary<Article> =>
  fc
    .record({
      title: fc.constantFrom('پایان کار', 'تهران', 'BBC فارسی', '«گفت‌وگو»', 'كتاب', 'چه شد؟', ''),
      publisher: fc.constantFrom(null, 'ایرنا', 'پانا', 'مهر'),
      published: fc.constantFrom(null, '2024-01-02', '2025-03-04T10:00:00Z'),
      tags: fc.subarray(['انرژی', 'آب']),
      seconds: fc.nat(3),
    })
    .map(({ title, publisher, published, tags, seconds }) => ({
      ...articleOf(String(token)), title, added: `2026-01-01T00:00:0${seconds}.000Z`, source: { ...unknownSource, publisher, published }, extra: tags.length > 0 ? { tags } : {},
    }));

const withArticles = (articles: readonly Article[]): Dataset => normalised({ schema, articles, annotators: [], entities: [], sets: [] });

it('law: a window by index, the place of an Article and the ids that meet nothing in particular say one order', { timeout: 600_000 }, () =>
  fc.assert(
    fc.asyncProperty(fc.tuple(...Array.from({ length: 7 }, (_, index) => anyArticle(index + 1))), fc.constantFrom(...orders), fc.nat(6), async (articles, order, offset) => {
      const store = await new Desk().open({ seed: () => withArticles(articles) });
      await store.perform(first, 'annotate', mark(0, 3));
      await store.perform(second, 'set-status', setStatus('done'));
      const all = idsOf(await store.rows(0, 100, order));
      expect(all).toHaveLength(7);
      expect(idsOf(await store.rows(offset, 3, order))).toEqual(all.slice(offset, offset + 3));
      expect(await Promise.all(all.map((id) => store.position(id as ArticleId, order)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
      const found = await store.matching({ further: { annotators: [] } }, order);
      expect(found).toEqual([]);
      const whole = await store.rowsOf(await store.matching({}, order));
      expect(whole.map((row) => sortedBy(row, order.by))).toEqual((await store.rows(0, 100, order)).map((row) => sortedBy(row, order.by)));
      await store.flush();
    }),
    { numRuns: storeRuns },
  ));

const sortedBy = (row: ArticleRow, field: ArticleOrder['by']): unknown =>
  ({ added: row.added, title: row.titleKey, source: row.publisherKey, published: row.published, state: row.status, annotations: row.annotations, annotator: row.annotators, flagged: row.flagged, agreement: row.agreement ?? null })[field];

const colleague = makeId('annotator', 'colleague') as AnnotatorId;
const setOn = (article: ArticleId, end: number): AnnotationSet => ({
  id: makeId('set', `${article}-theirs`), article, annotator: colleague, role: 'work', status: 'done', relations: [],
  annotations: [{
    id: makeId('annotation', `${article}-1`), label: 'SPEAKER' as LabelId, spans: [span(0, end)], attributes: {}, entity: null, note: '', flagged: true, origin: 'manual',
  }],
});
const shelf: Dataset = {
  ...withArticles([
    { ...articleOf('1'), source: { ...unknownSource, publisher: 'ایرنا', published: '2024-06-01' }, extra: { tags: ['انرژی'] } },
    { ...articleOf('2'), source: { ...unknownSource, publisher: 'مهر', published: '2024-07-01T08:00:00Z' } },
    articleOf('3'),
  ]),
  annotators: [{ id: colleague, kind: 'person', name: 'همکار', version: null }],
  sets: [setOn(first, 3)],
};

async function worked(): Promise<ProjectStore> {
  const store = await new Desk().open({ seed: () => shelf });
  await store.perform(first, 'annotate', mark(0, 3));
  await store.perform(second, 'annotate', mark(0, 3));
  await store.perform(second, 'set-status', setStatus('done'));
  while ((await store.measureAgreements()) > 0);
  return store;
}

it.each<[string, ArticleOrder, readonly string[]]>([
  ['by annotator: who works alone, who works with somebody, nobody', by('annotator'), ['art-2', 'art-1', 'art-3']],
  ['the other way round nobody is last, too', by('annotator', true), ['art-1', 'art-2', 'art-3']],
  ['by doubts: the most first', by('flagged', true), ['art-2', 'art-3', 'art-1']],
])('in order %s', async (_, order, expected) => {
  const store = await worked();
  await store.perform(second, 'set-flag', (context) => setFlag(context, { annotation: context.set.annotations[0]?.id ?? expect.fail('no label'), flagged: true }));
  expect(idsOf(await store.rows(0, 10, order))).toEqual(expected);
});

it.each<[string, ArticleFilter, readonly string[]]>([
  ['nothing asked: all', {}, ['art-3', 'art-2', 'art-1']],
  ['one state, by index', { states: ['done'] }, ['art-2']],
  ['two states', { states: ['todo', 'in-progress'] }, ['art-3', 'art-1']],
  ['a publisher; without one it is of none', { publishers: ['ایرنا', 'تسنیم'] }, ['art-1']],
  ['a range of days holds its last one, whatever the time', { published: { from: '2024-06-02', to: '2024-07-01' } }, ['art-2']],
  ['articles that were named', { articles: ['art-3' as ArticleId, 'art-9' as ArticleId] }, ['art-3']],
  ['a tag', { further: { tags: ['انرژی'] } }, ['art-1']],
  ['somebody who worked on it', { further: { annotators: [colleague] } }, ['art-1']],
  ['own doubts only: the colleague’s is theirs', { further: { flagged: true } }, []],
  ['own labels: none at all', { further: { count: { label: null, least: null, most: 0 } } }, ['art-3']],
  ['own labels of one kind', { further: { count: { label: 'SPEAKER' as LabelId, least: 1, most: null } } }, ['art-2', 'art-1']],
  ['agreement, where there is one', { further: { agreement: { least: 0.9, most: null } } }, ['art-1']],
  ['low agreement: an article of one person has none', { further: { agreement: { least: null, most: 0.5 } } }, []],
])('%s', async (_, filter, ids) => {
  const store = await worked();
  expect(await store.matching(filter, newestFirst)).toEqual(ids);
  await store.flush();
});

it('what is known of publishers and tags is what some Article has', async () => {
  expect(await (await worked()).known()).toEqual({ publishers: ['ایرنا', 'مهر'], tags: ['انرژی'] });
});

it('agreement is measured when somebody asks, and unknown again after the next label', async () => {
  const store = await new Desk().open({ seed: () => shelf });
  expect(await store.row(first)).not.toHaveProperty('agreement');
  await store.perform(first, 'annotate', mark(0, 3));
  expect(await store.row(first)).toMatchObject({ agreement: unmeasured, annotators: [colleague, store.annotator] });
  expect(await store.measureAgreements()).toBe(1);
  expect(await store.row(first)).toMatchObject({ agreement: 1 });
  await store.perform(first, 'annotate', mark(4, 6));
  expect(await store.row(first)).toMatchObject({ agreement: unmeasured });
  await store.measureAgreements();
  expect((await store.row(first))?.agreement).toBeCloseTo(2 / 3);
  await store.undo(first);
  await store.undo(first);
  expect(await store.row(first)).not.toHaveProperty('agreement');
  await store.flush();
});

it('the pace is the median time between articles that were finished one after another', async () => {
  let minutes = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1) + (minutes += 1) * 60_000).toISOString();
  const store = await new Desk().open({ seed: () => datasetOf('1'), now });
  for (const status of ['done', 'in-progress', 'done', 'in-progress', 'done', 'in-progress'] as const) await store.perform(first, 'set-status', setStatus(status));
  expect(await store.pace()).toBeNull();
  await store.perform(first, 'set-status', setStatus('done'));
  const pace = await store.pace();
  expect(pace).toBeGreaterThanOrEqual(2 * 60_000);
  expect(pace).toBeLessThanOrEqual(10 * 60_000);
  await store.flush();
});

it.each<[string, readonly number[], number | null]>([
  ['a pause of hours is no work', [0, 5, 10, 15, 300, 305], 5],
  ['what was done at one time with others is no pace', [0, 0, 0, 0, 0, 0], null],
  ['three gaps at least', [0, 5, 10], null],
])('%s', (_, minutes, expected) => {
  expect(paceOf(minutes.map((one) => new Date(Date.UTC(2026, 0, 1, 0, one)).toISOString()))).toBe(expected === null ? null : expected * 60_000);
});

it('rows of an earlier version are made anew when the project is opened, and nothing else', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => shelf });
  await store.perform(first, 'annotate', mark(0, 3));
  const rows = await store.rows(0, 10);
  await store.close();
  await desk.tamper(async (database: ProjectDatabase) => {
    await database.articles.toCollection().modify((row) => {
      for (const field of ['labels', 'flagged', 'annotators', 'titleKey', 'publisher', 'publisherKey', 'published', 'tags', 'agreement']) delete (row as unknown as Record<string, unknown>)[field];
    });
    await database.sets.toCollection().modify((row) => {
      const { annotations, relations } = row.counts;
      Object.assign(row, { counts: { annotations, relations } });
      delete (row as unknown as Record<string, unknown>)['labels'];
    });
    await database.meta.where('key').equals('opened').modify((row) => {
      delete (row.value as unknown as Record<string, unknown>)['rows'];
    });
  });
  const again = await desk.open();
  expect(again.recovery.kind).toBe('none');
  expect(await again.rows(0, 10)).toEqual(rows);
  await desk.expectSound(again);
});

it('articles with an open thread are found, until it is resolved', async () => {
  const store = await new Desk().open({ seed: () => withArticles([articleOf('1'), articleOf('2')]) });
  const found = (discussed: boolean) => store.matching({ further: { discussed } }, newestFirst);
  await store.performReview(first, 'comment', (context) => comment(context, { anchor: { kind: 'article' }, words: 'متن افتادگی دارد' }));
  expect([await found(true), await found(false)]).toEqual([[first], [second]]);
  const thread = (await store.events(first)).find(({ kind }) => kind === 'commented');
  await store.performReview(first, 'resolve-thread', (context) => resolve(context, { thread: thread?.id as never, isResolved: true }));
  expect([(await found(true)).length, (await found(false)).length]).toEqual([0, 2]);
});
