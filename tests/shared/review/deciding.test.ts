import { describe, expect, it } from 'vitest';
import { type ReviewContext } from '../../../shared/commands/review-context.ts';
import { type Change } from '../../../shared/model/change.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { type Result } from '../../../shared/result.ts';
import { bulkPlan, sampleOf, settleAll } from '../../../shared/review/bulk.ts';
import { letterOf, orderOfReadings } from '../../../shared/review/blind.ts';
import { accept, addMissed, leaveOut, merge, proposedReadings, settleLinks, settleValue } from '../../../shared/review/decide.ts';
import { giveReason } from '../../../shared/review/give-reason.ts';
import { goldItems, isSealed, sealGold, sealProblems, versionsOf } from '../../../shared/review/gold.ts';
import { participantsIn } from '../../../shared/review/participants.ts';
import { planned } from '../../../shared/review/sampling.ts';
import { type Case, goldSetOf, type Settlement, settlementOf } from '../../../shared/review/settlement.ts';
import { adjudicator, after, reviewContext } from '../../arbitraries/review.ts';
import { workOfTwo } from '../../fixtures/two-annotators.ts';

/** The first article: a boundary, an attribute, a speaker that one alone saw, a speaker and a cue on which both agree. */
function start(): Dataset {
  const whole = workOfTwo();
  const articles = whole.articles.slice(0, 1);
  return { ...whole, annotators: [...whole.annotators, adjudicator], articles, sets: whole.sets.filter(({ article }) => article === articles[0]?.id) };
}
const among = (dataset: Dataset): readonly SetId[] => dataset.sets.filter(({ role }) => role === 'work').map(({ id }) => id);
const seen = (dataset: Dataset): Settlement => settlementOf(reviewContext(dataset), among(dataset));
const caseOf = (dataset: Dataset, verdict: Case['verdict']): Case => {
  const found = seen(dataset).cases.find((one) => one.verdict === verdict);
  if (!found) throw new Error(`no case is ${verdict}`);
  return found;
};
function done(dataset: Dataset, act: (context: ReviewContext) => Result<Change>): Dataset {
  const result = act(reviewContext(dataset));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return after(dataset, result.value);
}
const choice = (dataset: Dataset, verdict: Case['verdict']) => ({ among: among(dataset), key: caseOf(dataset, verdict).key });
const reza = 'set-reza-0' as SetId;
const sara = 'set-sara-0' as SetId;
const gold = (dataset: Dataset) => goldSetOf(reviewContext(dataset));
const words = (dataset: Dataset): readonly string[] =>
  (gold(dataset)?.annotations ?? []).map(({ label, spans }) => `${label} ${spans.map(({ start: from, end }) => dataset.articles[0]?.text.slice(from, end)).join(' + ')}`);

describe('merging', () => {
  it.each([
    ['union', 'مالیات‌ها را کاهش می‌دهیم'],
    ['intersection', 'را کاهش می‌دهیم'],
    ['hull', 'مالیات‌ها را کاهش می‌دهیم'],
    [{ set: reza }, 'را کاهش می‌دهیم'],
  ] as const)('%o', (bounds, expected) => {
    const dataset = done(start(), (context) => merge(context, choice(start(), 'boundary'), { bounds }));
    expect(words(dataset)).toEqual([`QUOTE ${expected}`]);
  });
});

