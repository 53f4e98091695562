import { describe, expect, it } from 'vitest';
import { comparedArticle, goldKey, isSetAside, usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { isOfOne } from '../../../shared/agreement/found-case.ts';
import { isLed, proposedIn, reworkedSets } from '../../../shared/agreement/independence.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { type AgreementReport, reckoning } from '../../../shared/agreement/report.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { gather } from '../../../shared/agreement/shared-articles.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { makeId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

const two = workOfTwo();
const [article] = two.articles;
if (!article) throw new Error('an article');
const set = two.sets.find((one) => one.article === article.id)?.id as SetId;
const by = two.annotators[0]?.id as ReviewEvent['by'];
const said = (turn: number, act: object): ReviewEvent => ({ id: makeId('event', `t${turn}`), article: article.id, by, at: '2026-01-01T00:00:00.000Z', set, turn, ...act }) as ReviewEvent;
const [submitted, returned, again] = [said(1, { kind: 'submitted', seal: 'a' }), said(2, { kind: 'returned', seal: 'a', reason: 'x' }), said(3, { kind: 'submitted', seal: 'b' })];

describe('work that was handed in again', () => {
  it.each([
    ['handed in', [submitted], false],
    ['given back, and not in again yet', [submitted, returned], false],
    ['given back and handed in again, in whatever order it was heard', [again, submitted, returned], true],
    ['opened by whoever made it and handed in again', [submitted, said(2, { kind: 'reopened', reason: 'x' }), again], true],
    ['given back a second time', [submitted, returned, again, said(4, { kind: 'returned', seal: 'b', reason: 'y' })], true],
  ] as const)('%s', (_, events, isReworked) => expect(reworkedSets(events).has(set)).toBe(isReworked));

  const dataset: Dataset = normalised({ ...two, events: [submitted, returned, again] });
  const reported = (reworked: boolean): AgreementReport => {
    const { add, report } = reckoning(two.schema, { ...usualAgreementChoice, reworked }, { ...defaultParameters, replicates: 0 });
    for (const slice of slices(dataset)) runThrough(add({ ...slice, events: (dataset.events ?? []).filter((event) => event.article === slice.articles[0]?.id) }));
    return runThrough(report());
  };

  it('does not count for agreement, is told, and counts where somebody asks for it', () => {
    const all = two.articles.length;
    expect(reported(false)).toMatchObject({ articles: all - 1, independence: { reworked: 1, isReworkCounted: false } });
    expect(reported(true)).toMatchObject({ articles: all, independence: { reworked: 1, isReworkCounted: true } });
    const gathered = (reworked: boolean) => gather([{ name: '', dataset }], { roles: ['work'], statuses: null, kinds: ['person'], reworked });
    expect(gathered(false)).toMatchObject({ independence: { reworked: 1, isReworkCounted: false } });
    expect([gathered(false).articles.length, gathered(true).articles.length]).toEqual([all - 1, all]);
    const slice = [...slices(dataset)].find((one) => one.articles[0]?.id === article.id);
    const compared = slice && comparedArticle({ ...slice, events: dataset.events ?? [] }, usualAgreementChoice);
    expect(compared && isSetAside(compared, usualAgreementChoice)).toBe(true);
  });

  it('is still somebody’s own work beside gold', () => {
    const about = { kind: 'different' } as const;
    expect([isOfOne({ about, people: [goldKey, by] }), isOfOne({ about, people: null }), isOfOne({ about, people: [by, 'per-other'] })]).toEqual([true, false, false]);
  });
});

it('says how much a machine proposed, of the labels that count, and when that has to be said aloud', () => {
  const [first, second] = two.sets.map((one, place) => (place === 0 ? { ...one, annotations: one.annotations.map((mark, index) => (index === 0 ? { ...mark, origin: 'suggested-edited' as const } : mark)) } : one));
  if (!first || !second) throw new Error('two sets');
  const label = first.annotations[0]?.label ?? '';
  expect(proposedIn([first, second], null)).toEqual({ proposed: 1, annotations: first.annotations.length + second.annotations.length });
  expect(proposedIn([first], ['no-such-label'])).toEqual({ proposed: 0, annotations: 0 });
  expect(proposedIn([first], [label]).proposed).toBe(1);
  expect([isLed({ proposed: 1, annotations: 10 }), isLed({ proposed: 1, annotations: 100 }), isLed({ proposed: 0, annotations: 0 })]).toEqual([true, false, false]);
});
