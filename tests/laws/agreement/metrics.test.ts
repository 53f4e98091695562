import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continuum, type Continuum, type Voice } from '../../../shared/agreement/continuum.ts';
import { measure, measuring, type SharedArticle } from '../../../shared/agreement/measure.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { type KnownMetric, metrics } from '../../../shared/agreement/registry.ts';
import { spanAlignment } from '../../../shared/agreement/span-alignment.ts';
import { spanCounts, spanTally, strictTally } from '../../../shared/agreement/span-f1.ts';
import { type Score } from '../../../shared/agreement/score.ts';
import { type Link, type Marked, type Work } from '../../../shared/compare/marked.ts';
import { continuumLabels, continuumOf, people, textUnder, underOtherIds, workWith } from '../../arbitraries/continuum.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { runs } from '../../arbitraries/runs.ts';
import { together } from '../../arbitraries/together.ts';

const parameters = { ...defaultParameters, replicates: 0, samples: 4 };
const subjects = { labels: continuumLabels, relations: ['SAID_BY', 'CUED_BY'], attributes: continuumLabels.map((label) => `${label}.mode`) };
const optionsFor = (metric: KnownMetric) => ({ metrics: [metric], subjects, parameters });
const shared = (text: Continuum): SharedArticle => ({ text: textUnder(), continuum: text });
const scoresOf = (metric: KnownMetric, ...texts: readonly Continuum[]): readonly Score[] => measure(texts.map(shared), optionsFor(metric));
const few = Math.max(20, Math.ceil(runs / 4));

/** To what floating point allows: sums are made in another order. */
function expectSame(one: readonly Score[], other: readonly Score[]): void {
  one.forEach((score, place) => {
    const same = other[place];
    expect([same?.metric, same?.label, same?.n]).toEqual([score.metric, score.label, score.n]);
    if (score.value === null) expect(same?.value).toBeNull();
    else expect(same?.value).toBeCloseTo(score.value, 9);
  });
}

const at = (id: string, label: string, start: number, end: number, mode?: string): Marked =>
  ({ id, label, spans: [{ start, end }], attributes: mode === undefined ? {} : { mode } });
const saidBy = (from: string, to: string): Link => ({ id: `${from}${to}`, type: 'SAID_BY', from, to: { kind: 'annotation', id: to } });
/** Nobody's marks overlap, so that every measure has something to say. */
const worked: Work = {
  marked: [at('q1', 'Q', 0, 6, 'direct'), at('s1', 'S', 7, 9), at('q2', 'Q', 12, 18, 'indirect'), at('s2', 'S', 20, 22), at('c1', 'C', 25, 30)],
  links: [saidBy('q1', 's1'), saidBy('q2', 's2')],
};
const differing: Work = {
  marked: [at('q1', 'Q', 1, 6, 'direct'), at('s1', 'S', 7, 10), at('q2', 'Q', 12, 18, 'direct'), at('s2', 'C', 20, 22), at('c1', 'Q', 26, 30)],
  links: [saidBy('q1', 's1'), saidBy('q2', 's1')],
};
const voicesOf = (...works: readonly Work[]): readonly Voice[] =>
  works.map((work, place) => ({ annotator: people[place] ?? '', ...underOtherIds(work, String(place)) }));

const texts = fc.tuple(continuumOf('one', { min: 2, max: 3 }), continuumOf('two', { min: 2, max: 3 }));

