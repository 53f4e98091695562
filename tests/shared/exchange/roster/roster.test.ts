import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../shared/canonical-json.ts';
import { rosterInForce, type RosterState } from '../../../../shared/exchange/roster/in-force.ts';
import { firstRoster, nextRoster, type RosterStep } from '../../../../shared/exchange/roster/next-roster.ts';
import { isRosterFileName, readRoster, rosterFileName, rosterHash, writeRoster } from '../../../../shared/exchange/roster/roster-file.ts';
import { standingOf } from '../../../../shared/exchange/roster/standing.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { checkRoster, noRosterBefore, type Roster, rosterRoles, type SignedRoster } from '../../../../shared/model/roster.ts';
import { encodeUtf8 } from '../../../../shared/text/utf8.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { runs } from '../../../arbitraries/runs.ts';
import { rosterHolds, type Signer, signer } from './signer.ts';

const project = makeId('project', 'shared');
const made = '2026-01-01T00:00:00.000Z';
/** Two laptops of the lead's, then those of others. */
const keys = Array.from({ length: 6 }, (_, index) => signer(index + 1));
const [laptop, desktop, sarasLaptop, rezasLaptop] = keys as [Signer, Signer, Signer, Signer];
const stranger = signer(99);
const people = ['lead', 'reza', 'sara'].map((name) => ({ id: makeId('annotator', name), name }));
const [lead, reza, sara] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]];
const trust = { project, key: laptop.key };

const first = laptop.sign(firstRoster(project, lead, laptop.key, made));

function next(before: SignedRoster, by: Signer, step: RosterStep): SignedRoster {
  const after = nextRoster(before.roster, step, { key: by.key, made });
  if (!after.ok) throw new Error(JSON.stringify(after.problems));
  return by.sign(after.value);
}

const add = (who: (typeof people)[0], device: Signer): RosterStep => ({ kind: 'add-device', person: who.id, name: who.name, role: 'annotator', key: device.key });
const revoke = (who: (typeof people)[0], device: Signer): RosterStep => ({ kind: 'revoke-device', person: who.id, key: device.key });
const codes = ({ problems }: RosterState): readonly string[] => problems.map(({ code }) => code);
const inForce = (...versions: readonly SignedRoster[]): RosterState => rosterInForce(versions, trust);

const withSara = next(first, laptop, add(sara, sarasLaptop));

/** Versions as leads make them and as they should not be: chains, forks, those of strangers and by devices that were taken off. */
const anyStep: fc.Arbitrary<RosterStep> = fc.oneof(
  fc.record({ kind: fc.constant('add-device' as const), who: fc.constantFrom(...people), role: fc.constantFrom(...rosterRoles), key: fc.constantFrom(...keys.map(({ key }) => key)) })
    .map(({ kind, who, role, key }) => ({ kind, person: who.id, name: who.name, role, key })),
  fc.record({ kind: fc.constant('revoke-device' as const), person: fc.constantFrom(...people.map(({ id }) => id)), key: fc.constantFrom(...keys.map(({ key }) => key)) }),
  fc.record({ kind: fc.constant('set-role' as const), person: fc.constantFrom(...people.map(({ id }) => id)), role: fc.constantFrom(...rosterRoles) }),
  fc.constant({ kind: 'go-on' as const }),
  fc.subarray(keys.map(({ key }) => key), { minLength: 1 }).map((some) => ({ kind: 'name-envelope-keys' as const, keys: some.map((key) => ({ key, envelopeKey: key.split('').reverse().join('') })) })),
);

