import { type AnnotationSet, type SetRole, type SetStatus } from '../../model/annotation-set.ts';

/** A Suggestion that nobody has accepted is nobody's answer. */
const answers: readonly SetRole[] = ['adjudicated', 'work'];
const progress: readonly SetStatus[] = ['done', 'needs-review', 'in-progress', 'todo'];

/** The set that stands for an Article: adjudicated before work, of one role the furthest, of those the first id. `null` when nobody has annotated. */
export function settledSet(sets: readonly AnnotationSet[]): AnnotationSet | null {
  const rank = ({ role, status }: AnnotationSet): number => answers.indexOf(role) * progress.length + progress.indexOf(status);
  const candidates = sets.filter(({ role }) => answers.includes(role));
  return candidates.reduce<AnnotationSet | null>(
    (best, one) => (best === null || rank(one) < rank(best) || (rank(one) === rank(best) && one.id < best.id) ? one : best),
    null,
  );
}

/** Has the annotator read the whole Article, so that where nothing is marked, nothing was found? */
export const hasSeen = ({ status }: { readonly status: SetStatus }): boolean => status === 'done' || status === 'needs-review';
