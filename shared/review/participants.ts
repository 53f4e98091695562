import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Annotator } from '../model/annotator.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { isSecondTime } from '../model/second-time.ts';
import { answersTo, isIn, isWithdrawn, type Work, worksOn } from './work.ts';

/** Whose work on an Article can be settled. */
export interface Participants {
  /** Handed in, or called done by whoever was asked by nobody. */
  readonly ready: readonly AnnotationSet[];
  /** Begun, not handed in. */
  readonly unfinished: readonly AnnotationSet[];
  /** Of whoever settled it: what several of them settled can be settled between them. */
  readonly golds: readonly AnnotationSet[];
  /** What machines propose: compared like people's work when somebody wants it. */
  readonly suggestions: readonly AnnotationSet[];
  /** How far everybody is. */
  readonly works: readonly Work[];
  /** Names of those who were given the Article and have nothing here. */
  readonly awaited: readonly string[];
}

export function participantsIn(sets: readonly AnnotationSet[], events: readonly ReviewEvent[], annotators: readonly Annotator[]): Participants {
  const works = worksOn({ events, sets, annotators, answersTo: answersTo(events) });
  const workOf = new Map(works.map((work) => [work.annotator, work] as const));
  const isReady = ({ annotator, status }: AnnotationSet): boolean => {
    const work = workOf.get(annotator);
    return work?.seal || work?.isAssigned ? isIn(work) : status === 'done';
  };
  const own = sets.filter(({ role, annotator }) => role === 'work' && !isSecondTime(annotator));
  return {
    ready: own.filter(isReady),
    unfinished: own.filter((one) => !isReady(one) && one.annotations.length > 0),
    golds: sets.filter(({ role }) => role === 'adjudicated'),
    suggestions: sets.filter(({ role, annotations }) => role === 'suggestion' && annotations.length > 0),
    works,
    awaited: works.filter((work) => work.isAssigned && !isWithdrawn(work) && !work.set).map(({ name }) => name),
  };
}

/** All that can be compared by whoever settles: their own gold set is what is written. */
export const comparable = ({ ready, unfinished, golds, suggestions }: Participants, by: AnnotatorId): readonly AnnotationSet[] =>
  [...ready, ...unfinished, ...suggestions, ...golds.filter(({ annotator }) => annotator !== by)];

/**
 * What is compared unless the person says otherwise: all that is finished, and where that is nothing, all that was begun. What cannot be
 * known to be from whom it says (`unprovenSets`) is not among it: gold is made of it only when somebody says so.
 */
export function usualAmong({ ready, unfinished }: Participants, unproven: Pick<ReadonlyMap<SetId, unknown>, 'has'> = new Map()): readonly SetId[] {
  return (ready.length > 0 ? ready : unfinished).map(({ id }) => id).filter((id) => !unproven.has(id));
}
