import { z } from './shape.ts';

/** A time that came with something from outside, as people are told it: ISO 8601 from all that is ours. A screen that was given another could not show it. */
export const moment = z.string().max(40).refine((text) => !Number.isNaN(Date.parse(text)));
