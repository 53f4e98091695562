import { type Place, problem, type Problem } from '../result.ts';
import { isJsonObject, parseJson } from './json.ts';
import { type OffsetUnit } from './offset-unit.ts';
import { type UnitJudgement, type UnitScore } from './unit-judgement.ts';

export const unitProblem = 'offset-unit-unclear';

/**
 * What a file's offsets count, and why. A warning that says what was chosen: by the text itself, or by whoever was asked (`told`). An error
 * where nothing could be chosen. `unitScoresOf` gets the samples out of it again.
 */
export function unitQuestion({ verdict, unit, scores }: UnitJudgement, place: Place, told: OffsetUnit | null = null): Problem {
  const percent = Object.fromEntries(scores.map((one) => [one.unit.replace('-', '_'), Math.round(one.score * 100)]));
  const decided = told !== null ? 'told' : verdict === 'unclear' ? 'no' : 'yes';
  const chosen = told ?? unit;
  const values = {
    decided, unit: chosen, unit_name: chosen.replace('-', '_'), grapheme: 'none', ...percent, scores: JSON.stringify(scores),
  };
  return problem('offset-unit-unclear', place, values, decided === 'no' ? 'error' : 'warning');
}

/** The scores and samples of such a Problem, for the screen that asks; none for any other Problem. */
export function unitScoresOf({ code, values }: Problem): readonly UnitScore[] {
  if (code !== unitProblem) return [];
  const scores = parseJson(String(values['scores']));
  return Array.isArray(scores) && scores.every(isJsonObject) ? (scores as unknown as readonly UnitScore[]) : [];
}
