import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, stretchesOf } from '../../../shared/agreement/continuum.ts';
import { bestAlignment, dissimilarity, type GammaWeights, type Unitary } from '../../../shared/agreement/gamma-alignment.ts';
import { continuumOf } from '../../arbitraries/continuum.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { runs } from '../../arbitraries/runs.ts';

type Voices = readonly (readonly Stretch[])[];

/** What a unitary alignment costs, as the paper writes it. */
function unitaryCost(row: readonly (Stretch | null)[], weights: GammaWeights): number {
  const pairs = row.flatMap((u, i) => row.slice(i + 1).map((v) => (u && v ? dissimilarity(u, v, weights) : weights.delta)));
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
}

const unitsOf = (row: Unitary, voices: Voices): readonly (Stretch | null)[] =>
  row.map((place, voice) => (place === null ? null : (voices[voice]?.[place] ?? null)));

/** The least cost by trying every alignment: the first unit that is left goes alone or with anything. */
function leastCost(voices: Voices, weights: GammaWeights): number {
  const known = new Map<string, number>();
  const best = (left: readonly (readonly number[])[]): number => {
    const voice = left.findIndex((units) => units.length > 0);
    if (voice < 0) return 0;
    const key = left.map((units) => units.join()).join(';');
    const found = known.get(key);
    if (found !== undefined) return found;
    const partners = left.map((units, index) => (index < voice ? [null] : index === voice ? [units[0] ?? null] : [null, ...units]));
    const ways = partners.reduce<readonly (readonly (number | null)[])[]>((rows, next) => rows.flatMap((row) => next.map((unit) => [...row, unit])), [[]]);
    const cost = Math.min(...ways.map((row) =>
      unitaryCost(unitsOf(row, voices), weights) +
      best(left.map((units, index) => units.filter((unit) => unit !== row[index])))));
    known.set(key, cost);
    return cost;
  };
  return best(voices.map((units) => units.map((_, place) => place)));
}

const weights = fc.record({ alpha: fc.constantFrom(1, 3), beta: fc.constantFrom(0.5, 1), delta: fc.constantFrom(0.5, 1) });
const small = (min: number, max: number, most: number): fc.Arbitrary<Voices> =>
  continuumOf('one', { min, max }).map(({ voices }) => voices.map((voice) => stretchesOf(voice).slice(0, most)));

describe('best alignment of gamma', () => {
  const check = ([voices, given]: readonly [Voices, GammaWeights]): void => {
    const { cost, rows, isExact } = bestAlignment(voices, given);
    expect(isExact).toBe(true);
    expect(cost).toBeCloseTo(leastCost(voices, given), 9);
    const summed = rows.reduce((sum, row) => sum + unitaryCost(unitsOf(row, voices), given), 0);
    expect(summed).toBeCloseTo(cost, 9);
    voices.forEach((units, voice) => expect(rows.flatMap((row) => row[voice] ?? []).sort((a, b) => a - b)).toEqual(units.map((_, place) => place)));
  };

  it('law: of two people none costs less', () => forAll(fc.tuple(small(2, 2, 6), weights), check));
  it('law: of three and four neither', () => forAll(fc.tuple(small(3, 4, 3), weights), check, Math.max(20, Math.ceil(runs / 4))));
});
