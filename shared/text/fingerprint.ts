import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

declare const brand: unique symbol;
/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hexadecimal digits. Equal fingerprints mean the same text. */
export type Fingerprint = string & { readonly [brand]: 'fingerprint' };

export const fingerprint = (text: string): Fingerprint => bytesToHex(sha256(utf8ToBytes(text))) as Fingerprint;

/** The same of a text that is there in UTF-8. */
export const fingerprintOfUtf8 = (bytes: Uint8Array): Fingerprint => hashOfBytes(bytes) as Fingerprint;

/** SHA-256 of bytes as they are, in the same form. */
export const hashOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** The same of bytes that come in parts; once it is asked for, no more may be added. */
export function hashOfParts(): { readonly add: (bytes: Uint8Array) => void; readonly hash: () => string } {
  const hash = sha256.create();
  return { add: (bytes) => void hash.update(bytes), hash: () => bytesToHex(hash.digest()) };
}
