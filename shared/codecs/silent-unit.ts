import { fail, ok, type Place, problem, type Result } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Findings } from './findings.ts';
import { type OffsetUnit, spanIn, unitMap } from './offset-unit.ts';
import { judgeUnits, type UnitCase, unitsAgree } from './unit-judgement.ts';
import { unitQuestion } from './unit-question.ts';

/** Places of one text of which no words say what they count. */
export interface SilentCase extends UnitCase {
  readonly place: Place;
}

/** What programs count that speak of text: the first is what most formats say themselves, the others are what their users' programs write. */
export const textUnits = ['code-point', 'utf-16', 'grapheme'] as const satisfies readonly OffsetUnit[];

/**
 * What offsets without words count in a format that says itself what it counts, the first of `units`: what whoever was asked says, or what
 * the edges of words prove. Whatever is not simply what the format says is told. `null` when nobody can say.
 */
export function silentUnit<Unit extends OffsetUnit>(
  cases: readonly SilentCase[], units: readonly [Unit, ...(readonly Unit[])], answer: OffsetUnit | undefined, found: Findings,
): Unit | null {
  const [standard] = units;
  const told = units.find((unit) => unit === answer) ?? null;
  const judgement = judgeUnits(cases, units, standard);
  const judged = units.find((unit) => unit === judgement.unit) ?? standard;
  const isAsTheFormatSays = judgement.verdict === 'clear' && judged === standard && (told ?? judged) === standard;
  if (judgement.verdict === 'same' || isAsTheFormatSays) return told ?? judged;
  const first = cases.find((one) => !unitsAgree(one, units));
  found.add(unitQuestion(judgement, { file: first?.place.file ?? '' }, told));
  return told ?? (judgement.verdict === 'unclear' ? null : judged);
}

/** The Span that two offsets without words mean; a Problem where the text has no such place, or where it depends on a unit that nobody can say. */
export function silentSpan(text: string, unit: OffsetUnit | null, units: readonly OffsetUnit[]): (start: number, end: number) => Result<Span> {
  const maps = (unit === null ? units : [unit]).map((one) => unitMap(text, one));
  return (start, end) => {
    const [first = null, ...others] = maps.map((map) => spanIn(map, start, end));
    if (others.some((one) => one?.start !== first?.start || one?.end !== first?.end)) return fail(problem('region-unit-unknown', {}, { start, end }));
    return first ? ok(first) : fail(problem('span-outside-text', {}, { start, end, length: maps[0]?.length ?? 0 }));
  };
}
