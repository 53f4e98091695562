import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { noChange } from '../../../shared/model/change.ts';
import { type Dataset, normalised } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type LabelId, makeId } from '../../../shared/model/id.ts';
import { type ReviewAct, type ReviewActKind, type ReviewEvent } from '../../../shared/model/review-event.ts';
import { sealOf } from '../../../shared/model/seal.ts';
import { ok } from '../../../shared/result.ts';
import { submit } from '../../../shared/review/work-commands.ts';
import { span } from '../../../shared/text/offsets.ts';
import { newestFirst, type ProjectStore } from '../../../renderer/store/project-store.ts';
import { datasetOf, Desk, entityOf, first, mark, me, second, setStatus } from './desk.ts';

const colleague = makeId('annotator', 'colleague') as AnnotatorId;
const lead = makeId('annotator', 'lead') as AnnotatorId;
/** In all that the colleague and the lead made of the first Article, and nowhere else. */
const secret = 'راز-نهان';
const person = entityOf('1');

const annotation = (id: string): Annotation => ({
  id: makeId('annotation', id), label: 'MENTION' as LabelId, spans: [span(0, 3)], attributes: {}, entity: person.id, note: secret, flagged: false, origin: 'manual',
});
const set = (id: string, annotator: AnnotatorId, role: AnnotationSet['role']): AnnotationSet => ({
  id: makeId('set', id), article: first, annotator, role, status: 'done', annotations: [annotation(id)], relations: [],
});
const theirs = set('theirs', colleague, 'work');
const gold = set('gold', lead, 'adjudicated');
const ownGold = set('own-gold', me, 'adjudicated');
const anchor = { kind: 'annotation', set: theirs.id, annotation: annotation('theirs').id, quote: secret } as const;

let said = 0;
const event = (by: AnnotatorId, act: ReviewAct): ReviewEvent => ({ id: makeId('event', `e${(said += 1)}`), article: first, by, at: '2026-01-01T00:00:00.000Z', ...act });

/** Of each kind one by somebody else: whether somebody who works blind hears it. A new kind has to say. */
const heard: Readonly<Record<ReviewActKind, readonly (readonly [ReviewEvent, isHeard: boolean])[]>> = {
  assigned: [[event(lead, { kind: 'assigned', annotator: me, name: 'من', round: 'یک', blind: true }), true], [event(lead, { kind: 'assigned', annotator: colleague, name: 'همکار', round: 'یک', blind: true }), true]],
  submitted: [[event(colleague, { kind: 'submitted', set: theirs.id, seal: sealOf(theirs), turn: 1 }), true]],
  returned: [[event(lead, { kind: 'returned', set: theirs.id, seal: sealOf(theirs), reason: secret, turn: 2 }), false]],
  accepted: [[event(lead, { kind: 'accepted', set: theirs.id, seal: sealOf(theirs), reason: secret, turn: 3 }), false]],
  reopened: [], declined: [], skipped: [], abandoned: [], 'round-closed': [], 'reason-added': [],
  'taken-up': [], rostered: [], 'lead-known': [], 'envelope-key': [], given: [], received: [], planted: [],
  decided: [[event(lead, { kind: 'decided', act: 'accept', rule: null, set: gold.id, among: [theirs.id], items: [], reason: null, note: secret, turn: 1 }), false]],
  'gold-named': [[event(lead, { kind: 'gold-named', set: gold.id, turn: 1 }), false]],
  'gold-sealed': [[event(lead, { kind: 'gold-sealed', set: gold.id, among: [theirs.id], version: 1, hash: sealOf(gold) }), false]],
  commented: [
    [event(colleague, { kind: 'commented', thread: null, anchor, words: secret, blocking: false }), false],
    [event(lead, { kind: 'commented', thread: null, anchor, words: secret, blocking: false }), false],
    [event(lead, { kind: 'commented', thread: null, anchor: { kind: 'article' }, words: 'زود برسانید', blocking: false }), true],
    [event(me, { kind: 'commented', thread: null, anchor: { kind: 'article' }, words: 'می‌رسانم', blocking: false }), true],
  ],
  resolved: [[event(lead, { kind: 'resolved', thread: makeId('event', 'other'), isResolved: true, turn: 1 }), false]],
  asked: [[event(colleague, { kind: 'asked', anchor, question: secret }), false], [event(me, { kind: 'asked', anchor: { kind: 'article' }, question: 'تا کجا؟' }), true]],
  ruled: [[event(lead, { kind: 'ruled', number: 1, question: null, rule: 'تا پایان جمله', examples: [] }), true]],
};
const events = Object.values(heard).flat().map(([one]) => one);

