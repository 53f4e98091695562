import { type AnnotatorId, type ArticleId } from '../model/id.ts';
import { type Entry } from './log.ts';

/** Milliseconds between two steps up to which somebody was at work all the time: longer ones are pauses, of which nothing counts. */
export const longestThought = 5 * 60 * 1000;

/** What of an Entry is looked at. */
export type Step = Pick<Entry, 'annotator' | 'scope' | 'wall'>;

/** Adds up as Entries of one Log come by, in their order. */
export interface ActiveTime {
  readonly add: (step: Step) => void;
  /** Milliseconds, by Article. Articles on which nothing was done in time are not there. */
  readonly byArticle: () => ReadonlyMap<ArticleId, number>;
}

/**
 * How long one person was at work, from the wall times of their own steps: what lies between two steps that follow each other within
 * `longestThought` counts, for the Article of the later one. Reading before the first step and after a pause is not seen, so it is the least that
 * it was. Where a clock was put back nothing counts.
 */
export function activeTime(annotator: AnnotatorId): ActiveTime {
  const found = new Map<ArticleId, number>();
  let last: number | null = null;
  return {
    add({ annotator: by, scope, wall }) {
      if (by !== annotator) return;
      const at = Date.parse(wall);
      const gap = last === null ? 0 : at - last;
      last = at;
      if (scope !== null && gap > 0 && gap <= longestThought) found.set(scope, (found.get(scope) ?? 0) + gap);
    },
    byArticle: () => found,
  };
}
