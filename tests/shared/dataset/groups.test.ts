import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { canonicalUrl } from '../../../shared/dataset/canonical-url.ts';
import { grouper, type Groups } from '../../../shared/dataset/groups.ts';
import { comparable, isAlike, likeness, pieces } from '../../../shared/dataset/likeness.ts';
import { noDay } from '../../../shared/dataset/near-pairs.ts';
import { passageLength, passages, passageWindow } from '../../../shared/dataset/passages.ts';
import { passageIndex } from '../../../shared/dataset/shared-passages.ts';
import { sign, signatureLength } from '../../../shared/dataset/signature.ts';
import { unionFind } from '../../../shared/dataset/union-find.ts';
import { type Article, unknownSource } from '../../../shared/model/article.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { withToldApart } from '../../../shared/model/told-apart.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { newsText } from '../../arbitraries/text.ts';
import { vocabulary } from '../../fixtures/newsroom.ts';
import { randomNumbers } from '../../fixtures/random-numbers.ts';
import { copies, otherStories, sent } from '../../fixtures/wire-copies.ts';

const article = (id: string, text: string, more: Partial<Article['source']> & { group?: string; added?: string } = {}): Article => {
  const { group = null, added = '2024-08-03T10:00:00.000Z', ...source } = more;
  return {
    id: id as ArticleId, title: id, text, fingerprint: fingerprint(text), language: 'fa', group, added, extra: {},
    source: { ...unknownSource, published: '2024-08-02', ...source },
  };
};

async function grouped(articles: readonly Article[], byPublisher = false): Promise<Groups> {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const all = grouper({ byPublisher });
  for (const one of sorted) all.add(one);
  const texts = new Map(sorted.map(({ id, text }) => [id, text]));
  const found = await all.groups(async (ids) => new Map(ids.map((id) => [id, { title: '', text: texts.get(id) ?? '' }])));
  if (!found) throw new Error('stopped without being told to');
  return found;
}

/** Ids of the members, by group. */
function parts({ articles, keyOf }: Groups): readonly string[] {
  const members = new Map<string, string[]>();
  for (const [index, id] of articles.entries()) members.set(keyOf(index), [...(members.get(keyOf(index)) ?? []), id]);
  return [...members.values()].map((ids) => ids.join(' '));
}

describe('wire copies are one group', () => {
  test.each(Object.entries(copies))('%s', async (_, copy) => {
    expect(parts(await grouped([article('a', sent), article('b', copy)]))).toEqual(['a b']);
  });
});

describe('other stories are groups of their own', () => {
  test.each(Object.entries(otherStories))('%s', async (_, other) => {
    expect(parts(await grouped([article('a', sent), article('b', other)]))).toEqual(['a', 'b']);
  });

  it('keeps a near copy of another month apart, and says that it came near', async () => {
    const late = article('b', copies['with a paragraph dropped'], { published: '2024-11-02' });
    const groups = await grouped([article('a', sent), late]);
    expect(parts(groups)).toEqual(['a', 'b']);
    expect(groups.nearPairs).toMatchObject([{ one: 0, two: 1, isTimely: false }]);
  });

  it.each([['2024-08-09', 'a b', 'a week'], ['2024-08-10', 'a,b', 'eight days'], ['2024-07-26', 'a b', 'a week before'], ['2024-07-25', 'a,b', 'eight days before']])(
    'a near copy of %s is %s: %s',
    async (published, found) => expect(parts(await grouped([article('a', sent), article('b', copies['with a paragraph dropped'], { published })])).join()).toBe(found),
  );

  it('does not join texts without a letter, for they say nothing', async () => {
    expect(parts(await grouped([article('a', '\u200c'), article('b', '\u200c\u0640')]))).toEqual(['a', 'b']);
  });
});