const people = [{ id: colleague, name: 'همکار' }, { id: lead, name: 'سرپرست' }, { id: me, name: 'من' }].map((one) => ({ ...one, kind: 'person' as const, version: null }));
const shelf: Dataset = normalised({ ...datasetOf('1', '2'), annotators: people, entities: [person], sets: [theirs, gold, ownGold], events });

/** What every reader says of the Article, as text. */
const readers: Readonly<Record<string, (store: ProjectStore) => Promise<unknown>>> = {
  otherSets: (store) => store.otherSets(first),
  works: async (store) => [...(await store.works([first])).values()],
  events: async (store) => [await store.events(first), await store.events(null)],
  logOf: (store) => store.logOf(first),
  labelledBefore: async (store) => (await store.labelledBefore({ id: makeId('event', 'rule'), at: '2999-01-01T00:00:00.000Z', number: 1 })).map(({ set: one }) => (one === theirs.id ? secret : '')),
  past: async (store) => (await store.past(first)).steps,
  setsNaming: (store) => store.setsNaming([person.id]),
  setsWith: (store) => store.setsWith('MENTION' as LabelId, 0, 100),
  exportSource: async (store) => {
    const slices: unknown[] = [];
    for await (const slice of (await store.exportSource('a')).slices()) slices.push(slice);
    return slices;
  },
};
/** The same of rows: they hold numbers and names. */
const rowReaders: Readonly<Record<string, (store: ProjectStore) => Promise<readonly unknown[]>>> = {
  rows: (store) => store.rows(0, 10),
  rowsOf: (store) => store.rowsOf([first]),
  row: async (store) => [await store.row(first)],
};
/** Everything else that the store does, and why nothing of others' work shows in it. */
const without: Readonly<Record<string, string>> = {
  info: 'the project', recovery: 'the project', annotator: 'who looks', me: 'who looks', device: 'who looks', schema: 'no work', known: 'of articles', articleIds: 'ids', articlesOf: 'texts',
  searchables: 'texts', searchShardIds: 'texts', searchShard: 'texts', keepSearchShards: 'texts', forgetSearchShards: 'texts', pace: 'own work', measureAgreements: 'a count of rows',
  totals: 'own states', article: 'a text', ownSet: 'own work', activeTime: 'own work', annotators: 'who is in the project', unprovenSets: 'ids alone', projectsSpokenOf: 'ids of projects', allEvents: 'for handing over; no screen shows it', submissions: 'who handed in', roles: 'who is who', entities: 'who is in the world',
  recentEntities: 'own work', atHand: 'own work', prepare: 'own work', nextSteps: 'names of commands', nextToDo: 'own states', neighbours: 'places', position: 'a place', dataset: 'whoever alters the schema alters it for all',
  matching: 'ids; asked below', perform: 'a command', performOnProject: 'a command', performOnEntities: 'a command', performOnArticles: 'a command', performReview: 'a command', addEvents: 'a command', planBundles: 'what came, before it is taken in',
  takeInBundles: 'a command', performOnWorks: 'a command', undo: 'a command', redo: 'a command', takeIn: 'a command', takingIn: 'a command', saveState: 'saving', onSaveState: 'saving', retry: 'saving', flush: 'saving', close: 'saving',
};

async function desk(): Promise<ProjectStore> {
  const store = await new Desk().open({ seed: () => shelf });
  await store.perform(first, 'annotate', mark(4, 8));
  return store;
}

async function handIn(store: ProjectStore): Promise<void> {
  await store.perform(first, 'set-status', setStatus('done'));
  expect(await store.performReview(first, 'submit', submit)).toMatchObject({ ok: true });
}

const says = async (read: (store: ProjectStore) => Promise<unknown>, store: ProjectStore): Promise<boolean> => JSON.stringify(await read(store)).includes(secret);

