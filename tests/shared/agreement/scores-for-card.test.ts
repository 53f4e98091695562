import { expect, it } from 'vitest';
import { measuringForCard, scoresForCard } from '../../../shared/agreement/scores-for-card.ts';
import { type AnnotatorId } from '../../../shared/model/id.ts';
import { workOfOne, workOfTwo } from '../../fixtures/two-annotators.ts';

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

it('tells how far it is and can be left', () => {
  const steps = measuringForCard(workOfTwo());
  expect(steps.next().value).toEqual({ phase: 'counting', done: 0, total: 2 });
  expect(steps.return([]).done).toBe(true);
});
