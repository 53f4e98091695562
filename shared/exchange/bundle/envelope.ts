import { canonicalJson } from '../../canonical-json.ts';
import { type AnnotatorId, type DeviceId, isId, isProjectId, type ProjectId } from '../../model/id.ts';
import { moment } from '../../model/moment.ts';
import { z } from '../../model/shape.ts';
import { type Signature } from '../../model/signature.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { bundleFormat, manifestName, signatureName } from './manifest.ts';
import { hashOf, wholeFile } from './whole-file.ts';

/** What earlier versions say of an envelope: that they are too old. */
export const envelopeVersion = 2;
export const envelopePurpose = 'envelope';
/** The file in an envelope that only some devices can read. */
export const sealedName = 'sealed.bin';

/** Whose Bundle it is, and which one: what every part of an envelope is bound to. */
export interface EnvelopeAbout {
  readonly project: ProjectId;
  readonly person: AnnotatorId;
  readonly device: DeviceId;
  /** SHA-256 of the Bundle inside, 64 hexadecimal digits. */
  readonly holds: string;
}

/** A device that can open it. */
export interface EnvelopeOpener {
  /** X25519 public key, 64 hexadecimal digits. */
  readonly key: string;
  /** The key of the contents for this device, with its tag: 96 hexadecimal digits. */
  readonly wrapped: string;
}

/** What encryption adds: the public half of a key that is used for this envelope alone, and who can open it. */
export interface EnvelopeLock {
  readonly ephemeral: string;
  /** In the order of their keys. */
  readonly to: readonly EnvelopeOpener[];
}

/**
 * What an envelope says of itself: who closed it, when, in which project, and for which devices. Of what is inside, nothing: no Articles, no count, no Schema; the length is
 * that of the padding (`padded`).
 */
export interface EnvelopeManifest extends EnvelopeLock {
  readonly format: typeof bundleFormat;
  readonly version: typeof envelopeVersion;
  readonly reader: typeof envelopeVersion;
  readonly purpose: typeof envelopePurpose;
  readonly project: { readonly id: ProjectId; readonly name: string };
  readonly person: { readonly id: AnnotatorId; readonly name: string };
  readonly device: DeviceId;
  readonly app: string;
  /** ISO 8601, UTC; for people. */
  readonly made: string;
  readonly holds: string;
  readonly files: readonly [{ readonly name: typeof sealedName; readonly size: number; readonly sha256: string }];
}

/** An envelope as it came. Who signed it is not proven yet: `signature` over `signedText(manifestText)`. */
export interface EnvelopeFile {
  readonly name: string;
  readonly hash: string;
  readonly manifest: EnvelopeManifest;
  readonly manifestText: string;
  readonly signature: Signature | null;
  /** AES-256-GCM: 12 bytes of nonce, the padded Bundle, 16 bytes of tag. */
  readonly sealed: Uint8Array;
}

/** A Bundle that was closed: `holds` as `EnvelopeAbout`, `sealed` as `EnvelopeFile`. */
export interface Enclosed extends EnvelopeLock {
  readonly holds: string;
  readonly sealed: Uint8Array;
}

/** More devices than any team's adjudicators have. */
export const mostOpeners = 1000;

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const words = z.string().max(300);

export const envelopeShape = z.strictObject({
  format: z.literal(bundleFormat),
  version: z.literal(envelopeVersion),
  reader: z.literal(envelopeVersion),
  purpose: z.literal(envelopePurpose),
  project: z.strictObject({ id: z.custom<ProjectId>(isProjectId), name: words }),
  person: z.strictObject({ id: z.custom<AnnotatorId>(isId), name: words }),
  device: z.custom<DeviceId>(isId),
  app: z.string().max(60),
  made: moment,
  holds: hash,
  ephemeral: hash,
  to: z.array(z.strictObject({ key: hash, wrapped: z.string().regex(/^[0-9a-f]{96}$/) })).min(1).max(mostOpeners),
  files: z.tuple([z.strictObject({ name: z.literal(sealedName), size: z.int().nonnegative(), sha256: hash })]),
}) satisfies z.ZodType<EnvelopeManifest>;

export const aboutIn = ({ project, person, device, holds }: EnvelopeManifest): EnvelopeAbout => ({ project: project.id, person: person.id, device, holds });

/** The associated data of all that is encrypted in an envelope: no part of one fits another one, another writer, or another circle of readers. */
export const boundText = ({ project, person, device, holds }: EnvelopeAbout, ephemeral: string, keys: readonly string[]): string =>
  `naql.envelope ${canonicalJson({ project, person, device, holds, ephemeral, keys: [...keys].sort() })}`;

const lengthBytes = 8;
const leastPadded = 65_536;

/** With its length before it and zeros behind it, up to the next power of two: who sees the envelope cannot tell ten labels from a hundred. */
export function padded(bytes: Uint8Array): Uint8Array {
  let room = leastPadded;
  while (room < bytes.length + lengthBytes) room *= 2;
  const whole = new Uint8Array(room);
  new DataView(whole.buffer).setBigUint64(0, BigInt(bytes.length));
  whole.set(bytes, lengthBytes);
  return whole;
}

/** What was padded; `null` for what cannot have been. */
export function unpadded(whole: Uint8Array): Uint8Array | null {
  if (whole.length < lengthBytes) return null;
  const length = new DataView(whole.buffer, whole.byteOffset).getBigUint64(0);
  return length > BigInt(whole.length - lengthBytes) ? null : new Uint8Array(whole.subarray(lengthBytes, lengthBytes + Number(length)));
}

/** What an envelope is made of. */
export interface EnvelopeParts extends EnvelopeLock {
  readonly about: Pick<EnvelopeManifest, 'project' | 'person' | 'device' | 'app' | 'made' | 'holds'>;
  readonly sealed: Uint8Array;
}

export interface UnsignedEnvelope {
  /** Canonical JSON: what is to be signed, as `signedText`. */
  readonly manifest: string;
  readonly file: (signature: Signature | null) => Uint8Array;
}

export function writeEnvelope({ about: { project, person, device, app, made, holds }, ephemeral, to, sealed }: EnvelopeParts): UnsignedEnvelope {
  const manifest: EnvelopeManifest = {
    format: bundleFormat, version: envelopeVersion, reader: envelopeVersion, purpose: envelopePurpose, project, person, device, app, made, holds, ephemeral, to,
    files: [{ name: sealedName, size: sealed.length, sha256: hashOf(sealed) }],
  };
  const text = canonicalJson(manifest);
  return {
    manifest: text,
    file: (signature) => wholeFile([
      { name: manifestName, bytes: encodeUtf8(text) },
      ...(signature ? [{ name: signatureName, bytes: encodeUtf8(canonicalJson(signature)) }] : []),
      { name: sealedName, bytes: sealed },
    ]),
  };
}
