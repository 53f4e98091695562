import { canonicalJson } from '../../canonical-json.ts';
import { derivedId } from '../../model/derived-id.ts';
import { fingerprint } from '../../text/fingerprint.ts';

/** The id under which an incoming record lives from now on, and whether it has to be added for that. */
export interface PlaceOf<Id> {
  readonly id: Id;
  readonly isNew: boolean;
}

/** Hexadecimal digits of a content's hash that make an id; more where fewer have met another content. */
const suffixLengths = [8, 16, 64];

export const contentHash = (content: unknown): string => fingerprint(canonicalJson(content));

/** Does this record hold the same as the incoming one? Ids do not count. */
type IsEqual<T> = (there: T) => boolean;

/** A record's own id when that is free or holds an equal record, otherwise one made from its content. */
export function placeFor<Id extends string, T>(id: Id, hash: string, known: ReadonlyMap<Id, T>, isEqual: IsEqual<T>): PlaceOf<Id> {
  const there = known.get(id);
  if (there === undefined) return { id, isNew: true };
  return isEqual(there) ? { id, isNew: false } : placeBeside(id, hash, known, isEqual);
}

/** `<id>~<hash>`: the same whenever and wherever this content arrives. */
export function placeBeside<Id extends string, T>(id: Id, hash: string, known: ReadonlyMap<Id, T>, isEqual: IsEqual<T>): PlaceOf<Id> {
  for (const length of suffixLengths) {
    const candidate = derivedId(id, hash.slice(0, length));
    const there = known.get(candidate);
    if (there === undefined) return { id: candidate, isNew: true };
    if (isEqual(there)) return { id: candidate, isNew: false };
  }
  throw new Error(`no id left for another ${id} with content ${hash}`);
}
