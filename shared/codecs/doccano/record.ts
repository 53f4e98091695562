import { z } from '../../model/shape.ts';
import { type OffsetUnit, offsetUnits } from '../offset-unit.ts';

const offset = z.number();
const labelName = z.union([z.string(), z.number()]).transform(String);

const triple = z.tuple([offset, offset, labelName]).transform(([start, end, label]) => ({ id: undefined, start, end, label }));
const entity = z
  .object({ id: z.union([z.string(), z.number()]).transform(String).optional(), start_offset: offset, end_offset: offset, label: labelName })
  .transform(({ id, start_offset: start, end_offset: end, label }) => ({ id, start, end, label }));

/** A marked place: `[start, end, label]`, or an object where relations have to name it. */
export const spanShape = z.union([triple, entity]);
export type SpanRecord = z.infer<typeof spanShape>;

const end = z.union([z.string(), z.number()]).transform(String);
export const relationShape = z.object({ id: z.unknown().optional(), from_id: end, to_id: end, type: labelName });
export type RelationRecord = z.infer<typeof relationShape>;

const list = z.array(z.unknown());

/** `label` in projects of sequence labelling, `labels` in older exports; `entities` and `relations` in relation projects. */
export const lineShape = z.object({
  text: z.string(),
  label: list.optional(),
  labels: list.optional(),
  entities: list.optional(),
  relations: list.default([]),
  naql: z.unknown().optional(),
});
export type Line = z.infer<typeof lineShape>;

/** What a line of ours says its offsets count. */
export const unitShape = z.object({ offset_unit: z.enum(offsetUnits as readonly [OffsetUnit, ...OffsetUnit[]]) });
