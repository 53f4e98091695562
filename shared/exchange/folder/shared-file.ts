import { canonicalJson } from '../../canonical-json.ts';
import { type NamedBytes } from '../../codecs/codec.ts';
import { isJsonObject } from '../../codecs/json.ts';
import { type SignedRoster } from '../../model/roster.ts';
import { problem } from '../../result.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import { type EnvelopeManifest } from '../bundle/envelope.ts';
import { type Manifest } from '../bundle/manifest.ts';
import { isEnvelope, readHanded } from '../bundle/read-bundle.ts';
import { readRoster } from '../roster/roster-file.ts';
import { soundJson } from '../sound-json.ts';
import { envelopeName, type RosterName, sharedName } from './names.ts';
import { type PieceFile, readPiece, unfinished } from './piece.ts';

/** An envelope, and what the Bundle in it says of itself: `null` where this device cannot open it, and before it has. */
export interface FoundEnvelope {
  readonly kind: 'envelope';
  readonly manifest: EnvelopeManifest;
  readonly inside: Manifest | null;
}

/** What a file of a shared folder that says something holds. Of a roster and an envelope it is not proven yet who signed them. */
export type SharedFile = PieceFile | FoundEnvelope | { readonly kind: 'roster'; readonly signed: SignedRoster };

/** Whatever cannot be proven to be whole is late, and never an error: it is looked at again. */
export function readSharedFile(file: NamedBytes): SharedFile {
  const name = sharedName(file.name);
  return name?.kind === 'roster' ? readRosterFile(file, name) : name?.kind === 'envelope' ? readEnvelope(file) : readPiece(file);
}

function readRosterFile({ name, bytes }: NamedBytes, { hash }: RosterName): SharedFile {
  const value = soundJson(bytes)?.value;
  if (!isJsonObject(value) || fingerprint(canonicalJson(value['roster'])) !== hash) return unfinished;
  const read = readRoster({ name: name.slice(name.lastIndexOf('/') + 1), bytes });
  return read.ok ? { kind: 'roster', signed: read.value } : { kind: 'refused', problem: read.problems[0] ?? problem('roster-not-ours') };
}

/** Not all there, or not yet as it was written. */
const onItsWay: ReadonlySet<string> = new Set(['bundle-not-ours', 'bundle-truncated', 'bundle-altered']);

function readEnvelope({ name, bytes }: NamedBytes): SharedFile {
  const read = readHanded({ name, bytes });
  const [wrong] = read.ok ? [] : read.problems;
  if (wrong) return onItsWay.has(wrong.code) ? unfinished : { kind: 'refused', problem: wrong };
  return read.ok && isEnvelope(read.value) && envelopeName(read.value.manifest, bytes.length) === name
    ? { kind: 'envelope', manifest: read.value.manifest, inside: null }
    : { kind: 'refused', problem: problem('bundle-file-wrong', {}, { name }) };
}
