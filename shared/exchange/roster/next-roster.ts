import { isLive, leadWith, noRosterBefore, type Roster, rosterFormat, type RosterPerson, type RosterRole, rosterVersionFor } from '../../model/roster.ts';
import { type AnnotatorId, type ProjectId } from '../../model/id.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { rosterHash } from './roster-file.ts';

/** What is changed in a roster, each by one decision of the lead's. */
export type RosterStep =
  /** This device is that person's. Somebody new gets the role; of somebody known nothing else changes. */
  | { readonly kind: 'add-device'; readonly person: AnnotatorId; readonly name: string; readonly role: RosterRole; readonly key: string }
  /** It counts no longer, for good. */
  | { readonly kind: 'revoke-device'; readonly person: AnnotatorId; readonly key: string }
  /** With these keys envelopes are closed for devices of leads and adjudicators. Of a device that has one already nothing changes. */
  | { readonly kind: 'name-envelope-keys'; readonly keys: readonly EnvelopeKeyOf[] }
  | { readonly kind: 'set-role'; readonly person: AnnotatorId; readonly role: RosterRole }
  /** Nothing is changed: of two newest versions this side is followed. */
  | { readonly kind: 'go-on' };

/** Public halves of both keys of a device. */
export interface EnvelopeKeyOf {
  readonly key: string;
  readonly envelopeKey: string;
}

/** The first version: whoever leads, on the device that signs it. */
export const firstRoster = (project: ProjectId, lead: Pick<RosterPerson, 'id' | 'name'>, key: string, made: string): Roster => ({
  format: rosterFormat, version: 1, reader: 1, project, number: 1, previous: noRosterBefore, made,
  people: [{ id: lead.id, name: lead.name, role: 'lead', devices: [{ key, since: 1, revoked: null }] }],
});

/**
 * The version that follows, for the device of this key to sign. After a fork it follows one of the newest two, and is thereby newer than both.
 * Problems: `roster-not-yours` (the device does not lead), `roster-no-lead` (nor would it any more), `roster-device-twice` (it is somebody’s already, or
 * was this person’s), `roster-nobody` (no such person, or device of theirs).
 */
export function nextRoster(before: Roster, step: RosterStep, { key, made }: { readonly key: string; readonly made: string }): Result<Roster> {
  if (!leadWith(before, key)) return fail(problem('roster-not-yours'));
  const number = before.number + 1;
  const people = peopleAfter(before.people, step, number);
  if (!people.ok) return people;
  const version = rosterVersionFor(people.value);
  const after: Roster = {
    ...before, version, reader: version, number, previous: rosterHash(before), made,
    people: [...people.value].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
  return leadWith(after, key) ? ok(after) : fail(problem('roster-no-lead'));
}

function peopleAfter(people: readonly RosterPerson[], step: RosterStep, number: number): Result<readonly RosterPerson[]> {
  if (step.kind === 'go-on') return ok(people);
  if (step.kind === 'name-envelope-keys') {
    const named = new Map(step.keys.map(({ key, envelopeKey }) => [key, { envelopeKey }]));
    return ok(people.map((person) => ({ ...person, devices: person.devices.map((device) => ({ ...named.get(device.key), ...device })) })));
  }
  const person = people.find(({ id }) => id === step.person);
  const others = people.filter((one) => one !== person);
  switch (step.kind) {
    case 'add-device': {
      const { key, name, role } = step;
      const isTaken = people.some(({ devices }) => devices.some((device) => device.key === key && isLive(device))) || person?.devices.some((device) => device.key === key);
      if (isTaken) return fail(problem('roster-device-twice'));
      const devices = [...(person?.devices ?? []), { key, since: number, revoked: null }].sort((a, b) => (a.key < b.key ? -1 : 1));
      return ok([...others, { id: step.person, name: person?.name ?? name, role: person?.role ?? role, devices }]);
    }
    case 'revoke-device': {
      if (!person?.devices.some((device) => device.key === step.key && isLive(device))) return fail(problem('roster-nobody'));
      const devices = person.devices.map((device) => (device.key === step.key ? { ...device, revoked: number } : device));
      return ok([...others, { ...person, devices }]);
    }
    case 'set-role':
      return person ? ok([...others, { ...person, role: step.role }]) : fail(problem('roster-nobody'));
  }
}
