import { shapeProblems } from '../codecs/shape-problems.ts';
import { setStatuses } from '../model/annotation-set.ts';
import { isId } from '../model/id.ts';
import { longestTag } from '../model/tags.ts';
import { z } from '../model/shape.ts';
import { type Result } from '../result.ts';
import { type Selection } from './selection.ts';

const id = z.string().refine(isId, { params: { expected: 'id' } });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).nullable();

const range = { least: z.number().nullable(), most: z.number().nullable() };
const furtherShape = z.strictObject({
  tags: z.array(z.string().max(longestTag)).optional(),
  annotators: z.array(id).optional(),
  flagged: z.boolean().optional(),
  discussed: z.boolean().optional(),
  count: z.strictObject({ label: id.nullable(), ...range }).optional(),
  agreement: z.strictObject(range).optional(),
});

export const selectionShape = z.strictObject({
  states: z.array(z.enum(setStatuses)).nullable(),
  sets: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['mine', 'adjudicated', 'judgements', 'everything']) }),
    z.strictObject({ kind: z.literal('annotator'), annotator: id }),
  ]),
  labels: z.array(id).nullable(),
  published: z.strictObject({ from: day, to: day }).nullable(),
  // Selections of an earlier version do not say it.
  publishers: z.array(z.string()).nullable().default(null),
  articles: z.array(id).nullable(),
  further: furtherShape.optional(),
});

/** A Selection from unknown JSON, as a file of the command line has it; Problems (`field-wrong`) bear the path of the field. */
export function readSelection(value: unknown): Result<Selection> {
  const parsed = selectionShape.safeParse(value);
  // Ids are branded in the type; their shape was checked above.
  return parsed.success ? { ok: true, value: parsed.data as unknown as Selection } : { ok: false, problems: shapeProblems(parsed.error, value) };
}
