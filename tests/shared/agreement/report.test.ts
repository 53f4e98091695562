import { describe, expect, it } from 'vitest';
import { methodsOf } from '../../../shared/agreement/methods.ts';
import { type Independence, wholly } from '../../../shared/agreement/independence.ts';
import { meansOfPairs } from '../../../shared/agreement/pair-table.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { metrics, type MetricId } from '../../../shared/agreement/registry.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { cited, scoresCsv } from '../../../shared/agreement/score-table.ts';

const score = (metric: MetricId, more: Partial<Score> = {}): Score =>
  ({ metric, label: null, value: 0.5, interval: [0.25, 0.75], n: 12, articles: 3, coverage: null, precision: null, leftOut: 0, approached: 0, ...more });

describe('scores as CSV', () => {
  const csv = scoresCsv([{ people: '=سارا – "رضا"', scores: [score('gamma', { value: -0.2961913, interval: null, precision: 0.0312 }), score('relation-given-f1', { label: 'SAID_BY', value: null })] }], 'fa');

  it('has the head in the language and what is undefined empty; a minus is a number, what looks like a formula is guarded', () => {
    const [head, gamma, relation, end] = csv.split('\r\n');
    expect(head).toBe('\ufeffچه کسانی,سنجه,نام لاتین سنجه,برای,مقدار,از (۹۵٪),تا (۹۵٪),شمار,شمارِ چه,شمار خبرها,سهم متن,دقت برآورد تصادف,خبرهای کنارمانده,مأخذ');
    expect(gamma).toMatch(/^"'=سارا – ""رضا""",گامای مَته \(γ\),gamma,همه با هم,-0\.296191,,,12,برچسب,3,,0\.0312,0,"Mathet/);
    expect(relation).toMatch(/,F1 پیوندها میان دیده‌شده‌ها,relation-given-f1,SAID_BY,,0\.25,0\.75,12,پیوند,3,,,0,/);
    expect(end).toBe('');
  });

  it('every measure has a line in both languages', () => {
    const all = metrics.map(({ id }) => score(id));
    for (const language of ['fa', 'en'] as const) expect(scoresCsv([{ people: 'all', scores: all }], language).trimEnd().split('\r\n').length).toBe(metrics.length + 1);
  });
});

describe('a text on methods', () => {
  const codes = (scores: readonly Score[], people = 2, articles = 40, parameters = defaultParameters, independence = wholly) =>
    methodsOf(scores, { articles, people, parameters, independence }).sentences.map(({ code }) => code.replace('agreement.methods.', ''));

  it.each<[reason: string, found: readonly string[], expected: readonly string[]]>([
    ['says of F1 how pairs were made', codes([score('strict-f1'), score('strict-f1', { label: 'QUOTE' })]), ['data', 'unproposed', 'metric', 'alignment', 'pooled', 'interval']],
    ['of three people, how pairs of people were put together', codes([score('strict-f1'), score('token-kappa')], 3), ['data', 'unproposed', 'metric', 'metric', 'alignment', 'pooled', 'pairs', 'mean-of-pairs', 'tokens', 'interval']],
    ['names the parameters of gamma', codes([score('gamma')]), ['data', 'unproposed', 'metric', 'pooled', 'gamma', 'pieces', 'interval']],
    ['says how near chance is known', codes([score('gamma', { precision: 0.0312 })]), ['data', 'unproposed', 'metric', 'pooled', 'gamma', 'precision', 'pieces', 'interval']],
    ['owns up to what was left out, and to few articles', codes([score('u-alpha', { leftOut: 2 })], 2, 3), ['data', 'unproposed', 'metric', 'pooled', 'pieces', 'left-out', 'interval', 'few']],
    ['says on which part of the text labels alone are compared', codes([score('cu-alpha', { coverage: 0.1234 })]), ['data', 'unproposed', 'metric', 'pooled', 'pieces', 'coverage', 'interval']],
    ['speaks of no intervals where there are none', codes([score('attribute-kappa')], 2, 40, { ...defaultParameters, replicates: 0 }), ['data', 'unproposed', 'metric', 'alignment', 'pooled']],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));

  it('owns up to work that was handed in again, left out or counted, and to what a machine proposed', () => {
    const said = (more: Partial<Independence>) => codes([score('strict-f1')], 2, 40, defaultParameters, { ...wholly, ...more }).slice(1, 3);
    expect(said({ reworked: 2 })).toEqual(['without-reworked', 'unproposed']);
    expect(said({ reworked: 2, isReworkCounted: true, proposed: 3, annotations: 9 })).toEqual(['reworked', 'proposed']);
  });

  it('cites each paper once', () => {
    const { sources } = methodsOf([score('u-alpha'), score('cu-alpha'), score('gamma')], { articles: 20, people: 2, parameters: defaultParameters, independence: wholly });
    expect(sources.map(cited).map((line) => line.slice(0, 18))).toEqual(['Krippendorff, K., ', 'Mathet, Y., Widlöc', 'Efron, B., Tibshir']);
  });
});

it('means of pairs leave out what is undefined, and say of how many they are', () => {
  const pair = (strict: number | null, kappa: number | null) => ({ people: ['a', 'b'] as const, scores: [score('strict-f1', { value: strict }), score('token-kappa', { value: kappa })] });
  expect(meansOfPairs([pair(0.5, null), pair(0.8, null), pair(0.4, null)])).toMatchObject([{ metric: 'strict-f1', pairs: 3 }, { metric: 'token-kappa', value: null, pairs: 0 }]);
  expect(meansOfPairs([pair(0.5, 1), pair(null, 0)]).map(({ value }) => value)).toEqual([0.5, 0.5]);
  expect(meansOfPairs([])).toEqual([]);
});
