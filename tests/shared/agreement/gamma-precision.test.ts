import { expect, it } from 'vitest';
import { continuum } from '../../../shared/agreement/continuum.ts';
import { chancePrecision, gammaCounts } from '../../../shared/agreement/gamma.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { countOf, pooled, type Tally } from '../../../shared/agreement/tally.ts';

const mark = (start: number, end: number, label: string, place: number) => ({ id: `${label}${place}`, label, spans: [{ start, end }], attributes: {} });
const text = continuum('one', 300, [
  { annotator: 'a', links: [], marked: [mark(10, 40, 'Q', 0), mark(60, 75, 'S', 1), mark(120, 190, 'Q', 2)] },
  { annotator: 'b', links: [], marked: [mark(12, 40, 'Q', 0), mark(62, 70, 'S', 1), mark(200, 240, 'Q', 2)] },
]);
const drawn = (seed: number, samples: number): Tally => runThrough(gammaCounts(text, null, { ...defaultParameters, seed, samples }));
const half95 = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return (1.96 * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))) / mean;
};

it('says how far what chance brings would be off under other seeds', () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => drawn(seed, 30));
  const said = seeds.reduce((sum, counts) => sum + (chancePrecision(counts) ?? NaN), 0) / seeds.length;
  const found = half95(seeds.map((counts) => countOf(counts, 'expected')));
  expect(found / said).toBeGreaterThan(0.8);
  expect(found / said).toBeLessThan(1.25);
});

it('four times as many chance texts, or texts of that kind, make it twice as near', () => {
  const one = chancePrecision(drawn(1, 100)) ?? NaN;
  expect(chancePrecision(drawn(1, 400))).toBeCloseTo(one / 2, 1);
  expect(chancePrecision(pooled(Array.from({ length: 4 }, () => drawn(1, 100))))).toBeCloseTo(one / 2, 12);
});

it('is not told of a text that nobody marked, nor of one draw', () => {
  expect(chancePrecision(runThrough(gammaCounts(continuum('none', 9, [{ annotator: 'a', links: [], marked: [] }]), null, defaultParameters)))).toBeNull();
  expect(chancePrecision(drawn(1, 1))).toBeNull();
});
