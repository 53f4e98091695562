import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestHead, signedText } from '../shared/exchange/bundle/manifest.ts';
import { signedRosterText } from '../shared/exchange/roster/roster-file.ts';
import { type Roster } from '../shared/model/roster.ts';
import { type Signature } from '../shared/model/signature.ts';
import { writePrivately } from './atomic-write.ts';
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
}

/** The key of the profile in this folder, made when it is first asked for. A damaged one is never replaced: others know this device by it. */
export function deviceKeyIn(userData: string): DeviceKey {
  const path = join(userData, 'device-key.pem');
  let known: Promise<KeyObject> | null = null;

  async function read(): Promise<KeyObject> {
    const pem = await ifThere(() => readFile(path, 'utf8'));
    if (pem !== null) return keyFrom(pem);
    const { privateKey } = generateKeyPairSync('ed25519');
    await writePrivately(path, privateKey.export({ format: 'pem', type: 'pkcs8' }).toString());
    return privateKey;
  }

  const key = (): Promise<KeyObject> => (known ??= read());
  return {
    sign: async (manifest) => signedBy(await key(), manifest),
    signRoster: async (roster) => signatureOf(await key(), signedRosterText(roster)),
    publicKey: async () => publicHex(createPublicKey(await key())),
  };
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
