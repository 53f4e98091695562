import { type Alignment, type Pair } from '../compare/align.ts';
import { endOf, type Marked, startOf } from '../compare/marked.ts';
import { type Continuum, labelsOf, onlyLabel, twoVoices } from './continuum.ts';
import { spanAlignment } from './span-alignment.ts';
import { Counts, countOf, oneMinus, ratio, type Tally } from './tally.ts';

/** How B's borders lie to A's, over pairs of one Label; in units, means `null` without pairs. Signed: greater than 0 where B's are later. */
export interface BoundaryOffsets {
  readonly n: number;
  readonly meanStart: number | null;
  readonly meanEnd: number | null;
  readonly meanAbsStart: number | null;
  readonly meanAbsEnd: number | null;
  /** Part of the pairs with the very same border. */
  readonly exactStart: number | null;
  readonly exactEnd: number | null;
}

export type Side = 'start' | 'end';

const borderOf: Readonly<Record<Side, (marked: Marked) => number>> = { start: startOf, end: endOf };
const offset = ({ a, b }: Pair, side: Side): number => borderOf[side](b) - borderOf[side](a);
const ofOneLabel = ({ pairs }: Pick<Alignment, 'pairs'>): readonly Pair[] => pairs.filter(({ a, b }) => a.label === b.label);

export function boundaryOffsets(alignment: Pick<Alignment, 'pairs'>): BoundaryOffsets {
  const pairs = ofOneLabel(alignment);
  const mean = (of: (pair: Pair) => number): number | null => ratio(pairs.reduce((sum, pair) => sum + of(pair), 0), pairs.length);
  return {
    n: pairs.length,
    meanStart: mean((pair) => offset(pair, 'start')),
    meanEnd: mean((pair) => offset(pair, 'end')),
    meanAbsStart: mean((pair) => Math.abs(offset(pair, 'start'))),
    meanAbsEnd: mean((pair) => Math.abs(offset(pair, 'end'))),
    exactStart: mean((pair) => Number(offset(pair, 'start') === 0)),
    exactEnd: mean((pair) => Number(offset(pair, 'end') === 0)),
  };
}

/** How far borders of one side lie apart, summed over pairs of one Label. */
export function offsetCounts(text: Continuum, label: string | null, side: Side): Tally {
  const pairs = ofOneLabel(spanAlignment(text, label));
  return new Counts([['distance', pairs.reduce((sum, pair) => sum + Math.abs(offset(pair, side)), 0)], ['pairs', pairs.length], ['n', pairs.length]]);
}

export const meanOffset = (counts: Tally): number | null => ratio(countOf(counts, 'distance'), countOf(counts, 'pairs'));

/** Edits that lead from one person's borders to the other's. */
export interface BoundaryEdits {
  readonly matches: number;
  readonly nearMisses: number;
  readonly additions: number;
  /** Of the near misses, each by its distance over the window. */
  readonly weight: number;
}

/**
 * Borders by Label and side, as Fournier 2013 compares them: equal ones match; then the nearest ones, from the left, that are less than `window`
 * apart are near misses; what is left was added. Several borders at one place are so many.
 */
export function boundaryEdits(whole: Continuum, label: string | null, window: number): BoundaryEdits {
  const text = onlyLabel(whole, label);
  const [a, b] = twoVoices(text);
  const sum = { matches: 0, nearMisses: 0, additions: 0, weight: 0 };
  for (const one of labelsOf(text)) {
    for (const side of ['start', 'end'] as const) {
      const borders = (marked: readonly Marked[]): readonly number[] => marked.filter((mark) => mark.label === one).map(borderOf[side]);
      const edits = editsBetween(borders(a.marked), borders(b.marked), window);
      sum.matches += edits.matches;
      sum.nearMisses += edits.nearMisses;
      sum.additions += edits.additions;
      sum.weight += edits.weight;
    }
  }
  return sum;
}

function editsBetween(a: readonly number[], b: readonly number[], window: number): BoundaryEdits {
  const near = a.flatMap((one, i) => b.map((two, j) => ({ i, j, apart: Math.abs(one - two), first: Math.min(one, two) })))
    .filter(({ apart }) => apart < window)
    .sort((one, two) => one.apart - two.apart || one.first - two.first);
  const [usedA, usedB] = [new Set<number>(), new Set<number>()];
  let [matches, nearMisses, weight] = [0, 0, 0];
  for (const { i, j, apart } of near) {
    if (usedA.has(i) || usedB.has(j)) continue;
    usedA.add(i);
    usedB.add(j);
    if (apart === 0) matches++;
    else nearMisses++;
    weight += apart / window;
  }
  return { matches, nearMisses, weight, additions: a.length + b.length - usedA.size - usedB.size };
}

export const editCounts = ({ matches, nearMisses, additions, weight }: BoundaryEdits): Tally =>
  new Counts([['edits', additions + weight], ['borders', additions + nearMisses + matches], ['n', additions + nearMisses + matches]]);

/** B: 1 − edits / borders; `null` where there is no border. */
export const boundarySimilarity = (counts: Tally): number | null => oneMinus(countOf(counts, 'edits'), countOf(counts, 'borders'));
