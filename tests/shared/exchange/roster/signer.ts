import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { type Roster, type SignedRoster } from '../../../../shared/model/roster.ts';
import { signedRosterText } from '../../../../shared/exchange/roster/roster-file.ts';

/** What stands before the 32 bytes of a key in its DER form (RFC 8410). */
const privateStart = '302e020100300506032b657004220420';
const publicStart = '302a300506032b6570032100';

export interface Signer {
  readonly key: string;
  readonly sign: (roster: Roster) => SignedRoster;
}

/** The same key for the same number, 0 to 255. */
export function signer(seed: number): Signer {
  const secret = createPrivateKey({ key: Buffer.from(privateStart + seed.toString(16).padStart(2, '0').repeat(32), 'hex'), format: 'der', type: 'pkcs8' });
  const key = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return { key, sign: (roster) => ({ roster, signature: { key, signature: sign(null, Buffer.from(signedRosterText(roster)), secret).toString('hex') } }) };
}

export function rosterHolds({ roster, signature: { key, signature } }: SignedRoster): boolean {
  const publicKey = createPublicKey({ key: Buffer.from(publicStart + key, 'hex'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(signedRosterText(roster)), publicKey, Buffer.from(signature, 'hex'));
}
