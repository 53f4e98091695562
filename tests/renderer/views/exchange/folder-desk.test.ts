import 'fake-indexeddb/auto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readCard, writeCard } from '../../../../shared/exchange/folder/card.ts';
import { readPiece, writePiece } from '../../../../shared/exchange/folder/piece.ts';
import { nextRoster } from '../../../../shared/exchange/roster/next-roster.ts';
import { rosterFileName, writeRoster } from '../../../../shared/exchange/roster/roster-file.ts';
import { openersIn } from '../../../../shared/exchange/roster/openers.ts';
import { rosterOf } from '../../../../shared/exchange/roster/said.ts';
import { standingOf } from '../../../../shared/exchange/roster/standing.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type Roster } from '../../../../shared/model/roster.ts';
import { attempt } from '../../../../electron/file-failure.ts';
import { keepForFolder, sharedFoldersIn } from '../../../../electron/shared-folders.ts';
import { createFolderDesk, type FolderDesk, type FolderTools } from '../../../../renderer/views/exchange/folder-desk.ts';
import { type MakeTools, makeAssignments, makeIntroduction, makeSubmission } from '../../../../renderer/views/exchange/make-bundles.ts';
import { changeRoster, nameNewKeys } from '../../../../renderer/views/exchange/roster-steps.ts';
import { openBundles } from '../../../../renderer/views/exchange/take-in-bundles.ts';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { inTemporaryFolder } from '../../../electron/temporary-folder.ts';
import { deviceKey, holds } from '../../../shared/exchange/bundle/laptop.ts';
import { rosterHolds } from '../../../shared/exchange/roster/signer.ts';
import { envelopesOf } from './envelope-bridge.ts';
import { datasetOf, Desk, first, mark, second, setStatus } from '../../store/desk.ts';

vi.mock('../../../../renderer/workers/bundle-client.ts', () => import('../../workers/bundle-in-page.ts'));

const nothing = (): null => null;

/** A window with its own profile below `place`, and the folder that all share there. */
async function windowAt(place: string, name: string, store: ProjectStore, signer = deviceKey()) {
  const [profile, shared] = [join(place, name), join(place, 'shared')];
  mkdirSync(join(profile, 'project'), { recursive: true });
  const folders = sharedFoldersIn(profile, () => store.device);
  const own = join(profile, 'project');
  let choice = shared;
  const bridge: FolderTools['bridge'] = {
    chooseSharedFolder: () => attempt('read', () => folders.take(choice)),
    connectSharedFolder: (token, folder, card) => attempt('write', () => folders.connect(token, folder, card).then(nothing)),
    forgetSharedFolder: (folder) => attempt('write', () => folders.forget(folder).then(nothing)),
    lookIntoSharedFolder: (_project, folder) => attempt('read', () => folders.look(own, folder)),
    readSharedFiles: (folder, names) => attempt('read', () => folders.read(folder, names)),
    keepForSharedFolder: (_project, files) => attempt('write', () => keepForFolder(own, files).then(nothing)),
    sendToSharedFolder: (_project, folder, names) => attempt('write', () => folders.send(own, folder, names).then(nothing)),
    deviceKey: async () => ({ ok: true, value: signer.key }),
    verifyBundle: async (manifest, signature) => holds({ manifestText: manifest, signature } as never),
    verifyRoster: async (signed) => rosterHolds(signed),
    openEnvelope: envelopesOf(signer).openEnvelope,
  };
  const desk: FolderDesk = createFolderDesk({ store, projectName: 'انرژی', bridge });
  const state = () => desk.state.getState();
  const tools = (): MakeTools => {
    const { folder } = state();
    return {
      store, projectName: 'انرژی', app: '0', title: 'کجا؟',
      folder: folder && { ...folder, keep: desk.keep, send: async () => (await desk.look(), state().waiting === 0) },
      bridge: {
        signBundle: async (manifest: string) => ({ ok: true, value: signer.sign(manifest) }),
        signRoster: async (roster: Roster) => ({ ok: true, value: signer.signRoster(roster) }),
        deviceKey: async () => ({ ok: true, value: signer.key }),
        ...envelopesOf(signer),
      } as unknown as MakeTools['bridge'],
    };
  };
  return { desk, bridge, state, store, tools, own, signer, choose: (path: string) => ((choice = path), desk.choose('')) };
}

type Window = Awaited<ReturnType<typeof windowAt>>;

async function openedStore(name: string, id: string, seeded = false): Promise<ProjectStore> {
  const settings = { device: makeId('device', id), annotator: makeId('annotator', id), annotatorName: name };
  return new Desk().open({ settings, ...(seeded && { seed: () => datasetOf('1', '2') }) });
}

