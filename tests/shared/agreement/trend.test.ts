import { expect, it } from 'vitest';
import { measure } from '../../../shared/agreement/measure.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metrics } from '../../../shared/agreement/registry.ts';
import { gather } from '../../../shared/agreement/shared-articles.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { type DatedArticle, measuringTrend, type Trend } from '../../../shared/agreement/trend.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const { articles } = gather([{ name: 'a', dataset: workOfTwo() }], { roles: ['work'], statuses: null, kinds: ['person'], reworked: false });
const [first, second] = articles;
if (!first || !second) throw new Error('two articles are wanted');
const options = { metrics: metrics.filter(({ id }) => id === 'strict-f1'), subjects: { labels: [], relations: [], attributes: [] }, parameters: { ...defaultParameters, replicates: 0 } };

function trendOf(dated: readonly DatedArticle[]): Trend {
  return runThrough(measuringTrend(dated, options));
}

it('a week goes from Saturday to Friday; weeks are in order and scored by their own articles', () => {
  const { weeks } = trendOf([{ shared: second, day: '2024-08-03' }, { shared: first, day: '2024-08-02T10:00:00Z' }, { shared: first, day: '2024-07-27' }]);
  expect(weeks.map(({ from, articles: number, isThin }) => ({ from, number, isThin }))).toEqual([{ from: '2024-07-27', number: 2, isThin: true }, { from: '2024-08-03', number: 1, isThin: true }]);
  expect(weeks[1]?.scores).toEqual(measure([second], options));
});

it.each([['2024-08-03', '2024-08-03'], ['2024-08-09', '2024-08-03'], ['2024-08-10', '2024-08-10'], ['1969-12-30', '1969-12-27'], ['2024-03-01', '2024-02-24']])('%s lies in the week of %s', (day, saturday) => {
  expect(trendOf([{ shared: first, day }]).weeks.map(({ from }) => from)).toEqual([saturday]);
});

it('five articles make a week that says something; those without a day, or with none that there is, are counted apart', () => {
  const week = Array.from({ length: 5 }, () => ({ shared: first, day: '2024-08-05' }));
  expect(trendOf([...week, { shared: first, day: null }, { shared: first, day: '2024-13-40' }])).toMatchObject({ weeks: [{ articles: 5, isThin: false }], undated: 2 });
});
