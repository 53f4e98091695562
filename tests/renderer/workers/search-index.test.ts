import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Searchable } from '../../../shared/model/search-shard.ts';
import { queryTerms, searchTerms } from '../../../shared/text/search-words.ts';
import { SearchIndex } from '../../../renderer/workers/search-index.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const article = (id: number, text: string, title = ''): Searchable => ({ id: `art-${id}` as ArticleId, title, text });
const found = (index: SearchIndex, query: string) => [...index.search(query, 100).ids].sort();

const words = fc.constantFrom('وزیر', 'نیرو', 'گفت', 'می‌رود', 'کتاب‌ها', 'نان', 'تهران', 'BBC');
const texts = fc.array(fc.array(words, { maxLength: 8 }).map((all) => all.join(' ')), { minLength: 1, maxLength: 12 });

describe('the search index', () => {
  it('law: it finds exactly the articles that have every word, or the beginning of one, whatever was added, removed, kept and loaded again', () => {
    forAll(fc.tuple(texts, fc.array(fc.nat(11)), words, words), ([all, gone, one, two]) => {
      const index = new SearchIndex();
      index.add(all.map((text, id) => article(id, text)));
      index.remove(gone.map((id) => `art-${id}` as ArticleId));
      const left = all.flatMap((text, id) => (gone.includes(id) ? [] : [article(id, text)]));
      const query = `${one} ${two}`;
      const expected = left
        .filter(({ text }) => queryTerms(query).every((term) => searchTerms(text).some((word) => word === term || word.startsWith(term))))
        .map(({ id }) => id)
        .sort();
      expect(found(index, query)).toEqual(expected);
      const again = new SearchIndex();
      for (const shard of index.altered()) expect(again.load(JSON.parse(JSON.stringify(shard)) as typeof shard)).toBe(true);
      expect(found(again, query)).toEqual(expected);
      expect(again.size).toBe(left.length);
      expect(again.altered()).toEqual([]);
    });
  });

  it('finds titles, and those first', () => {
    const index = new SearchIndex();
    index.add([article(1, 'نان گران شد و نان کم شد'), article(2, 'متن دیگر', 'گرانی نان')]);
    expect(index.search('نان', 10).ids).toEqual(['art-2', 'art-1']);
    expect(index.search('', 10)).toEqual({ ids: [], total: 0 });
    expect(index.search('نان', 1)).toEqual({ ids: ['art-2'], total: 2 });
  });

  it.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, 40)],
    ['of other articles', (text) => text.replace('art-1', 'art-9')],
    ['no index at all', () => '{}'],
  ])('a part that is %s is left out, and its articles are missing then', (_, damage) => {
    const index = new SearchIndex();
    index.add([article(1, 'نان'), article(2, 'آب')]);
    const [shard] = index.altered();
    if (!shard) throw new Error('nothing was kept');
    const again = new SearchIndex();
    expect(again.load({ ...shard, index: damage(shard.index) })).toBe(false);
    expect(again.differences(shard.articles)).toEqual({ missing: ['art-1', 'art-2'], gone: [] });
    expect(again.load({ ...shard, version: shard.version + 1 })).toBe(false);
  });

  it('writes anew only the part that one more article comes to', () => {
    const index = new SearchIndex();
    index.add(Array.from({ length: 2500 }, (_, id) => article(id, `خبر ${id}`)));
    expect(index.altered().map(({ articles }) => articles.length)).toEqual([1000, 1000, 500]);
    index.add([article(9999, 'تازه')]);
    expect(index.altered().map(({ id }) => id)).toEqual([2]);
    expect(index.differences([9999, 1, 10_000].map((id) => `art-${id}` as ArticleId))).toMatchObject({ missing: ['art-10000'] });
  });
});
