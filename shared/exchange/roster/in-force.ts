import { leadWith, type LeadKnown, noRosterBefore, type Roster, type RosterDevice, type RosterPerson, type SignedRoster } from '../../model/roster.ts';
import { problem, type Problem } from '../../result.ts';
import { rosterHash } from './roster-file.ts';

/** Whose roster is gone by: the device that signs the first version of this project’s. */
export type Trust = Pick<LeadKnown, 'project' | 'key'>;

/** A version and its `rosterHash`. */
export interface Version extends SignedRoster {
  readonly hash: string;
}

export interface RosterState {
  /** The version that counts; `null` where there is none that can be trusted. */
  readonly current: Version | null;
  /** All that can be trusted, the first one first. */
  readonly trusted: readonly Version[];
  /** The newest of these: several where nobody has settled yet which one is followed. */
  readonly newest: readonly Version[];
  /** Devices (`deviceOf`) that a lead's version takes off, trusted still or not, and the least number of one that does. */
  readonly revoked: ReadonlyMap<string, number>;
  /**
   * All warnings, `record` the hash and `values.number` the number of the version: `roster-forked` (another of that number, by the lead as well),
   * `roster-gap` (what it follows has not come), `roster-stranger` (a first one by somebody else), `roster-not-lead` (signed by a device that did not
   * lead then, or was taken off), `roster-forgets` (it leaves out or alters what the one before it says of a device).
   */
  readonly problems: readonly Problem[];
}

/**
 * What follows from these versions, whose signatures hold: the same in any order and however often each is given. A version counts when a chain leads to
 * it from the known lead's first one, each signed by a device that leads in the version before it and in itself. The newest counts; of two newest ones
 * neither does, but the last that both come from, until the lead makes one that follows. A device that any version takes off signs nothing from that number on.
 */
export function rosterInForce(versions: readonly SignedRoster[], trust: Trust | null): RosterState {
  if (!trust) return noRoster;
  const { chained, doubts } = chainOf(versions, trust);
  // Of what a lead has signed it does not matter who else did.
  const problems = [...doubts].flatMap(([hash, doubt]) => (chained.has(hash) ? [] : [doubt]));
  const revoked = revokedIn([...chained.values()]);
  const trusted: Version[] = [];
  const sound = new Set<string>([noRosterBefore]);
  for (const one of chained.values()) {
    const { roster: { number }, signature: { key } } = one;
    const lead = leadWith(one.roster, key);
    const isLate = lead !== undefined && (revoked.get(deviceOf(lead, key)) ?? Infinity) <= number;
    if (isLate) problems.push(told('roster-not-lead', one));
    if (isLate || !sound.has(one.roster.previous)) continue;
    sound.add(one.hash);
    trusted.push(one);
  }
  const twice = trusted.filter((one) => trusted.some((other) => other !== one && other.roster.number === one.roster.number));
  const highest = trusted.at(-1)?.roster.number;
  const newest = trusted.filter(({ roster }) => roster.number === highest);
  return { current: lastOfAll(newest, trusted), trusted, newest, revoked, problems: [...problems, ...twice.map((one) => told('roster-forked', one))] };
}

/** The versions that a chain leads to from the known lead's first one, by hash, and of those that none does to, why: whoever is taken off later is among the former still. */
export function chainOf(versions: readonly SignedRoster[], trust: Trust): { readonly chained: ReadonlyMap<string, Version>; readonly doubts: ReadonlyMap<string, Problem> } {
  const doubts = new Map<string, Problem>();
  const chained = new Map<string, Version>();
  for (const one of distinct(versions.filter(({ roster }) => roster.project === trust.project))) {
    const wrong = whyNotNext(one, chained, trust);
    if (!wrong && !chained.has(one.hash)) chained.set(one.hash, one);
    else if (wrong && !doubts.has(one.hash)) doubts.set(one.hash, told(wrong, one));
  }
  return { chained, doubts };
}