describe.each(metrics.map((metric) => [metric.id, metric] as const))('laws of %s', (_, metric) => {
  it('people who did the same have the best value there is, or none where nothing could differ', () =>
    forAll(fc.tuple(workWith('a'), fc.integer({ min: 2, max: 3 })), ([work, number]) => {
      const voices = people.slice(0, number).map((annotator) => ({ annotator, ...underOtherIds(work, annotator) }));
      for (const { value } of scoresOf(metric, continuum('same', 40, voices))) if (value !== null) expect(value).toBeCloseTo(metric.best, 9);
    }, few));

  it('is defined where there is something to measure, and best where it is the same', () => {
    const defined = scoresOf(metric, continuum('worked', 40, voicesOf(worked, differing))).filter(({ value }) => value !== null);
    expect(defined.map(({ n }) => n > 0)).toContain(true);
    const best = scoresOf(metric, continuum('worked', 40, voicesOf(worked, worked))).filter(({ value }) => value !== null);
    expect(best.length).toBeGreaterThan(0);
    for (const { value } of best) expect(value).toBeCloseTo(metric.best, 9);
    const others = defined.filter(({ value }) => Math.abs((value ?? 0) - metric.best) > 1e-6);
    expect(others.length).toBeGreaterThan(0);
  });

  const law = together(texts, (both) => ({ both, scores: scoresOf(metric, ...both) }), few);

  law('is never better than the best, nor anything but a number or nothing', ({ scores }) => {
    for (const { value } of scores) {
      if (value === null) continue;
      expect(Number.isFinite(value)).toBe(true);
      if (metric.best === 1) expect(value).toBeLessThanOrEqual(1 + 1e-9);
      else expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  law('does not depend on the order of marks, links and texts', ({ both, scores }) => {
    const turn = (voice: Voice): Voice => ({ ...voice, marked: voice.marked.toReversed(), links: voice.links.toReversed() });
    const turned = both.map(({ article, length, voices }) => continuum(article, length, voices.toReversed().map(turn)));
    expectSame(scoresOf(metric, ...turned.toReversed()), scores);
  });

  law('does not depend on who is called what', ({ both, scores }) => {
    const names: Readonly<Record<string, string>> = { [people[0]]: 'z', [people[1]]: 'y', [people[2]]: 'x' };
    const rename = (voice: Voice): Voice => ({ ...voice, annotator: names[voice.annotator] ?? '' });
    const renamed = both.map(({ article, length, voices }) => continuum(article, length, voices.map(rename)));
    expectSame(scoresOf(metric, ...renamed), scores);
  });

  law('a text that nobody marked changes no measure that looks at marks alone', ({ both, scores }) => {
    if (metric.counts === 'tokens') return;
    const empty = continuum('empty', 40, people.slice(0, 2).map((annotator) => ({ annotator, marked: [], links: [] })));
    const isLength = metric.id.startsWith('u-alpha') || metric.id === 'cu-alpha' || metric.id === 'ku-alpha';
    if (!isLength) expectSame(scoresOf(metric, ...both, empty), scores);
  });
});

describe('measuring in steps', () => {
  const all = { metrics, subjects, parameters: { ...parameters, replicates: 60 } };

  it('gives what measuring at once gives, and tells how far it is', () =>
    forAll(texts, (both) => {
      const seen: string[] = [];
      const steps = measuring(both.map(shared), all);
      let step = steps.next();
      let last = { phase: 'counting', done: 0 };
      for (; !step.done; step = steps.next()) {
        const { phase, done, total } = step.value;
        expect(done).toBeLessThanOrEqual(total);
        if (phase === last.phase) expect(done).toBeGreaterThanOrEqual(last.done);
        last = { phase, done };
        seen.push(phase);
      }
      expect(step.value).toEqual(measure(both.map(shared), all));
      expect(new Set(seen)).toEqual(new Set(['counting', 'resampling']));
    }, 10));

  it('an interval holds what bootstrapping says and is the same each time', () =>
    forAll(texts, (both) => {
      const [one, two] = [measure(both.map(shared), all), measure(both.map(shared), all)];
      expect(two).toEqual(one);
      for (const { interval, value, articles } of one) {
        if (interval) expect(interval[0]).toBeLessThanOrEqual(interval[1]);
        if (value === null || articles < 2) expect(interval).toBeNull();
      }
    }, 10));

  it('a text of one person is passed over', () => {
    const alone = continuum('alone', 40, [{ annotator: 'a', marked: [], links: [] }]);
    expect(measure([shared(alone)], all).every(({ value, n, articles }) => value === null && n === 0 && articles === 0)).toBe(true);
  });
});

it('strict F1 counts what the alignment that screens show pairs, of each label and of all', () =>
  forAll(continuumOf('one', { min: 2, max: 2 }), (text) => {
    for (const label of [null, ...continuumLabels]) {
      expect(strictTally(text, label)).toEqual(spanTally(spanCounts(spanAlignment(text, label), 'strict')));
    }
  }));
