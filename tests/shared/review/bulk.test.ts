import { describe, expect, it } from 'vitest';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type AnnotationId, type LabelId, type SetId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { bulkPlan, settleAll } from '../../../shared/review/bulk.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { goldSetOf, settlementOf } from '../../../shared/review/settlement.ts';
import { fingerprint } from '../../../shared/text/fingerprint.ts';
import { span } from '../../../shared/text/offsets.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const [sara, reza] = ['set-sara-0', 'set-reza-0'] as unknown as readonly [SetId, SetId];
const among = [sara, reza];

function start(alter: (dataset: Dataset) => Dataset = (dataset) => dataset): Dataset {
  const whole = workOfTwo();
  const articles = whole.articles.slice(0, 1);
  return alter({ ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article }) => article === articles[0]?.id) });
}
function done(dataset: Dataset, act: (context: ReviewContext) => Result<Change>): Dataset {
  const result = act(reviewContext(dataset));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}
const textOf = ({ articles }: Dataset): string => articles[0]?.text ?? '';
const settlement = (dataset: Dataset) => settlementOf(reviewContext(dataset), among);
const keyOf = (dataset: Dataset, words: string): string =>
  settlement(dataset).cases.find(({ hull: { start: from, end } }) => textOf(dataset).slice(from, end) === words)?.key ?? '';
const words = (dataset: Dataset): readonly string[] =>
  (goldSetOf(reviewContext(dataset))?.annotations ?? []).map(({ label, spans }) => `${label} ${spans.map(({ start: from, end }) => textOf(dataset).slice(from, end)).join(' + ')}`);

describe('all of one reader’s', () => {
  it('takes every case of a label as that reader had it, and leaves the others open', () => {
    const dataset = done(start(), (context) => settleAll(context, among, { rule: 'all-of-one', set: reza, label: 'QUOTE' as LabelId }));
    expect(words(dataset)).toEqual(['QUOTE را کاهش می‌دهیم', 'QUOTE پل ساخته می‌شود']);
    expect(dataset.events).toMatchObject([{ kind: 'decided', act: 'accept', rule: 'all-of-one', items: [{ taken: reza }, { taken: reza }] }]);
    expect(settlement(dataset).cases.filter(({ state }) => state === 'open')).toHaveLength(3);
  });

  it('decides nothing anew that was decided', () => {
    const once = done(start(), (context) => accept(context, { among, key: settlement(start()).cases.find(({ verdict }) => verdict === 'boundary')?.key ?? '' }, { set: sara }));
    expect(bulkPlan(settlement(once), textOf(once), { rule: 'all-of-one', set: reza, label: 'QUOTE' as LabelId }).settlings).toHaveLength(1);
  });

  it('goes by that reader’s own label: what the other one alone marked is not among it', () =>
    expect(bulkPlan(settlement(start()), textOf(start()), { rule: 'all-of-one', set: reza, label: 'SPEAKER' as LabelId }).byLabel).toEqual([{ label: 'SPEAKER', count: 1 }]));
});

/** One name three times, the last time in Arabic letters: a speaker for the one, a mention for the other. */
const names = 'وزیر آمد. وزیر نشست. وزير رفت.';
const thrice = () =>
  start((dataset) => {
    const [one] = dataset.articles;
    if (!one) throw new Error('no article');
    const marks = (who: string, label: string): readonly Annotation[] =>
      [0, 10, 21].map((at) => ({
        id: `${who}-${at}` as AnnotationId, label: label as LabelId, spans: [span(at, at + 4)], attributes: {}, entity: null, note: '', flagged: false, origin: 'manual',
      }));
    return {
      ...dataset,
      articles: [{ ...one, text: names, fingerprint: fingerprint(names) }],
      sets: dataset.sets.map((set) => ({ ...set, relations: [], annotations: set.id === sara ? marks('sara', 'SPEAKER') : marks('reza', 'MENTION') })),
    };
  });

describe('the same words, the same decision', () => {
  it('are taken under the label that was decided, however their letters are spelt', () => {
    let dataset = thrice();
    const [first] = settlement(dataset).cases;
    dataset = done(dataset, (context) => accept(context, { among, key: first?.key ?? '' }, { set: sara }));
    dataset = done(dataset, (context) => settleAll(context, among, { rule: 'same-text', like: first?.key ?? '' }));
    expect(words(dataset)).toEqual(['SPEAKER وزیر', 'SPEAKER وزیر', 'SPEAKER وزير']);
    expect(dataset.events?.find((one) => one.kind === 'decided' && one.rule === 'same-text')).toMatchObject({ act: 'accept', items: [{ taken: sara }, { taken: sara }] });
  });

  it('are rejected, too, for the same reason', () => {
    let dataset = thrice();
    const [first] = settlement(dataset).cases;
    dataset = done(dataset, (context) => leaveOut(context, { among, key: first?.key ?? '' }, { act: 'reject', reason: 'spurious' }));
    dataset = done(dataset, (context) => settleAll(context, among, { rule: 'same-text', like: first?.key ?? '' }));
    expect(words(dataset)).toEqual([]);
    expect(settlement(dataset).cases.every(({ state }) => state === 'decided')).toBe(true);
    expect(dataset.events?.find((one) => one.kind === 'decided' && one.rule === 'same-text')).toMatchObject({ act: 'reject', reason: 'spurious', items: { length: 2 } });
  });

  it('where nothing is decided yet, there is nothing to go by', () =>
    expect(bulkPlan(settlement(thrice()), names, { rule: 'same-text', like: keyOf(thrice(), 'وزیر') }).settlings).toEqual([]));
});
