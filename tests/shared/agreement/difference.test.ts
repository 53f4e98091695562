import { expect, it } from 'vitest';
import { continuum } from '../../../shared/agreement/continuum.ts';
import { type Difference, measuringDifference } from '../../../shared/agreement/difference.ts';
import { type SharedArticle } from '../../../shared/agreement/measure.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metricById } from '../../../shared/agreement/registry.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { type Marked } from '../../../shared/compare/marked.ts';

const strict = metricById('strict-f1');
if (!strict) throw new Error('strict F1 is wanted');

const mark = (id: string, start: number): Marked => ({ id, label: 'Q', attributes: {}, spans: [{ start, end: start + 4 }] });

/** Against a gold of five marks: somebody who finds so many of them. */
const found = (number: number, article: number): SharedArticle => ({
  text: ' '.repeat(40),
  continuum: continuum(String(article), 40, [
    { annotator: 'gold', links: [], marked: [0, 8, 16, 24, 32].map((start) => mark(`g${start}`, start)) },
    { annotator: 'somebody', links: [], marked: [0, 8, 16, 24, 32].slice(0, number).map((start) => mark(`s${start}`, start)) },
  ]),
});
const each = (...numbers: readonly number[]): readonly SharedArticle[] => numbers.map(found);

function differenceOf(first: readonly SharedArticle[], second: readonly SharedArticle[]): Difference {
  if (!strict) throw new Error('strict F1 is wanted');
  return runThrough(measuringDifference(first, second, strict, null, { ...defaultParameters, replicates: 400 }));
}

it('of the same work there is none, however the articles are drawn', () =>
  expect(differenceOf(each(3, 5, 1, 4), each(3, 5, 1, 4))).toEqual({ value: 0, interval: [0, 0], articles: 4 }));

it('is second minus first, of pooled counts, and its interval is drawn for both together', () => {
  const [before, after] = [each(2, 3, 1, 2, 3, 2), each(4, 5, 3, 4, 5, 4)];
  const { value, interval, articles } = differenceOf(before, after);
  // 13 and 25 of 30, each with 30 of the gold.
  expect(value).toBeCloseTo((2 * 25) / 55 - (2 * 13) / 43, 12);
  expect(interval?.[0]).toBeGreaterThan(0.2);
  expect(articles).toBe(6);
  const back = differenceOf(after, before);
  expect(back.value).toBeCloseTo(-(value ?? 0), 12);
});

it('articles that only one of them has are passed over; without any there is nothing to say', () => {
  expect(differenceOf(each(3, 5), each(3))).toEqual({ value: 0, interval: null, articles: 1 });
  expect(differenceOf([], each(3))).toEqual({ value: null, interval: null, articles: 0 });
});
