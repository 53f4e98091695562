import { z } from '../model/shape.ts';
import { type ExportOptions } from './export-options.ts';
import { releaseShape } from './read-release.ts';
import { selectionShape } from './read-selection.ts';

const count = z.int().nonnegative();

const splitShape = z.strictObject({
  method: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.enum(['auto', 'hash', 'stratified']),
      seed: z.string(),
      shares: z.strictObject({ train: count, validation: count, test: count }),
    }),
    z.strictObject({ kind: z.literal('time'), validationFrom: z.string(), testFrom: z.string() }),
  ]),
  unit: z.enum(['group', 'publisher']),
  unseenPublishers: z.array(z.string()),
});

const optionsShape = z.strictObject({
  format: z.string(),
  selection: selectionShape,
  split: splitShape.nullable(),
  text: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['full', 'offsets']) }),
    // Options of an earlier version do not say it.
    z.strictObject({ kind: z.literal('windows'), codePoints: count, named: z.boolean().default(false) }),
  ]),
  pseudonyms: z.strictObject({ release: z.string(), merged: z.boolean().default(false) }).nullable(),
  licences: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any'), chosen: z.literal(true).optional() }),
    z.strictObject({ kind: z.literal('stated') }),
    z.strictObject({ kind: z.literal('listed'), licences: z.array(z.string()) }),
  ]),
  notes: z.boolean(),
  release: releaseShape.nullable(),
});

/** Options as they were remembered, or as a file of the command line has them; `null` for anything else. */
export function readOptions(value: unknown): ExportOptions | null {
  const parsed = optionsShape.safeParse(value);
  // Ids and choices are branded or nested unions in the type; their shape was checked above.
  return parsed.success ? (parsed.data as unknown as ExportOptions) : null;
}
