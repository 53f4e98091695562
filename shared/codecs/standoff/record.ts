import { isId } from '../../model/id.ts';
import { z } from '../../model/shape.ts';

const id = z.string().min(1).max(128).refine(isId, { params: { expected: 'id' } });
const offset = z.int().nonnegative();

export const spanShape = z.object({
  id,
  type: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
  attributes: z.record(z.string(), z.string()).default({}),
});

export const relationShape = z.object({ id: id.optional(), type: z.string(), from: id, to: id });

export const entityShape = z.object({ id, name: z.string(), mentions: z.array(id) });

/** A `.json` beside a `.txt` of the same stem; offsets in code points of that text. */
export const standoffShape = z.object({
  text_sha256: z.string(),
  spans: z.array(z.unknown()),
  relations: z.array(z.unknown()).default([]),
  entities: z.array(z.unknown()).default([]),
});

export type StandoffFile = z.infer<typeof standoffShape>;
export type SpanRecord = z.infer<typeof spanShape>;
export type RelationRecord = z.infer<typeof relationShape>;
export type EntityRecord = z.infer<typeof entityShape>;
