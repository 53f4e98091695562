import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { type Outcome } from '../../../../shared/bridge.ts';
import { type UnsignedEnvelope, writeEnvelope } from '../../../../shared/exchange/bundle/envelope.ts';
import { isEnvelope, readHanded } from '../../../../shared/exchange/bundle/read-bundle.ts';
import { openersIn } from '../../../../shared/exchange/roster/openers.ts';
import { rosterOf } from '../../../../shared/exchange/roster/said.ts';
import { type Anchor } from '../../../../shared/model/discussed.ts';
import { type AnnotatorId, type ArticleId, makeId, type SetId } from '../../../../shared/model/id.ts';
import { accept, leaveOut } from '../../../../shared/review/decide.ts';
import { ask, comment, questionsIn, rule, rulesIn } from '../../../../shared/review/discussion.ts';
import { isSealed, sealGold } from '../../../../shared/review/gold.ts';
import { settlementOf } from '../../../../shared/review/settlement.ts';
import { judge, reopen } from '../../../../shared/review/work-commands.ts';
import { disclose, enclose } from '../../../../electron/envelope.ts';
import { type PersonProgress, readExchange, readinessOf } from '../../../../renderer/views/exchange/exchange-data.ts';
import { type MakeTools, makeAssignments, makeReview, makeSubmission, makeWholeProject } from '../../../../renderer/views/exchange/make-bundles.ts';
import { changeRoster, nameEnvelopeKeys, readRoster } from '../../../../renderer/views/exchange/roster-steps.ts';
import { openBundles, wholeProject } from '../../../../renderer/views/exchange/take-in-bundles.ts';
import { placesFor } from '../../../../renderer/views/exchange/WhereDialog.tsx';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { deviceKey, holds } from '../../../shared/exchange/bundle/laptop.ts';
import { rosterHolds } from '../../../shared/exchange/roster/signer.ts';
import { envelopesOf } from './envelope-bridge.ts';
import { datasetOf, Desk, first, mark, now, second, setStatus } from '../../store/desk.ts';

vi.mock('../../../../renderer/workers/bundle-client.ts', () => import('../../workers/bundle-in-page.ts'));

// The windows' clock goes as that of their stores does.
vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(now()) });

/** A window's end: where it would save is a map of names. */
function windowOf(desk: Desk, store: ProjectStore) {
  const files = new Map<string, Uint8Array>();
  const signer = deviceKey();
  let isCancelled = false;
  const tools: MakeTools = {
    store, projectName: 'انرژی', app: '0', title: 'کجا؟',
    bridge: {
      signBundle: async (manifest) => ({ ok: true, value: signer.sign(manifest) }),
      signRoster: async (roster) => ({ ok: true, value: signer.signRoster(roster) }),
      deviceKey: async () => ({ ok: true, value: signer.key }),
      ...envelopesOf(signer),
      saveFiles: async (_title, name, [output]) => {
        if (isCancelled) return { ok: true, value: null };
        files.set(name, output?.bytes ?? new Uint8Array());
        return { ok: true, value: name };
      },
      beginExport: async (_title, name) => ({ ok: true, value: isCancelled ? null : { token: 'token' as never, name } }),
      appendExport: async (_token, name, bytes) => (files.set(name, bytes), { ok: true, value: null }),
      finishExport: async () => ({ ok: true, value: null }),
      cancelExport: async () => ({ ok: true, value: null }),
      readJournal: desk.memory.bridge.readJournal,
    },
  };
  return { files, tools, signer, key: signer.key, cancel: (value: boolean) => (isCancelled = value) };
}

const opened = (...files: readonly (readonly [string, Uint8Array | undefined])[]) => openedBy(deviceKey(), ...files);
const openedBy = (signer: ReturnType<typeof deviceKey>, ...files: readonly (readonly [string, Uint8Array | undefined])[]) =>
  openBundles(
    files.map(([name, bytes]) => ({ name, read: async () => bytes ?? new Uint8Array() })),
    { verifyBundle: async (manifest, signature) => holds({ manifestText: manifest, signature } as never), verifyRoster: async (signed) => rosterHolds(signed), openEnvelope: envelopesOf(signer).openEnvelope },
  );