describe('links', () => {
  it('follow their spans: a link appears with its second end, and is an orphan when that end is rejected', () => {
    let dataset = done(start(), (context) => accept(context, choice(start(), 'attributes'), { set: sara }));
    const state = () => seen(dataset).links.find(({ from }) => from.verdict === 'attributes')?.state;
    expect(state()).toBe('waiting');
    dataset = done(dataset, (context) => accept(context, choice(dataset, 'solo'), { set: sara }));
    expect(state()).toBe('taken');
    expect(gold(dataset)?.relations).toHaveLength(1);
    dataset = done(dataset, (context) => leaveOut(context, choice(dataset, 'solo'), { act: 'reject', reason: 'spurious' }));
    expect(state()).toBe('orphan');
    expect(gold(dataset)?.relations).toEqual([]);
    expect(sealProblems(reviewContext(dataset), seen(dataset)).map(({ code }) => code)).toContain('gold-orphans');
    const link = seen(dataset).links.find((one) => one.state === 'orphan');
    const refused = [...(link?.members ?? [])].map(([set, { id }]) => ({ set, relation: id as never, isTaken: false }));
    dataset = done(dataset, (context) => settleLinks(context, choice(dataset, 'attributes'), { links: refused }));
    expect(state()).toBe('refused');
  });

  it('that were taken propose the readings they lead to, until those are decided', () => {
    const proposed = (dataset: Dataset) => [...proposedReadings(seen(dataset), caseOf(dataset, 'solo'))];
    expect(proposed(start()), 'nothing was taken').toEqual([]);
    const taken = done(start(), (context) => accept(context, choice(start(), 'attributes'), { set: sara }));
    expect(proposed(taken)).toEqual([sara]);
    expect([...proposedReadings(seen(taken), caseOf(taken, 'boundary'))], 'no link leads there').toEqual([]);
    expect(proposed(done(taken, (context) => accept(context, choice(taken, 'solo'), { set: sara })))).toEqual([]);
    expect(proposed(done(taken, (context) => leaveOut(context, choice(taken, 'solo'), { act: 'reject', reason: 'spurious' })))).toEqual([]);
    expect(proposed(done(taken, (context) => leaveOut(context, choice(taken, 'solo'), { act: 'defer' }))), 'put off, it is still open').toEqual([sara]);
  });

  it('stay where they were taken while other readings are settled', () => {
    let dataset = done(start(), (context) => accept(context, choice(start(), 'attributes'), { set: sara }));
    dataset = done(dataset, (context) => accept(context, choice(dataset, 'solo'), { set: sara }));
    const taken = gold(dataset)?.relations;
    expect(taken).toHaveLength(1);
    const alone = settlementOf(reviewContext(dataset), [reza]).cases.find(({ state, members }) => state === 'open' && members.length > 0 && members[0]?.annotation.label === 'CUE');
    dataset = done(dataset, (context) => accept(context, { among: [reza], key: alone?.key ?? '' }, { set: reza }));
    expect(gold(dataset)?.relations).toEqual(taken);
  });

  it('cannot be settled before what they start at', () =>
    expect(settleLinks(reviewContext(start()), choice(start(), 'attributes'), { links: [] })).toMatchObject({ ok: false, problems: [{ code: 'link-without-end' }] }));
});

describe('values', () => {
  it('are settled without touching bounds, before and after the case is decided', () => {
    let dataset = done(start(), (context) => settleValue(context, choice(start(), 'attributes'), { attribute: 'mode', value: 'mixed' }));
    expect(gold(dataset)?.annotations[0]?.attributes).toMatchObject({ mode: 'mixed' });
    dataset = done(dataset, (context) => settleValue(context, choice(dataset, 'attributes'), { attribute: 'mode', value: 'direct' }));
    expect(gold(dataset)?.annotations).toMatchObject([{ attributes: { mode: 'direct' } }]);
  });

  it('a case whose bounds differ has to be decided first', () =>
    expect(settleValue(reviewContext(start()), choice(start(), 'boundary'), { attribute: 'mode', value: 'mixed' })).toMatchObject({ problems: [{ code: 'label-conflict' }] }));
});

it.each(['reject', 'undecidable'] as const)('%s wants a reason', (act) =>
  expect(leaveOut(reviewContext(start()), choice(start(), 'boundary'), { act })).toMatchObject({ ok: false, problems: [{ code: 'decision-needs-reason' }] }));

