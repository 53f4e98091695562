import { describe, expect, it } from 'vitest';
import { articleAgreement } from '../../../shared/agreement/article-agreement.ts';
import { usualAgreementChoice } from '../../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../../shared/agreement/metric.ts';
import { reckoning } from '../../../shared/agreement/report.ts';
import { runThrough } from '../../../shared/agreement/run-through.ts';
import { gather } from '../../../shared/agreement/shared-articles.ts';
import { slices } from '../../../shared/codecs/slices.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type AnnotatorId, type ArticleId, makeId } from '../../../shared/model/id.ts';
import { channelTo, parcel } from '../../../shared/exchange/bundle/parcel.ts';
import { writeBundle } from '../../../shared/exchange/bundle/write-bundle.ts';
import { rule, rulesIn } from '../../../shared/review/discussion.ts';
import { participantsIn } from '../../../shared/review/participants.ts';
import { progressOf } from '../../../shared/review/work.ts';
import { judge, reopen, submit, withdraw } from '../../../shared/review/work-commands.ts';
import seed from '../../../seeds/schema.json' with { type: 'json' };
import { articleOf, deviceKey, Laptop, project, setOf } from '../exchange/bundle/laptop.ts';

const schema = seed as unknown as Schema;
const [one, two, three] = [articleOf('1'), articleOf('2'), articleOf('3')];
const base = { schema, articles: [one, two, three], annotators: [], entities: [], sets: [] };
const empty = { ...base, articles: [] };

/** A lead and two annotators whom nobody has heard of; each has opened their assignment. */
function round(names = ['سارا', 'رضا']) {
  const lead = new Laptop('lead', schema, { dataset: base });
  const places = names.map((_, index) => makeId('annotator', `place-${index}`) as AnnotatorId);
  const ids = [one.id, two.id];
  const files = lead.handOut(places.map((person) => ({ person, articles: ids, repeats: [] })), new Map(places.map((place, index) => [place, names[index] as string])));
  const people = ['sara', 'reza'].map((name, index) => {
    const laptop = new Laptop(name, schema, { dataset: empty });
    laptop.takeIn(files.get(places[index] as AnnotatorId) as Uint8Array);
    return laptop;
  });
  return { lead, sara: people[0] as Laptop, reza: people[1] as Laptop };
}

const states = (laptop: Laptop, id = one.id) => laptop.works(id).map(({ name, state }) => [name, state]);

