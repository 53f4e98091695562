import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';

/** Which Annotation a press means: the innermost, and pressing again on the same ones goes outwards and round. */
export interface PressCycle {
  /** @param found what lies under the pointer, innermost first. */
  next(found: readonly Annotation[], focused: AnnotationId | null): AnnotationId | null;
}

export function pressCycle(): PressCycle {
  let last: { readonly found: string; readonly answer: AnnotationId | null } = { found: '', answer: null };
  return {
    next(found, focused) {
      const ids = found.map(({ id }) => id);
      const again = last.found === ids.join(' ') && last.answer === focused && focused !== null;
      const answer = ids[again ? (ids.indexOf(focused) + 1) % ids.length : 0] ?? null;
      last = { found: ids.join(' '), answer };
      return answer;
    },
  };
}
