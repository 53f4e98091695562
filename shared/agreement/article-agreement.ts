import { workOf } from '../compare/marked.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { isSecondTime } from '../model/second-time.ts';
import { continuum } from './continuum.ts';
import { iouCounts } from './iou-f1.ts';
import { defaultParameters } from './metric.ts';
import { diceOf } from './span-f1.ts';
import { pooled } from './tally.ts';

/**
 * How far those who worked on one Article agree: F1 of labels that cover much the same (IoU F1 with the usual threshold), the counts of all
 * pairs of people added up. `null` where fewer than two worked on it, or nobody marked anything. Suggestions and settled sets are no work, and
 * nobody is compared with their own second marking.
 */
export function articleAgreement(sets: readonly AnnotationSet[]): number | null {
  const voices = sets.filter(({ role, annotator }) => role === 'work' && !isSecondTime(annotator)).map((set) => ({ annotator: set.annotator, ...workOf(set, []) }));
  const pairs = voices.flatMap((one, index) => voices.slice(index + 1).map((two) => [one, two] as const));
  const tallies = pairs.map(([one, two]) => iouCounts(continuum('', 0, [one, two]), null, defaultParameters.threshold));
  return tallies.length === 0 ? null : diceOf(pooled(tallies));
}
