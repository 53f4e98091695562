import { type Piece } from '../compare/marked.ts';
import { type Continuum, joinedPieces, labelsOf } from './continuum.ts';
import { Counts, countOf, oneMinus, type Tally } from './tally.ts';

/**
 * Krippendorff's α_U of 1995 and 2004. Chance is drawn within each text, and texts weigh as the square of their length: so observed and
 * expected disagreement can be added up. Pieces of one Label and person that overlap are one unit. With more than two people its authors
 * prefer the u-alpha family.
 */
export function alphaUCounts(text: Continuum, label: string | null): Tally {
  const counts = new Counts();
  for (const one of label === null ? labelsOf(text) : [label]) {
    const { observed, expected, units } = unitizing(text, one);
    counts.add('observed', observed * text.length ** 2).add('expected', expected * text.length ** 2).add('n', units);
  }
  return counts;
}

export const alphaU = (counts: Tally): number | null => oneMinus(countOf(counts, 'observed'), countOf(counts, 'expected'));

export interface Unitizing {
  /** D_o and D_e of Krippendorff 1995. */
  readonly observed: number;
  readonly expected: number;
  readonly units: number;
}

export function unitizing({ length, voices }: Continuum, label: string): Unitizing {
  const units = voices.map(({ marked }) => joinedPieces(marked, label));
  const gaps = units.map((own) => gapsBetween(own, length));
  const people = voices.length;
  const number = units.reduce((sum, own) => sum + own.length, 0);
  let observed = 0;
  units.forEach((own, i) => units.forEach((theirs, j) => {
    if (i !== j) for (const unit of own) observed += distanceTo(unit, theirs, gaps[j] ?? []);
  }));
  let [ways, chances] = [0, people * length * (people * length - 1)];
  for (const unit of units.flat()) {
    const size = lengthOf(unit);
    ways += ((number - 1) / 3) * (2 * size ** 3 - 3 * size ** 2 + size);
    for (const gap of gaps.flat()) if (lengthOf(gap) >= size) ways += size ** 2 * (lengthOf(gap) - size + 1);
    chances -= size * (size - 1);
  }
  const isEmpty = number === 0 || chances === 0 || people < 2;
  return {
    observed: isEmpty ? 0 : observed / (people * (people - 1) * length ** 2),
    expected: isEmpty ? 0 : ((2 / length) * ways) / chances,
    units: number,
  };
}

const lengthOf = ({ start, end }: Piece): number => end - start;

/**
 * Of one unit to what another person marked. A unit that lies in the other's gap is met twice, from both sides, as in Krippendorff's sum over
 * all ordered pairs of segments; so is every pair of units that overlap.
 */
function distanceTo(unit: Piece, theirs: readonly Piece[], gaps: readonly Piece[]): number {
  let sum = 0;
  for (const { start, end } of theirs) {
    if (Math.min(end, unit.end) > Math.max(start, unit.start)) sum += (unit.start - start) ** 2 + (unit.end - end) ** 2;
  }
  for (const { start, end } of gaps) if (unit.start >= start && unit.end <= end) sum += 2 * lengthOf(unit) ** 2;
  return sum;
}

function gapsBetween(units: readonly Piece[], length: number): readonly Piece[] {
  const gaps: Piece[] = [];
  let place = 0;
  for (const { start, end } of units) {
    if (start > place) gaps.push({ start: place, end: start });
    place = end;
  }
  if (length > place) gaps.push({ start: place, end: length });
  return gaps;
}