it('what both missed can be added, is a case of its own, and goes when it is rejected', () => {
  let dataset = done(start(), (context) =>
    addMissed(context, among(start()), seen(start()), { label: 'CUE' as never, spans: [{ start: 5, end: 8 } as never], attributes: {}, entity: null }),
  );
  const added = seen(dataset).cases.find(({ members }) => members.length === 0);
  expect(added).toMatchObject({ state: 'decided', decision: { event: { reason: 'missed' } } });
  dataset = done(dataset, (context) => leaveOut(context, { among: among(dataset), key: added?.key ?? '' }, { act: 'reject', reason: 'slip' }));
  expect(seen(dataset).cases.some(({ members }) => members.length === 0)).toBe(false);
  expect(gold(dataset)?.annotations).toEqual([]);
});

it('the same words get the same decision, others none', () => {
  const whole = start();
  const twice = whole.sets.map((set) => ({
    ...set,
    annotations: set.annotations.flatMap((one) => (one.label === 'CUE' ? [one, { ...one, id: `${one.id}-2` as never, label: 'MENTION' as never }] : [one])),
  }));
  const dataset = done({ ...whole, sets: twice }, (context) => {
    const key = settlementOf(context, among(whole)).cases.find(({ members }) => members[0]?.annotation.label === 'CUE')?.key ?? '';
    return accept(context, { among: among(whole), key }, { set: sara });
  });
  const key = seen(dataset).cases.find(({ state }) => state === 'decided')?.key ?? '';
  const plan = bulkPlan(seen(dataset), dataset.articles[0]?.text ?? '', { rule: 'same-text', like: key });
  // The other marks on «گفت» would be a second CUE at one place: that is none.
  expect(plan.settlings).toEqual([]);
});

it('closes as version 1, opens with the next decision, closes as version 2, and says where each item comes from', () => {
  let dataset = done(start(), (context) => settleAll(context, among(start()), { rule: 'unanimous' }));
  dataset = done(dataset, (context) => accept(context, choice(dataset, 'boundary'), { set: sara }));
  dataset = done(dataset, (context) => accept(context, choice(dataset, 'attributes'), { set: reza, reason: 'wrong-attribute' }));
  dataset = done(dataset, (context) => accept(context, choice(dataset, 'solo'), { set: sara }));
  expect(sealProblems(reviewContext(dataset), seen(dataset))).toEqual([]);
  dataset = done(dataset, (context) => sealGold(context, among(dataset)));
  expect(isSealed(gold(dataset), dataset.events ?? [])).toBe(true);
  expect(sealGold(reviewContext(dataset), among(dataset))).toMatchObject({ ok: false, problems: [{ code: 'gold-sealed-already' }] });
  dataset = done(dataset, (context) => accept(context, choice(dataset, 'boundary'), { set: reza }));
  expect(isSealed(gold(dataset), dataset.events ?? [])).toBe(false);
  dataset = done(dataset, (context) => sealGold(context, among(dataset)));
  const set = gold(dataset);
  if (!set) throw new Error('no gold set');
  expect(versionsOf(dataset.events ?? [], set.id).map(({ version }) => version)).toEqual([1, 2]);
  const items = [...goldItems(set, dataset.events ?? []).values()];
  const sources = items.map(({ source, people }) => `${source} ${people}`);
  // Of two people both had what is unanimous, and one what was taken of one.
  expect(items.map(({ source, confidence }) => `${source} ${confidence}`).sort()).toEqual([...Array(3).fill('adjudicated 0.5'), ...Array(2).fill('unanimous 1')]);
  expect(items.every(({ adjudicators }) => adjudicators === 1)).toBe(true);
  expect(sources.filter((one) => one === 'unanimous 2')).toHaveLength(2);
  expect(sources.filter((one) => one === 'adjudicated 2')).toHaveLength(3);
});

it('what a sample of one person’s work left out is taken by a rule, and counts as looked at by nobody', () => {
  const whole = start();
  const one = [sara];
  const drawn = settlementOf(reviewContext(whole), one).cases.slice(0, 2).map(({ key }) => key);
  const dataset = done(whole, (context) => settleAll(context, one, { rule: 'rest', drawn }));
  const { cases } = settlementOf(reviewContext(dataset), one);
  expect(cases.map(({ state }) => state)).toEqual(['open', 'open', 'decided', 'decided', 'decided']);
  const set = gold(dataset);
  expect([...(set ? goldItems(set, dataset.events ?? []).values() : [])].map(({ source, isSeen }) => `${source} ${isSeen}`)).toEqual(Array(3).fill('single false'));
  // Of two who are compared there is no rest: what one left out is a case.
  expect(bulkPlan(seen(whole), whole.articles[0]?.text ?? '', { rule: 'rest', drawn: [] }).settlings).toEqual([]);
});

