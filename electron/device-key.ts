import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestHead, signedText } from '../shared/exchange/bundle/manifest.ts';
import { signedRosterText } from '../shared/exchange/roster/roster-file.ts';
import { envelopeKeyText, type ProvenEnvelopeKey, type Roster } from '../shared/model/roster.ts';
import { type Signature } from '../shared/model/signature.ts';
import { writePrivately } from './atomic-write.ts';
import { envelopeHex, envelopeKeyFrom } from './envelope.ts';
import { FileRefusal, ifThere } from './file-failure.ts';
import { parseJson } from './parse-json.ts';
import { publicHex } from './signature.ts';

/** Signs what this device gives away. The private key stays in this process and in its file. */
export interface DeviceKey {
  /** Of the manifest of a Bundle, or of a version of the roster, and of nothing else. */
  sign(manifest: string): Promise<Signature>;
  signRoster(roster: Roster): Promise<Signature>;
  /** The public half, 64 hexadecimal digits. */
  publicKey(): Promise<string>;
  /** The public key that envelopes for this device are closed with, and the proof that it is this device's. */
  envelopeKey(): Promise<ProvenEnvelopeKey>;
  /** Opens envelopes; never leaves this process. */
  opener(): Promise<KeyObject>;
}

/** The keys of the profile in this folder, each made when it is first asked for. A damaged one is never replaced: others know this device by it. */
export function deviceKeyIn(userData: string): DeviceKey {
  const key = kept(join(userData, 'device-key.pem'), () => generateKeyPairSync('ed25519').privateKey, keyFrom);
  const opener = kept(join(userData, 'device-envelope-key.pem'), () => generateKeyPairSync('x25519').privateKey, envelopeKeyFrom);
  return {
    sign: async (manifest) => signedBy(await key(), manifest),
    signRoster: async (roster) => signatureOf(await key(), signedRosterText(roster)),
    publicKey: async () => publicHex(createPublicKey(await key())),
    envelopeKey: async () => {
      const envelopeKey = envelopeHex(createPublicKey(await opener()));
      return { envelopeKey, signature: signatureOf(await key(), envelopeKeyText(envelopeKey)) };
    },
    opener,
  };
}

function kept(path: string, make: () => KeyObject, from: (pem: string) => KeyObject): () => Promise<KeyObject> {
  let known: Promise<KeyObject> | null = null;
  const read = async (): Promise<KeyObject> => {
    const pem = await ifThere(() => readFile(path, 'utf8'));
    if (pem !== null) return from(pem);
    const made = make();
    await writePrivately(path, made.export({ format: 'pem', type: 'pkcs8' }).toString());
    return made;
  };
  return () => (known ??= read());
}

export function signedBy(key: KeyObject, manifest: string): Signature {
  if (!manifestHead.safeParse(parseJson(manifest)).success) throw new Error('what is to be signed is no manifest');
  return signatureOf(key, signedText(manifest));
}

const signatureOf = (key: KeyObject, text: string): Signature => ({ key: publicHex(createPublicKey(key)), signature: sign(null, Buffer.from(text), key).toString('hex') });

/** @throws FileRefusal when it is no Ed25519 key. */
export function keyFrom(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
  throw new FileRefusal('read-failed', 'the key of this device is damaged');
}
