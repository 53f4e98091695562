import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { isJsonObject } from '../../codecs/json.ts';
import { type SignedRoster } from '../../model/roster.ts';
import { problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { readRoster } from '../roster/roster-file.ts';
import { soundJson } from '../sound-json.ts';
import { type RosterName, sharedName } from './names.ts';
import { type PieceFile, readPiece, unfinished } from './piece.ts';

/** What a file of a shared folder that says something holds. Of a version of the roster it is not proven yet who signed it. */
export type SharedFile = PieceFile | { readonly kind: 'roster'; readonly signed: SignedRoster };

/** Whatever cannot be proven to be whole is late, and never an error: it is looked at again. */
export function readSharedFile(file: NamedBytes): SharedFile {
  const name = sharedName(file.name);
  return name?.kind === 'roster' ? readRosterFile(file, name) : readPiece(file);
}

function readRosterFile({ name, bytes }: NamedBytes, { hash }: RosterName): SharedFile {
  const value = soundJson(bytes)?.value;
  if (!isJsonObject(value) || fingerprint(canonicalJson(value['roster'])) !== hash) return unfinished;
  const read = readRoster({ name: name.slice(name.lastIndexOf('/') + 1), bytes });
  return read.ok ? { kind: 'roster', signed: read.value } : { kind: 'refused', problem: read.problems[0] ?? problem('roster-not-ours') };
}