describe('states follow from what was said', () => {
  it('assigned, open, submitted, returned, open, submitted, accepted: on both laptops', () => {
    const { lead, sara } = round();
    expect(states(lead)).toEqual([['رضا', 'assigned'], ['سارا', 'assigned']]);
    expect(progressOf(lead.works(one.id))).toMatchObject({ state: 'collecting', received: 0, of: 2, waiting: ['رضا', 'سارا'] });
    expect(sara.dataset.articles.map(({ id }) => id)).toEqual([one.id, two.id]);
    expect(states(sara)).toEqual([['sara', 'assigned']]);
    expect(sara.works(one.id)[0]).toMatchObject({ isBlind: true, round: 'یک' });

    sara.put({ ...setOf(sara, one.id, [0, 3]), status: 'in-progress' });
    expect(states(sara)).toEqual([['sara', 'open']]);
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    expect(states(sara)).toEqual([['sara', 'submitted']]);
    expect(states(lead)).toEqual([['sara', 'submitted'], ['رضا', 'assigned']]);
    expect(progressOf(lead.works(one.id))).toMatchObject({ state: 'collecting', received: 1, of: 2, waiting: ['رضا'] });

    const set = setOf(sara, one.id).id;
    lead.perform(one.id, (context) => judge(context, { set, verdict: 'returned', reason: 'نقل دوم جا مانده' }));
    const events = lead.events.filter(({ kind }) => kind === 'returned');
    sara.takeIn(lead.giveBack({ person: sara.me.id, name: 'sara', articles: [one], events, gold: [], readers: [] }));
    expect(sara.works(one.id)[0]).toMatchObject({ state: 'returned', reason: 'نقل دوم جا مانده', isStale: false });
    sara.put(setOf(sara, one.id, [0, 3], [4, 5]));
    expect(sara.works(one.id)[0]).toMatchObject({ state: 'open', isAltered: false });
    lead.takeIn(sara.handIn());
    expect(lead.works(one.id)[0]).toMatchObject({ state: 'submitted', isStale: true });
    lead.perform(one.id, (context) => judge(context, { set, verdict: 'accepted', reason: '' }));
    expect(lead.works(one.id)[0]).toMatchObject({ state: 'accepted', isStale: false });
  });

  it('a verdict on what was opened again since shows as stale', () => {
    const { lead, sara } = round();
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    const set = setOf(sara, one.id).id;
    lead.perform(one.id, (context) => judge(context, { set, verdict: 'accepted', reason: '' }));
    sara.perform(one.id, (context) => reopen(context, { set, reason: 'مرز نقل را اشتباه زدم' }));
    expect(states(sara)).toEqual([['sara', 'open']]);
    sara.put(setOf(sara, one.id, [0, 2]));
    lead.takeIn(sara.handIn());
    expect(lead.works(one.id)[0]).toMatchObject({ state: 'submitted', isStale: true });
  });

  it('work that was altered behind its seal is seen', () => {
    const { sara } = round();
    sara.put(setOf(sara, one.id, [0, 3]));
    sara.handIn();
    sara.put(setOf(sara, one.id, [0, 2]));
    expect(sara.works(one.id)[0]).toMatchObject({ state: 'submitted', isAltered: true });
    expect(progressOf(sara.works(one.id)).isStale).toBe(true);
  });

  it('nothing to mark is handed in like anything else', () => {
    const { lead, sara, reza } = round();
    for (const laptop of [sara, reza]) {
      laptop.put(setOf(laptop, one.id));
      lead.takeIn(laptop.handIn());
    }
    expect(progressOf(lead.works(one.id))).toMatchObject({ state: 'ready', received: 2, of: 2, waiting: [] });
    expect(lead.dataset.sets.map(({ annotations }) => annotations.length)).toEqual([0, 0]);
  });

  it.each(['declined', 'skipped'] as const)('%s with a reason: nobody waits any more', (kind) => {
    const { lead, sara, reza } = round();
    sara.perform(one.id, (context) => withdraw(context, { annotator: sara.me.id, kind, reason: 'خویشاوند گوینده‌ام' }));
    reza.put(setOf(reza, one.id));
    lead.takeIn(sara.handIn(), reza.handIn());
    expect(lead.works(one.id)[1]).toMatchObject({ state: kind, reason: 'خویشاوند گوینده‌ام' });
    expect(progressOf(lead.works(one.id))).toMatchObject({ state: 'ready', received: 1, of: 1 });
  });

  it('somebody who answers to the name that work was given out to is not waited for under that name', () => {
    const { lead, sara } = round();
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    const { sets, annotators } = lead.review(one.id);
    const heard = lead.events.filter(({ article, kind }) => article === one.id || kind === 'taken-up');
    expect(participantsIn(sets, heard, annotators)).toMatchObject({ ready: [{ annotator: 'per-sara' }], unfinished: [], awaited: ['رضا'] });
  });

  it('the lead gives up waiting', () => {
    const { lead } = round();
    const place = makeId('annotator', 'place-0');
    lead.perform(one.id, (context) => withdraw(context, { annotator: place, kind: 'abandoned', reason: 'دو هفته گذشت' }));
    expect(progressOf(lead.works(one.id))).toMatchObject({ received: 0, of: 1, waiting: ['رضا'] });
  });
});