/** A lead who has given two people both articles through the folder, and the two, who have taken up theirs. */
async function round(place: string, strict = false) {
  mkdirSync(join(place, 'shared'));
  const lead = await windowAt(place, 'lead', await openedStore('مینا', 'lead', true));
  const chosen = await lead.choose(join(place, 'shared'));
  expect(chosen).toMatchObject({ kind: 'empty' });
  if (chosen?.kind !== 'empty') throw new Error('not empty');
  expect(await lead.desk.begin(chosen.choice)).toEqual([]);
  const places = ['a', 'b'].map((token) => makeId('annotator', token));
  const assignment = { shares: places.map((person) => ({ person, articles: [first, second], repeats: [] })), names: new Map(places.map((id, at) => [id, ['سارا', 'رضا'][at] ?? ''])), round: 'یک', blind: true, strict };
  expect(await makeAssignments(lead.tools(), assignment)).toMatchObject({ ok: true, inFolder: 'put', name: 'shared' });
  const people: Window[] = [];
  for (const [name, id] of [['سارا', 'sara'], ['رضا', 'reza']] as const) {
    const one = await windowAt(place, id, await openedStore(name, id));
    expect(await one.choose(join(place, 'shared'))).toEqual({ kind: 'connected' });
    const { joining } = one.state();
    expect(joining?.card.project.name).toBe('انرژی');
    expect(joining?.people.map((person) => person.name)).toEqual(['رضا', 'سارا']);
    const mine = joining?.people.find((person) => person.name === name);
    if (!mine) throw new Error(name);
    expect(await one.store.takeInBundles([mine.opened], true)).toMatchObject({ ok: true, value: { reports: [{ verdict: 'new' }] } });
    await one.desk.look();
    expect(one.state()).toMatchObject({ joining: null, came: 1, offered: [], ignored: [{ why: 'other-person' }], problems: [] });
    people.push(one);
  }
  return { lead, sara: people[0] as Window, reza: people[1] as Window, shared: join(place, 'shared') };
}

async function handIn({ store, tools }: Window, start: number) {
  await store.perform(first, 'annotate', mark(start, start + 3));
  for (const article of [first, second]) await store.perform(article, 'set-status', setStatus('done'));
  return makeSubmission(tools(), [first, second]);
}

const takeIn = async ({ store, desk, state }: Window) => {
  const { offered } = state();
  expect(await store.takeInBundles(offered, false)).toMatchObject({ ok: true });
  desk.told(offered);
  await desk.look();
};

const filesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => [join(one.parentPath, one.name), readFileSync(join(one.parentPath, one.name), 'hex')]));

it('a round goes through a folder: nothing is taken in unasked, others’ work waits for the own, and what was taken in is not offered again', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, reza, shared } = await round(place);
    expect(await handIn(reza, 4)).toMatchObject({ ok: true, inFolder: 'put' });
    await sara.desk.look();
    expect(sara.state()).toMatchObject({ offered: [], late: [{ why: 'blind' }] });
    expect(await handIn(sara, 0)).toMatchObject({ ok: true, inFolder: 'put' });
    await lead.desk.look();
    expect(lead.state().offered.map(({ bundle }) => bundle.manifest.person.name).sort()).toEqual(['رضا', 'سارا']);
    expect(await lead.store.otherSets(first), 'nothing before the person agrees').toEqual([]);
    const before = filesOf(shared);
    await takeIn(lead);
    expect(await lead.store.otherSets(first)).toHaveLength(2);
    expect(lead.state()).toMatchObject({ offered: [], late: [], ignored: [], sent: 2, came: 2, waiting: 0 });
    expect(filesOf(shared), 'who takes in writes nothing').toEqual(before);
  }));

