import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { boundText, type Enclosed, type EnvelopeAbout, type EnvelopeLock, padded, unpadded } from '../shared/exchange/bundle/envelope.ts';
import { FileRefusal } from './file-failure.ts';
import { sha256 } from './sha256.ts';

/** What stands before the 32 bytes of an X25519 public key in its DER form (RFC 8410). */
const derStart = Buffer.from('302a300506032b656e032100', 'hex');

/** 64 hexadecimal digits. */
export const envelopeHex = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).subarray(derStart.length).toString('hex');
const publicFrom = (hex: string): KeyObject => createPublicKey({ key: Buffer.concat([derStart, Buffer.from(hex, 'hex')]), format: 'der', type: 'spki' });

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;

/** Key and nonce by which one device gets the key of the contents: used once, since the ephemeral key is. */
function wrapping(own: KeyObject, other: KeyObject, ephemeral: string, opener: string, bound: string): { readonly key: Buffer; readonly nonce: Buffer } {
  const salt = createHash('sha256').update(`${ephemeral} ${opener} ${bound}`).digest();
  const bytes = Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey: own, publicKey: other }), salt, 'naql.envelope key', keyBytes + nonceBytes));
  return { key: bytes.subarray(0, keyBytes), nonce: bytes.subarray(keyBytes) };
}

function encrypted(key: Buffer, nonce: Buffer, bound: string, plain: Uint8Array): Buffer {
  const by = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(bound));
  return Buffer.concat([by.update(plain), by.final(), by.getAuthTag()]);
}

/** `null` for what was not encrypted so, to the byte. */
function decrypted(key: Buffer, nonce: Buffer, bound: string, sealed: Buffer): Buffer | null {
  if (sealed.length < tagBytes) return null;
  const by = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-tagBytes));
  return tried(() => Buffer.concat([by.update(sealed.subarray(0, -tagBytes)), by.final()]));
}

/** What OpenSSL refuses: a tag that is wrong, a point that is none. */
function tried<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/**
 * Encrypts a Bundle so that the devices of these X25519 keys, and nobody else, can read it.
 * @throws FileRefusal for a key that is none.
 */
export function enclose(whose: Omit<EnvelopeAbout, 'holds'>, keys: readonly string[], bundle: Uint8Array): Enclosed {
  const holds = sha256(bundle);
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const ephemeral = envelopeHex(publicKey);
  const openers = [...new Set(keys)].sort();
  const bound = boundText({ ...whose, holds }, ephemeral, openers);
  const contentKey = randomBytes(keyBytes);
  const to = openers.map((key) => {
    const by = tried(() => wrapping(privateKey, publicFrom(key), ephemeral, key, bound));
    if (!by) throw new FileRefusal('write-failed', `"${key}" is no key that an envelope can be closed with`);
    return { key, wrapped: encrypted(by.key, by.nonce, bound, contentKey).toString('hex') };
  });
  const nonce = randomBytes(nonceBytes);
  return { holds, ephemeral, to, sealed: new Uint8Array(Buffer.concat([nonce, encrypted(contentKey, nonce, bound, padded(bundle))])) };
}

/** `null`: it is not what was closed, to the byte. `elsewhere`: this key is none of those that can open it. */
export function disclose(about: EnvelopeAbout, { ephemeral, to }: EnvelopeLock, sealed: Uint8Array, own: KeyObject): Uint8Array | 'elsewhere' | null {
  const key = envelopeHex(createPublicKey(own));
  const opener = to.find((one) => one.key === key);
  if (!opener) return 'elsewhere';
  const bound = boundText(about, ephemeral, to.map((one) => one.key));
  const by = tried(() => wrapping(own, publicFrom(ephemeral), ephemeral, key, bound));
  const contentKey = by && decrypted(by.key, by.nonce, bound, Buffer.from(opener.wrapped, 'hex'));
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.length);
  const whole = contentKey && decrypted(contentKey, bytes.subarray(0, nonceBytes), bound, bytes.subarray(nonceBytes));
  const bundle = whole && unpadded(whole);
  return bundle && sha256(bundle) === about.holds ? bundle : null;
}

/** @throws FileRefusal when it is no X25519 key. */
export function envelopeKeyFrom(pem: string): KeyObject {
  const key = tried(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'x25519') throw new FileRefusal('read-failed', 'it is no key that opens envelopes');
  return key;
}
