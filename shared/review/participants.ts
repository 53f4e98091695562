import { type AnnotationSet } from '../model/annotation-set.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';

/** Whose work on an Article can be settled. */
export interface Participants {
  /** Handed in or called done. */
  readonly ready: readonly AnnotationSet[];
  /** Begun, not handed in. */
  readonly unfinished: readonly AnnotationSet[];
  /** Who was given the Article and has nothing here. */
  readonly awaited: readonly AnnotatorId[];
}

/** Handed in and not taken up again since. The order of what one person says of a set is that of its times. */
function isHandedIn(set: SetId, events: readonly ReviewEvent[]): boolean {
  const said = events.filter((one) => (one.kind === 'submitted' || one.kind === 'reopened' || one.kind === 'returned') && one.set === set);
  return said.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)).at(-1)?.kind === 'submitted';
}

export function participantsIn(sets: readonly AnnotationSet[], events: readonly ReviewEvent[]): Participants {
  const works = sets.filter(({ role }) => role === 'work');
  const ready = works.filter(({ id, status }) => status === 'done' || isHandedIn(id, events));
  const unfinished = works.filter((one) => !ready.includes(one) && one.annotations.length > 0);
  const here = new Set([...ready, ...unfinished].map(({ annotator }) => annotator));
  const given = events.flatMap((one) => (one.kind === 'assigned' ? [one.annotator] : []));
  const gone = new Set(events.flatMap((one) => (one.kind === 'declined' || one.kind === 'skipped' || one.kind === 'abandoned' ? [one.annotator] : [])));
  return { ready, unfinished, awaited: [...new Set(given)].filter((one) => !here.has(one) && !gone.has(one)) };
}

/** What is compared unless the person says otherwise: all that is finished, and where that is no choice, all that was begun. */
export function usualAmong({ ready, unfinished }: Participants): readonly SetId[] {
  return (ready.length > 0 ? ready : unfinished).map(({ id }) => id);
}