/** Each version once for each key that signs it: the lowest number first, and of one number in the order of their hashes. */
function distinct(versions: readonly SignedRoster[]): readonly Version[] {
  const rank = ({ hash, signature: { key, signature } }: Version): string => `${hash} ${key} ${signature}`;
  return [...new Map(versions.map((one) => ({ ...one, hash: rosterHash(one.roster) })).map((one) => [rank(one), one])).values()]
    .sort((a, b) => a.roster.number - b.roster.number || (rank(a) < rank(b) ? -1 : 1));
}

/** A device as one person's: what was somebody else's by mistake may be theirs. */
export const deviceOf = ({ id }: Pick<RosterPerson, 'id'>, key: string): string => `${id} ${key}`;

export const noRoster: RosterState = { current: null, trusted: [], newest: [], revoked: new Map(), problems: [] };

type Doubt = 'roster-forked' | 'roster-gap' | 'roster-stranger' | 'roster-not-lead' | 'roster-forgets';

function told(code: Doubt, { roster: { number }, hash }: Version): Problem {
  const place = { record: hash };
  switch (code) {
    case 'roster-forked':
      return problem('roster-forked', place, { number }, 'warning');
    case 'roster-gap':
      return problem('roster-gap', place, { number }, 'warning');
    case 'roster-stranger':
      return problem('roster-stranger', place, { number }, 'warning');
    case 'roster-not-lead':
      return problem('roster-not-lead', place, { number }, 'warning');
    case 'roster-forgets':
      return problem('roster-forgets', place, { number }, 'warning');
  }
}

function whyNotNext({ roster, signature: { key } }: Version, chained: ReadonlyMap<string, Version>, trust: Trust): Doubt | null {
  const leads = leadWith(roster, key) !== undefined;
  if (roster.previous === noRosterBefore) return key !== trust.key ? 'roster-stranger' : leads ? null : 'roster-not-lead';
  const before = chained.get(roster.previous)?.roster;
  if (!before || before.number + 1 !== roster.number) return 'roster-gap';
  if (!leads || !leadWith(before, key)) return 'roster-not-lead';
  return follows(before, roster) ? null : 'roster-forgets';
}

/** Does the later version say the same of every device, but that it may take some off, name new ones and the keys of envelopes? */
function follows(before: Roster, after: Roster): boolean {
  const was = new Map(before.people.map((person) => [person.id, person] as const));
  const isKept = (person: RosterPerson, { key, since, revoked, envelopeKey }: RosterDevice): boolean => {
    const device = after.people.find(({ id }) => id === person.id)?.devices.find((one) => one.key === key);
    return device?.since === since && (device.revoked === revoked || (revoked === null && device.revoked === after.number)) && (envelopeKey === undefined || device.envelopeKey === envelopeKey);
  };
  const isNew = (person: RosterPerson, { key }: RosterDevice): boolean => !was.get(person.id)?.devices.some((one) => one.key === key);
  return before.people.every((person) => person.devices.every((device) => isKept(person, device)))
    && after.people.every((person) => person.devices.every((device) => !isNew(person, device) || (device.since === after.number && device.revoked === null)));
}

function revokedIn(versions: readonly Version[]): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const person of versions.flatMap(({ roster }) => roster.people))
    for (const { key, revoked } of person.devices)
      if (revoked !== null) least.set(deviceOf(person, key), Math.min(revoked, least.get(deviceOf(person, key)) ?? Infinity));
  return least;
}

/** The last version that all of these come from, or are. */
function lastOfAll(newest: readonly Version[], trusted: readonly Version[]): Version | null {
  const byHash = new Map(trusted.map((one) => [one.hash, one]));
  let sides = new Set(newest);
  while (sides.size > 1) sides = new Set([...sides].flatMap(({ roster }) => byHash.get(roster.previous) ?? []));
  return [...sides][0] ?? null;
}
