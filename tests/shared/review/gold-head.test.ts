import { expect, it } from 'vitest';
import { comparedArticle, usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { qualityMeasurement } from '../../../shared/agreement/quality.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { doneByMe, select } from '../../../shared/dataset/selection.ts';
import { goldHead } from '../../../shared/model/gold-head.ts';
import { type SetId } from '../../../shared/model/id.ts';
import { sealOf } from '../../../shared/model/seal.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { settleAll } from '../../../shared/review/bulk.ts';
import { accept, leaveOut } from '../../../shared/review/decide.ts';
import { goldItems, sealGold } from '../../../shared/review/gold.ts';
import { nameGold } from '../../../shared/review/name-gold.ts';
import { participantsIn } from '../../../shared/review/participants.ts';
import { vouchedEvents, vouchedGold } from '../../../shared/review/vouched.ts';
import { judge } from '../../../shared/review/work-commands.ts';
import { settlementOf } from '../../../shared/review/settlement.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const article = articleOf('1');
const base = { schema, articles: [article], annotators: [], entities: [], sets: [] };

/** Two adjudicators settle the work of the same two people: one takes the longer reading, one the shorter; both hand in to the lead. */
function settledTwice() {
  const lead = new Laptop('lead', schema, { dataset: base });
  const [sara, reza] = [new Laptop('sara', schema, { dataset: base }), new Laptop('reza', schema, { dataset: base })];
  sara.put(setOf(sara, article.id, [0, 3]));
  reza.put(setOf(reza, article.id, [0, 5]));
  const files = [sara.handIn(), reza.handIn()];
  lead.takeIn(...files);
  const work = lead.dataset.sets.map(({ id }) => id);
  const adjudicators = (['mina', 'omid'] as const).map((name, place) => {
    const laptop = new Laptop(name, schema, { dataset: base });
    laptop.takeIn(...files);
    const whose = [sara, reza][place]?.me.id;
    laptop.perform(article.id, (context) => {
      const { cases } = settlementOf(context, work);
      const taken = cases[0]?.members.find(({ set }) => set.annotator === whose)?.set.id as SetId;
      return accept(context, { among: work, key: cases[0]?.key ?? '' }, { set: taken });
    });
    laptop.perform(article.id, (context) => sealGold(context, work));
    return laptop;
  });
  for (const one of adjudicators) lead.takeIn(one.handIn());
  return { lead, sara, work };
}

const golds = (laptop: Laptop) => laptop.dataset.sets.filter(({ role }) => role === 'adjudicated');
const endOf = (laptop: Laptop, by: string): number | undefined => golds(laptop).find(({ annotator }) => annotator === `per-${by}`)?.annotations[0]?.spans[0]?.end;

it('a gold set travels with the decisions that made it', () => {
  const { lead } = settledTwice();
  expect([endOf(lead, 'mina'), endOf(lead, 'omid')]).toEqual([3, 5]);
  for (const one of golds(lead)) expect([...goldItems(one, lead.events).values()]).toMatchObject([{ source: 'adjudicated', people: 2, isSeen: true }]);
  const { sets, events, annotators } = lead.review(article.id);
  expect(participantsIn(sets, events, annotators).golds.map(({ annotator }) => annotator).sort()).toEqual(['per-mina', 'per-omid']);
});

it('several gold sets are settled like readings, into one of the lead’s own, which counts when the lead says so', () => {
  const { lead } = settledTwice();
  const among = golds(lead).map(({ id }) => id);
  const { cases } = settlementOf(lead.review(article.id), among);
  expect(cases).toMatchObject([{ verdict: 'boundary', members: [{}, {}], missing: [] }]);
  const taken = golds(lead).find(({ annotator }) => annotator === 'per-omid')?.id as SetId;
  lead.perform(article.id, (context) => accept(context, { among, key: cases[0]?.key ?? '' }, { set: taken, reason: 'too-narrow' }));
  lead.perform(article.id, (context) => sealGold(context, among));
  const own = golds(lead).find(({ annotator }) => annotator === lead.me.id);
  expect(own).toMatchObject({ status: 'done', annotations: [{ spans: [{ start: 0, end: 5 }] }] });
  // The lead, and both who had settled it before; one of the two had it so.
  expect([...goldItems(own as NonNullable<typeof own>, lead.events).values()]).toMatchObject([{ adjudicators: 3, confidence: 0.5 }]);
  const named = () => goldHead(lead.dataset.sets, lead.events)?.annotator;
  lead.perform(article.id, (context) => nameGold(context, taken));
  expect(named()).toBe('per-omid');
  lead.perform(article.id, (context) => nameGold(context, own?.id as SetId));
  expect(named()).toBe('per-lead');
  // Said again it says nothing; of a set that is no gold set it is refused.
  const events = lead.events.length;
  lead.perform(article.id, (context) => nameGold(context, own?.id as SetId));
  expect(lead.events).toHaveLength(events);
  expect(nameGold(lead.review(article.id), lead.dataset.sets.find(({ role }) => role === 'work')?.id as SetId)).toMatchObject({ ok: false, problems: [{ code: 'reading-missing' }] });
});

it('why somebody’s readings were not taken, and what was given back, is told to them', () => {
  const { lead, sara } = settledTwice();
  const among = lead.dataset.sets.filter(({ role }) => role === 'work').map(({ id }) => id);
  const { cases } = settlementOf(lead.review(article.id), among);
  const taken = lead.dataset.sets.find(({ annotator }) => annotator === 'per-reza')?.id as SetId;
  lead.perform(article.id, (context) => accept(context, { among, key: cases[0]?.key ?? '' }, { set: taken, reason: 'too-narrow' }));
  lead.perform(article.id, (context) => sealGold(context, among));
  const set = lead.dataset.sets.find(({ annotator }) => annotator === sara.me.id)?.id as SetId;
  lead.perform(article.id, (context) => judge(context, { set, verdict: 'returned', reason: 'مرز نقل' }));
  const own = golds(lead).find(({ annotator }) => annotator === lead.me.id)?.id as SetId;
  lead.perform(article.id, (context) => nameGold(context, own));
  const { add, quality } = qualityMeasurement([]);
  for (const slice of slices(lead.dataset)) {
    const compared = comparedArticle({ ...slice, events: lead.events }, usualAgreementChoice);
    if (compared) add(compared);
  }
  expect(quality({ ...defaultParameters, replicates: 0 })).toMatchObject([
    { person: 'per-reza', whole: { reasons: [], returned: 0, strict: { value: 1 } } },
    { person: 'per-sara', whole: { reasons: [{ reason: 'too-narrow', count: 1 }], returned: 1, strict: { value: 0 } }, windows: [{ reasons: [{ reason: 'too-narrow', count: 1 }], returned: 1 }] },
  ]);
});

it('the gold set that counts is exported and measured against, and no other', () => {
  const { lead } = settledTwice();
  const omid = golds(lead).find(({ annotator }) => annotator === 'per-omid');
  lead.perform(article.id, (context) => nameGold(context, omid?.id as SetId));
  const slice = [...slices(lead.dataset)].map((one) => ({ ...one, events: lead.events })).find(({ articles }) => articles.length === 1);
  if (!slice) throw new Error('no slice');
  expect(select(slice, { ...doneByMe, sets: { kind: 'adjudicated' } }, lead.me.id)?.sets.map(({ annotator }) => annotator)).toEqual(['per-omid']);
  expect(comparedArticle(slice, usualAgreementChoice)?.gold?.marked[0]?.spans).toEqual([{ start: 0, end: 5 }]);
});

it('of several the one that was named is what annotators hear of: in the lead’s name, with its own seal, and whoever made it hears nothing', () => {
  const { lead, sara } = settledTwice();
  for (const [turn, name] of [[1, 'omid'], [2, 'mina']] as const) {
    const gold = golds(lead).find(({ annotator }) => annotator === `per-${name}`);
    if (!gold) throw new Error(`no gold set of ${name}`);
    lead.perform(article.id, (context) => nameGold(context, gold.id));
    const own = vouchedGold(gold, lead.me.id);
    const said = vouchedEvents(lead.me.id, sara.me.id, lead.events);
    expect(said).toMatchObject([
      { kind: 'gold-sealed', by: lead.me.id, set: own.id, hash: sealOf(own) }, { kind: 'gold-named', by: lead.me.id, set: own.id, turn }, { kind: 'decided', by: lead.me.id, set: own.id },
    ]);
    expect(new Set(said.map(({ id }) => id)).size).toBe(3);
    expect(vouchedEvents(lead.me.id, gold.annotator, lead.events)).toEqual([]);
  }
});

it('unnamed, a closed one counts before an open one, and the first by id; the order in which they came does not matter', () => {
  const { lead, work } = settledTwice();
  const [one, two] = golds(lead);
  if (!one || !two) throw new Error('not two gold sets');
  expect(goldHead([one, two], [])).toBe(goldHead([two, one], []));
  expect(goldHead([{ ...one, status: 'in-progress' }, two], [])).toBe(two);
  expect(goldHead(lead.dataset.sets.filter(({ role }) => role === 'work'), [])).toBeNull();
  // What all agree on is settled at once between gold sets, too.
  const same = golds(lead).map((set) => ({ ...set, annotations: set.annotations.map((annotation) => ({ ...annotation, spans: one.annotations[0]?.spans ?? [] })) }));
  const context = { ...lead.review(article.id), sets: same };
  expect(settleAll(context, same.map(({ id }) => id), { rule: 'unanimous' })).toMatchObject({ ok: true, value: { added: expect.arrayContaining([expect.objectContaining({ kind: 'annotation' })]) } });
  expect(leaveOut(context, { among: work, key: 'nothing' }, { act: 'reject', reason: 'slip' })).toMatchObject({ ok: false });
});

/** The lead has settled it as omid did, and looks at omid's gold set. */
function beside(by: 'mina' | 'omid') {
  const { lead, work } = settledTwice();
  const { cases } = settlementOf(lead.review(article.id), work);
  const taken = lead.dataset.sets.find(({ annotator }) => annotator === 'per-reza')?.id as SetId;
  lead.perform(article.id, (context) => accept(context, { among: work, key: cases[0]?.key ?? '' }, { set: taken }));
  const among = golds(lead).filter(({ annotator }) => annotator === `per-${by}`).map(({ id }) => id);
  const own = () => golds(lead).find(({ annotator }) => annotator === lead.me.id);
  return { lead, among, own, settlement: () => settlementOf(lead.review(article.id), among) };
}

it('another’s gold reading that says what the own one does is one case with it, and can be adopted with all others like it', () => {
  const { lead, among, own, settlement } = beside('omid');
  const before = own()?.annotations;
  expect(settlement().cases).toMatchObject([{ state: 'open', members: [{}], twin: before?.[0]?.id }]);
  lead.perform(article.id, (context) => settleAll(context, among, { rule: 'unanimous' }));
  expect(settlement().cases).toMatchObject([{ state: 'decided', twin: null }]);
  expect(own()?.annotations).toEqual(before);
  // How it came about is not forgotten: two people's work was compared.
  expect([...goldItems(own() as NonNullable<ReturnType<typeof own>>, lead.events).values()]).toMatchObject([{ source: 'adjudicated', people: 2, isSeen: true }]);
  lead.perform(article.id, (context) => sealGold(context, among));
  expect(own()?.status).toBe('done');
});

it('one by one as well, by accepting it', () => {
  const { lead, among, own, settlement } = beside('omid');
  const before = own()?.annotations;
  lead.perform(article.id, (context) => accept(context, { among, key: settlement().cases[0]?.key ?? '' }, { set: among[0] as SetId }));
  expect(own()?.annotations).toEqual(before);
  expect(settlement().cases).toMatchObject([{ state: 'decided' }]);
});

it('a different one stays two cases: no act adopts it', () => {
  const { lead, among, settlement } = beside('mina');
  expect(settlement().cases).toMatchObject([{ state: 'open', twin: null }, { state: 'open', twin: null }]);
  const { events } = lead;
  lead.perform(article.id, (context) => settleAll(context, among, { rule: 'unanimous' }));
  expect(lead.events).toEqual(events);
});
