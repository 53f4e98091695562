import { z } from 'zod';
import { type Counts, type PackedLine, type WrittenLine } from '../shared/bridge.ts';
import { type Entry } from '../shared/exchange/log.ts';
import { FileRefusal } from './file-failure.ts';
import { parseJson } from './parse-json.ts';

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

/** @throws FileRefusal for bytes that are no Entry: what the Journal holds can be read again. */
export function unpacked({ entry: bytes, ...rest }: PackedLine): WrittenLine {
  const entry = parseJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  const { success, error } = entryFrame.safeParse(entry);
  if (!success) throw new FileRefusal('write-failed', `no entry: ${error.issues.map(({ path }) => path.join('.')).join(', ')}`);
  return { ...rest, entry: entry as Entry, bytes };
}
