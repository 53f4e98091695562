import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPacking, type Choice } from '../../../shared/agreement/packing.ts';
import { forAll } from '../../arbitraries/for-all.ts';

const size = 9;
const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({
    members: fc.uniqueArray(fc.nat(size - 1), { minLength: 2, maxLength: 4 }).map((members) => members.sort((a, b) => a - b)),
    saved: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.01, max: 3, noNaN: true })),
  }),
  { maxLength: 14 },
);

/** The most that any of them save together, by trying all. */
function most(left: readonly Choice[]): number {
  const [first, ...others] = left;
  if (!first) return 0;
  const free = others.filter(({ members }) => !members.some((one) => first.members.includes(one)));
  return Math.max(most(others), first.saved + most(free));
}

const saved = (chosen: readonly Choice[]): number => chosen.reduce((sum, one) => sum + one.saved, 0);

describe('best packing', () => {
  it('law: nothing saves more, and nothing is taken twice', () =>
    forAll(choices, (all) => {
      const { chosen, isExact } = bestPacking(size, all);
      const members = chosen.flatMap((one) => one.members);
      expect(new Set(members).size).toBe(members.length);
      expect(chosen.every((one) => all.includes(one))).toBe(true);
      expect(isExact).toBe(true);
      expect(saved(chosen)).toBeCloseTo(most(all), 9);
    }));

  it.each([
    ['a ring of three, where prices alone would promise one and a half', [[0, 1], [1, 2], [0, 2]], 1],
    ['a ring of five with a chord', [[0, 1], [1, 2], [2, 3], [3, 4], [0, 4], [1, 3]], 2],
    ['triples, any two of which share a thing', [[0, 1, 2], [0, 3, 4], [1, 3, 5], [2, 4, 5]], 1],
  ])('finds %s', (_, sets, best) => {
    const { chosen, isExact } = bestPacking(6, sets.map((members) => ({ members, saved: 1 })));
    expect({ saved: saved(chosen), isExact }).toEqual({ saved: best, isExact: true });
  });

  it('says so where it only came near: the best of very many that are equally entangled', () => {
    // Of 30 things any three save the same: all beginnings are as good as each other.
    const all: Choice[] = [];
    for (let a = 0; a < 31; a++) for (let b = a + 1; b < 31; b++) for (let c = b + 1; c < 31; c++) all.push({ members: [a, b, c], saved: 1 + ((a * 7 + b * 11 + c * 13) % 17) / 1000 });
    const { chosen, isExact } = bestPacking(31, all);
    expect(chosen).toHaveLength(10);
    expect(isExact).toBe(false);
  });
});