it('a device that the lead takes off the list is known to everybody at their next look, without another file, and a list that somebody else signed is not gone by', () =>
  inTemporaryFolder(async (place) => {
    const { lead, reza, sara, shared } = await round(place);
    const project = lead.store.info.id;
    const { bridge } = lead.tools();
    const roster = { store: lead.store, bridge: { signRoster: bridge.signRoster, deviceKey: bridge.deviceKey } };
    const device = { person: sara.store.annotator, key: sara.signer.key };
    expect(await changeRoster(roster, { kind: 'add-device', name: 'سارا', role: 'annotator', ...device })).toEqual([]);
    expect(await changeRoster(roster, { kind: 'revoke-device', ...device })).toEqual([]);
    await lead.desk.look();
    const lists = (): readonly string[] => readdirSync(join(shared, 'roster')).sort();
    expect(lists().map((name) => name.slice(0, 6))).toEqual(['000001', '000002', '000003']);
    const current = async ({ store }: Window) => rosterOf(await store.allEvents(), project);
    expect((await current(reza)).current?.roster.number).toBe(1);
    await reza.desk.look();
    expect((await current(reza)).current?.roster.number).toBe(3);
    expect(standingOf(await current(reza), device.key, device.person).kind).toBe('revoked');
    expect(reza.state()).toMatchObject({ problems: [], late: [], ignored: [{ why: 'other-person' }] });

    const newest = (await current(lead)).current;
    const after = newest && nextRoster(newest.roster, { kind: 'set-role', person: device.person, role: 'lead' }, { key: lead.signer.key, made: newest.roster.made });
    if (!after?.ok) throw new Error('no next one');
    writeFileSync(join(shared, 'roster', rosterFileName(after.value)), writeRoster({ roster: after.value, signature: { ...sara.signer.signRoster(after.value), key: lead.signer.key } }));
    await reza.desk.look();
    expect(reza.state().ignored).toMatchObject([{ why: 'other-person' }, { why: 'refused', problem: { code: 'roster-signature-wrong' } }]);
    rmSync(join(shared, 'roster', rosterFileName(after.value)));
    const foreign = nextRoster(after.value, { kind: 'go-on' }, { key: lead.signer.key, made: after.value.made });
    if (!foreign.ok) throw new Error('no next one');
    writeFileSync(join(shared, 'roster', rosterFileName(foreign.value)), writeRoster({ roster: foreign.value, signature: sara.signer.signRoster(foreign.value) }));
    await reza.desk.look();
    expect(reza.state().ignored).toMatchObject([{ why: 'other-person' }, { why: 'roster', problem: { code: 'roster-gap' } }]);
    expect((await current(reza)).current?.roster.number).toBe(3);
    expect(lists(), 'whoever reads writes none').toHaveLength(4);
    await sara.desk.look();
    expect((await current(sara)).current?.roster.number).toBe(3);
  }));

it('what is handed in under strict blindness lies in the folder in an envelope: the lead is offered what is in it, others are told that it is not for them, and it comes once', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, reza, shared } = await round(place, true);
    renameSync(shared, `${shared}-away`);
    expect(await handIn(sara, 0)).toMatchObject({ ok: true, inFolder: 'kept' });
    expect(sara.state()).toMatchObject({ waiting: 1 });
    renameSync(`${shared}-away`, shared);
    const outbox = join(sara.own, 'outbox', 'sealed', sara.store.device);
    const [name = ''] = readdirSync(outbox);
    writeFileSync(join(outbox, name.replace(/^[0-9a-f]{64}/, '0'.repeat(64))), 'never given');
    await sara.desk.look();
    expect(sara.state()).toMatchObject({ sent: 1, waiting: 0, problems: [], late: [] });
    expect(readdirSync(join(shared, 'sealed', sara.store.device))).toEqual([name]);
    expect(readdirSync(join(shared, 'log')), 'nobody’s open piece but the lead’s').toEqual([lead.store.device]);

    await reza.desk.look();
    expect(reza.state().ignored.map(({ why }) => why).sort()).toEqual(['closed', 'other-person']);
    expect(reza.state()).toMatchObject({ offered: [], late: [], problems: [] });

    const path = join(shared, 'sealed', sara.store.device, name);
    const whole = readFileSync(path);
    for (const stump of [whole.subarray(0, 900), whole.map((byte, at) => (at === 5000 ? byte ^ 1 : byte))]) {
      writeFileSync(path, stump);
      await lead.desk.look();
      expect(lead.state()).toMatchObject({ offered: [], late: [{ why: 'unfinished' }] });
    }
    writeFileSync(path, whole);
    await lead.desk.look();
    expect(lead.state()).toMatchObject({ offered: [{ bundle: { manifest: { person: { name: 'سارا' } } }, key: sara.signer.key }], late: [], ignored: [] });
    await takeIn(lead);
    expect(await lead.store.otherSets(first)).toHaveLength(1);
    expect(lead.state()).toMatchObject({ offered: [], came: 1, late: [], ignored: [] });
    const again = await windowAt(place, 'lead-again', lead.store, lead.signer);
    await again.choose(shared);
    expect(again.state(), 'after another start').toMatchObject({ offered: [], came: 1 });
  }));

