import { type Piece } from '../compare/marked.ts';
import { byPlace, type Continuum, onlyLabel, type Stretch, stretchesOf } from './continuum.ts';
import { bestAlignment, type GammaWeights, meanUnits } from './gamma-alignment.ts';
import { type Parameters } from './metric.ts';
import { type Draw, draws, seedFor, wholeBelow } from './random.ts';
import { Counts, countOf, oneMinus, ratio, type Tally } from './tally.ts';

type Voices = readonly (readonly Stretch[])[];

/**
 * Cost of the best alignment of a text and what it would cost by chance, both not yet divided by the units, so that texts can be added up:
 * γ of several texts is 1 − Σ cost / Σ chance. Every piece of an interrupted quote is a unit. It pauses after each text that it draws.
 */
export function* gammaCounts(text: Continuum, label: string | null, parameters: Parameters): Generator<undefined, Tally, undefined> {
  const voices = onlyLabel(text, label).voices.map(stretchesOf).sort(byContent);
  const units = voices.flat().length;
  if (units === 0) return new Counts();
  const observed = bestAlignment(voices, parameters);
  yield;
  const draw = draws(seedFor(parameters.seed, `${text.article} ${label ?? ''}`));
  const disorders: number[] = [];
  let approached = Number(!observed.isExact);
  for (let sample = 0; sample < parameters.samples; sample++) {
    const drawn = chanceVoices(voices, text.length, draw);
    const aligned = bestAlignment(drawn, parameters);
    disorders.push(aligned.cost / meanUnits(drawn));
    approached += Number(!aligned.isExact);
    yield;
  }
  const mean = disorders.reduce((sum, one) => sum + one, 0) / disorders.length;
  const spread = disorders.length < 2 ? NaN : disorders.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (disorders.length - 1);
  return new Counts([
    ['observed', observed.cost], ['expected', mean * meanUnits(voices)], ['variance', (spread / disorders.length) * meanUnits(voices) ** 2], ['n', units], ['approached', approached],
  ]);
}

/** γ; below 0 where people agree less than chance would, and not clamped. */
export const gamma = (counts: Tally): number | null => oneMinus(countOf(counts, 'observed'), countOf(counts, 'expected'));

/** How near it is known what chance brings: half of its 95 % interval over draws, as a part of it. `null` of one draw. */
export function chancePrecision(counts: Tally): number | null {
  const variance = countOf(counts, 'variance');
  return Number.isNaN(variance) ? null : ratio(1.96 * Math.sqrt(variance), countOf(counts, 'expected'));
}

/** Who is called what must not change what is drawn. */
const byContent = (a: readonly Stretch[], b: readonly Stretch[]): number => a.length - b.length || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Disorder of the best alignment. `null` without units. */
export const disorderOf = (voices: Voices, weights: GammaWeights): number | null =>
  voices.every(({ length }) => length === 0) ? null : bestAlignment(voices, weights).cost / meanUnits(voices);

/**
 * People who mark as the real ones do, in other places: for each, somebody's units, all moved by one distance, those behind the end at the
 * beginning again. The distances of two people are at least half a mean unit apart while there is room (Mathet and others 2015, section 5.2).
 */
function chanceVoices(voices: Voices, length: number, draw: Draw): Voices {
  const least = leastApart(voices);
  for (;;) {
    const pivots: number[] = [];
    const drawn = voices.map(() => {
      const free = Array.from({ length }, (_, place) => place).filter((place) => pivots.every((other) => isApart(place, other, least, length)));
      const pivot = free.length > 0 ? (free[wholeBelow(draw, free.length)] ?? 0) : wholeBelow(draw, length);
      pivots.push(pivot);
      return moved(voices[wholeBelow(draw, voices.length)] ?? [], pivot, length);
    });
    if (drawn.some((units) => units.length > 0)) return drawn;
  }
}

/** On a text bent into a ring. */
export function isApart(one: number, other: number, least: number, length: number): boolean {
  const distance = Math.abs(one - other);
  return Math.min(distance, length - distance) >= least;
}

/** Half a mean unit. */
export function leastApart(voices: Voices): number {
  const units = voices.flat();
  return units.reduce((sum, unit) => sum + lengthOf(unit), 0) / units.length / 2;
}

const lengthOf = ({ start, end }: Piece): number => end - start;

/** A unit is moved whole: it begins in the text and may end behind it. */
export const moved = (units: readonly Stretch[], by: number, length: number): readonly Stretch[] =>
  units.map(({ start, end, label }) => {
    const to = start + by >= length ? by - length : by;
    return { start: start + to, end: end + to, label };
  }).sort(byPlace);