describe('an entry of the guideline', () => {
  const write = (lead: Laptop): void => lead.perform(one.id, (context) => rule(context, lead.events, { question: null, rule: 'تا پایان جمله', examples: [] }));
  const expectTaken = (sara: Laptop, file: Uint8Array): void => {
    expect(sara.takeIn(file)).toMatchObject({ reports: [{ verdict: 'new', problems: [] }] });
    expect(rulesIn(sara.events)).toMatchObject([{ number: 1, article: null, rule: 'تا پایان جمله' }]);
    expect(sara.plan([file])).toMatchObject({ reports: [{ verdict: 'known', problems: [] }] });
  };

  it('reaches whoever has not got the article that it was written on', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const sara = new Laptop('sara', schema, { dataset: empty });
    write(lead);
    expectTaken(sara, lead.handOut([{ person: sara.me.id, articles: [two.id], repeats: [] }]).get(sara.me.id) as Uint8Array);
    const next = lead.handOut([{ person: sara.me.id, articles: [three.id], repeats: [] }]).get(sara.me.id) as Uint8Array;
    expect(sara.takeIn(next)).toMatchObject({ reports: [{ verdict: 'new', newArticles: 1, problems: [] }] });
  });

  it('of an earlier version, which names that article, does as well: handed out, and in a file that was made then', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const [sara, reza] = ['sara', 'reza'].map((name) => new Laptop(name, schema, { dataset: empty })) as [Laptop, Laptop];
    write(lead);
    const old = lead.events.map((event) => ({ ...event, article: one.id }));
    lead.dataset = { ...lead.dataset, events: old };
    expectTaken(sara, lead.handOut([{ person: sara.me.id, articles: [two.id], repeats: [] }]).get(sara.me.id) as Uint8Array);
    const { entries } = parcel(lead.ground(), channelTo(reza.me.id), 'review', reza.me.id, [{ scope: null, command: 'review', sets: [], entities: [], events: old }]);
    const about = { project: { id: project, name: '' }, purpose: 'review', person: { id: lead.me.id, name: 'lead' }, device: lead.device, to: reza.me.id, app: '0', made: lead.now(), guideline: null, heads: [] } as const;
    const file = writeBundle({ about, schema, entries, articles: [], mentioned: [] });
    expectTaken(reza, file.file(deviceKey().sign(file.manifest)));
  });

  it('of an adjudicator comes with what they hand in', () => {
    const { lead, sara } = round();
    write(sara);
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    expect(rulesIn(lead.events)).toMatchObject([{ number: 1, by: sara.me.id }]);
  });
});

it('what other programs wrote about somebody’s work does not go along with the text that is handed out', () => {
  const kept = { brat_lines: { 'set-1': ['#\tNote q1\tنقل است'] }, record_fields: { meta: { desk: 'نیرو' }, 'span set-1 q1': { colour: 'سرخ' } }, score: 1 };
  const lead = new Laptop('lead', schema, { dataset: { ...base, articles: base.articles.map((article) => (article.id === one.id ? { ...article, extra: kept } : article)) } });
  const sara = new Laptop('sara', schema, { dataset: empty });
  sara.takeIn(lead.handOut([{ person: sara.me.id, articles: [one.id], repeats: [] }]).get(sara.me.id) as Uint8Array);
  expect(sara.dataset.articles.map(({ extra }) => extra)).toEqual([{ record_fields: { meta: { desk: 'نیرو' } }, score: 1 }]);
});

describe('commands say why not', () => {
  const codes = (laptop: Laptop, command: Parameters<Laptop['perform']>[1]): readonly string[] => {
    const done = command(laptop.review(one.id));
    return done.ok ? [] : done.problems.map(({ code }) => code);
  };

  it('work that is not done, a verdict without a reason, what was never handed in', () => {
    const { sara } = round();
    const set = setOf(sara, one.id, [0, 3]);
    expect(codes(sara, submit)).toEqual(['work-not-done']);
    sara.put({ ...set, status: 'in-progress' });
    expect(codes(sara, submit)).toEqual(['work-not-done']);
    expect(codes(sara, (context) => judge(context, { set: set.id, verdict: 'accepted', reason: '' }))).toEqual(['not-submitted']);
    sara.put(set);
    sara.perform(one.id, submit);
    expect(codes(sara, (context) => judge(context, { set: set.id, verdict: 'returned', reason: ' ' }))).toEqual(['reason-missing']);
    expect(codes(sara, (context) => reopen(context, { set: set.id, reason: '' }))).toEqual(['reason-missing']);
    expect(codes(sara, (context) => withdraw(context, { annotator: sara.me.id, kind: 'skipped', reason: '\ud800' }))).toEqual(['reason-missing']);
  });

  it('handing in twice what is the same says nothing new', () => {
    const { sara } = round();
    sara.put(setOf(sara, one.id, [0, 3]));
    sara.perform(one.id, submit);
    sara.perform(one.id, submit);
    expect(sara.events.filter(({ kind }) => kind === 'submitted')).toHaveLength(1);
  });
});