describe('whoever works blind sees nothing of others’ work until their own is handed in', () => {
  it('every way to read the project is in one of these tables', async () => {
    const store = await desk();
    expect(Object.keys(store).sort(), 'what is new has to say in which table it belongs').toEqual([...Object.keys(readers), ...Object.keys(rowReaders), ...Object.keys(without)].sort());
  });

  it.each(Object.entries(readers))('%s', async (_name, read) => {
    const store = await desk();
    expect(await says(read, store), 'before').toBe(false);
    await handIn(store);
    expect(await says(read, store), 'after').toBe(true);
  });

  it.each(Object.entries(rowReaders))('%s: no number and no name of others', async (_name, read) => {
    const store = await desk();
    while ((await store.measureAgreements()) > 0);
    const of = async (): Promise<object | undefined> => (await read(store)).find((row) => (row as { readonly id: string }).id === first) as object | undefined;
    expect(await of()).toMatchObject({ annotations: 1, otherSets: 0, annotators: [me] });
    expect(await of()).not.toHaveProperty('agreement');
    await handIn(store);
    while ((await store.measureAgreements()) > 0);
    expect(await of()).toMatchObject({ otherSets: 2, annotators: expect.arrayContaining([colleague, lead]), agreement: expect.any(Number) });
  });

  it('an order by annotator does not tell that others have labelled', async () => {
    const store = await desk();
    const seen = async () => (await store.rows(0, 10, { by: 'annotator', descending: true })).map(({ id }) => id);
    const alone = async () => (await store.rows(0, 10, { by: 'annotator', descending: false })).map(({ id }) => id);
    // Both ways the same: the one that the person labelled, then the one that nobody has as far as they may know.
    expect([await seen(), await alone()]).toEqual([[first, second], [first, second]]);
  });

  it('an order by agreement and a filter for who marked it lead to nothing', async () => {
    const store = await desk();
    while ((await store.measureAgreements()) > 0);
    const byPerson = () => store.matching({ further: { annotators: [colleague] } }, newestFirst);
    expect(await byPerson()).toEqual([]);
    const byAgreement = () => store.matching({}, { by: 'agreement', descending: true });
    // Both are unmeasured to whoever looks: the newest comes first.
    expect(await byAgreement()).toEqual([second, first]);
    await handIn(store);
    while ((await store.measureAgreements()) > 0);
    expect(await byAgreement()).toEqual([first, second]);
    expect(await byPerson()).toEqual([first]);
  });

  it('the past shows whose labels there were, and the own ones alone before, which it says', async () => {
    const store = await desk();
    const owners = async () => (await store.past(first)).readings.map(({ annotator, role }) => `${annotator} ${role}`);
    expect(await owners()).toEqual([`${me} work`]);
    expect((await store.past(first)).isBlind).toBe(true);
    await handIn(store);
    expect((await store.past(first)).isBlind).toBe(false);
    expect((await owners())[0]).toBe(`${me} work`);
    expect((await owners()).toSorted()).toEqual([`${me} work`, `${me} adjudicated`, `${colleague} work`, `${lead} adjudicated`].toSorted());
  });

  it('what is left out of an export is said', async () => {
    const store = await desk();
    expect((await store.exportSource('a')).hidden).toBe(1);
    await handIn(store);
    expect((await store.exportSource('a')).hidden).toBe(0);
  });

  it.each(Object.entries(heard).flatMap(([kind, cases]) => cases.map(([one, isHeard], index) => [kind, index, isHeard ? 'heard' : 'kept back', one] as const)))(
    'what was said, %s %i: %s',
    async (_kind, _index, expected, one) => {
      const store = await desk();
      const ids = async () => (await store.events(first)).map(({ id }) => id);
      expect((await ids()).includes(one.id)).toBe(expected === 'heard');
      await handIn(store);
      expect(await ids()).toContain(one.id);
    },
  );

  it('nothing is hidden where work was given out openly', async () => {
    const open = events.map((one) => (one.kind === 'assigned' ? { ...one, blind: false } : one));
    const store = await new Desk().open({ seed: () => ({ ...shelf, events: open }) });
    expect(await store.otherSets(first)).toHaveLength(3);
    expect((await store.exportSource('a')).hidden).toBe(0);
  });
});

it('who has handed in takes a decision back, and not what they handed in', async () => {
  const store = await desk();
  await handIn(store);
  const emptied = { ...noChange, removed: [{ kind: 'annotation' as const, set: ownGold.id, value: annotation('own-gold') }] };
  const decided = await store.performReview(first, 'reject-readings', () => ok(emptied));
  expect(decided.ok).toBe(true);
  expect(await store.undo(first)).toMatchObject({ ok: true, value: 'reject-readings' });
  expect(await store.undo(first)).toMatchObject({ ok: true, value: 'submit' });
});
