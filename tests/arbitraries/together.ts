import type fc from 'fast-check';
import { it } from 'vitest';
import { forAll } from './for-all.ts';
import { runs } from './runs.ts';

/** States one law of several on the same values; one that nobody owes is shown as skipped. */
export type StateLaw<T> = (name: string, check: (value: T) => unknown, isOwed?: boolean) => void;

/**
 * Laws on the same values, each of which is drawn and prepared once for all of them: every law is tried on every value, a law that fails
 * keeps no other from being tried, and each fails by its own name, on the smallest value that it fails for.
 */
export function together<Drawn, T>(
  values: fc.Arbitrary<Drawn>,
  prepare: (drawn: Drawn) => T,
  numRuns: number = runs,
  onTried: () => void = () => undefined,
): StateLaw<T> {
  const laws: ((value: T) => unknown)[] = [];
  let errors: ReadonlyMap<unknown, unknown> | undefined;
  const seed = Math.floor(Math.random() * 2 ** 31);

  const tryAll = (): ReadonlyMap<unknown, unknown> => {
    const failed = new Map<unknown, unknown>();
    const tryOn = (value: T): void => {
      for (const law of laws) {
        if (failed.has(law)) continue;
        try {
          law(value);
        } catch (error) {
          failed.set(law, error);
        }
      }
    };
    forAll(values, (drawn) => tryOn(prepare(drawn)), numRuns, seed);
    onTried();
    return failed;
  };

  return (name, check, isOwed = true) => {
    if (isOwed) laws.push(check);
    // oxlint-disable-next-line vitest/valid-title -- whoever states the law names it
    it.runIf(isOwed)(name, () => {
      errors ??= tryAll();
      if (!errors.has(check)) return;
      // Drawn anew, alone, to find the smallest value; one that fails only in company fails all the same.
      forAll(values, (drawn) => check(prepare(drawn)), numRuns, seed);
      throw errors.get(check);
    });
  };
}