it('what an older Naql lays into the folder openly, though the round is strictly blind, is told to the lead before it is taken in', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, reza } = await round(place, true);
    // As a version does that knows of no strictness.
    const older: ProjectStore = { ...sara.store, allEvents: async () => (await sara.store.allEvents()).map((event) => (event.kind === 'assigned' ? { ...event, strict: false } : event)) };
    expect(await handIn({ ...sara, store: older, tools: () => ({ ...sara.tools(), store: older }) }, 0)).toMatchObject({ ok: true, inFolder: 'put' });
    expect(await handIn(reza, 4)).toMatchObject({ ok: true, inFolder: 'put' });
    await lead.desk.look();
    const { offered } = lead.state();
    expect(new Map(offered.map(({ isEnclosed, file, bytes, bundle }) => [bundle.manifest.person.name, [isEnclosed, file !== bytes]]))).toEqual(new Map([['رضا', [true, true]], ['سارا', [false, false]]]));
    const { reports } = await lead.store.planBundles(offered, false);
    const told = (name: string) => reports.find(({ bundle }) => bundle.manifest.person.name === name)?.problems.map(({ code }) => code).filter((code) => !code.startsWith('bundle-clock'));
    expect([told('سارا'), told('رضا')]).toEqual([['bundle-open-though-strict', 'bundle-device-unknown'], ['bundle-device-unknown']]);
  }));

it('who is to judge connects the folder, introduces their device before any work is there, and opens what is handed in from then on', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, shared } = await round(place, true);
    const judge = await windowAt(place, 'judge', await openedStore('داور', 'judge'));
    expect(await judge.choose(shared)).toEqual({ kind: 'connected' });
    const card = judge.state().joining?.card;
    if (!card) throw new Error('no folder to join');
    expect(await makeIntroduction(judge.tools(), card.project)).toMatchObject({ ok: true, inFolder: 'put' });
    await judge.desk.look();
    expect(judge.state()).toMatchObject({ problems: [], late: [], joining: { people: [{}, {}] } });

    await lead.desk.look();
    const [offered] = lead.state().offered;
    expect(offered?.bundle.manifest).toMatchObject({ person: { name: 'داور' }, documents: [] });
    expect((await lead.store.planBundles(lead.state().offered, false)).reports).toMatchObject([{ verdict: 'new', events: 1, sets: 0, standing: { kind: 'unknown' } }]);
    await takeIn(lead);
    const roster = { store: lead.store, bridge: lead.tools().bridge };
    expect(await changeRoster(roster, { kind: 'add-device', person: judge.store.annotator, name: 'داور', role: 'annotator', key: judge.signer.key })).toEqual([]);
    expect(await nameNewKeys(roster)).toEqual([]);
    const opening = async () => openersIn(rosterOf(await lead.store.allEvents(), lead.store.info.id));
    expect(await opening(), 'not before they judge').toEqual([lead.signer.envelope.envelopeKey]);
    expect(await changeRoster(roster, { kind: 'set-role', person: judge.store.annotator, role: 'adjudicator' })).toEqual([]);
    expect(await nameNewKeys(roster)).toEqual([]);
    expect(await opening()).toEqual([lead.signer, judge.signer].map(({ envelope }) => envelope.envelopeKey).sort());
    await lead.desk.look();

    await sara.desk.look();
    expect(await handIn(sara, 0)).toMatchObject({ ok: true, inFolder: 'put' });
    const [name = ''] = readdirSync(join(shared, 'sealed', sara.store.device));
    const { opened, problems } = await openBundles([{ name, read: async () => readFileSync(join(shared, 'sealed', sara.store.device, name)) }], judge.bridge);
    expect([opened.length, problems]).toEqual([1, []]);
  }));

it('where there is no folder, a look reads nothing of what was said but what came from where', () =>
  inTemporaryFolder(async (place) => {
    const { store, desk, state } = await windowAt(place, 'alone', await openedStore('مینا', 'alone', true));
    const reading = vi.spyOn(store, 'allEvents');
    await desk.look();
    expect(state()).toMatchObject({ folder: null, problems: [] });
    expect(reading).not.toHaveBeenCalled();
  }));

it('what is made while the folder is away waits in the project, and what was made and never remembered is not sent', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, shared } = await round(place);
    renameSync(shared, `${shared}-away`);
    expect(await handIn(sara, 0)).toMatchObject({ ok: true, inFolder: 'kept' });
    expect(sara.state()).toMatchObject({ waiting: 1, problems: [{ code: 'folder-away' }] });
    renameSync(`${shared}-away`, shared);
    const outbox = join(sara.own, 'outbox', 'log');
    const [piece = ''] = readdirSync(outbox, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    writeFileSync(piece.replace(/-[0-9a-f]{16}-/, `-${'0'.repeat(16)}-`), 'never given');
    await sara.desk.look();
    expect(sara.state()).toMatchObject({ waiting: 0, sent: 1, problems: [] });
    await lead.desk.look();
    expect(lead.state()).toMatchObject({ offered: [{}], late: [], ignored: [] });
    expect([...filesOf(shared).keys()].filter((name) => name.includes('0'.repeat(16)))).toEqual([]);
  }));

