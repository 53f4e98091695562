import { z } from 'zod';
import { projectIdSchema } from './settings.ts';

/** What is written down of a project: in its folder, and in the list of all of them. */
export const projectCardSchema = z.object({
  id: projectIdSchema, name: z.string().min(1), created: z.string().min(1), archived: z.iso.datetime().optional(), deleted: z.iso.datetime().optional(),
});
