import { type Place, problem, type Problem } from '../../result.ts';
import { isJsonObject, parseJson } from '../json.ts';
import { type UnitJudgement, type UnitScore } from './units.ts';

export const unitProblem = 'offset-unit-unclear';

/** A warning that says what was chosen and why; an error where nothing could be. `unitScoresOf` gets the samples out of it again. */
export function unitQuestion({ verdict, unit, scores }: UnitJudgement, place: Place): Problem {
  const percent = Object.fromEntries(scores.map((one) => [one.unit.replace('-', '_'), Math.round(one.score * 100)]));
  const isClear = verdict === 'clear';
  const values = { decided: isClear ? 'yes' : 'no', unit, ...percent, scores: JSON.stringify(scores) };
  return problem('offset-unit-unclear', place, values, isClear ? 'warning' : 'error');
}

/** The scores and samples of such a Problem, for the screen that asks; none for any other Problem. */
export function unitScoresOf({ code, values }: Problem): readonly UnitScore[] {
  if (code !== unitProblem) return [];
  const scores = parseJson(String(values['scores']));
  return Array.isArray(scores) && scores.every(isJsonObject) ? (scores as unknown as readonly UnitScore[]) : [];
}