async function annotatorFrom(name: string, id: string, file: Uint8Array | undefined, start: number) {
  const desk = new Desk();
  const { opened: [assignment] } = await opened([`${name}.naql`, file]);
  if (!assignment) throw new Error('the assignment cannot be opened');
  const settings = { device: makeId('device', id), annotator: makeId('annotator', id), annotatorName: name };
  const store = await desk.open({ settings, schema: assignment.bundle.schema });
  // Into a project of another id: in one process two databases cannot bear one name.
  await store.takeInBundles([assignment], true);
  for (const article of [first, second]) {
    if (article === first) await store.perform(article, 'annotate', mark(start, start + 3));
    await store.perform(article, 'set-status', setStatus('done'));
  }
  return { desk, store, ...windowOf(desk, store) };
}

const ready = async (store: ProjectStore) => (await readExchange(store)).own.filter((one) => readinessOf(one) === 'ready').map(({ article }) => article);

it('a lead gives out, two annotators hand in, the lead takes both in at once, gives one back, and takes it in again', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const lead = windowOf(desk, store);
  const places = ['a', 'b'].map((token) => makeId('annotator', token) as AnnotatorId) as [AnnotatorId, AnnotatorId];
  const assignment = {
    shares: places.map((person) => ({ person, articles: [first, second], repeats: [] })), names: new Map([[places[0], 'سارا'], [places[1], 'رضا']]), round: 'یک', blind: true,
  };
  lead.cancel(true);
  expect(await makeAssignments(lead.tools, assignment)).toBeNull();
  expect((await store.events(null)).filter(({ kind }) => kind === 'assigned'), 'no place was chosen: nothing was given out').toEqual([]);
  lead.cancel(false);
  expect(await makeAssignments(lead.tools, assignment)).toMatchObject({ ok: true });
  expect([...lead.files.keys()].sort()).toEqual(['رضا.naql', 'سارا.naql']);
  expect((await readExchange(store)).people).toMatchObject([{ name: 'رضا', asked: 2, received: 0, key: undefined }, { name: 'سارا', asked: 2, received: 0 }]);

  const sara = await annotatorFrom('سارا', 'sara', lead.files.get('سارا.naql'), 0);
  const reza = await annotatorFrom('رضا', 'reza', lead.files.get('رضا.naql'), 4);
  for (const one of [sara, reza]) {
    expect(await ready(one.store)).toHaveLength(2);
    expect(await makeSubmission(one.tools, await ready(one.store))).toMatchObject({ ok: true });
    expect(await ready(one.store)).toEqual([]);
    expect(await makeSubmission(one.tools, [])).toMatchObject({ ok: false, problems: [{ code: 'nothing-to-hand-in' }] });
  }
  const both = await opened(['s', [...sara.files.values()][0]], ['r', [...reza.files.values()][0]]);
  expect(both.problems).toEqual([]);
  const done = await store.takeInBundles(both.opened, false);
  expect(done).toMatchObject({
    ok: true, value: { isCopy: false, reports: [{ verdict: 'new', sets: 2, annotations: 1, on: 2, standing: { kind: 'unknown' }, problems: [{ code: 'bundle-device-unknown' }] }, { verdict: 'new', sets: 2 }] },
  });
  const atWork = (await store.submissions()).flatMap((event) => (event.kind === 'submitted' && event.article === first ? [event.active ?? null] : []));
  expect(atWork, 'how long each was at work on it, from their own Logs').toEqual([expect.any(Number), expect.any(Number)]);
  expect(Math.min(...atWork.map(Number))).toBeGreaterThan(0);
  expect((await store.unprovenSets()).size, 'no gold is made of it by itself').toBe(4);
  const roster = await readRoster(store, lead.key);
  expect(roster).toMatchObject({ part: 'lead', state: { current: { roster: { number: 1 } } }, unknown: [{ name: 'رضا' }, { name: 'سارا' }] });
  // Two at once follow each other.
  expect(await Promise.all(roster.unknown.map((one) => changeRoster(lead.tools, { kind: 'add-device', role: 'annotator', ...one })))).toEqual([[], []]);
  expect(await readRoster(store, lead.key)).toMatchObject({ state: { current: { roster: { number: 3, people: { length: 3 } } }, problems: [] }, unknown: [] });
  expect((await store.unprovenSets()).size).toBe(0);
  const { people } = await readExchange(store);
  expect(people).toMatchObject([{ name: 'رضا', asked: 2, received: 2 }, { name: 'سارا', asked: 2, received: 2, key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);

  const set = (await store.works([first])).get(first)?.find(({ name }) => name === 'سارا')?.set?.id;
  if (!set) throw new Error('the set of سارا is not there');
  await store.performReview(first, 'judge', (context) => judge(context, { set, verdict: 'returned', reason: 'مرز گوینده' }));
  const person = (await readExchange(store)).people.find(({ name }) => name === 'سارا');
  expect(person?.waiting).toHaveLength(1);
  if (person) expect(await makeReview(lead.tools, person)).toMatchObject({ ok: true });
  const answer = await opened(['answer', [...lead.files.values()].at(-1)]);
  expect(await sara.store.takeInBundles(answer.opened, false)).toMatchObject({ ok: true, value: { reports: [{ standing: { kind: 'known', person: { role: 'lead' } }, problems: [] }] } });
  expect(rosterOf(await sara.store.allEvents(), store.info.id).current?.roster.number, 'it came along').toBe(3);
  expect((await sara.store.works([first])).get(first)).toMatchObject([{ state: 'returned', reason: 'مرز گوینده' }]);
  await sara.store.perform(first, 'annotate', mark(6, 8));
  expect(await makeSubmission(sara.tools, await ready(sara.store))).toMatchObject({ ok: true });
  const again = await opened(['again', [...sara.files.values()].at(-1)]);
  expect(await store.takeInBundles(again.opened, false)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', sets: 1, annotations: 2, problems: [] }] } });
  expect((await store.works([first])).get(first)?.find(({ name }) => name === 'سارا')).toMatchObject({ state: 'submitted', isStale: true });
  await desk.expectSound(store);
});

/** Two annotators have handed in both Articles, and the lead has taken that in. `hold`: nothing comes back before the round is closed. */
async function roundOfTwo(hold = false) {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const lead = windowOf(desk, store);
  const people = ['سارا', 'رضا'].map((name, index) => [makeId('annotator', `p${index}`), name] as const);
  const shares = people.map(([person]) => ({ person, articles: [first, second], repeats: [] }));
  await makeAssignments(lead.tools, { shares, names: new Map(people), round: 'یک', blind: true, hold });
  const sara = await annotatorFrom('سارا', 'sara', lead.files.get('سارا.naql'), 0);
  const reza = await annotatorFrom('رضا', 'reza', lead.files.get('رضا.naql'), 4);
  for (const one of [sara, reza]) {
    await makeSubmission(one.tools, await ready(one.store));
    await store.takeInBundles((await opened(['s', [...one.files.values()][0]])).opened, false);
  }
  return { desk, store, lead, sara, reza };
}

const setsOn = async (store: ProjectStore, article: ArticleId): Promise<ReadonlyMap<string, SetId>> =>
  new Map((await store.works([article])).get(article)?.flatMap(({ name, set }) => (set ? [[name, set.id] as const] : [])));

const personIn = async (store: ProjectStore, name: string) => {
  const person = (await readExchange(store)).people.find((one) => one.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  return person;
};

it('whoever handed in gets the closed gold set, what was decided about their own labels and what was said to them, and of the others nothing', async () => {
  const { store, lead, sara, reza } = await roundOfTwo();
  const sets = await setsOn(store, first);
  const [hers, his] = ['سارا', 'رضا'].map((name) => sets.get(name)) as [SetId, SetId];
  const among = [hers, his];
  const decide = (set: SetId) =>
    store.performReview(first, 'accept', (context) => {
      const about = settlementOf(context, among).cases.find(({ members }) => members.some((one) => one.set.id === set));
      return accept(context, { among, key: about?.key ?? '' }, { set, reason: 'slip', note: set === hers ? 'درست دیدید' : 'راز رضا' });
    });
  expect(await decide(hers)).toMatchObject({ ok: true });
  const say = (anchor: Anchor, words: string) => store.performReview(first, 'comment', (context) => comment(context, { anchor, words }));
  const at = (set: SetId): Anchor => ({ kind: 'annotation', set, annotation: makeId('annotation', 'any'), quote: '' });
  await say(at(hers), 'آفرین');
  await say(at(his), 'راز رضا');
  expect((await personIn(store, 'سارا')).waiting.map(({ kind }) => kind), 'the gold set is open').toEqual(['commented']);
  expect(await decide(his)).toMatchObject({ ok: true });
  expect(await store.performReview(first, 'seal-gold', (context) => sealGold(context, among))).toMatchObject({ ok: true });
  await say({ kind: 'article' }, 'به همه');
  const person = await personIn(store, 'سارا');
  expect(person.waiting.map(({ kind }) => kind).sort()).toEqual(['commented', 'commented', 'gold-sealed']);
  expect(await makeReview(lead.tools, person)).toMatchObject({ ok: true });
  expect((await personIn(store, 'سارا')).waiting).toEqual([]);
  expect((await personIn(store, 'رضا')).waiting, 'what went to one was not given to the other').toHaveLength(3);

  const answer = await opened(['answer', [...lead.files.values()].at(-1)]);
  expect(await sara.store.takeInBundles(answer.opened, false)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', sets: 1, problems: [] }] } });
  expect(await sara.store.otherSets(first)).toMatchObject([{ role: 'adjudicated', status: 'done', annotations: [{}, {}] }]);
  const heard = await sara.store.events(first);
  expect(heard.flatMap((event) => (event.kind === 'commented' ? event.words : [])).sort()).toEqual(['آفرین', 'به همه']);
  expect(heard.filter(({ kind }) => kind === 'decided')).toMatchObject([{ note: 'درست دیدید', among: [hers], items: [{ taken: hers, from: [{ set: hers }] }] }]);
  expect(JSON.stringify([heard, await sara.store.otherSets(first)])).not.toMatch(new RegExp(`راز|${his}`));
  const again = await opened(['answer', [...lead.files.values()].at(-1)]);
  expect(await sara.store.planBundles(again.opened, false)).toMatchObject({ reports: [{ verdict: 'known' }] });
  await reza.store.close();
});

it('where the lead leaves the settling to another, annotators get that one’s gold set in the lead’s name, with why, and each version once', async () => {
  const { store, lead, sara, reza } = await roundOfTwo();
  const place = makeId('annotator', 'p9');
  await makeAssignments(lead.tools, { shares: [{ person: place, articles: [first, second], repeats: [] }], names: new Map([[place, 'مینا']]), round: 'داوری', blind: false });
  const mina = await annotatorFrom('مینا', 'mina', [...lead.files.values()].at(-1), 8);
  for (const one of [sara, reza]) await mina.store.takeInBundles((await opened(['s', [...one.files.values()][0]])).opened, false);
  const sets = await setsOn(store, first);
  const [hers, his] = ['سارا', 'رضا'].map((name) => sets.get(name)) as [SetId, SetId];
  const among = [hers, his];
  const close = async () => {
    expect(await mina.store.performReview(first, 'seal-gold', (context) => sealGold(context, among))).toMatchObject({ ok: true });
    expect(await makeSubmission(mina.tools, [])).toMatchObject({ ok: true });
    await store.takeInBundles((await opened(['m', [...mina.files.values()].at(-1)])).opened, false);
  };
  for (const set of among)
    await mina.store.performReview(first, 'accept', (context) => {
      const about = settlementOf(context, among).cases.find(({ members }) => members.some((one) => one.set.id === set));
      return accept(context, { among, key: about?.key ?? '' }, { set, reason: 'slip', note: set === hers ? 'درست دیدید' : 'راز رضا' });
    });
  await close();
  expect((await personIn(store, 'مینا')).waiting, 'whoever made it has it').toEqual([]);
  const person = await personIn(store, 'سارا');
  expect(person.waiting.map(({ kind }) => kind)).toEqual(['gold-sealed']);
  expect(await makeReview(lead.tools, person)).toMatchObject({ ok: true });
  expect((await personIn(store, 'سارا')).waiting, 'given once').toEqual([]);

  const answer = await opened(['answer', [...lead.files.values()].at(-1)]);
  expect(await sara.store.takeInBundles(answer.opened, false)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', sets: 1, problems: [] }] } });
  const [gold] = await sara.store.otherSets(first);
  expect(gold).toMatchObject({ role: 'adjudicated', status: 'done', annotator: store.annotator, annotations: [{}, {}] });
  const heard = await sara.store.events(first);
  expect(isSealed(gold ?? null, heard)).toBe(true);
  expect(heard.filter(({ kind }) => kind === 'decided')).toMatchObject([{ set: gold?.id, note: 'درست دیدید', among: [hers], items: [{ taken: hers }] }]);
  expect(JSON.stringify([heard, gold])).not.toMatch(new RegExp(`راز|${his}`));

  // Another version takes the place of the first.
  await mina.store.performReview(first, 'reject', (context) => {
    const about = settlementOf(context, among).cases.find(({ members }) => members.some((one) => one.set.id === his));
    return leaveOut(context, { among, key: about?.key ?? '' }, { act: 'reject', reason: 'spurious' });
  });
  await close();
  await makeReview(lead.tools, await personIn(store, 'سارا'));
  await sara.store.takeInBundles((await opened(['answer', [...lead.files.values()].at(-1)])).opened, false);
  expect(await sara.store.otherSets(first)).toMatchObject([{ id: gold?.id, annotations: [{}] }]);
  await mina.store.close();
});

it('whoever works on goes on blind: no gold set, no decision and no comment on the article leaves for them', async () => {
  const { store, sara } = await roundOfTwo();
  const hers = (await setsOn(store, second)).get('سارا') as SetId;
  await sara.store.performReview(second, 'reopen', (context) => reopen(context, { set: hers, reason: 'یکی جا ماند' }));
  expect(await makeSubmission(sara.tools, [])).toMatchObject({ ok: true });
  await store.takeInBundles((await opened(['s', [...sara.files.values()].at(-1)])).opened, false);
  expect(await store.performReview(second, 'seal-gold', (context) => sealGold(context, context.sets.map(({ id }) => id)))).toMatchObject({ ok: true });
  await store.performReview(second, 'comment', (context) => comment(context, { anchor: { kind: 'article' }, words: 'راز' }));
  expect((await personIn(store, 'سارا')).waiting).toEqual([]);
  expect((await personIn(store, 'رضا')).waiting).toHaveLength(2);
});

it('a round that is held keeps gold, acceptance and others’ work from whoever has handed in, until it is closed', async () => {
  const { store, lead, sara } = await roundOfTwo(true);
  const sets = await setsOn(store, first);
  const hers = sets.get('سارا') as SetId;
  const among = [...sets.values()];
  for (const set of among)
    await store.performReview(first, 'accept', (context) => {
      const about = settlementOf(context, among).cases.find(({ members }) => members.some((one) => one.set.id === set));
      return accept(context, { among, key: about?.key ?? '' }, { set });
    });
  expect(await store.performReview(first, 'seal-gold', (context) => sealGold(context, among))).toMatchObject({ ok: true });
  await store.performReview(first, 'judge', (context) => judge(context, { set: hers, verdict: 'accepted', reason: '' }));
  await store.performReview(second, 'judge', (context) => judge(context, { set: context.sets.find(({ annotator }) => annotator === sara.store.annotator)?.id as SetId, verdict: 'returned', reason: 'یکی جا ماند' }));
  expect((await readExchange(store)).rounds).toEqual([{ round: 'یک', asked: 4, received: 3 }]);
  const early = await personIn(store, 'سارا');
  expect(early.waiting.map(({ kind }) => kind), 'what is to be done again is told at once').toEqual(['returned']);
  // Though it came by another way, it is not shown.
  const seal = { id: makeId('event', 'sealed-early'), article: first, by: store.annotator, at: '2026-01-01T00:00:00.000Z', kind: 'gold-sealed', set: makeId('set', 'g'), among: [], version: 1, hash: 'a'.repeat(64) } as const;
  await sara.store.addEvents('hand-over', [seal]);
  expect((await sara.store.events(first)).filter(({ kind }) => kind === 'gold-sealed')).toEqual([]);

  await store.addEvents('close-round', [{ id: makeId('event', 'closed'), article: null, by: store.annotator, at: '2026-02-01T00:00:00.000Z', kind: 'round-closed', round: 'یک' }]);
  expect((await readExchange(store)).rounds).toEqual([]);
  const late = await personIn(store, 'سارا');
  expect(late.waiting.map(({ kind }) => kind).sort()).toEqual(['accepted', 'gold-sealed', 'returned', 'round-closed']);
  expect(await makeReview(lead.tools, late)).toMatchObject({ ok: true });
  await sara.store.takeInBundles((await opened(['answer', [...lead.files.values()].at(-1)])).opened, false);
  expect(await sara.store.otherSets(first)).toMatchObject([{ role: 'adjudicated' }]);
  expect((await sara.store.works([first])).get(first)).toMatchObject([{ state: 'accepted', isHeld: false }]);
});

it('a question alone is handed in, and its answer, an entry of the guideline, goes to everybody', async () => {
  const { store, lead, sara, reza } = await roundOfTwo();
  expect((await readExchange(sara.store)).talk).toBe(0);
  await sara.store.performReview(first, 'ask-guideline', (context) => ask(context, { anchor: { kind: 'article' }, question: 'تا کجا؟' }));
  expect(await readExchange(sara.store)).toMatchObject({ talk: 1, unsaid: 0 });
  expect(await ready(sara.store)).toEqual([]);
  expect(await makeSubmission(sara.tools, [])).toMatchObject({ ok: true });
  expect((await readExchange(sara.store)).talk).toBe(0);
  expect(await store.takeInBundles((await opened(['q', [...sara.files.values()].at(-1)])).opened, false)).toMatchObject({ ok: true, value: { reports: [{ problems: [{ code: 'bundle-device-unknown' }] }] } });
  const [question] = questionsIn(await store.events(null));
  expect(question).toMatchObject({ asked: { question: 'تا کجا؟' }, ruled: null });
  await store.performReview(first, 'rule-guideline', (context) => rule(context, context.events, { question: question?.asked.id ?? null, rule: 'تا پایان جمله', examples: [] }));
  expect((await readExchange(store)).talk, 'what the lead says goes to whom it is about').toBe(0);
  for (const [name, one] of [['سارا', sara], ['رضا', reza]] as const) {
    const person = await personIn(store, name);
    expect(person.waiting.map(({ kind }) => kind)).toEqual(['ruled']);
    expect(await makeReview(lead.tools, person)).toMatchObject({ ok: true });
    await one.store.takeInBundles((await opened(['answer', [...lead.files.values()].at(-1)])).opened, false);
    expect(rulesIn(await one.store.events(second))).toMatchObject([{ number: 1, rule: 'تا پایان جمله' }]);
  }
});

it('a whole project is what it was on the other laptop', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  await store.perform(first, 'annotate', mark(0, 3));
  const { tools, files } = windowOf(desk, store);
  expect(await makeWholeProject(tools)).toMatchObject({ ok: true, name: 'انرژی.naql' });
  const { opened: [whole], problems } = await opened(['انرژی.naql', files.get('انرژی.naql')]);
  expect(problems).toEqual([]);
  if (!whole) throw new Error('the project cannot be opened');
  expect(wholeProject(whole.bundle)).toEqual({ ok: true, value: await store.dataset() });
  expect(placesFor(whole.bundle.manifest, [], store.info.id, [])).toEqual(['own']);
});

it('where a file may be opened: in its project, as one, or, an assignment alone, in this one', () => {
  const [here, there] = [makeId('project', 'here'), makeId('project', 'there')];
  const manifest = (purpose: 'assignment' | 'submission', id = there) => ({ purpose, project: { id, name: 'پ' } });
  const known = [{ id: there, name: 'پ', created: '' }];
  expect(placesFor(manifest('assignment', here), [], here, known)).toBeNull();
  expect(placesFor(manifest('assignment'), [], here, [])).toEqual(['own', 'here']);
  expect(placesFor(manifest('assignment'), [], here, known)).toEqual(['there', 'here']);
  expect(placesFor(manifest('submission'), [], here, known)).toEqual(['there']);
  expect(placesFor(manifest('submission'), [], here, [])).toBeNull();
});

/** Both articles are Sara's, in a strictly blind round. */
async function strictlyGiven() {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const lead = windowOf(desk, store);
  const place = makeId('annotator', 'a');
  expect(await makeAssignments(lead.tools, { shares: [{ person: place, articles: [first, second], repeats: [] }], names: new Map([[place, 'سارا']]), round: 'یک', blind: true, strict: true })).toMatchObject({ ok: true });
  return { desk, store, lead, place };
}

it('under strict blindness what is handed in opens on the lead’s device alone; on another one it says so, and what was altered or put into another’s envelope stays out', async () => {
  const { desk, store, lead } = await strictlyGiven();
  expect(openersIn(rosterOf(await store.allEvents(), store.info.id))).toEqual([lead.signer.envelope.envelopeKey]);
  const sara = await annotatorFrom('سارا', 'sara', [...lead.files.values()][0], 0);
  expect((await readExchange(sara.store)).isStrict).toBe(true);
  expect(await makeSubmission(sara.tools, await ready(sara.store))).toMatchObject({ ok: true });
  expect((await readExchange(sara.store)).isStrict, 'all is handed in').toBe(false);
  const [bytes = new Uint8Array()] = sara.files.values();
  expect(await opened(['کار.naql', bytes])).toMatchObject({ opened: [], problems: [{ code: 'envelope-elsewhere', severity: 'warning', place: { file: 'کار.naql' }, values: { person: 'سارا' } }] });

  const envelope = readHanded({ name: 'کار.naql', bytes });
  if (!envelope.ok || !isEnvelope(envelope.value)) throw new Error('no envelope');
  const { manifest: { project, person, device, app, made, holds: whole, ephemeral, to }, sealed } = envelope.value;
  const signedBy = ({ manifest, file }: UnsignedEnvelope, signer = sara.signer): Uint8Array => file(signer.sign(manifest));
  const about = { project, person, device, app, made };
  const altered = signedBy(writeEnvelope({ about: { ...about, holds: whole }, ephemeral, to, sealed: sealed.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) }));
  const inner = disclose({ project: project.id, person: person.id, device, holds: whole }, { ephemeral, to }, sealed, lead.signer.opener);
  if (!(inner instanceof Uint8Array)) throw new Error('not opened');
  const reza = deviceKey();
  const { holds: again, ...lock } = enclose({ project: project.id, person: makeId('annotator', 'reza'), device: makeId('device', 'reza') }, [lead.signer.envelope.envelopeKey], inner);
  const stolen = signedBy(writeEnvelope({ about: { ...about, person: { id: makeId('annotator', 'reza'), name: 'رضا' }, device: makeId('device', 'reza'), holds: again }, ...lock }), reza);
  const resigned = signedBy(writeEnvelope({ about: { ...about, holds: whole }, ephemeral, to, sealed }), reza);
  const forged = envelope.value.signature && writeEnvelope({ about: { ...about, made: '2026-01-01T00:00:00.000Z', holds: whole }, ephemeral, to, sealed }).file(envelope.value.signature);
  const refused = await openedBy(lead.signer, ['a', altered], ['b', stolen], ['c', resigned], ['d', forged ?? new Uint8Array()], ['e', bytes.subarray(0, -1)]);
  expect(refused.opened).toEqual([]);
  expect(refused.problems.map(({ code, place: { file } }) => `${file} ${code}`)).toEqual(['a envelope-altered', 'b envelope-wrong', 'c envelope-wrong', 'd bundle-signature-wrong', 'e bundle-truncated']);

  const read = await openedBy(lead.signer, ['کار.naql', bytes]);
  expect(read).toMatchObject({ problems: [], opened: [{ key: sara.key, bundle: { manifest: { purpose: 'submission' } } }] });
  expect(await store.takeInBundles(read.opened, false)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new', sets: 2, annotations: 1 }] } });
  expect((await store.works([first])).get(first)).toMatchObject([{ name: 'سارا', state: 'submitted' }]);
  await desk.expectSound(store);
});

it('a key of envelopes that cannot be made where work is handed in does not keep the work back, and is told', async () => {
  const { lead } = await strictlyGiven();
  const sara = await annotatorFrom('سارا', 'sara', [...lead.files.values()][0], 0);
  const tools: MakeTools = { ...sara.tools, bridge: { ...sara.tools.bridge, envelopeKey: async () => ({ ok: false, failure: 'no-permission', detail: '' }) } };
  expect(await makeSubmission(tools, await ready(sara.store))).toMatchObject({ ok: true, problems: [{ code: 'envelope-key-unmade', severity: 'warning' }, { code: 'no-permission' }] });
  expect(sara.files.size).toBe(1);
  const again = await annotatorFrom('سارا', 'sara-again', [...lead.files.values()][0], 0);
  expect(await makeSubmission(again.tools, await ready(again.store)), 'otherwise nothing').not.toHaveProperty('problems');
});

it('a strictly blind round is held, though nobody said so, and is closed as any held one; what is said back before then opens on the devices of whom it is about and of those who judge', async () => {
  const { store, lead } = await strictlyGiven();
  expect((await readExchange(store)).rounds).toEqual([{ round: 'یک', asked: 2, received: 0 }]);
  const sara = await annotatorFrom('سارا', 'sara', [...lead.files.values()][0], 0);
  await makeSubmission(sara.tools, await ready(sara.store));
  await store.takeInBundles((await openedBy(lead.signer, ['کار', [...sara.files.values()][0]])).opened, false);
  const hers = (await setsOn(store, first)).get('سارا') as SetId;
  await store.performReview(first, 'judge', (context) => judge(context, { set: hers, verdict: 'returned', reason: 'مرز گوینده' }));

  expect(await makeReview(lead.tools, await personIn(store, 'سارا'))).toMatchObject({ ok: true });
  const bytes = [...lead.files.values()].at(-1);
  expect(await opened(['پاسخ', bytes]), 'on a device of nobody').toMatchObject({ opened: [], problems: [{ code: 'envelope-elsewhere' }] });
  for (const signer of [sara.signer, lead.signer]) expect(await openedBy(signer, ['پاسخ', bytes])).toMatchObject({ opened: [{ isEnclosed: true }], problems: [] });
  await sara.store.takeInBundles((await openedBy(sara.signer, ['پاسخ', bytes])).opened, false);
  expect((await sara.store.works([first])).get(first)).toMatchObject([{ state: 'returned', reason: 'مرز گوینده', isHeld: true }]);

  await store.addEvents('close-round', [{ id: makeId('event', 'closed'), article: null, by: store.annotator, at: '2026-02-01T00:00:00.000Z', kind: 'round-closed', round: 'یک' }]);
  expect(await makeReview(lead.tools, await personIn(store, 'سارا'))).toMatchObject({ ok: true });
  expect(await opened(['پاسخ', [...lead.files.values()].at(-1)]), 'after closing it goes openly').toMatchObject({ opened: [{ isEnclosed: false }], problems: [] });
});

it('in a strictly blind round what is said back to somebody whose device has said no key does not go through the folder, where others would read it', async () => {
  const { store, lead, place } = await strictlyGiven();
  const waiting = (await store.events(first)).slice(0, 1);
  const person = { annotator: place, name: 'سارا', waiting, works: [] } as unknown as PersonProgress;
  const kept: Uint8Array[] = [];
  const folder = { id: store.info.id, name: 'مشترک', keep: async (bytes: Uint8Array): Promise<Outcome<null>> => (kept.push(bytes), { ok: true, value: null }), send: async () => true };
  expect(await makeReview({ ...lead.tools, folder }, person)).toMatchObject({ ok: false, problems: [{ code: 'envelope-no-reader', values: { person: 'سارا' } }] });
  expect(kept).toEqual([]);
  expect(await makeReview(lead.tools, person), 'a file goes to them alone').toMatchObject({ ok: true });
});

it('an adjudicator’s device says its key with what it hands in, the lead names it only if it is proven, and from then on it opens envelopes', async () => {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1', '2') });
  const lead = windowOf(desk, store);
  const places = ['a', 'b'].map((token) => makeId('annotator', token)) as [AnnotatorId, AnnotatorId];
  const names = new Map([[places[0], 'داور'], [places[1], 'سارا']]);
  expect(await makeAssignments(lead.tools, { shares: [{ person: places[0], articles: [first, second], repeats: [] }], names, round: 'یک', blind: true })).toMatchObject({ ok: true });
  const arbiter = await annotatorFrom('داور', 'arbiter', [...lead.files.values()][0], 0);
  expect(await changeRoster(lead.tools, { kind: 'add-device', person: arbiter.store.annotator, name: 'داور', role: 'adjudicator', key: arbiter.key })).toEqual([]);
  expect(await makeReview(lead.tools, { annotator: arbiter.store.annotator, name: 'داور', waiting: [], works: [] } as unknown as PersonProgress)).toMatchObject({ ok: true });
  await arbiter.store.takeInBundles((await opened(['r', [...lead.files.values()].at(-1)])).opened, false);
  expect(await makeSubmission(arbiter.tools, await ready(arbiter.store))).toMatchObject({ ok: true });
  const { opened: said } = await opened(['s', [...arbiter.files.values()][0]]);
  const keys = said.flatMap(({ bundle }) => bundle.entries.flatMap(({ change }) => change.added.filter((record) => record.kind === 'event' && record.value.kind === 'envelope-key')));
  expect(keys).toHaveLength(1);
  const lie = { id: makeId('event', 'lie'), article: null, by: arbiter.store.annotator, at: now(), kind: 'envelope-key', envelopeKey: deviceKey().envelope.envelopeKey, signature: arbiter.signer.envelope.signature } as const;
  await store.takeInBundles(said, false);
  await store.addEvents('roster', [lie]);
  expect(await nameEnvelopeKeys(lead.tools)).toEqual([]);
  expect(openersIn(rosterOf(await store.allEvents(), store.info.id))).toEqual([lead.signer, arbiter.signer].map(({ envelope }) => envelope.envelopeKey).sort());
  const { current } = rosterOf(await store.allEvents(), store.info.id);
  expect(current?.roster).toMatchObject({ number: 3, version: 2, reader: 2 });
  expect(await nameEnvelopeKeys(lead.tools), 'nothing is new').toEqual([]);
  expect(rosterOf(await store.allEvents(), store.info.id).current?.hash).toBe(current?.hash);
});
