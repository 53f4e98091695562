import { type InContext, inContext } from '../text/in-context.ts';
import { type Span } from '../text/offsets.ts';
import { tokens } from '../text/segment.ts';
import { type OffsetUnit, offsetUnits, spanIn, unitMap } from './offset-unit.ts';

/** A text with offsets of which nobody says what they count. */
export interface UnitCase {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** What one pair of offsets would mark; all three parts are empty where the text has no such place. */
export type UnitSample = InContext;

/** How well the offsets fit the text when they count this unit. */
export interface UnitScore {
  readonly unit: OffsetUnit;
  /** Share of edges that lie where a token begins or ends, from 0 to 1, over the spans that the units see differently. */
  readonly score: number;
  /** The same spans for every unit, up to three. */
  readonly samples: readonly UnitSample[];
}

export interface UnitJudgement {
  /** `same`: the units that occur agree everywhere. `clear`: one fits far better. `unclear`: somebody must be asked. */
  readonly verdict: 'same' | 'clear' | 'unclear';
  /** The one that fits best; of those that fit equally well, the one that was given first. */
  readonly unit: OffsetUnit;
  /** In the order in which the units were given. */
  readonly scores: readonly UnitScore[];
}

const maximumSamples = 3;
/** UTF-16 code units on either side of a sample. */
const sampleContext = 24;
const leastScore = 0.75;
const leastScoreOfStandard = 0.5;
const leastLead = 0.25;

/** Do all units see the same Spans? Then it does not matter which one is meant. */
export const unitsAgree = (one: UnitCase, units: readonly OffsetUnit[] = offsetUnits): boolean => readings(one, units).length === 0;

/**
 * Scores the units that a format admits by token edges: people mark whole words, so the unit that was meant hits the edges of words. The
 * one that a format says it counts (`standard`) need only hit half of them, and no fewer than any other.
 */
export function judgeUnits(cases: readonly UnitCase[], units: readonly OffsetUnit[] = offsetUnits, standard: OffsetUnit | null = null): UnitJudgement {
  const tallies = units.map((unit) => ({ unit, hits: 0, samples: [] as UnitSample[] }));
  const same = new Set(units.flatMap((one) => units.map((other) => `${one} ${other}`)));
  let edges = 0;
  for (const one of cases) {
    const seen = readings(one, units);
    if (seen.length === 0) continue;
    const words = tokens(one.text);
    const starts = new Set<number>(words.map(({ start }) => start));
    const ends = new Set<number>(words.map(({ end }) => end));
    edges += 2 * seen.length;
    for (const reading of seen) {
      for (const tally of tallies) {
        const span = reading.get(tally.unit) ?? null;
        if (span) tally.hits += Number(starts.has(span.start)) + Number(ends.has(span.end));
        if (tally.samples.length < maximumSamples) tally.samples.push(sampleOf(one.text, span));
        for (const [other, there] of reading) if (!sameSpan(span, there)) same.delete(`${tally.unit} ${other}`);
      }
    }
  }
  const scores = tallies.map(({ unit, hits, samples }) => ({ unit, score: edges === 0 ? 1 : hits / edges, samples }));
  return judged(scores, standard, (one, other) => same.has(`${one} ${other}`));
}

function judged(scores: readonly UnitScore[], standard: OffsetUnit | null, agree: (one: OffsetUnit, other: OffsetUnit) => boolean): UnitJudgement {
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const rivals = scores.filter(({ unit }) => !agree(best.unit, unit));
  const lead = best.score - Math.max(0, ...rivals.map(({ score }) => score));
  const isBelieved = best.unit === standard && best.score >= leastScoreOfStandard;
  const verdict = rivals.length === 0 ? 'same' : isBelieved || (best.score >= leastScore && lead >= leastLead) ? 'clear' : 'unclear';
  return { verdict, unit: best.unit, scores };
}

type Reading = ReadonlyMap<OffsetUnit, Span | null>;

/** The spans that the units see differently; those that lie outside the text in every unit are not among them. */
function readings({ text, spans }: UnitCase, units: readonly OffsetUnit[]): readonly Reading[] {
  const maps = units.map((unit) => [unit, unitMap(text, unit)] as const);
  if (maps.every(([, { length }]) => length === text.length)) return [];
  return spans
    .map(({ start, end }): Reading => new Map(maps.map(([unit, map]) => [unit, spanIn(map, start, end)])))
    .filter((reading) => {
      const [first, ...others] = reading.values();
      return others.some((other) => !sameSpan(first ?? null, other));
    });
}

const sameSpan = (a: Span | null, b: Span | null): boolean => a?.start === b?.start && a?.end === b?.end;

const sampleOf = (text: string, span: Span | null): UnitSample =>
  span ? inContext(text, span, sampleContext) : { before: '', marked: '', after: '' };
