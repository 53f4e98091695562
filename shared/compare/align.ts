import { candidates, type Candidate } from './candidates.ts';
import { endOf, type Marked, startOf } from './marked.ts';

export interface Pair {
  readonly a: Marked;
  readonly b: Marked;
  /** Shared units by units in either: 1 for the same bounds, never 0. */
  readonly likeness: number;
}

/** Which of two people's Annotations are the same thing. Each stands in exactly one of the three lists, which are in reading order. */
export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly onlyA: readonly Marked[];
  readonly onlyB: readonly Marked[];
}

/**
 * Pairs one to one, the best candidates first.
 * @param mayPair what must hold besides an overlap
 */
export function align(a: readonly Marked[], b: readonly Marked[], mayPair: (candidate: Candidate) => boolean = () => true): Alignment {
  const taken = new Set<Marked>();
  const pairs: Pair[] = [];
  for (const candidate of candidates([a, b])) {
    const { one, two, likeness } = candidate;
    if (taken.has(one) || taken.has(two) || !mayPair(candidate)) continue;
    taken.add(one).add(two);
    pairs.push({ a: one, b: two, likeness });
  }
  const isFree = (marked: Marked): boolean => !taken.has(marked);
  return {
    pairs: pairs.sort((one, two) => inReadingOrder(one.a, two.a) || inReadingOrder(one.b, two.b)),
    onlyA: a.filter(isFree).sort(inReadingOrder),
    onlyB: b.filter(isFree).sort(inReadingOrder),
  };
}

export const inReadingOrder = (a: Marked, b: Marked): number =>
  startOf(a) - startOf(b) || endOf(a) - endOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