describe('what somebody has told apart', () => {
  const apart = (one: Article, ...ids: readonly string[]): Article => withToldApart(one, ids as readonly ArticleId[]);
  const [headline, credit, dropped] = [copies['with a corrected headline'], copies['with a line that credits the agency'], copies['with a paragraph dropped']];

  it('is not joined for its likeness, whoever of the two says so, and is named as near', async () => {
    for (const pair of [[apart(article('a', sent), 'b'), article('b', dropped)], [article('a', sent), apart(article('b', dropped), 'a')]]) {
      const groups = await grouped(pair);
      expect(parts(groups)).toEqual(['a', 'b']);
      expect(groups.nearPairs).toMatchObject([{ one: 0, two: 1 }]);
      expect(groups.alike).toEqual([]);
    }
  });

  it('does not come together by a third one that is like both', async () => {
    const found = parts(await grouped([apart(article('a', sent), 'b'), article('b', dropped), article('c', headline), article('d', credit)]));
    expect(found.filter((members) => members.includes('a') && members.includes('b'))).toEqual([]);
    expect(found.join(' ').split(' ').sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(found.length).toBe(2);
  });

  it('is joined all the same where address, words or a person say so', async () => {
    const url = 'https://example.org/1';
    expect(parts(await grouped([apart(article('a', sent, { url }), 'b'), article('b', dropped, { url })]))).toEqual(['a b']);
    expect(parts(await grouped([apart(article('a', sent), 'b'), article('b', sent)]))).toEqual(['a b']);
    expect(parts(await grouped([apart(article('a', sent, { group: 'g' }), 'b'), article('b', dropped, { group: 'g' })]))).toEqual(['a b']);
  });

  it('alters nothing where it speaks of an article that is not there', async () => {
    expect(parts(await grouped([apart(article('a', sent), 'z'), article('b', dropped)]))).toEqual(['a b']);
  });

  it('can be told of what was joined for its likeness alone, the least alike first', async () => {
    const { alike } = await grouped([article('a', sent), article('b', sent), article('c', dropped), article('e', otherStories['the day after, on the same subject'])]);
    expect(alike.map(({ one, two }) => [one, two])).toEqual([[0, 2]]);
    expect(alike[0]?.jaccard).toBeCloseTo(likeness(pieces(comparable(sent)), pieces(comparable(dropped))).jaccard);
    const several = (await grouped([article('a', sent), article('b', headline), article('c', dropped)])).alike.map(({ jaccard }) => jaccard);
    expect(several).toEqual([...several].sort((x, y) => x - y));
  });
});

describe('what joins whatever the texts say', () => {
  it('joins the same text at any date', async () => {
    const spelled = copies['in Arabic letters and without half-spaces'];
    expect(parts(await grouped([article('a', sent), article('b', spelled, { published: '1999-01-01' })]))).toEqual(['a b']);
  });

  it('joins a copy whose date is not known', async () => {
    const undated = article('b', copies['with a corrected headline'], { published: null });
    expect(parts(await grouped([article('a', sent), undated]))).toEqual(['a b']);
  });

  it('joins one address, one manual group and, when asked, one publisher', async () => {
    const others = [
      article('a', 'یک', { url: 'https://www.example.org/news/1/', publisher: 'نمونه' }),
      article('b', 'دو', { url: 'http://example.org/news/1?utm_source=x#top', group: 'g' }),
      article('c', 'سه', { group: 'g' }),
      article('d', 'چهار', { publisher: 'نمونه' }),
    ];
    expect(parts(await grouped(others))).toEqual(['a b c', 'd']);
    expect(parts(await grouped(others, true))).toEqual(['a b c d']);
  });

  it('names a group after the member that was taken in first', async () => {
    const late = article('a', sent, { added: '2024-09-01T00:00:00.000Z' });
    const groups = await grouped([late, article('b', sent, { added: '2024-08-01T00:00:00.000Z' })]);
    expect([groups.keyOf(0), groups.keyOf(1), groups.count, groups.largest]).toEqual(['b', 'b', 1, 2]);
  });
});

describe('addresses', () => {
  test.each<[string, string | null, string]>([
    ['https://www.Example.org/خبر/1/', 'example.org/خبر/1', 'host in small letters, no www, no last slash'],
    ['http://m.example.org:8080/%D8%AE%D8%A8%D8%B1/1', 'example.org/خبر/1', 'no port, percent signs decoded'],
    ['https://example.org/?b=2&a=1&utm_medium=rss&fbclid=z#x', 'example.org?a=1&b=2', 'parameters sorted, trackers gone'],
    ['https://example.org/%zz', 'example.org/%zz', 'percent signs that are no UTF-8 stay'],
    ['https://www.example.org/?utm_source=x', null, 'a site as a whole, which many articles may name'],
    ['ftp://example.org/1', null, 'not of the web'],
    ['خبر', null, 'no address'],
  ])('%s is %s: %s', (url, canonical, _reason) => expect(canonicalUrl(url)).toBe(canonical));
});

describe('a story inside a page of two to ten times its length', () => {
  const number = randomNumbers(11);
  const wordsOf = (count: number): readonly string[] => Array.from({ length: count }, () => vocabulary[number(vocabulary.length)] as string);
  const other = (): string => vocabulary[number(vocabulary.length)] as string;
  /** What a page has of a story. Each is to have four fifths of its pieces, and mostly has more. */
  const hands: Readonly<Record<string, (story: readonly string[]) => readonly string[]>> = {
    'as it was sent': (story) => story,
    'with the end cut off': (story) => story.slice(0, Math.ceil(story.length * (0.82 + number(18) / 100))),
    'with every twentieth word another one': (story) => story.map((word) => (number(20) === 0 ? other() : word)),
    'with a sentence of its own in the middle': (story) => [...story.slice(0, story.length / 2), ...wordsOf(12), ...story.slice(story.length / 2)],
  };

  it.each(Object.keys(hands))('is found %s', async (hand) => {
    const pairs = Array.from({ length: 60 }, (_, place) => {
      const story = wordsOf(50 + number(250));
      const [before, after] = [wordsOf(number(story.length * 5)), wordsOf(story.length + number(story.length * 4))];
      const page = [...before, ...(hands[hand]?.(story) ?? []), ...after];
      return { story: article(`a${place}`, story.join(' ')), page: article(`b${place}`, page.join(' '), { published: '2024-08-06' }) };
    });
    const alike = pairs.filter(({ story, page }) => isAlike(likeness(pieces(comparable(story.text)), pieces(comparable(page.text)))));
    expect(alike.length).toBeGreaterThan(40);
    const found = new Set(parts(await grouped(pairs.flatMap(({ story, page }) => [story, page]))));
    const missed = alike.filter(({ story, page }) => !found.has(`${story.id} ${page.id}`));
    expect(missed.map(({ story }) => story.text.length)).toEqual([]);
  });
});

describe('passages', () => {
  it.each([
    ['', 0, 'nothing'],
    ['کوتاه', 0, 'shorter than a piece'],
    ['آ'.repeat(500), 1, 'one character over and over'],
  ])('%s has %i: %s', (text, count, _reason) => expect(passages(text).length).toBe(count));

  it('are shared by texts that share 79 characters, wherever those stand', () => {
    const news = fc.array(fc.constantFrom(...vocabulary.slice(0, 300)), { minLength: 40, maxLength: 120 }).map((words) => words.join(' '));
    forAll(fc.tuple(news, news, news), ([shared, before, after]) => {
      const passage = shared.slice(0, passageLength + passageWindow - 1);
      const found = new Set(passages(before + passage));
      expect(passages(passage + after).some((one) => found.has(one))).toBe(true);
    });
  });

  it('that everybody uses make no pairs, and a day that is not known is any day', () => {
    const pairsOf = (texts: number, day: (text: number) => number): number => {
      const index = passageIndex();
      for (let text = 0; text < texts; text++) index.add(Uint32Array.of(7, 1000 + text));
      return [...index.pairs(day)].length;
    };
    expect(pairsOf(3, () => 1)).toBe(3);
    expect(pairsOf(40, () => 1)).toBe(0);
    expect(pairsOf(3, (text) => text * 8)).toBe(0);
    expect(pairsOf(3, (text) => (text === 0 ? noDay : text * 8))).toBe(2);
  });
});

describe('how much is alike', () => {
  it.each([
    [{ jaccard: 0.5, containment: 0.5 }, true, 'half of both'], [{ jaccard: 0.499, containment: 0.799 }, false, 'a little less of both, and of the shorter one'],
    [{ jaccard: 0.1, containment: 0.8 }, true, 'four fifths of the shorter one'],
  ])('%o is %s: %s', (common, is) => expect(isAlike(common)).toBe(is));
});

describe('laws of likeness', () => {
  it('estimates the Jaccard index by its signatures', () => {
    const [one, two] = [new Uint16Array(signatureLength), new Uint16Array(signatureLength)];
    const texts = [sent, ...Object.values(copies), ...Object.values(otherStories)].map(comparable);
    for (const a of texts) {
      for (const b of texts) {
        expect(sign(a, one)).toBe(pieces(a).size);
        sign(b, two);
        const agreeing = one.filter((value, place) => value === two[place]).length / signatureLength;
        expect(Math.abs(agreeing - likeness(pieces(a), pieces(b)).jaccard)).toBeLessThan(0.15);
      }
    }
  });

  it('finds a text like itself, and as much like another as that one is like it', () => {
    forAll(fc.tuple(newsText, newsText), ([a, b]) => {
      const [one, two] = [pieces(comparable(a)), pieces(comparable(b))];
      expect(likeness(one, two)).toEqual(likeness(two, one));
      expect(isAlike(likeness(one, one))).toBe(one.size > 0);
      expect(comparable(comparable(a))).toBe(comparable(a));
    });
  });

  it('keeps its constants: a signature of last year compares with one of today', () => {
    const signature = new Uint16Array(signatureLength);
    expect(sign(comparable(sent), signature)).toMatchInlineSnapshot(`551`);
    expect(Array.from(signature.slice(0, 4))).toMatchInlineSnapshot(`
      [
        37268,
        10685,
        42915,
        63899,
      ]
    `);
  });
});

describe('laws of groups', () => {
  const some = fc
    .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{2}$/), fc.constantFrom(sent, ...Object.values(copies), ...Object.values(otherStories), 'خبر')), {
      selector: ([id]) => id, maxLength: 6,
    })
    .map((pairs) => pairs.map(([id, text]) => article(id, text)));

  it('divides every collection, and by what texts say, not by the ids that they happen to have', async () => {
    await fc.assert(
      fc.asyncProperty(some, async (articles) => {
        const whole = parts(await grouped(articles));
        expect(whole.flatMap((ids) => ids.split(' ')).sort()).toEqual(articles.map(({ id }) => id).sort());
        // 'ab' becomes 'zy': the other way round in the order of ids.
        const renamed = (ids: string): string => ids.replace(/[a-z]/g, (letter) => String.fromCharCode(219 - letter.charCodeAt(0)));
        const others = parts(await grouped(articles.map((one) => ({ ...one, id: renamed(one.id) as ArticleId }))));
        const sorted = (groups: readonly string[]) => groups.map((ids) => ids.split(' ').sort().join(' ')).sort();
        expect(sorted(others)).toEqual(sorted(whole.map(renamed)));
      }),
      { numRuns: 20 },
    );
  });

  it('joins as an equivalence does', () => {
    forAll(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.array(fc.tuple(fc.nat(), fc.nat()))), ([size, pairs]) => {
      const sets = unionFind(size);
      const links = pairs.map(([a, b]) => [a % size, b % size] as const);
      for (const [a, b] of links) sets.join(a, b);
      const backwards = unionFind(size);
      for (const [a, b] of links.toReversed()) backwards.join(b, a);
      for (const [a, b] of links) expect(sets.find(a)).toBe(sets.find(b));
      for (let at = 0; at < size; at++) expect(backwards.find(at)).toBe(sets.find(at));
    });
  });
});
