import { expect, it } from 'vitest';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { type CardScore, measurementForCard } from '../../../shared/agreement/scores-for-card.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotationId, type AnnotatorId } from '../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../fixtures/two-annotators.ts';

function scoresOf(parts: Iterable<Dataset>, { schema }: Dataset): readonly CardScore[] {
  const { add, scores } = measurementForCard(schema);
  for (const part of parts) add(part);
  return runThrough(scores());
}

const scoresForCard = (dataset: Dataset): readonly CardScore[] => scoresOf([dataset], dataset);

it('a card gets what papers are asked for, together and for each label that was used, and gamma of all together', () => {
  const scores = scoresForCard(workOfTwo());
  const each = ['', 'QUOTE', 'SPEAKER', 'CUE'];
  expect(scores.map(({ metric, label }) => `${metric} ${label ?? ''}`)).toEqual([
    ...['strict-f1', 'overlap-f1', 'partial-f1', 'token-alpha', 'u-alpha', 'u-alpha-marked'].flatMap((metric) => each.map((label) => `${metric} ${label}`)),
    'cu-alpha ', ...each.slice(1).map((label) => `ku-alpha ${label}`), 'gamma ',
  ]);
  expect(scores[0]).toEqual({
    metric: 'strict-f1', label: null, value: 10 / 13, interval: [expect.any(Number), expect.any(Number)], n: 13, articles: 2, coverage: null, leftOut: 0,
  });
  expect(scores[2]).toMatchObject({ label: 'SPEAKER', value: 0.8, n: 5 });
  expect(scores.find(({ metric }) => metric === 'ku-alpha')?.coverage).toBeGreaterThan(0);
});

it('gamma is measured on the first articles until there is enough of them, and never on one that would take minutes', () => {
  const dataset = workOfTwo();
  const { add, scores, on } = measurementForCard(dataset.schema);
  const [first] = [...slices(dataset)];
  const [set] = first?.sets ?? [];
  const [one] = set?.annotations ?? [];
  if (!first || !one) throw new Error('the fixture has annotations');
  const many = (count: number): Dataset => ({
    ...first, sets: first.sets.map((here) => ({ ...here, relations: [], annotations: Array.from({ length: count }, (_, place) => ({ ...one, id: `${one.id}-${place}` as AnnotationId })) })),
  });
  add(many(200));
  expect(on()).toMatchObject({ articles: 1, gamma: null });
  for (let time = 0; time < 40; time++) add(many(40));
  expect(on()).toMatchObject({ articles: 41, gamma: { articles: 18, samples: 30, precision: expect.any(Number) as number } });
  expect(runThrough(scores()).at(-1)).toMatchObject({ metric: 'gamma', label: null, n: 18 * 80 });
});

it('only articles that two people finished count: not one still open, not one person’s, not a machine’s', () => {
  expect(scoresForCard(workOfTwo('in-progress'))).toEqual([]);
  expect(scoresForCard(workOfOne('sara'))).toEqual([]);
  const { annotators, ...rest } = workOfTwo();
  expect(scoresForCard({ ...rest, annotators: annotators.map((one) => (one.id === ('per-reza' as AnnotatorId) ? { ...one, kind: 'machine', version: '1' } : one)) })).toEqual([]);
});

it('a dataset gives the same in one part and in slices', () => {
  const dataset = workOfTwo();
  expect(scoresOf(slices(dataset), dataset)).toEqual(scoresForCard(dataset));
});

it('tells how far it is and can be left', () => {
  const dataset = workOfTwo();
  const { add, scores } = measurementForCard(dataset.schema);
  add(dataset);
  const steps = scores();
  expect(steps.next().value).toEqual({ phase: 'resampling', done: 20, total: 2000 });
  expect(steps.return([]).done).toBe(true);
});
