import { problem, type Problem } from '../result.ts';

const maximumProblems = 1000;

/** The Problems of one reading, in the order they were met. A file that is wrong all over gets a count instead of a book. */
export interface Findings {
  add(...problems: readonly Problem[]): void;
  /** Adds a Problem unless one with the same code and values stands there: for what is the same on every line. */
  addOnce(problem: Problem): void;
  all(): readonly Problem[];
}

export function findings(): Findings {
  const found: Problem[] = [];
  const met = new Set<string>();
  let omitted = 0;
  const add = (...problems: readonly Problem[]): void => {
    const room = Math.max(0, maximumProblems - found.length);
    found.push(...problems.slice(0, room));
    omitted += Math.max(0, problems.length - room);
  };
  return {
    add,
    addOnce(one) {
      const key = JSON.stringify([one.code, one.place.file, one.values]);
      if (met.has(key)) return;
      met.add(key);
      add(one);
    },
    all: () => (omitted === 0 ? found : [...found, problem('further-problems', {}, { count: omitted })]),
  };
}
