import { problem, type Problem, type Severity } from '../result.ts';

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
  const omitted: Record<Severity, number> = { error: 0, warning: 0 };
  const add = (...problems: readonly Problem[]): void => {
    const room = Math.max(0, maximumProblems - found.length);
    found.push(...problems.slice(0, room));
    for (const { severity } of problems.slice(room)) omitted[severity]++;
  };
  return {
    add,
    addOnce(one) {
      const key = JSON.stringify([one.code, one.place.file, one.values]);
      if (met.has(key)) return;
      met.add(key);
      add(one);
    },
    all: () => [...found, ...furtherProblems(omitted)],
  };
}

function furtherProblems({ error, warning }: Readonly<Record<Severity, number>>): readonly Problem[] {
  const count = error + warning;
  return count === 0 ? [] : [problem('further-problems', {}, { count }, error > 0 ? 'error' : 'warning')];
}

/** By file, in the order in which files were met, and by line within each; what is said of a whole file stands behind its lines. */
export function inLineOrder(problems: readonly Problem[]): readonly Problem[] {
  const ofFile = new Map<string | undefined, Problem[]>(problems.map(({ place: { file } }) => [file, []]));
  for (const one of problems) ofFile.get(one.place.file)?.push(one);
  return [...ofFile.values()].flatMap((own) => own.sort((a, b) => (a.place.line ?? Infinity) - (b.place.line ?? Infinity)));
}
