/**
 * What was counted in one text, by name. Tallies of several texts are added up, and the value is made of the sum: numbers are pooled,
 * never averaged. `n` (how many things were looked at) and `approached` are told beside the value, which is not made of them.
 */
export type Tally = ReadonlyMap<string, number>;

export class Counts extends Map<string, number> {
  add(name: string, amount: number): this {
    return this.set(name, (this.get(name) ?? 0) + amount);
  }
}

export const countOf = (tally: Tally, name: string): number => tally.get(name) ?? 0;

export function pooled(tallies: Iterable<Tally>): Tally {
  const sum = new Counts();
  for (const tally of tallies) for (const [name, amount] of tally) sum.add(name, amount);
  return sum;
}

/** `null` for nothing out of nothing, and where what is divided by is only what floating point left over. */
export const ratio = (numerator: number, denominator: number, scale = 1): number | null =>
  Math.abs(denominator) <= 1e-12 * Math.abs(scale) ? null : numerator / denominator;

/** 1 − observed / expected; `null` where nothing could differ. */
export function oneMinus(observed: number, expected: number, scale = 1): number | null {
  const part = ratio(observed, expected, scale);
  return part === null ? null : 1 - part;
}

/** A name for what two categories have together. Labels and values hold no TAB. */
export const together = (one: string, two: string): string => `${one}\t${two}`;

/** Names that `together` made, read back; `n` and other names are passed over. */
export function* pairsIn(tally: Tally): Generator<readonly [one: string, two: string, count: number]> {
  for (const [name, count] of tally) {
    const tab = name.indexOf('\t');
    if (tab >= 0) yield [name.slice(0, tab), name.slice(tab + 1), count];
  }
}