describe('planted repeats', () => {
  it('come as another article, and come back as the same person’s second marking of the first', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const sara = new Laptop('sara', schema, { dataset: empty });
    sara.takeIn(lead.handOut([{ person: sara.me.id, articles: [one.id], repeats: [] }]).get(sara.me.id) as Uint8Array);
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    sara.takeIn(lead.handOut([{ person: sara.me.id, articles: [two.id], repeats: [one.id] }]).get(sara.me.id) as Uint8Array);
    const planted = sara.dataset.articles.find((article) => article.text === one.text && article.id !== one.id);
    expect(planted?.title).toBe(one.title);
    if (!planted) throw new Error('nothing planted');
    sara.put({ ...setOf(sara, planted.id, [0, 2]), id: makeId('set', 'again') });
    lead.takeIn(sara.handIn());
    const on = lead.dataset.sets.filter(({ article }) => article === one.id);
    expect(on.map(({ annotator, annotations }) => [annotator, annotations[0]?.spans[0]?.end])).toEqual([['per-sara~again', 2], ['per-sara', 3]]);
    expect(lead.dataset.articles).toHaveLength(3);
    // Nobody waits for the second marking, settles it, or counts it as one more person; the first is as it was handed in.
    const first = lead.dataset.sets.find(({ annotator }) => annotator === sara.me.id);
    expect(lead.works(one.id)).toMatchObject([{ annotator: 'per-sara', state: 'submitted', isAltered: false, isAssigned: true, set: { id: first?.id } }]);
    expect(progressOf(lead.works(one.id))).toMatchObject({ received: 1, of: 1, waiting: [] });
    const { sets, events, annotators } = { ...lead.review(one.id) };
    expect(participantsIn(sets, events, annotators)).toMatchObject({ ready: [{ annotator: 'per-sara' }], unfinished: [], awaited: [] });
    expect(articleAgreement(sets)).toBeNull();
    expect(gather([{ name: '', dataset: lead.dataset }], { roles: ['work'], statuses: null, kinds: ['person'], reworked: false }).people.map(({ key }) => key)).toEqual(['per-sara']);
    const { add, report } = reckoning(schema, usualAgreementChoice, { ...defaultParameters, replicates: 0 });
    for (const slice of slices(lead.dataset)) runThrough(add(slice));
    const found = runThrough(report());
    expect(found).toMatchObject({ articles: 0, compared: [], people: [{ key: 'per-sara' }] });
    expect(found.selves).toMatchObject([{ person: 'per-sara', articles: [one.id], strict: { value: 0, n: 2 } }]);
  });

  it('a second marking that comes twice is known, and what is said of it is not said of the first', () => {
    const lead = new Laptop('lead', schema, { dataset: base });
    const sara = new Laptop('sara', schema, { dataset: empty });
    sara.takeIn(lead.handOut([{ person: sara.me.id, articles: [one.id], repeats: [] }]).get(sara.me.id) as Uint8Array);
    sara.put(setOf(sara, one.id, [0, 3]));
    lead.takeIn(sara.handIn());
    sara.takeIn(lead.handOut([{ person: sara.me.id, articles: [two.id], repeats: [one.id] }]).get(sara.me.id) as Uint8Array);
    const planted = sara.dataset.articles.find((article) => article.text === one.text && article.id !== one.id)?.id as ArticleId;
    sara.perform(planted, (context) => withdraw(context, { annotator: sara.me.id, kind: 'skipped', reason: 'این را دیده‌ام' }));
    const file = sara.handIn();
    lead.takeIn(file);
    expect(lead.works(one.id)).toMatchObject([{ annotator: 'per-sara', state: 'submitted' }]);
    expect(lead.plan([file])).toMatchObject({ reports: [{ verdict: 'known' }] });
    sara.put(setOf(sara, planted, [0, 3]));
    lead.takeIn(sara.handIn());
    const { add, report } = reckoning(schema, usualAgreementChoice, { ...defaultParameters, replicates: 0 });
    for (const slice of slices(lead.dataset)) runThrough(add(slice));
    expect(runThrough(report()).selves).toMatchObject([{ person: 'per-sara', strict: { value: 1 }, overlap: { value: 1 } }]);
  });
});
