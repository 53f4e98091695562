import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { type ProjectStore } from '../../../../renderer/store/project-store.ts';
import { beginAnew, beginRoster, changeRoster, readRoster, type RosterTools, trustLead } from '../../../../renderer/views/exchange/roster-steps.ts';
import { nextRoster } from '../../../../shared/exchange/roster/next-roster.ts';
import { saidRoster } from '../../../../shared/exchange/roster/said.ts';
import { type AnnotatorId, makeId } from '../../../../shared/model/id.ts';
import { deviceKey } from '../../../shared/exchange/bundle/laptop.ts';
import { datasetOf, Desk, first } from '../../store/desk.ts';

const toolsOf = (store: ProjectStore, signer = deviceKey()) => {
  const bridge: RosterTools['bridge'] = { signRoster: async (roster) => ({ ok: true, value: signer.signRoster(roster) }), deviceKey: async () => ({ ok: true, value: signer.key }) };
  return { store, bridge, signer };
};
const sara = { person: makeId('annotator', 'sara') as AnnotatorId, name: 'سارا', role: 'annotator', key: '11'.repeat(32) } as const;

/** A project whose work this person gives out. */
async function lead() {
  const desk = new Desk();
  const store = await desk.open({ seed: () => datasetOf('1') });
  const given = { id: makeId('event', 'given-out'), article: first, by: store.annotator, at: '2026-01-01T00:00:00.000Z', kind: 'assigned', annotator: sara.person, name: sara.name, round: 'یک', blind: true } as const;
  expect((await store.addEvents('assign', [given])).ok).toBe(true);
  return { desk, ...toolsOf(store) };
}

it('a roster begins once, with whoever gives work out, and every step is an entry that says who took it', async () => {
  const { desk, store, bridge, signer } = await lead();
  const tools = { store, bridge };
  expect(await readRoster(store, signer.key)).toMatchObject({ part: 'begins', state: { current: null } });
  expect(await Promise.all([beginRoster(tools), beginRoster(tools), changeRoster(tools, { kind: 'add-device', ...sara })])).toEqual([[], [], []]);
  expect(await readRoster(store, signer.key)).toMatchObject({ part: 'lead', state: { current: { roster: { number: 2 } }, trusted: { length: 2 }, problems: [] } });
  expect((await store.allEvents()).filter(({ kind }) => kind === 'rostered')).toMatchObject([{ by: store.annotator, signature: { key: signer.key } }, { by: store.annotator }]);
  expect(await changeRoster(tools, { kind: 'add-device', ...sara })).toMatchObject([{ code: 'roster-device-twice' }]);
  expect(await changeRoster(toolsOf(store), { kind: 'go-on' }), 'on a device that does not lead').toMatchObject([{ code: 'roster-not-yours' }]);
  await desk.expectSound(store);
});

it('two newest versions stop every step until the lead goes on from one of them', async () => {
  const { store, bridge, signer } = await lead();
  const tools = { store, bridge };
  await beginRoster(tools);
  const { state: { current } } = await readRoster(store, signer.key);
  await changeRoster(tools, { kind: 'add-device', ...sara });
  const other = current && nextRoster(current.roster, { kind: 'add-device', ...sara, person: makeId('annotator', 'reza'), name: 'رضا' }, { key: signer.key, made: '2026-01-02T00:00:00.000Z' });
  if (!other?.ok) throw new Error('a lead may');
  await store.addEvents('take-in', [saidRoster({ roster: other.value, signature: signer.signRoster(other.value) }, store.annotator)]);
  expect(await changeRoster(tools, { kind: 'go-on' })).toMatchObject([{ code: 'roster-forked' }, { code: 'roster-forked' }]);
  const { state } = await readRoster(store, signer.key);
  expect(state).toMatchObject({ current: { roster: { number: 1 } }, newest: { length: 2 } });
  const mine = state.newest.find(({ roster }) => roster.people.some(({ name }) => name === 'رضا'));
  expect(await changeRoster(tools, { kind: 'go-on' }, mine)).toEqual([]);
  expect((await readRoster(store, signer.key)).state.current?.roster).toMatchObject({ number: 3, people: [{}, { name: 'رضا' }] });
});

it('a lead who has lost the device begins anew, and others go by it once they have said so', async () => {
  const { store, bridge } = await lead();
  await beginRoster({ store, bridge });
  const found = toolsOf(store);
  expect(await readRoster(store, found.signer.key)).toMatchObject({ part: 'lost' });
  expect(await beginAnew(found)).toEqual([]);
  expect(await readRoster(store, found.signer.key)).toMatchObject({ part: 'lead', state: { current: { roster: { number: 1 }, signature: { key: found.signer.key } } }, strangers: { length: 1 } });
  const [old] = (await readRoster(store, found.signer.key)).strangers;
  expect(await trustLead(store, old ?? '')).toEqual([]);
  expect((await readRoster(store, null)).state.current?.signature.key).toBe(old);
});

it('what was said is read once for a decision of the lead’s', async () => {
  const { store, bridge } = await lead();
  await beginRoster({ store, bridge });
  const reading = vi.fn(store.allEvents);
  expect(await changeRoster({ store: { ...store, allEvents: reading }, bridge }, { kind: 'add-device', ...sara })).toEqual([]);
  expect(reading).toHaveBeenCalledTimes(1);
});
