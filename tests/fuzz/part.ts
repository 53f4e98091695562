import fc from 'fast-check';
import { describe, it } from 'vitest';
import { cases, seed } from './cases.ts';
import { mutatedFiles } from './mutations.ts';
import { asLine, expectTotal } from './reading-is-total.ts';
import { readers } from './readers.ts';

const shares = readers.reduce((sum, { share }) => sum + share, 0);

/** Every second reader, so that two threads have as much to do. */
export function fuzzPart(part: 0 | 1): void {
  describe.each(readers.filter((_, index) => index % 2 === part).map((reader) => [reader.name, reader] as const))('%s', (_, reader) => {
    const numRuns = Math.ceil((cases * reader.share) / shares);
    it(`answers ${numRuns} altered files`, () => {
      // What a reader loads when it is first asked is no part of how long it takes to answer.
      for (const files of reader.seeds.slice(0, 1)) reader.read(files);
      fc.assert(fc.property(mutatedFiles(reader.seeds), (files) => expectTotal(reader, files)), {
        seed, numRuns,
        // What failed, to be kept as a test of its own in kept.ts.
        reporter: (run) => {
          if (!run.failed) return;
          const line = asLine(run.counterexample?.[0] ?? []);
          throw new Error(`seed ${run.seed}, path ${run.counterexamplePath ?? ''}\nfor kept.test.ts: ['…', '${reader.name}', '${line}']`, { cause: run.errorInstance });
        },
      });
    });
  });
}
