import { expect, it } from 'vitest';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { type CardScore, measurementForCard } from '../../../shared/agreement/scores-for-card.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../fixtures/two-annotators.ts';

function scoresOf(parts: Iterable<Dataset>, { schema }: Dataset): readonly CardScore[] {
  const { add, scores } = measurementForCard(schema);
  for (const part of parts) add(part);
  return runThrough(scores());
}

const scoresForCard = (dataset: Dataset): readonly CardScore[] => scoresOf([dataset], dataset);

it('a card gets strict F1, overlap F1 and α, together and for each label that was used', () => {
  const scores = scoresForCard(workOfTwo());
  expect(scores.map(({ metric, label }) => `${metric} ${label ?? ''}`)).toEqual(
    ['strict-f1', 'overlap-f1', 'token-alpha'].flatMap((metric) => ['', 'QUOTE', 'SPEAKER', 'CUE'].map((label) => `${metric} ${label}`)));
  expect(scores[0]).toEqual({ metric: 'strict-f1', label: null, value: 10 / 13, interval: [expect.any(Number), expect.any(Number)], n: 13 });
  expect(scores[2]).toMatchObject({ label: 'SPEAKER', value: 0.8, n: 5 });
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
