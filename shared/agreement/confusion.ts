import { type Case } from './cases.ts';

/** What two people called the same thing; `null` where one of them marked nothing. */
export interface Cell {
  readonly a: string | null;
  readonly b: string | null;
}

/** How often two people called something so. */
export interface CountedCell extends Cell {
  readonly people: Case['people'];
  readonly count: number;
}

/** How often things were called what. Rows are one person's Labels, columns the other's; `null` stands last. */
export interface ConfusionMatrix {
  readonly labels: readonly (string | null)[];
  /** By row, then by column. */
  readonly counts: readonly (readonly number[])[];
}

/** Counts cases and lets them go: it grows with people and Labels, not with cases. */
export interface CellCounter {
  readonly add: (cases: readonly Case[]) => void;
  readonly cells: () => readonly CountedCell[];
}

export function cellCounter(): CellCounter {
  const found = new Map<string, { -readonly [Key in keyof CountedCell]: CountedCell[Key] }>();
  return {
    add(cases) {
      for (const one of cases) {
        const cell = cellOf(one);
        const key = JSON.stringify([one.people, cell.a, cell.b]);
        const same = found.get(key);
        if (same) same.count++;
        else found.set(key, { people: one.people, ...cell, count: 1 });
      }
    },
    cells: () => [...found.values()].map((cell) => ({ ...cell })),
  };
}

/**
 * Of two people whose names are given, A's Labels are the rows. Otherwise nobody is A: each case counts in both directions, and the matrix is
 * the same when it is turned over.
 * @param labels all that there are, in the Schema's order; those that nobody used are left out
 */
export function confusionMatrix(counted: readonly CountedCell[], labels: readonly string[], people: Case['people'] | null): ConfusionMatrix {
  const cells = people === null ? counted.flatMap((one) => [one, turnedCell(one)]) : cellsTowards(counted, people);
  const used = [...labels.filter((label) => cells.some(({ a, b }) => a === label || b === label)), null];
  const place = new Map(used.map((label, index) => [label, index]));
  const counts = used.map(() => used.map(() => 0));
  for (const { a, b, count } of cells) {
    const [row, column] = [place.get(a), place.get(b)];
    const line = row === undefined ? undefined : counts[row];
    if (!line || column === undefined) throw new Error(`the labels ${String(a)} and ${String(b)} are not all among ${labels.join(', ')}`);
    line[column] = (line[column] ?? 0) + count;
  }
  return { labels: used, counts };
}

/** What is behind a number of the matrix, turned so that `a` is the row. */
export function casesOfCell(cases: readonly Case[], cell: Cell, people: Case['people'] | null): readonly Case[] {
  if (people !== null) return casesTowards(cases, people).filter((one) => isIn(one, cell));
  return cases.flatMap((one) => [one, turned(one)].find((way) => isIn(way, cell)) ?? []);
}

const cellOf = ({ a, b }: Case): Cell => ({ a: a?.label ?? null, b: b?.label ?? null });
const isIn = (one: Case, { a, b }: Cell): boolean => cellOf(one).a === a && cellOf(one).b === b;

const otherWay: Readonly<Partial<Record<Case['verdict'], Case['verdict']>>> = { 'only-a': 'only-b', 'only-b': 'only-a' };
const turned = ({ article, people: [one, two], a, b, verdict }: Case): Case =>
  ({ article, people: [two, one], a: b, b: a, verdict: otherWay[verdict] ?? verdict });
const turnedCell = ({ people: [one, two], a, b, count }: CountedCell): CountedCell => ({ people: [two, one], a: b, b: a, count });

const isTowards = ({ people }: { readonly people: Case['people'] }, [one, two]: Case['people']): boolean => people[0] === one && people[1] === two;

/** Cases of these two people alone, the first of them as A. */
export const casesTowards = (cases: readonly Case[], people: Case['people']): readonly Case[] =>
  cases.flatMap((each) => [each, turned(each)].find((way) => isTowards(way, people)) ?? []);
const cellsTowards = (cells: readonly CountedCell[], people: Case['people']): readonly CountedCell[] =>
  cells.flatMap((each) => [each, turnedCell(each)].find((way) => isTowards(way, people)) ?? []);
