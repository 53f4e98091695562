import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AnnotatorId, type ArticleId, makeId } from '../../../shared/model/id.ts';
import { planAssignment } from '../../../shared/review/plan-assignment.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const articles = (count: number) => Array.from({ length: count }, (_, index) => makeId('article', String(index)) as ArticleId);
const people = (count: number) => Array.from({ length: count }, (_, index) => makeId('annotator', String(index)) as AnnotatorId);

const choices = fc.record({
  articles: fc.integer({ min: 0, max: 60 }).map(articles), people: fc.integer({ min: 1, max: 5 }).map(people), overlap: fc.integer({ min: 0, max: 100 }),
  repeats: fc.constant(0), earlier: fc.constant(new Map<AnnotatorId, readonly ArticleId[]>()), seed: fc.integer({ min: 0, max: 2 ** 31 }),
});

it('everything is given out, the overlap to everybody, the rest to one each, fairly', () => {
  forAll(choices, (one) => {
    const shares = planAssignment(one);
    const count = new Map<ArticleId, number>();
    for (const share of shares) for (const id of share.articles) count.set(id, (count.get(id) ?? 0) + 1);
    expect([...count.keys()].sort()).toEqual([...one.articles].sort());
    const common = one.overlap === 0 ? 0 : Math.min(one.articles.length, Math.max(1, Math.round((one.articles.length * one.overlap) / 100)));
    const shared = [...count.values()].filter((times) => times === one.people.length).length;
    expect(one.people.length === 1 ? one.articles.length : shared).toBe(one.people.length === 1 ? shared : common);
    const sizes = shares.map((share) => share.articles.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });
});

it('the same seed gives the same, in whatever order articles and people are named; another seed another', () => {
  const one = { articles: articles(40), people: people(3), overlap: 20, repeats: 0, earlier: new Map(), seed: 7 };
  expect(planAssignment({ ...one, articles: [...one.articles].reverse(), people: [...one.people].reverse() })).toEqual(planAssignment(one));
  expect(planAssignment({ ...one, seed: 8 })).not.toEqual(planAssignment(one));
});

it('a tenth of a few articles is one: where nothing is given to two people, nobody knows how far they agree', () => {
  const shares = planAssignment({ articles: articles(4), people: people(2), overlap: 10, repeats: 0, earlier: new Map(), seed: 7 });
  expect(shares.map((share) => share.articles.length).sort((a, b) => a - b)).toEqual([2, 3]);
});

it('repeats are some of what the person has handed in before, and nothing that comes anyway', () => {
  const [sara, reza] = people(2) as [AnnotatorId, AnnotatorId];
  const all = articles(100);
  const earlier = new Map([[sara, all.slice(0, 50)]]);
  const shares = planAssignment({ articles: all.slice(40), people: [sara, reza], overlap: 100, repeats: 5, earlier, seed: 1 });
  expect(shares[0]?.repeats).toHaveLength(3);
  expect(shares[0]?.repeats.every((id) => all.slice(0, 40).includes(id))).toBe(true);
  expect(shares[1]?.repeats).toEqual([]);
});
