import { expect, it } from 'vitest';
import { type Anchor } from '../../../shared/model/discussed.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Result } from '../../../shared/result.ts';
import { ask, blockingThreads, comment, openTalk, placeOf, questionsIn, resolve, rule, rulesIn, threadsIn } from '../../../shared/review/discussion.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const start = (): Dataset => {
  const whole = workOfTwo();
  return { ...whole, annotators: [...whole.annotators, adjudicator] };
};
function said(dataset: Dataset, act: (context: ReviewContext) => Result<Change>): Dataset {
  const result = act(reviewContext(dataset));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}
const events = (dataset: Dataset) => dataset.events ?? [];
const [set] = start().sets;
const [annotation] = set?.annotations ?? [];
const anchor: Anchor = { kind: 'annotation', set: set?.id as never, annotation: annotation?.id as never, quote: 'وزیر' };

it('a thread has its answers, is resolved and opened again; the later word holds', () => {
  let dataset = said(start(), (context) => comment(context, { anchor, words: ' تنگ است ', blocking: true }));
  const [thread] = threadsIn(events(dataset));
  const id = thread?.first.id as never;
  dataset = said(dataset, (context) => comment(context, { anchor, words: 'بله', thread: id }));
  expect(threadsIn(events(dataset))).toMatchObject([{ first: { words: 'تنگ است' }, answers: [{ words: 'بله' }], isResolved: false }]);
  expect(blockingThreads(events(dataset))).toHaveLength(1);
  dataset = said(dataset, (context) => resolve(context, { thread: id, isResolved: true }));
  expect(blockingThreads(events(dataset))).toEqual([]);
  dataset = said(dataset, (context) => resolve(context, { thread: id, isResolved: false }));
  expect(blockingThreads([...events(dataset)].reverse())).toHaveLength(1);
});

it.each([
  ['there', anchor, true],
  ['gone with its annotation', { ...anchor, annotation: 'ann-gone' as never }, false],
  ['gone with its set', { ...anchor, set: 'set-gone' as never }, false],
  ['a range always is where it was', { kind: 'range', span: { start: 0, end: 4 } as never, quote: 'وزیر' }, true],
  ['the article has no place of its own', { kind: 'article' }, false],
] as const)('what is talked about: %s', (_, at, isThere) => expect(placeOf(at as Anchor, start().sets) !== null).toBe(isThere));

it('blank words, and a thread that nobody began, are refused', () => {
  const context = reviewContext(start());
  expect(comment(context, { anchor, words: ' \n' })).toMatchObject({ ok: false, problems: [{ code: 'words-missing' }] });
  expect(resolve(context, { thread: 'evt-none' as never, isResolved: true })).toMatchObject({ ok: false, problems: [{ code: 'thread-missing' }] });
});

it('a question is answered by the next entry of the guideline, which is counted across articles', () => {
  let dataset = said(start(), (context) => ask(context, { anchor, question: 'تا کجا؟' }));
  expect(questionsIn(events(dataset))).toMatchObject([{ asked: { question: 'تا کجا؟' }, ruled: null }]);
  const question = questionsIn(events(dataset))[0]?.asked.id as never;
  dataset = said(dataset, (context) => rule(context, events(dataset), { question, rule: 'تا پایان جمله', examples: [' «…» ', ''] }));
  dataset = said(dataset, (context) => rule(context, events(dataset), { question: null, rule: 'گوینده بی‌عنوان', examples: [] }));
  expect(rulesIn(events(dataset))).toMatchObject([{ number: 1, examples: ['«…»'] }, { number: 2 }]);
  expect(questionsIn(events(dataset))).toMatchObject([{ ruled: { number: 1 } }]);
});

it('two devices that give one number to two entries lose neither, and neither question is open again', () => {
  let dataset = start();
  for (const question of ['تا کجا؟', 'با عنوان؟']) dataset = said(dataset, (context) => ask(context, { anchor, question }));
  const before = events(dataset);
  for (const { asked } of questionsIn(before)) dataset = said(dataset, (context) => rule(context, before, { question: asked.id, rule: `پاسخ ${asked.question}`, examples: [] }));
  expect(rulesIn(events(dataset))).toMatchObject([{ number: 1 }, { number: 1 }]);
  expect(questionsIn(events(dataset)).map(({ asked, ruled }) => ruled?.rule === `پاسخ ${asked.question}`)).toEqual([true, true]);
  expect(openTalk(events(dataset))).toBe(0);
});

it('what is open is counted: threads that are not resolved and questions without an answer', () => {
  let dataset = said(start(), (context) => comment(context, { anchor, words: 'تنگ است' }));
  dataset = said(dataset, (context) => ask(context, { anchor, question: 'تا کجا؟' }));
  expect(openTalk(events(dataset))).toBe(2);
  const thread = threadsIn(events(dataset))[0]?.first.id as never;
  dataset = said(dataset, (context) => resolve(context, { thread, isResolved: true }));
  expect(openTalk(events(dataset))).toBe(1);
  const question = questionsIn(events(dataset))[0]?.asked.id as never;
  dataset = said(dataset, (context) => rule(context, events(dataset), { question, rule: 'تا پایان جمله', examples: [] }));
  expect(openTalk(events(dataset))).toBe(0);
});
