import { expect, it } from 'vitest';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { comment } from '../../../shared/review/discussion.ts';
import { sealGold } from '../../../shared/review/gold.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfOne } from '../../fixtures/two-annotators.ts';

const among = ['set-sara-0' as SetId];

/** One reader's whole work, accepted case by case: nothing is left to be decided. */
function decided(): ReviewContext {
  const whole = workOfOne('sara');
  const articles = whole.articles.slice(0, 1);
  let dataset: Dataset = { ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article }) => article === articles[0]?.id) };
  for (const { key } of settlementOf(reviewContext(dataset), among).cases) {
    const result = accept(reviewContext(dataset), { among, key }, { set: among[0] as SetId });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    dataset = after(dataset, result.value);
  }
  return reviewContext(dataset);
}

const problems = (context: ReviewContext): readonly string[] => {
  const result = sealGold(context, among);
  return result.ok ? [] : result.problems.map(({ code }) => code);
};

it('what is decided throughout is closed', () => expect(problems(decided())).toEqual([]));

it('not while anything is open, put off, or talked about in a way that keeps it open; each is counted', () => {
  const context = decided();
  const saidBesides = (act: Result<Change>): ReviewContext => {
    if (!act.ok) throw new Error(JSON.stringify(act.problems));
    return { ...context, events: [...context.events, ...act.value.added.flatMap((one) => (one.kind === 'event' ? one.value : []))] };
  };
  expect(problems({ ...context, sets: context.sets.filter(({ role }) => role === 'work'), events: [] }), 'nothing was decided').toEqual(['gold-open-cases', 'gold-open-links']);
  const [{ key } = { key: '' }] = settlementOf(context, among).cases;
  expect(problems(saidBesides(leaveOut(context, { among, key }, { act: 'defer' }))), 'one is put off').toContain('gold-open-cases');
  expect(problems(saidBesides(comment(context, { anchor: { kind: 'article' }, words: 'نه هنوز' })))).toEqual([]);
  expect(problems(saidBesides(comment(context, { anchor: { kind: 'article' }, words: 'نه هنوز', blocking: true })))).toEqual(['gold-blocked']);
});

it('not over a text that is another one than it was labelled on', () => {
  const context = decided();
  expect(problems({ ...context, article: { ...context.article, text: context.article.text.replace('وزیر', 'مدیر') } })).toEqual(['gold-text-differs']);
});

it('not with a value that the schema no longer has', () => {
  const context = decided();
  const labels = context.schema.labels.map((label) =>
    label.id === 'QUOTE'
      ? { ...label, attributes: label.attributes.map((one) => (one.id === 'mode' ? { ...one, choices: one.choices.filter(({ id }) => id !== 'direct') } : one)) }
      : label,
  );
  expect(problems({ ...context, schema: { ...context.schema, labels } })).toEqual(['attribute-wrong', 'attribute-wrong']);
});

it('not with a label that the schema no longer has', () => {
  const context = decided();
  const labels = context.schema.labels.filter(({ id }) => id !== 'CUE');
  expect(problems({ ...context, schema: { ...context.schema, labels } })).toContain('label-unknown');
});
