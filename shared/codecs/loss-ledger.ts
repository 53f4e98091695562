import { type Loss, type LossCode, lossCodes } from './loss-report.ts';

const maximumExamples = 5;

/** Where the reductions write down what they take away. */
export interface LossLedger {
  /** One case: article id and, where there is one, the id of the record inside it. */
  lose(code: LossCode, ...where: readonly string[]): void;
  /** In the order of `lossCodes`. */
  losses(): readonly Loss[];
}

export function lossLedger(): LossLedger {
  const cases = new Map<LossCode, { count: number; examples: (readonly string[])[] }>();
  return {
    lose(code, ...where) {
      const entry = cases.get(code) ?? { count: 0, examples: [] };
      entry.count++;
      if (entry.examples.length < maximumExamples) entry.examples.push(where);
      cases.set(code, entry);
    },
    losses: () =>
      lossCodes.flatMap((code) => {
        const entry = cases.get(code);
        return entry ? [{ code, severity: 'lossy' as const, ...entry }] : [];
      }),
  };
}
