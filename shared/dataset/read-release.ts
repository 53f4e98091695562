import { z } from '../model/shape.ts';
import { noWords, type Release } from './release.ts';
import { type CardWord, cardWords } from './required-facts.ts';

/** What is not there is not said: a card that an earlier version wrote, or a person by hand, lacks some words. */
export const releaseShape = z.strictObject({
  version: z.string(),
  date: z.string(),
  words: z.partialRecord(z.enum(cardWords as readonly [CardWord, ...CardWord[]]), z.string()).transform((words) => ({ ...noWords, ...words })),
  definitions: z.record(z.string(), z.strictObject({ fa: z.string(), en: z.string() })).default({}),
});

/** A Release as it was remembered, or as a file of the command line has it; `null` for anything else. */
export function readRelease(value: unknown): Release | null {
  const parsed = releaseShape.safeParse(value);
  return parsed.success ? parsed.data : null;
}
