import fc from 'fast-check';
import { runs } from './runs.ts';

/** States a law: the check throws for no value drawn. What it returns does not matter. */
export function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => unknown, numRuns: number = runs): void {
  fc.assert(
    fc.property(values, (value) => {
      check(value);
    }),
    { numRuns },
  );
}
