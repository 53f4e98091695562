import { pairsIn, ratio, type Tally } from './tally.ts';

/** A table of what two people said of the same things, in shares. */
interface Shares {
  readonly total: number;
  /** Of things on which both said the same. */
  readonly agreeing: number;
  readonly first: ReadonlyMap<string, number>;
  readonly second: ReadonlyMap<string, number>;
}

function sharesOf(tally: Tally): Shares | null {
  let [total, same] = [0, 0];
  const [first, second] = [new Map<string, number>(), new Map<string, number>()];
  for (const [a, b, count] of pairsIn(tally)) {
    total += count;
    if (a === b) same += count;
    first.set(a, (first.get(a) ?? 0) + count);
    second.set(b, (second.get(b) ?? 0) + count);
  }
  if (total === 0) return null;
  const share = (counts: Shares['first']): Shares['first'] => new Map([...counts].map(([key, count]) => [key, count / total]));
  return { total, agreeing: same / total, first: share(first), second: share(second) };
}

const categories = ({ first, second }: Shares): readonly string[] => [...new Set([...first.keys(), ...second.keys()])];
const mean = ({ first, second }: Shares, category: string): number => ((first.get(category) ?? 0) + (second.get(category) ?? 0)) / 2;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const corrected = (agreeing: number, chance: number): number | null => ratio(agreeing - chance, 1 - chance);

/** Share of things on which two people said the same. */
export const rawAgreement = (table: Tally): number | null => sharesOf(table)?.agreeing ?? null;

/** Cohen 1960: chance from what each of the two says how often. `null` where both always say the same one thing. */
export function cohenKappa(table: Tally): number | null {
  const shares = sharesOf(table);
  return shares && corrected(shares.agreeing, sum(categories(shares).map((one) => (shares.first.get(one) ?? 0) * (shares.second.get(one) ?? 0))));
}

/** Scott 1955: chance from what the two say together. */
export function scottPi(table: Tally): number | null {
  const shares = sharesOf(table);
  return shares && corrected(shares.agreeing, sum(categories(shares).map((one) => mean(shares, one) ** 2)));
}

/**
 * Gwet 2008: chance that hardly moves when one category is rare.
 * @param known categories that could be said; those that were, if not given
 */
export function gwetAc1(table: Tally, known?: number): number | null {
  const shares = sharesOf(table);
  if (!shares) return null;
  const number = known ?? categories(shares).length;
  if (number < 2) return null;
  return corrected(shares.agreeing, sum(categories(shares).map((one) => mean(shares, one) * (1 - mean(shares, one)))) / (number - 1));
}
