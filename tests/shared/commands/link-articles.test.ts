import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { linkArticles, partArticles, tellApart } from '../../../shared/commands/link-articles.ts';
import { type Article } from '../../../shared/model/article.ts';
import { applyChange, type Change, reverse } from '../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { toldApartFrom } from '../../../shared/model/told-apart.ts';
import { interruptedQuote } from '../../fixtures/native/interrupted-quote.ts';
import { runs } from '../../arbitraries/runs.ts';

const [model] = interruptedQuote.articles as [Article];
const article = (id: string, group: string | null): Article => ({ ...model, id: id as ArticleId, group });
const datasetOf = (articles: readonly Article[]): Dataset => normalised({ ...interruptedQuote, articles, sets: [] });
const ids = (...names: readonly string[]) => names as readonly ArticleId[];

function made(articles: readonly Article[], command: typeof linkArticles, named: readonly ArticleId[]): Change {
  const result = command({ articles }, { articles: named });
  if (!result.ok) throw new Error('refused');
  return result.value;
}
const groupsAfter = (articles: readonly Article[], command: typeof linkArticles, ...named: readonly string[]) =>
  Object.fromEntries(applyChange(datasetOf(articles), made(articles, command, ids(...named))).articles.map(({ id, group }) => [id, group]));

describe('articles that are said to be one story', () => {
  test.each([
    ['two that stood alone bear the id of one', [['b', null], ['a', null]], ['b', 'a'], { a: 'a', b: 'a' }],
    ['one joins the group of the other', [['a', null], ['b', 'g']], ['a', 'b'], { a: 'g', b: 'g' }],
    ['two groups become one, with all their members', [['a', 'g'], ['b', 'g'], ['c', 'h'], ['d', 'h']], ['b', 'c'], { a: 'g', b: 'g', c: 'g', d: 'g' }],
    ['one alone is no story of several', [['a', null], ['b', null]], ['a', 'a'], { a: null, b: null }],
  ] as const)('%s', (_reason, given, named, expected) =>
    expect(groupsAfter(given.map(([id, group]) => article(id, group)), linkArticles, ...named)).toEqual(expected));

  test('are parted with all their group, and no other', () => {
    const articles = [article('a', 'g'), article('b', 'g'), article('c', 'h')];
    expect(groupsAfter(articles, partArticles, 'a')).toEqual({ a: null, b: null, c: 'h' });
  });

  test('are told apart on both sides, beside what was said before and what else a file says, and once', () => {
    const articles = [{ ...article('a', null), extra: { desk: 'x', told_apart: ['c'] } }, article('b', null), article('c', null)];
    const change = made(articles, tellApart, ids('a', 'b'));
    const after = applyChange(datasetOf(articles), change).articles;
    expect(after.map((one) => toldApartFrom(one))).toEqual([['b', 'c'], ['a'], []]);
    expect(after[0]?.extra).toMatchObject({ desk: 'x' });
    expect(made(after, tellApart, ids('b', 'a')).updated).toEqual([]);
    expect(applyChange(datasetOf(after), reverse(change))).toEqual(datasetOf(articles));
  });

  test('are no longer told apart when somebody says that they are one, and stay apart from others', () => {
    const apart = applyChange(datasetOf([article('a', null), article('b', null), article('c', null)]), made([article('a', null), article('b', null), article('c', null)], tellApart, ids('a', 'b', 'c')));
    const after = applyChange(apart, made(apart.articles, linkArticles, ids('a', 'b'))).articles;
    expect(after.map((one) => [one.group, toldApartFrom(one)])).toEqual([['a', ['c']], ['a', ['c']], [null, ['a', 'b']]]);
  });

  const groups = fc.constantFrom(null, 'g', 'h');
  const stories = fc.tuple(groups, groups, groups, groups).map((all) => all.map((group, place) => article(`art-${place}`, group)));
  const named = fc.subarray(['art-0', 'art-1', 'art-2', 'art-3'], { minLength: 2 });

  it('law: the order in which they are named does not matter, linking twice equals once, and undo leads back', () =>
    fc.assert(
      fc.property(stories, named, (articles, some) => {
        const change = made(articles, linkArticles, ids(...some));
        expect(made(articles, linkArticles, ids(...some.toReversed()))).toEqual(change);
        const after = applyChange(datasetOf(articles), change);
        expect(made(after.articles, linkArticles, ids(...some)).updated).toEqual([]);
        expect(applyChange(after, reverse(change))).toEqual(datasetOf(articles));
        const [first, ...others] = after.articles.filter(({ id }) => some.includes(id)).map(({ group }) => group);
        expect(first).not.toBeNull();
        for (const other of others) expect(other).toBe(first);
      }),
      { numRuns: runs },
    ));
});
