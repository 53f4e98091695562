import { type AnnotationSet } from '../../model/annotation-set.ts';
import { hasSeen, settledSet } from './settled-set.ts';

/**
 * Of which Articles the judgements are written: `several`, of those that have more than the one set that stands for them; `all`, of every
 * Article that anybody has annotated, so that the table alone tells who has read what. Nobody's judgement stands for an Article then: only what was
 * adjudicated does.
 */
export type JudgementChoice = 'several' | 'all';

/** Which of an Article's sets stands in which table. */
export interface Placing {
  readonly settled: AnnotationSet | null;
  /** `settled` when it was read to the end: before that, a token without a mark is no token where nothing is. */
  readonly tagged: AnnotationSet | null;
  readonly judged: readonly AnnotationSet[];
  /** One of each annotator who read the Article to its end; none where fewer than two have. */
  readonly clustered: readonly AnnotationSet[];
}

export function placingOf(sets: readonly AnnotationSet[], choice: JudgementChoice): Placing {
  const settled = settledSet(choice === 'all' ? sets.filter(({ role }) => role === 'adjudicated') : sets);
  const isJudged = choice === 'all' || sets.some((one) => one !== settled);
  const judged = isJudged ? sets.filter((one) => one !== settled || one.role !== 'adjudicated') : [];
  const clustered = oneOfEach(judged.filter((one) => one.role === 'work' && hasSeen(one)));
  return { settled, tagged: settled && hasSeen(settled) ? settled : null, judged, clustered: clustered.length > 1 ? clustered : [] };
}

const oneOfEach = (sets: readonly AnnotationSet[]): readonly AnnotationSet[] => [
  ...new Map(sets.toReversed().map((one) => [one.annotator, one])).values(),
];

