import { z } from '../../model/shape.ts';

/** Label Studio writes many more fields than these; those are of no use here. */
const region = z.object({
  id: z.string().min(1).optional(),
  from_name: z.string(),
  type: z.string(),
  origin: z.string().optional().catch(undefined),
  meta: z.unknown().optional(),
  value: z.record(z.string(), z.unknown()),
});

const relation = z.object({
  type: z.literal('relation'),
  id: z.unknown().optional(),
  from_id: z.string(),
  to_id: z.string(),
  direction: z.string().optional(),
  labels: z.array(z.string()).default([]),
});

export const resultShape = z.union([relation, region]);
export type RegionResult = z.infer<typeof region>;
export type RelationResult = z.infer<typeof relation>;

/** One person's work on a task, or one model's. */
export const workShape = z.object({
  result: z.array(z.unknown()),
  completed_by: z.unknown().optional(),
  model_version: z.unknown().optional(),
  ground_truth: z.unknown().optional(),
  was_cancelled: z.unknown().optional(),
  naql: z.unknown().optional(),
});
export type Work = z.infer<typeof workShape>;

const works = z.array(z.unknown()).nullish();

/** `completions` is what exports before version 1.0 called `annotations`. */
export const taskShape = z.object({
  id: z.unknown().optional(),
  data: z.record(z.string(), z.unknown()),
  annotations: works,
  completions: works,
  predictions: works,
});
export type Task = z.infer<typeof taskShape>;
