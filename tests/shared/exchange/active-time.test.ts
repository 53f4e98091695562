import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeTime, longestThought, type Step } from '../../../shared/exchange/active-time.ts';
import { type AnnotatorId, type ArticleId } from '../../../shared/model/id.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const me = 'per-me' as AnnotatorId;
const other = 'per-other' as AnnotatorId;
const [one, two] = ['art-1', 'art-2'] as [ArticleId, ArticleId];
const minute = 60_000;
const step = (minutes: number, scope: ArticleId | null = one, annotator = me): Step => ({ annotator, scope, wall: new Date(Date.UTC(2026, 0, 1) + minutes * minute).toISOString() });
const timeOf = (steps: readonly Step[]): Readonly<Record<string, number>> => {
  const time = activeTime(me);
  for (const each of steps) time.add(each);
  return Object.fromEntries([...time.byArticle()].map(([article, milliseconds]) => [article, milliseconds / minute]));
};

describe('time at work', () => {
  it.each<readonly [why: string, steps: readonly Step[], expected: Readonly<Record<string, number>>]>([
    ['nothing is nothing', [], {}],
    ['one step has no length', [step(0)], {}],
    ['steps that follow each other', [step(0), step(1), step(4)], { 'art-1': 4 }],
    ['five minutes are still work', [step(0), step(5)], { 'art-1': 5 }],
    ['a longer pause counts nothing, not five minutes', [step(0), step(5.001), step(6)], { 'art-1': 0.999 }],
    ['the way to another article belongs to that one', [step(0), step(2, two), step(3, one)], { 'art-1': 1, 'art-2': 2 }],
    ['a step on the project as a whole is work, but of no article', [step(0), step(2, null), step(3)], { 'art-1': 1 }],
    ['what others do neither counts nor parts', [step(0), step(1, one, other), step(2)], { 'art-1': 2 }],
    ['a clock that was put back counts nothing', [step(10), step(0), step(1)], { 'art-1': 1 }],
  ])('%s', (_, steps, expected) => expect(timeOf(steps)).toEqual(expected));

  const steps = fc.array(
    fc.record({ minutes: fc.double({ min: 0, max: 60, noNaN: true }), scope: fc.constantFrom(one, two, null), annotator: fc.constantFrom(me, me, other) }), { maxLength: 20 },
  ).map((all) => all.sort((a, b) => a.minutes - b.minutes).map(({ minutes, scope, annotator }) => step(minutes, scope, annotator)));
  const sum = (found: Readonly<Record<string, number>>): number => Object.values(found).reduce((all, each) => all + each, 0);

  it('law: never more than from the first own step to the last, nor than so many pauses of the longest length', () =>
    forAll(steps, (all) => {
      const own = all.filter(({ annotator }) => annotator === me).map(({ wall }) => Date.parse(wall) / minute);
      const total = sum(timeOf(all));
      expect(total).toBeLessThanOrEqual(Math.max(0, (own.at(-1) ?? 0) - (own[0] ?? 0)) + 1e-6);
      expect(total).toBeLessThanOrEqual(Math.max(0, own.length - 1) * (longestThought / minute) + 1e-6);
    }));

  it('law: what others did between changes nothing', () => forAll(steps, (all) => expect(timeOf(all.filter(({ annotator }) => annotator === me))).toEqual(timeOf(all))));
});
