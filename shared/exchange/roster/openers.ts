import { isLive, type RosterRole } from '../../model/roster.ts';
import { deviceOf, type RosterState } from './in-force.ts';

const opening: ReadonlySet<RosterRole> = new Set(['lead', 'adjudicator']);

/** May whoever has this role open what is handed in under strict blindness? */
export const opensEnvelopes = (role: RosterRole): boolean => opening.has(role);

/** X25519 keys of the devices that envelopes are closed for: those of leads and adjudicators that count and have one. In order, each once. */
export const openersIn = ({ current, revoked }: Pick<RosterState, 'current' | 'revoked'>): readonly string[] => [
  ...new Set((current?.roster.people ?? []).filter(({ role }) => opensEnvelopes(role)).flatMap((person) =>
    person.devices.filter((device) => isLive(device) && !revoked.has(deviceOf(person, device.key))).flatMap(({ envelopeKey }) => envelopeKey ?? []))),
].sort();
