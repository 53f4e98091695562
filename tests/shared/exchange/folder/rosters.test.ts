import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rosterName } from '../../../../shared/exchange/folder/names.ts';
import { readSharedFile } from '../../../../shared/exchange/folder/shared-file.ts';
import { rosterInForce } from '../../../../shared/exchange/roster/in-force.ts';
import { firstRoster, nextRoster } from '../../../../shared/exchange/roster/next-roster.ts';
import { rosterFileName, writeRoster } from '../../../../shared/exchange/roster/roster-file.ts';
import { rosterOf, rostersThatFollow, saidLead, saidRoster } from '../../../../shared/exchange/roster/said.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../../shared/model/review-event.ts';
import { type Roster, type SignedRoster } from '../../../../shared/model/roster.ts';
import { type Schema } from '../../../../shared/model/schema.ts';
import seed from '../../../../seeds/schema.json' with { type: 'json' };
import { forAll } from '../../../arbitraries/for-all.ts';
import { articleOf, Laptop, project } from '../bundle/laptop.ts';
import { signer } from '../roster/signer.ts';
import { type Files, look } from './in-folder.ts';

const [laptop, stranger, sara] = [signer(1), signer(2), signer(3)];
const person = (name: string) => ({ id: makeId('annotator', name), name });
const made = '2026-01-01T00:00:00.000Z';
const me = makeId('annotator', 'sara');

const next = (before: SignedRoster, step: Parameters<typeof nextRoster>[1], by = laptop): SignedRoster => {
  const after = nextRoster(before.roster, step, { key: laptop.key, made });
  if (!after.ok) throw new Error(JSON.stringify(after));
  return by.sign(after.value);
};
const first = laptop.sign(firstRoster(project, person('lead'), laptop.key, made));
const withSara = next(first, { kind: 'add-device', ...person('sara'), person: me, role: 'annotator', key: sara.key });
const revoked = next(withSara, { kind: 'revoke-device', person: me, key: sara.key });
const other = next(withSara, { kind: 'set-role', person: me, role: 'reviewer' });
const forged = next(withSara, { kind: 'go-on' }, stranger);
const begun = stranger.sign(firstRoster(project, person('reza'), stranger.key, made));

const file = (signed: SignedRoster) => ({ name: rosterName(rosterFileName(signed.roster)), bytes: writeRoster(signed) });
const base = { schema: seed as unknown as Schema, articles: [articleOf('1')], annotators: [], entities: [], sets: [] };

describe('a team list in a shared folder', () => {
  it('is read once, and what is known here is not read again', () => {
    const [lead, reader] = ['lead', 'reza'].map((name) => new Laptop(name, base.schema, { dataset: base })) as [Laptop, Laptop];
    lead.beginRoster().addDevice(new Laptop('sara', base.schema));
    const folder: Files = new Map(lead.roster.trusted.map((one) => [file(one).name, file(one).bytes]));
    expect(look(reader, folder).rosters.map(({ signed }) => signed.roster.number)).toEqual([1, 2]);
    const seen = look(lead, folder);
    expect([seen.read, seen.rosters, seen.late, seen.ignored]).toEqual([[], [], [], []]);
  });

  const { name, bytes } = file(withSara);
  const altered = (field: Partial<Roster>): Uint8Array => file(laptop.sign({ ...withSara.roster, ...field })).bytes;
  it.each([
    ['is cut', bytes.subarray(0, 200)],
    ['is empty', new Uint8Array()],
    ['has one other byte', bytes.map((byte, at) => (at === 90 ? byte ^ 1 : byte))],
    ['holds what another one says', altered({ made: 'x' })],
    ['says what cannot be, and is not what its name says', altered({ number: -1 })],
  ])('that %s is not yet', (_why, half) => expect(readSharedFile({ name, bytes: half })).toEqual({ kind: 'late', why: 'unfinished' }));

  it.each([
    ['of a later version', { ...withSara.roster, reader: 9, version: 9 }, 'roster-newer'],
    ['that says what cannot be', { ...withSara.roster, number: 0 }, 'roster-wrong'],
  ])('%s is whole and of no use', (_why, roster, code) => expect(readSharedFile(file(laptop.sign(roster)))).toMatchObject({ kind: 'refused', problem: { code } }));

  it('comes back as it was written', () => expect(readSharedFile(file(revoked))).toEqual({ kind: 'roster', signed: revoked }));
});

describe('which of the team lists that lie in a folder are gone by', () => {
  const trust = saidLead({ project, key: laptop.key }, 1, me, made);
  const all = [first, withSara, revoked, other, forged, begun];
  const hear = (events: readonly ReviewEvent[], read: readonly SignedRoster[]) => rostersThatFollow(events, project, read);

  it('only those that a chain leads to from the lead who is known', () => {
    const { follow, others } = hear([trust], all);
    expect(new Set(follow.map(({ signature, roster }) => `${roster.number} ${signature.key === laptop.key}`))).toEqual(new Set(['1 true', '2 true', '3 true']));
    expect(others.map(({ problem }) => problem.code).sort()).toEqual(['roster-not-lead', 'roster-stranger']);
    expect(hear([], all), 'nobody has said whose is gone by').toEqual({ follow: [], others: [] });
    expect(hear([trust], [revoked]), 'what lies between may be on its way').toMatchObject({ follow: [], others: [{ problem: { code: 'roster-gap' } }] });
  });

  it('and in whatever portions and order they are read, it comes to what all at once come to', () => {
    forAll(fc.array(fc.subarray(all), { maxLength: 6 }), (looks) => {
      let events: readonly ReviewEvent[] = [trust];
      for (const read of [...looks, all]) {
        const { follow } = hear(events, read);
        const ids = new Set(events.map(({ id }) => id));
        events = [...events, ...follow.map((one) => saidRoster(one, me)).filter(({ id }) => !ids.has(id))];
      }
      const state = rosterOf(events, project);
      const whole = rosterInForce(all, trust);
      expect([state.current, state.trusted, [...state.revoked]]).toEqual([whole.current, whole.trusted, [...whole.revoked]]);
    });
  });
});
