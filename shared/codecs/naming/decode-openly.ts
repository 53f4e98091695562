import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../codec.ts';
import { type Schema } from '../../model/schema.ts';
import { type NamePart, partKey } from './name-part.ts';
import { openedSchema, unknownNames } from './open-schema.ts';

export interface OpenlyDecoded extends Decoded {
  /** The Dataset's Schema is the one that was given, with further names in it. */
  readonly isOpened: boolean;
}

/** Attributes are seen once their label is known, and a report names a thousand faults at most: more rounds bring more names. */
const maximumRounds = 12;

/**
 * Reads files as `decode` does, and once more with each name that the Schema lacks, until all are in it that `accepts` says yes to: so that
 * nothing is lost for its name alone. The Dataset's Schema holds these names; `translate.ts` leads back to the one that was given.
 */
export function decodeOpenly(
  codec: Codec, files: readonly NamedBytes[], context: DecodeContext, accepts: (part: NamePart) => boolean = () => true,
): OpenlyDecoded {
  if (!codec.decode) throw new Error(`the codec "${codec.id}" does not read`);
  const [own, ...others] = context.schemas;
  const parts = new Map<string, NamePart>();
  let decoded = codec.decode(files, context);
  let opened: Schema | null = null;
  for (let round = 0; round < maximumRounds; round++) {
    const found = unknownNames(decoded.problems).filter((part) => !parts.has(partKey(part)) && accepts(part));
    if (found.length === 0) break;
    for (const part of found) parts.set(partKey(part), part);
    opened = openedSchema(own, [...parts.values()]);
    decoded = codec.decode(files, { ...context, schemas: [opened, ...others] });
  }
  return { ...decoded, isOpened: opened !== null && decoded.dataset?.schema === opened };
}
