import { workOf } from '../compare/marked.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { isSecondTime } from '../model/second-time.ts';
import { keyOfSet } from './compared-article.ts';
import { continuum, type Continuum } from './continuum.ts';
import { iouCounts } from './iou-f1.ts';
import { defaultParameters } from './metric.ts';
import { overlapCounts } from './overlap-f1.ts';
import { diceOf, strictTally } from './span-f1.ts';
import { pooled, type Tally } from './tally.ts';

/** Everybody beside everybody, each once. */
function pairsOf(sets: readonly AnnotationSet[]): readonly Continuum[] {
  const voices = sets.map((set) => ({ annotator: keyOfSet(set), ...workOf(set, []) }));
  return voices.flatMap((one, index) => voices.slice(index + 1).map((two) => continuum('', 0, [one, two])));
}

const overPairs = (pairs: readonly Continuum[], count: (pair: Continuum) => Tally): number | null => (pairs.length === 0 ? null : diceOf(pooled(pairs.map(count))));

/**
 * How far those who worked on one Article agree: F1 of labels that cover much the same (IoU F1 with the usual threshold), the counts of all
 * pairs of people added up. `null` where fewer than two worked on it, or nobody marked anything. Suggestions and settled sets are no work, and
 * nobody is compared with their own second marking.
 */
export const articleAgreement = (sets: readonly AnnotationSet[]): number | null =>
  overPairs(pairsOf(sets.filter(({ role, annotator }) => role === 'work' && !isSecondTime(annotator))), (pair) => iouCounts(pair, null, defaultParameters.threshold));

/** The headline numbers of just these sets of one Article. */
export function articleScores(sets: readonly AnnotationSet[]): { readonly strict: number | null; readonly overlap: number | null } {
  const pairs = pairsOf(sets);
  return { strict: overPairs(pairs, (pair) => strictTally(pair, null)), overlap: overPairs(pairs, (pair) => overlapCounts(pair, null)) };
}
