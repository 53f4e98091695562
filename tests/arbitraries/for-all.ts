import fc from 'fast-check';
import { runs } from './runs.ts';

/** States a law: the check throws for no value drawn. What it returns does not matter. The same seed draws the same values. */
export function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => unknown, numRuns: number = runs, seed?: number): void {
  fc.assert(
    fc.property(values, (value) => {
      check(value);
    }),
    { numRuns, ...(seed !== undefined && { seed }) },
  );
}