/** Each grows out of an earlier one, by its number; signed by somebody who may, or by whoever else. */
const versions: fc.Arbitrary<readonly SignedRoster[]> = fc
  .array(fc.record({ from: fc.nat(20), step: anyStep, by: fc.constantFrom(...keys, stranger), mayNot: fc.boolean(), isCopy: fc.boolean() }), { maxLength: 14 })
  .map((growth) => {
    const all: SignedRoster[] = [first, stranger.sign(firstRoster(project, sara, stranger.key, made))];
    for (const { from, step, by, mayNot, isCopy } of growth) {
      const before = all[from % all.length] as SignedRoster;
      // What somebody else has said may be signed once more by anybody.
      if (isCopy) all.push(by.sign(before.roster));
      const after = nextRoster(before.roster, step, { key: before.signature.key, made: new Date(Date.parse(made) + all.length).toISOString() });
      if (after.ok) all.push((mayNot ? by : (keys.find(({ key }) => key === before.signature.key) ?? stranger)).sign(after.value));
    }
    return all;
  });

const shown = (state: RosterState) => ({ ...state, revoked: Object.fromEntries(state.revoked) });

describe('which version counts', () => {
  it('is the same in whatever order and however often versions come', () => {
    forAll(versions.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: 2 * all.length, maxLength: 2 * all.length }))), ([all, shuffled]) => {
      expect(shown(rosterInForce(shuffled, trust))).toEqual(shown(rosterInForce(all, trust)));
    });
  });

  it('is told of every version: it is trusted, or a reason is given', () => {
    forAll(versions, (all) => {
      const { trusted, problems, current } = rosterInForce(all, trust);
      const told = new Set([...trusted.map(({ hash }) => hash), ...problems.map(({ place }) => place.record)]);
      for (const one of trusted) if (one.roster.number > 1) expect(trusted.some(({ hash }) => hash === one.roster.previous)).toBe(true);
      const untold = all.filter(({ roster }) => !told.has(rosterHash(roster)));
      // What follows a version that is no longer trusted is not either: the reason stands with the first of them.
      for (const one of untold) expect(trusted.some(({ hash }) => hash === one.roster.previous)).toBe(false);
      expect(current === null || trusted.includes(current)).toBe(true);
      for (const one of trusted) expect(rosterHolds(one)).toBe(true);
    });
  });

  it('of one chain: as far as it has come without a gap, whichever pieces came', () => {
    forAll(fc.tuple(fc.array(anyStep, { maxLength: 10 }), fc.array(fc.boolean(), { minLength: 11, maxLength: 11 })), ([steps, came]) => {
      const chain = [first];
      for (const step of steps) {
        const after = nextRoster((chain.at(-1) as SignedRoster).roster, step, { key: laptop.key, made });
        if (after.ok) chain.push(laptop.sign(after.value));
      }
      const there = chain.filter((_, index) => came[index]);
      const gap = chain.findIndex((one) => !there.includes(one));
      const expected = gap === -1 ? chain.length : gap;
      expect(inForce(...there).current?.roster.number ?? 0).toBe(expected);
      expect(codes(inForce(...chain))).toEqual([]);
    });
  });

  it('nothing is without a lead that is known', () => {
    expect(rosterInForce([first, withSara], null).current).toBeNull();
  });

  it('two of one number by the lead are told, and neither counts but what both come from; what follows one of them wins', () => {
    const withReza = next(first, laptop, add(reza, rezasLaptop));
    const forked = inForce(first, withSara, withReza);
    expect(codes(forked)).toEqual(['roster-forked', 'roster-forked']);
    expect(forked.problems[0]).toMatchObject({ severity: 'warning', values: { number: 2 }, place: { record: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(forked.current?.roster.number).toBe(1);
    expect(forked.newest).toHaveLength(2);
    const settled = inForce(first, withSara, withReza, next(withSara, laptop, { kind: 'go-on' }));
    expect(settled.current?.roster).toMatchObject({ number: 3, people: [{ id: lead.id }, { id: sara.id }] });
    expect(codes(settled)).toEqual(['roster-forked', 'roster-forked']);
  });

  it('a lead’s laptop that was taken off makes none that count, however many', () => {
    const both = next(first, laptop, add(lead, desktop));
    const safe = next(both, desktop, revoke(lead, laptop));
    const thief = [next(both, laptop, add(sara, stranger))];
    for (let more = 0; more < 3; more++) thief.push(next(thief.at(-1) as SignedRoster, laptop, { kind: 'go-on' }));
    const state = inForce(first, both, safe, ...thief);
    expect(state.current?.hash).toBe(rosterHash(safe.roster));
    expect(codes(state)).toContain('roster-not-lead');
    expect(standingOf(state, stranger.key, sara.id).kind).toBe('unknown');
  });

  it.each<readonly [string, SignedRoster, string]>([
    ['by somebody else', stranger.sign(firstRoster(project, lead, stranger.key, made)), 'roster-stranger'],
    ['in the lead’s name by an annotator’s device', sarasLaptop.sign(nextOf(withSara)), 'roster-not-lead'],
    ['that follows one that never came', next(next(withSara, laptop, { kind: 'go-on' }), laptop, { kind: 'go-on' }), 'roster-gap'],
    ['that leaves a device out', laptop.sign({ ...nextOf(withSara), people: nextOf(withSara).people.filter(({ id }) => id === lead.id) }), 'roster-forgets'],
    ['that gives a device another key of envelopes', laptop.sign(rekeyed()), 'roster-forgets'],
    ['that gives a device back', laptop.sign(givenBack()), 'roster-forgets'],
  ])('a version %s does not', (_why, strange, code) => {
    const state = inForce(first, withSara, revoked(), keyed(), strange);
    expect(codes(state)).toContain(code);
    expect(state.trusted.map(({ hash }) => hash)).not.toContain(rosterHash(strange.roster));
  });

  it('one that somebody else signs, too, is still the lead’s, whichever copy comes first', () => {
    const copy = stranger.sign(withSara.roster);
    for (const came of [[first, withSara, copy], [copy, withSara, first]]) {
      const state = inForce(...came);
      expect(state).toMatchObject({ current: { roster: { number: 2 }, signature: { key: laptop.key } }, problems: [] });
    }
  });

  it('of another project none does, though the same lead signed it', () => {
    const other = laptop.sign(firstRoster(makeId('project', 'other'), lead, laptop.key, made));
    expect(inForce(other)).toMatchObject({ current: null, problems: [] });
  });
});

function nextOf(before: SignedRoster): Roster {
  const after = nextRoster(before.roster, { kind: 'go-on' }, { key: laptop.key, made });
  if (!after.ok) throw new Error('a lead may');
  return after.value;
}

function revoked(): SignedRoster {
  return next(withSara, laptop, revoke(sara, sarasLaptop));
}

function keyed(): SignedRoster {
  return next(withSara, laptop, { kind: 'name-envelope-keys', keys: [{ key: laptop.key, envelopeKey: desktop.key }] });
}

function rekeyed(): Roster {
  const after = nextOf(keyed());
  return { ...after, people: after.people.map((person) => ({ ...person, devices: person.devices.map((device) => ({ ...device, envelopeKey: stranger.key })) })) };
}

function givenBack(): Roster {
  const after = nextOf(revoked());
  return { ...after, people: after.people.map((person) => ({ ...person, devices: person.devices.map((device) => ({ ...device, revoked: null })) })) };
}

describe('keys of envelopes', () => {
  it('come on the list later than their devices, and then stay; a list without any is one that every Naql reads', () => {
    expect([first, withSara].map(({ roster: { version, reader } }) => [version, reader])).toEqual([[1, 1], [1, 1]]);
    const named = keyed();
    expect(named.roster).toMatchObject({ version: 2, reader: 2 });
    const again = next(named, laptop, { kind: 'name-envelope-keys', keys: [laptop, sarasLaptop].map(({ key }) => ({ key, envelopeKey: rezasLaptop.key })) });
    const keysOf = ({ people: all }: Roster) => all.flatMap(({ devices }) => devices.map(({ envelopeKey }) => envelopeKey));
    expect(keysOf(again.roster)).toEqual([desktop.key, rezasLaptop.key]);
    expect(inForce(first, withSara, named, again)).toMatchObject({ current: { roster: { number: 4 } }, problems: [] });
    expect(readRoster({ name: rosterFileName(again.roster), bytes: writeRoster(again) })).toEqual({ ok: true, value: again });
  });
});

describe('the next version', () => {
  it('is sound, follows the one before it and counts, whatever is decided', () => {
    forAll(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      const chain = [first];
      for (const step of steps) {
        const after = nextRoster((chain.at(-1) as SignedRoster).roster, step, { key: laptop.key, made });
        if (!after.ok) continue;
        expect(checkRoster(after.value)).toEqual([]);
        chain.push(laptop.sign(after.value));
      }
      expect(inForce(...chain).current?.hash).toBe(rosterHash((chain.at(-1) as SignedRoster).roster));
    });
  });

  it.each<readonly [string, RosterStep, Signer, string]>([
    ['by an annotator’s device', add(reza, rezasLaptop), sarasLaptop, 'roster-not-yours'],
    ['that gives one device to two people', add(reza, sarasLaptop), laptop, 'roster-device-twice'],
    ['that takes the lead away', { kind: 'set-role', person: lead.id, role: 'annotator' }, laptop, 'roster-no-lead'],
    ['that takes off the very device that signs it', revoke(lead, laptop), laptop, 'roster-no-lead'],
    ['about somebody who is not on it', revoke(reza, rezasLaptop), laptop, 'roster-nobody'],
  ])('%s is refused', (_why, step, by, code) => {
    expect(nextRoster(withSara.roster, step, { key: by.key, made })).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe('what is said of a device', () => {
  it('is of its person’s name alone: in any other it is foreign, and what came before it was taken off stays', () => {
    forAll(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      let last = first;
      const chain = [first];
      for (const step of steps) {
        const after = nextRoster(last.roster, step, { key: laptop.key, made });
        if (after.ok) chain.push((last = laptop.sign(after.value)));
      }
      const state = inForce(...chain);
      for (const { id, devices } of last.roster.people) {
        for (const { key, since, revoked: until } of devices) {
          const ownersNow = last.roster.people.filter((one) => one.devices.some((device) => device.key === key && device.revoked === null));
          if (until === null) {
            expect(standingOf(state, key, id).kind).toBe('known');
            for (const other of people) if (other.id !== id) expect(standingOf(state, key, other.id).kind).toBe('foreign');
          } else if (ownersNow.length === 0) {
            expect(standingOf(state, key, id).kind).toBe('revoked');
            expect(standingOf(state, key, id, until).kind).toBe('revoked');
            expect(standingOf(state, key, id, since).kind).toBe('known');
          }
        }
      }
      expect(standingOf(state, stranger.key, sara.id).kind).toBe('unknown');
      expect(standingOf(state, null, sara.id).kind).toBe('unsigned');
    });
  });
});

it('a device that was put down to somebody by mistake is taken off them and is somebody else’s', () => {
  const right = next(revoked(), laptop, add(reza, sarasLaptop));
  const state = inForce(first, withSara, revoked(), right);
  expect([standingOf(state, sarasLaptop.key, reza.id).kind, standingOf(state, sarasLaptop.key, sara.id).kind]).toEqual(['known', 'foreign']);
});

describe('the file of a version', () => {
  it('reads as it was written, under the name that says its number and hash', () => {
    forAll(versions, (all) => {
      for (const one of all) {
        const name = rosterFileName(one.roster);
        expect(isRosterFileName(name)).toBe(true);
        expect(name).toBe(`${String(one.roster.number).padStart(6, '0')}-${rosterHash(one.roster)}.json`);
        expect(readRoster({ name, bytes: writeRoster(one) })).toEqual({ ok: true, value: one });
        expect(rosterHolds(one)).toBe(true);
      }
    }, Math.ceil(runs / 10));
  });

  it('every byte of it counts, wherever it stands, and so does its end', () => {
    const bytes = writeRoster(withSara);
    const unnoticed = [...bytes.keys()].flatMap((at) => [1, 0x20].flatMap((bit) => {
      const read = readRoster({ name: 'roster.json', bytes: bytes.map((byte, place) => (place === at ? byte ^ bit : byte)) });
      return read.ok && rosterHolds(read.value) ? [at] : [];
    }));
    expect(unnoticed).toEqual([]);
    expect([...bytes.keys()].filter((end) => readRoster({ name: 'roster.json', bytes: bytes.subarray(0, end) }).ok)).toEqual([]);
  });

  const said = (other: object): Uint8Array => encodeUtf8(canonicalJson({ ...withSara, roster: { ...withSara.roster, ...other } }));
  const [leads, saras] = withSara.roster.people as [Roster['people'][0], Roster['people'][0]];
  const device = saras.devices[0] as Roster['people'][0]['devices'][0];
  const refused: readonly (readonly [why: string, bytes: Uint8Array, code: string, field?: string])[] = [
    ['nothing', new Uint8Array(), 'roster-not-ours'],
    ['no JSON', encodeUtf8('{"roster":'), 'roster-not-ours'],
    ['something else', encodeUtf8('{"format":"naql.bundle"}'), 'roster-not-ours'],
    ['too deep', encodeUtf8('['.repeat(100_000) + ']'.repeat(100_000)), 'roster-not-ours'],
    ['half a character by its number', encodeUtf8(canonicalJson(withSara).replace('sara', '\\ud83d')), 'roster-not-ours'],
    ['no signature', encodeUtf8(canonicalJson({ roster: withSara.roster })), 'roster-not-ours'],
    ['of a later Naql', said({ reader: 3, version: 3 }), 'roster-newer'],
    ['with white space', encodeUtf8(`${canonicalJson(withSara)}\n`), 'roster-altered'],
    ['a name too many', encodeUtf8(canonicalJson({ ...withSara, more: 1 })), 'roster-not-ours'],
    ['a field too many', said({ more: 1 }), 'roster-wrong', ''],
    ['nobody in it', said({ people: [] }), 'roster-wrong', 'people'],
    ['nobody who leads', said({ people: [saras] }), 'roster-wrong', 'people'],
    ['out of order', said({ people: [saras, leads] }), 'roster-wrong', 'people.1.id'],
    ['one person twice', said({ people: [leads, saras, saras] }), 'roster-wrong', 'people.2.id'],
    ['a device of two people', said({ people: [leads, { ...saras, devices: leads.devices }] }), 'roster-wrong', 'people.1.devices.0.key'],
    ['a device from later', said({ people: [leads, { ...saras, devices: [{ ...device, since: 9 }] }] }), 'roster-wrong', 'people.1.devices.0.since'],
    ['taken off before it came', said({ people: [leads, { ...saras, devices: [{ ...device, revoked: 1 }] }] }), 'roster-wrong', 'people.1.devices.0.revoked'],
    ['a key that is none', said({ people: [leads, { ...saras, devices: [{ ...device, key: 'ab' }] }] }), 'roster-wrong', 'people.1.devices.0.key'],
    ['a second one that follows none', said({ previous: noRosterBefore }), 'roster-wrong', 'previous'],
    ['a time that is none', said({ made: 'دیروز' }), 'roster-wrong', 'made'],
    ['a number that is none', said({ number: 0 }), 'roster-wrong', 'number'],
    ['a role that nobody has', said({ people: [leads, { ...saras, role: 'owner' }] }), 'roster-wrong', 'people.1.role'],
  ];
  it.each(refused.map(([why, bytes, code, field]) => ({ why, bytes, code, field })))('is refused with a place: $why', ({ bytes, code, field }) => {
    const read = readRoster({ name: 'x.json', bytes });
    expect(read.ok).toBe(false);
    expect(!read.ok && read.problems[0]).toMatchObject({ code, place: { file: 'x.json', ...(field !== undefined && { field }) } });
  });

  it('is refused under the name of another version', () => {
    expect(readRoster({ name: rosterFileName(first.roster), bytes: writeRoster(withSara) })).toMatchObject({ ok: false, problems: [{ code: 'roster-altered' }] });
  });
});