it('a piece that somebody altered and made whole again is named as refused, and stays out', () =>
  inTemporaryFolder(async (place) => {
    const { lead, sara, shared } = await round(place);
    await handIn(sara, 0);
    const [path = ''] = [...filesOf(shared).keys()].filter((name) => name.includes('submitted'));
    const name = path.slice(shared.length + 1).replaceAll('\\', '/');
    const read = readPiece({ name, bytes: new Uint8Array(readFileSync(path)) });
    if (read.kind !== 'whole') throw new Error('not whole');
    const [range] = read.piece.manifest.ranges;
    if (!range) throw new Error('no range');
    const forged = writePiece(range, { ...read.piece, manifestText: read.piece.manifestText.replace('سارا', 'سارِ') });
    rmSync(path);
    writeFileSync(join(shared, forged.name), forged.bytes);
    await lead.desk.look();
    expect(lead.state()).toMatchObject({ offered: [], late: [], ignored: [{ why: 'refused', problem: { code: 'bundle-signature-wrong' } }] });
  }));

it.each([
  ['a device that was copied', true, 'bundle-forked'],
  ['somebody who writes in its name with another key', false, 'bundle-key-changed'],
])('pieces of %s are shown once, for somebody must know, and then named', (_who, isSame, code) =>
  inTemporaryFolder(async (place) => {
    const { lead, sara } = await round(place);
    await handIn(sara, 0);
    await lead.desk.look();
    await takeIn(lead);
    // A copy of the profile, from before it handed in.
    const copy = await windowAt(place, 'copy', await openedStore('سارا', 'sara'), isSame ? sara.signer : deviceKey());
    await copy.choose(join(place, 'shared'));
    const mine = copy.state().joining?.people.find((person) => person.name === 'سارا');
    if (!mine) throw new Error('سارا');
    await copy.store.takeInBundles([mine.opened], true);
    await copy.desk.look();
    expect(copy.state().offered, 'it sees that it is one').toHaveLength(1);
    expect((await copy.store.planBundles(copy.state().offered, false)).isCopy).toBe(true);
    await handIn(copy, 5);
    await lead.desk.look();
    const { offered } = lead.state();
    expect((await lead.store.planBundles(offered, false)).reports).toMatchObject([{ verdict: 'refused', problems: [{ code }] }]);
    lead.desk.told(offered);
    await lead.desk.look();
    expect(lead.state()).toMatchObject({ offered: [], ignored: [{ why: 'refused', problem: { code } }] });
  }));

it('a folder of another project, without its card or with other things in it is neither read nor written', () =>
  inTemporaryFolder(async (place) => {
    const { lead, shared } = await round(place);
    const card = join(shared, 'project.json');
    expect(readCard(new Uint8Array(readFileSync(card)))).toMatchObject({ ok: true, value: { project: { id: lead.store.info.id }, person: 'مینا' } });
    writeFileSync(card, writeCard({ project: { id: makeId('project', 'another'), name: 'دیگر' }, person: '', made: '2026-01-01T00:00:00.000Z' }));
    const before = filesOf(shared);
    await lead.desk.look();
    expect(lead.state()).toMatchObject({ sent: 0, offered: [], problems: [{ code: 'folder-other-project', values: { project: 'دیگر' } }] });
    rmSync(card);
    await lead.desk.look();
    expect(lead.state().problems).toMatchObject([{ code: 'folder-card-missing' }]);
    expect([...filesOf(shared).keys()]).toEqual([...before.keys()].filter((name) => name !== card));
    expect(await lead.choose(shared), 'its card may be on its way').toMatchObject({ kind: 'problem', problem: { code: 'folder-not-empty' } });
    await lead.desk.leave();
    expect(lead.state()).toMatchObject({ folder: null, problems: [] });
  }));

it('a project that is closed while it looks is no bug', () =>
  inTemporaryFolder(async (place) => {
    const { lead } = await round(place);
    const looking = lead.desk.look();
    lead.desk.end();
    await lead.store.close();
    await expect(looking).resolves.toBeUndefined();
    await expect(lead.desk.look()).resolves.toBeUndefined();
  }));
