import { isLegalOffset, type Span } from '../../text/offsets.ts';
import { tokens } from '../../text/segment.ts';
import { type OffsetUnit, offsetUnits, spanIn, unitMap } from '../offset-unit.ts';

/** A text with offsets of which nobody says what they count. */
export interface UnitCase {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** What one pair of offsets would mark; all three are empty where the text has no such place. */
export interface UnitSample {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

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
  /** The one that fits best; of those that fit equally well, UTF-16 before code points before clusters. */
  readonly unit: OffsetUnit;
  /** In the order of `offsetUnits`. */
  readonly scores: readonly UnitScore[];
}

const maximumSamples = 3;
/** UTF-16 code units on either side of a sample. */
const sampleContext = 24;
const leastScore = 0.75;
const leastLead = 0.25;

/** Do all units see the same Spans? Then it does not matter which one is meant. */
export const unitsAgree = (one: UnitCase): boolean => readings(one).length === 0;

/** Scores the three units by token edges: people mark whole words, so the unit that was meant hits the edges of words. */
export function judgeUnits(cases: readonly UnitCase[]): UnitJudgement {
  const tallies = offsetUnits.map((unit) => ({ unit, hits: 0, samples: [] as UnitSample[] }));
  const same = new Set(offsetUnits.flatMap((one) => offsetUnits.map((other) => `${one} ${other}`)));
  let edges = 0;
  for (const one of cases) {
    const seen = readings(one);
    if (seen.length === 0) continue;
    const words = tokens(one.text);
    const starts = new Set<number>(words.map(({ start }) => start));
    const ends = new Set<number>(words.map(({ end }) => end));
    edges += 2 * seen.length;
    for (const reading of seen) {
      for (const tally of tallies) {
        const span = reading[tally.unit];
        if (span) tally.hits += Number(starts.has(span.start)) + Number(ends.has(span.end));
        if (tally.samples.length < maximumSamples) tally.samples.push(sampleOf(one.text, span));
        for (const other of offsetUnits) if (!sameSpan(span, reading[other])) same.delete(`${tally.unit} ${other}`);
      }
    }
  }
  const scores = tallies.map(({ unit, hits, samples }) => ({ unit, score: edges === 0 ? 1 : hits / edges, samples }));
  return judged(scores, (one, other) => same.has(`${one} ${other}`));
}

function judged(scores: readonly UnitScore[], agree: (one: OffsetUnit, other: OffsetUnit) => boolean): UnitJudgement {
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  const rivals = scores.filter(({ unit }) => !agree(best.unit, unit));
  const lead = best.score - Math.max(0, ...rivals.map(({ score }) => score));
  const verdict = rivals.length === 0 ? 'same' : best.score >= leastScore && lead >= leastLead ? 'clear' : 'unclear';
  return { verdict, unit: best.unit, scores };
}

type Reading = Readonly<Record<OffsetUnit, Span | null>>;

/** The spans that the units see differently; those that lie outside the text in every unit are not among them. */
function readings({ text, spans }: UnitCase): readonly Reading[] {
  const maps = { 'utf-16': unitMap(text, 'utf-16'), 'code-point': unitMap(text, 'code-point'), grapheme: unitMap(text, 'grapheme') };
  if (maps['utf-16'].length === maps.grapheme.length) return [];
  return spans
    .map(({ start, end }): Reading => ({
      'utf-16': spanIn(maps['utf-16'], start, end),
      'code-point': spanIn(maps['code-point'], start, end),
      grapheme: spanIn(maps.grapheme, start, end),
    }))
    .filter((one) => !sameSpan(one['utf-16'], one['code-point']) || !sameSpan(one['utf-16'], one.grapheme));
}

const sameSpan = (a: Span | null, b: Span | null): boolean => a?.start === b?.start && a?.end === b?.end;

function sampleOf(text: string, span: Span | null): UnitSample {
  if (!span) return { before: '', marked: '', after: '' };
  const legal = (offset: number): number => (isLegalOffset(text, offset) ? offset : offset + 1);
  return {
    before: text.slice(legal(Math.max(0, span.start - sampleContext)), span.start),
    marked: text.slice(span.start, span.end),
    after: text.slice(span.end, legal(Math.min(text.length, span.end + sampleContext))),
  };
}
