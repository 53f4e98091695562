import { expect, it, test } from 'vitest';
import { copyGroups, surplus } from '../../../shared/dataset/copy-groups.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { copies, otherStories, sent } from '../../fixtures/wire-copies.ts';

const article = (id: string, text: string, part: Partial<Article> & { readonly url?: string } = {}): Article => ({
  id: id as ArticleId, title: id, text, fingerprint: fingerprint(text), language: 'fa', group: null, added: '2026-01-01T00:00:00.000Z', extra: {},
  ...part, source: { ...unknownSource, ...part.source, url: part.url ?? null },
});
const fresh = (...ids: readonly string[]) => (id: ArticleId) => ids.includes(id);

test.each(Object.entries(copies))('a copy %s stands with the one that was there, which comes first', async (_, text) => {
  const groups = await copyGroups([article('b-there', sent), article('a-new', text)], fresh('a-new'));
  expect(groups?.map((group) => group.map(({ id, isNew }) => [id, isNew]))).toEqual([[['b-there', false], ['a-new', true]]]);
  expect(groups?.[0]?.[1].likeness).toBeGreaterThanOrEqual(50);
});

test.each(Object.entries(otherStories))('%s is another story', async (_, text) => {
  expect(await copyGroups([article('a', sent), article('b', text)], fresh('b'))).toEqual([]);
});

it.each([
  ['with a corrected headline', false, false], ['with a paragraph dropped', true, false], ['inside a longer page', true, true], ['in Arabic letters and without half-spaces', false, true],
] as const)('says of a copy %s whether one of the two says more, and that all is the same only where it is', async (name, isWithin, isAll) => {
  const [group] = (await copyGroups([article('a', sent), article('b', copies[name])], fresh('b'))) ?? [];
  expect(group?.[1]).toMatchObject({ isWithin });
  expect(group?.[1].likeness === 100).toBe(isAll);
});

it('says who published each, and when', async () => {
  const groups = await copyGroups([article('a', sent, { source: { ...unknownSource, publisher: 'ایرنا', published: '2026-03-21' } }), article('b', sent)], fresh('b'));
  expect(groups?.[0]?.map(({ publisher, published }) => [publisher, published])).toEqual([['ایرنا', '2026-03-21'], [null, null]]);
});

it('finds one address, and says so', async () => {
  const url = 'https://www.example.com/news/1?utm_source=x';
  const groups = await copyGroups([article('a', sent, { url }), article('b', 'متنی دیگر و کوتاه', { url: 'http://example.com/news/1/' })], fresh('b'));
  expect(groups?.[0]?.map(({ isSameUrl }) => isSameUrl)).toEqual([false, true]);
});

it('says nothing of what nobody brought in just now, and of what is one story already', async () => {
  const pair = [article('a', sent, { group: 'g' }), article('b', copies['with a corrected headline'], { group: 'g' })];
  expect(await copyGroups(pair, fresh('b'))).toEqual([]);
  expect(await copyGroups(pair.map((one) => ({ ...one, group: null })), fresh())).toEqual([]);
});

it('lets only one stay: the one that was there, or the first that came', async () => {
  const all = [article('a', sent), article('b', copies['with a corrected headline']), article('c', copies['with a paragraph dropped'])];
  const [beside] = (await copyGroups(all, fresh('b', 'c'))) ?? [];
  expect(beside && surplus(beside)).toEqual(['b', 'c']);
  const [alone] = (await copyGroups(all, fresh('a', 'b', 'c'))) ?? [];
  expect(alone && surplus(alone)).toEqual(['b', 'c']);
});
