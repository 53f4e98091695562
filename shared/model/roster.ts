import { problem, type Problem } from '../result.ts';
import { type AnnotatorId, isId, isProjectId, type ProjectId } from './id.ts';
import { moment } from './moment.ts';
import { z } from './shape.ts';
import { type Signature } from './signature.ts';

export const rosterFormat = 'naql.roster';
/** The latest version that is read here. */
export const rosterVersion = 2;
/** A list that names no key of envelopes is of version 1, which every Naql reads. */
export const rosterVersionFor = (people: readonly RosterPerson[]): number => (people.some(({ devices }) => devices.some(({ envelopeKey }) => envelopeKey !== undefined)) ? 2 : 1);
/** `previous` of the first version. */
export const noRosterBefore = '0'.repeat(64);

/** What somebody does in a project. Only a lead's device signs a roster; the other names are for people. */
export const rosterRoles = ['lead', 'adjudicator', 'reviewer', 'annotator'] as const;
export type RosterRole = (typeof rosterRoles)[number];

export interface RosterDevice {
  /** Ed25519 public key, 64 hexadecimal digits. */
  readonly key: string;
  /** Number of the version that it came in with. */
  readonly since: number;
  /** Number of the version that took it off, for good; `null` while it counts. */
  readonly revoked: number | null;
  /** X25519 public key, 64 hexadecimal digits: what is closed for this device is closed with it. It may come in later than the device, and then stays. */
  readonly envelopeKey?: string;
}

export interface RosterPerson {
  readonly id: AnnotatorId;
  readonly name: string;
  readonly role: RosterRole;
  /** In the order of their keys. Never empty: a person without a device has signed nothing. */
  readonly devices: readonly RosterDevice[];
}

/**
 * Who works on a project, and on which devices: a version of it, whole. It is signed by a device of the lead and names the version before it by hash, so that
 * versions are a chain. Nobody and no device is ever left out again: what came while a device counted stays what it was.
 */
export interface Roster {
  readonly format: typeof rosterFormat;
  readonly version: number;
  /** The earliest version of Naql’s format that can read it. */
  readonly reader: number;
  readonly project: ProjectId;
  /** Counted from 1. */
  readonly number: number;
  /** `rosterHash` of the version before; `noRosterBefore` of the first. */
  readonly previous: string;
  /** ISO 8601, UTC; for people. */
  readonly made: string;
  /** In the order of their ids. */
  readonly people: readonly RosterPerson[];
}

export interface SignedRoster {
  readonly roster: Roster;
  readonly signature: Signature;
}

/** A version of the roster, in the Log: it travels as what was said does. */
export interface Rostered extends SignedRoster {
  readonly kind: 'rostered';
}

/** A key that envelopes are closed with for a device, and the device’s own word for it. */
export interface ProvenEnvelopeKey {
  /** X25519 public key, 64 hexadecimal digits. */
  readonly envelopeKey: string;
  /** Over `envelopeKeyText`. */
  readonly signature: Signature;
}

/** A device says with which key envelopes are closed for it. */
export interface EnvelopeKeySaid extends ProvenEnvelopeKey {
  readonly kind: 'envelope-key';
}

/** What is signed: no other text that a device ever signs begins so. */
export const envelopeKeyText = (envelopeKey: string): string => `naql.envelope-key ${envelopeKey}`;

/** Whose roster this laptop goes by, in a project: the device that signs its first version. Said to itself alone, once the person has seen the words of the key. */
export interface LeadKnown {
  readonly kind: 'lead-known';
  readonly project: ProjectId;
  readonly key: string;
  /** Of several the one of the latest turn holds. */
  readonly turn: number;
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().positive().max(999_999);

/** Only the beginning: asked before the rest, since a later version may look different in all else. */
export const rosterHead = z.object({ format: z.literal(rosterFormat), version: count, reader: count });

export const rosterShape = z.strictObject({
  format: z.literal(rosterFormat),
  version: count,
  reader: count,
  project: z.custom<ProjectId>(isProjectId),
  number: count,
  previous: hash,
  made: moment,
  people: z
    .array(
      z.strictObject({
        id: z.custom<AnnotatorId>(isId),
        name: z.string().max(300),
        role: z.enum(rosterRoles),
        devices: z.array(z.strictObject({ key: hash, since: count, revoked: count.nullable(), envelopeKey: hash.exactOptional() })).min(1).max(1000),
      }),
    )
    .min(1)
    .max(10_000),
}) satisfies z.ZodType<Roster>;

/** Does the device count in this version? */
export const isLive = ({ revoked }: RosterDevice): boolean => revoked === null;

/** Whoever leads and has this key; nobody else's signs the next version. */
export const leadWith = ({ people }: Roster, key: string): RosterPerson | undefined =>
  people.find(({ role, devices }) => role === 'lead' && devices.some((device) => device.key === key && isLive(device)));

/** Is what a version says possible at all? `roster-wrong`, with the field: out of order or twice, one device of two people, a number that is none, nobody who leads. */
export function checkRoster({ number, previous, people }: Roster): readonly Problem[] {
  const wrong = new Set<string>();
  const owners = new Set<string>();
  if ((number === 1) !== (previous === noRosterBefore)) wrong.add('previous');
  if (!people.some(({ role, devices }) => role === 'lead' && devices.some(isLive))) wrong.add('people');
  people.forEach((person, place) => {
    const before = people[place - 1];
    if (before && before.id >= person.id) wrong.add(`people.${place}.id`);
    person.devices.forEach((device, index) => {
      const field = `people.${place}.devices.${index}`;
      const neighbour = person.devices[index - 1];
      if (neighbour && neighbour.key >= device.key) wrong.add(`${field}.key`);
      if (device.since > number) wrong.add(`${field}.since`);
      if (device.revoked !== null && (device.revoked <= device.since || device.revoked > number)) wrong.add(`${field}.revoked`);
      if (!isLive(device)) return;
      if (owners.has(device.key)) wrong.add(`${field}.key`);
      owners.add(device.key);
    });
  });
  return [...wrong].map((field) => problem('roster-wrong', { field }));
}
