import { sharedLength } from '../compare/marked.ts';
import { type Continuum, joinedPieces, labelsOf, type Stretch } from './continuum.ts';
import { type Pattern, patterns } from './patterns.ts';
import { Counts, countOf, oneMinus, pairsIn, ratio, type Tally, together } from './tally.ts';

/**
 * Counts of the u-alpha family (Krippendorff, Mathet, Bouvry and Widlöcher 2016): coincidences of Labels and gaps by length, and for each value
 * what cannot coincide by chance. Pieces of one Label and person that overlap are one unit.
 * @param label only this one, against everything else; `null` for all Labels together
 * @returns `null` where somebody's units of different Labels overlap: a place can have one value only
 */
export function uAlphaCounts(text: Continuum, label: string | null): Tally | null {
  const counted = known.get(text) ?? new Map<string | null, Tally | null>();
  known.set(text, counted);
  const found = counted.get(label);
  if (found !== undefined) return found;
  const counts = countIn(text, label);
  counted.set(label, counts);
  return counts;
}

/** All measures of the family, and each Label of one of them, ask for the same counts. */
const known = new WeakMap<Continuum, Map<string | null, Tally | null>>();

function countIn(text: Continuum, label: string | null): Tally | null {
  const { length, voices } = text;
  const labels = label === null ? labelsOf(text) : [label];
  const units = voices.map(({ marked }) => labels.flatMap((one) => joinedPieces(marked, one).map((piece): Stretch => ({ ...piece, label: one })))
    .sort((a, b) => a.start - b.start || a.end - b.end));
  if (units.some(overlap)) return null;
  const counts = coincidences(patterns(text, label));
  counts.set('n', units.flat().length);
  units.forEach((own, i) => {
    const marked = own.reduce((sum, { start, end }) => sum + end - start, 0);
    counts.add(lambda(gap), length - marked);
    for (const unit of own) {
      counts.add(lambda(unit.label), (unit.end - unit.start) ** 2);
      units.forEach((theirs, j) => {
        if (i !== j) counts.add(meeting(unit.label), sharedLength([unit], theirs) ** 2 / (voices.length - 1));
      });
    }
  });
  return counts;
}

/** Every pair of values that a place was given, weighted so that each value counts once. */
function coincidences(items: Iterable<Pattern>): Counts {
  const counts = new Counts();
  for (const { values, count } of items) {
    values.forEach((one, i) => values.forEach((two, j) => {
      if (i !== j) counts.add(together(one, two), count / (values.length - 1));
    }));
  }
  return counts;
}

const overlap = (units: readonly Stretch[]): boolean => units.some(({ start }, place) => place > 0 && start < (units[place - 1]?.end ?? 0));

/** The value of a place that nobody marked. */
const gap = '';
const [lambdaName, meetingName] = ['lambda ', 'meeting '];
const lambda = (value: string): string => lambdaName + value;
const meeting = (label: string): string => meetingName + label;

/** A square table of coincidences, by value, with its margins. */
interface Square {
  readonly values: readonly string[];
  readonly at: (one: string, two: string) => number;
  readonly margin: (value: string) => number;
  readonly total: number;
}

function square(values: readonly string[], at: Square['at']): Square {
  const margins = new Map(values.map((one) => [one, values.reduce((sum, two) => sum + at(one, two), 0)]));
  return { values, at, margin: (value) => margins.get(value) ?? 0, total: [...margins.values()].reduce((sum, one) => sum + one, 0) };
}

const trace = ({ values, at }: Square): number => values.reduce((sum, value) => sum + at(value, value), 0);

function observedIn(counts: Tally): Square {
  const cells = new Map<string, Map<string, number>>();
  for (const [one, two, count] of pairsIn(counts)) {
    const row = cells.get(one) ?? new Map<string, number>();
    cells.set(one, row);
    row.set(two, count);
  }
  return square([...cells.keys()].sort(), (one, two) => cells.get(one)?.get(two) ?? 0);
}

function expectedFrom(observed: Square, counts: Tally): Square {
  const { total, margin, values } = observed;
  const fixed = values.reduce((sum, value) => sum + countOf(counts, lambda(value)), 0);
  const denominator = total ** 2 - fixed;
  return square(values, (one, two) =>
    denominator === 0 ? 0 : (total * (margin(one) * margin(two) - (one === two ? countOf(counts, lambda(one)) : 0))) / denominator);
}

/** What both marked: the same table without gaps. */
const withoutGaps = ({ values, at }: Square): Square => square(values.filter((value) => value !== gap), at);

function expectedOfLabels(observed: Square, counts: Tally): Square {
  const { total, margin, values } = observed;
  const fixed = values.reduce((sum, value) => sum + countOf(counts, meeting(value)), 0);
  const denominator = total === 0 ? 0 : total - fixed / total;
  return square(values, (one, two) =>
    denominator === 0 ? 0 : (margin(one) * margin(two) - (one === two ? countOf(counts, meeting(one)) : 0)) / denominator);
}

/** _uα: Labels and gaps, all that was unitized. */
export function uAlpha(counts: Tally): number | null {
  const observed = observedIn(counts);
  const expected = expectedFrom(observed, counts);
  return oneMinus(observed.total - trace(observed), observed.total - trace(expected), observed.total);
}

/** _|uα: marked or not, whatever the Label. */
export function markedAlpha(counts: Tally): number | null {
  const observed = observedIn(counts);
  const expected = expectedFrom(observed, counts);
  return oneMinus(observed.margin(gap) - observed.at(gap, gap), expected.margin(gap) - expected.at(gap, gap), observed.total);
}

/** _cuα: Labels, only where both marked; `null` with one Label. */
export function labelAlpha(counts: Tally): number | null {
  const observed = withoutGaps(observedIn(counts));
  const expected = expectedOfLabels(observed, counts);
  return observed.values.length < 2 ? null : oneMinus(observed.total - trace(observed), observed.total - trace(expected), observed.total);
}

/** Part of the text, over all pairs of people, that _cuα rests on. */
export function labelCoverage(counts: Tally): number | null {
  const observed = observedIn(counts);
  return ratio(withoutGaps(observed).total, observed.total);
}

/** _(k)uα: one Label against the others, only where both marked. */
export function oneLabelAlpha(counts: Tally, label: string): number | null {
  const observed = withoutGaps(observedIn(counts));
  if (observed.values.length < 2 || observed.margin(label) === 0) return null;
  const expected = expectedOfLabels(observed, counts);
  const [margin, chance] = [observed.margin(label), expected.margin(label)];
  return oneMinus((chance / margin) * (margin - observed.at(label, label)), chance - expected.at(label, label), observed.total);
}
