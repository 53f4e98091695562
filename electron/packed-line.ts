import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { type Counts, type PackedLine } from '../shared/bridge.ts';
import { isInOrder } from '../shared/canonical-json.ts';
import { type Entry } from '../shared/exchange/log.ts';
import { nativeEntryHash } from './entry-hash.ts';
import { FileRefusal } from './file-failure.ts';
import { type ProvenLine } from './journal-line.ts';
import { parseJson } from './parse-json.ts';
import { sha256 } from './sha256.ts';

const count = z.number().int().nonnegative();
const sequence = count;
export const hash = z.string().regex(/^[0-9a-f]{64}$/);

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isChange = (value: unknown): boolean =>
  isPlainObject(value) && [value['added'], value['updated'], value['removed']].every(Array.isArray);

/**
 * The frame of an Entry. What the records of its Change hold is not looked into: the page checks them by the model, and
 * the Journal keeps them as they are, fields that it does not know included.
 */
const entryFrame = z.looseObject({
  device: z.string().min(1).max(128),
  channel: z.string().min(1).max(64),
  sequence: sequence.positive(),
  previous: hash,
  lamport: sequence,
  wall: z.string().min(1).max(40),
  annotator: z.string().min(1).max(128),
  scope: z.string().min(1).max(128).nullable(),
  action: z.custom(isPlainObject),
  change: z.custom(isChange),
});

const counts = z.looseObject({ articles: count, annotators: count, entities: count, sets: count, annotations: count, relations: count, events: count.optional() });
const lineFrame = z.looseObject({ entry: z.instanceof(Uint8Array), counts: z.custom<Counts>((value) => counts.safeParse(value).success) });

export const packedLine = z.custom<PackedLine>((value) => lineFrame.safeParse(value).success);

/** From U+E000 on UTF-8 and UTF-16 put letters in another order; so begin their bytes. */
const lateLetter = /[\xee-\xf4]/;
const isInOneOrder = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || Object.entries(value).every(([key, field]) => !lateLetter.test(key) && isInOneOrder(field));

/**
 * The frame of an Entry whose bytes are its canonical JSON; `null` where they are not, or nobody can tell so soon. Each byte is taken for a letter of its own: what is not
 * ASCII stands inside strings alone, and the engine parses and writes such a text several times as fast as one of Persian. What comes out as it went in is
 * canonical, and its bytes are what is hashed. The words in it are none.
 */
function canonicalFrame(bytes: Buffer): Entry | null {
  if (!isUtf8(bytes)) return null;
  const letters = bytes.toString('latin1');
  const value = parseJson(letters);
  const isCanonical = isPlainObject(value) && isInOrder(value) && isInOneOrder(value) && JSON.stringify(value) === letters;
  return isCanonical && entryFrame.safeParse(value).success ? (value as unknown as Entry) : null;
}

/** @throws FileRefusal for bytes that are no Entry: what the Journal holds can be read again. */
export function unpacked({ entry: packed, ...rest }: PackedLine): ProvenLine {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  const frame = canonicalFrame(bytes);
  if (frame) return { sequence: frame.sequence, previous: frame.previous, hash: sha256(bytes), bytes, rest };
  const entry = parseJson(bytes.toString('utf8'));
  const { success, error } = entryFrame.safeParse(entry);
  if (!success) throw new FileRefusal('write-failed', `no entry: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  const { sequence: place, previous } = entry as Entry;
  return { sequence: place, previous, hash: nativeEntryHash(entry as Entry), bytes, rest };
}