it('a reason can be given after a decision, and stays while links are settled', () => {
  let dataset = done(start(), (context) => accept(context, choice(start(), 'attributes'), { set: sara }));
  dataset = done(dataset, (context) => giveReason(context, choice(dataset, 'attributes'), { reason: 'wrong-attribute' }));
  expect(caseOf(dataset, 'attributes').decision).toMatchObject({ event: { act: 'accept', reason: 'wrong-attribute' }, item: { taken: sara } });
  dataset = done(dataset, (context) => settleLinks(context, choice(dataset, 'attributes'), { links: [] }));
  expect(caseOf(dataset, 'attributes').decision).toMatchObject({ event: { act: 'link', reason: 'wrong-attribute' } });
  dataset = done(dataset, (context) => giveReason(context, choice(dataset, 'attributes'), { reason: 'slip' }));
  expect(caseOf(dataset, 'attributes').decision).toMatchObject({ event: { act: 'accept', reason: 'slip' } });
  const set = gold(dataset);
  expect([...(set ? goldItems(set, dataset.events ?? []).values() : [])]).toMatchObject([{ source: 'adjudicated', reason: 'slip' }]);
  dataset = done(dataset, (context) => leaveOut(context, choice(dataset, 'boundary'), { act: 'reject', reason: 'spurious' }));
  expect(giveReason(reviewContext(dataset), choice(dataset, 'boundary'), { reason: null })).toMatchObject({ ok: false, problems: [{ code: 'decision-needs-reason' }] });
  expect(giveReason(reviewContext(dataset), choice(dataset, 'solo'), { reason: 'slip' })).toMatchObject({ ok: false });
});

it('a decision on what has changed meanwhile is refused', () =>
  expect(accept(reviewContext(start()), { among: among(start()), key: 'set-x ann-x' }, { set: sara })).toMatchObject({ problems: [{ code: 'case-changed' }] }));

describe('who and in what order', () => {
  it('takes what is called done or handed in, and names nobody who has it here', () => {
    const { sets, annotators } = start();
    const unfinished = sets.map((set) => (set.id === reza ? { ...set, status: 'in-progress' as const } : set));
    expect(participantsIn(unfinished, [], annotators)).toMatchObject({ ready: [{ id: sara }], unfinished: [{ id: reza }], awaited: [] });
  });

  it('is shuffled for each article when blind, the same each time', () => {
    const { sets } = start();
    const orders = Array.from({ length: 20 }, (_, place) => orderOfReadings(sets, { article: `art-${place}` as never, by: adjudicator.id }, true).map(({ id }) => id).join());
    expect(new Set(orders).size).toBe(2);
    expect(orderOfReadings([...sets].reverse(), { article: 'art-1' as never, by: adjudicator.id }, true)).toEqual(orderOfReadings(sets, { article: 'art-1' as never, by: adjudicator.id }, true));
  });

  it.each([[0, 'A'], [2, 'C'], [25, 'Z'], [26, 'AA']] as const)('reading %i is called %s', (place, letter) => expect(letterOf(place)).toBe(letter));
});

it('a sample is the same for the same seed, in reading order, and at least one', () => {
  const { cases } = seen(start());
  expect(sampleOf(cases, 0.1, 'x')).toHaveLength(1);
  expect(sampleOf(cases, 0.5, 'x')).toEqual(sampleOf([...cases].reverse(), 0.5, 'x').toReversed());
  expect(planned(cases, { kind: 'all' }, 'x')).toEqual(cases);
  // The quote on the word «پل» is the longest passage; of its kind there are two.
  expect(planned(cases, { kind: 'risk', part: 0.2 }, 'x')).toHaveLength(1);
});
