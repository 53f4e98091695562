import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { signedText } from '../shared/exchange/bundle/manifest.ts';
import { signedRosterText } from '../shared/exchange/roster/roster-file.ts';
import { envelopeKeyText, type ProvenEnvelopeKey, type SignedRoster } from '../shared/model/roster.ts';
import { type Signature } from '../shared/model/signature.ts';

/** What stands before the 32 bytes of an Ed25519 public key in its DER form (RFC 8410). */
const derStart = Buffer.from('302a300506032b6570032100', 'hex');

export const publicHex = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).subarray(derStart.length).toString('hex');

function holds(text: string, { key, signature }: Signature): boolean {
  const publicKey = createPublicKey({ key: Buffer.concat([derStart, Buffer.from(key, 'hex')]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
}

/** Was this manifest signed by the owner of that key? */
export const signatureHolds = (manifest: string, signature: Signature): boolean => holds(signedText(manifest), signature);

/** Was this version of a roster? Whether they lead is another question. */
export const rosterHolds = ({ roster, signature }: SignedRoster): boolean => holds(signedRosterText(roster), signature);

/** Does this key of envelopes belong to the device that says so? */
export const envelopeKeyHolds = ({ envelopeKey, signature }: ProvenEnvelopeKey): boolean => holds(envelopeKeyText(envelopeKey), signature);
