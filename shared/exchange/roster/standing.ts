import { type AnnotatorId } from '../../model/id.ts';
import { type RosterPerson } from '../../model/roster.ts';
import { deviceOf, type RosterState } from './in-force.ts';

/** What the roster says of a device that signed something in a person’s name. */
export type Standing =
  | { readonly kind: 'unsigned' }
  /** There is no roster to go by. */
  | { readonly kind: 'no-roster' }
  | { readonly kind: 'known'; readonly person: RosterPerson }
  | { readonly kind: 'unknown' }
  /** It is somebody else’s. */
  | { readonly kind: 'foreign'; readonly person: RosterPerson }
  | { readonly kind: 'revoked'; readonly person: RosterPerson };

/**
 * @param by the person in whose name it was signed
 * @param received number of the version that counted when it came; what came while a device counted stays what it was, though the device was taken off since. `null`: it comes now
 */
export function standingOf({ current, revoked }: Pick<RosterState, 'current' | 'revoked'>, key: string | null, by: AnnotatorId, received: number | null = null): Standing {
  if (key === null) return { kind: 'unsigned' };
  if (!current) return { kind: 'no-roster' };
  const { people } = current.roster;
  const owner = people.find(({ devices }) => devices.some((device) => device.key === key && device.revoked === null));
  if (owner && owner.id !== by) return { kind: 'foreign', person: owner };
  const person = owner ?? people.find(({ id, devices }) => id === by && devices.some((device) => device.key === key));
  if (person) {
    const since = person.devices.find((device) => device.key === key)?.since ?? Infinity;
    const until = revoked.get(deviceOf(person, key));
    const counts = until === undefined || (received !== null && since <= received && received < until);
    return { kind: counts ? 'known' : 'revoked', person };
  }
  const former = people.find(({ devices }) => devices.some((device) => device.key === key));
  return former ? { kind: 'foreign', person: former } : { kind: 'unknown' };
}

/** Why it cannot be known that something is from whom it says. Where there is no roster, a signature is all that can be asked. */
export type Doubt = Exclude<Standing['kind'], 'known' | 'no-roster'>;
export const isDoubt = (kind: Standing['kind']): kind is Doubt => kind !== 'known' && kind !== 'no-roster';
