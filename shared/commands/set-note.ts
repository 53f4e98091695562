import { type AnnotationId } from '../model/id.ts';
import { fail, ok, problem } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation } from './edit-annotation.ts';

export interface SetNoteInput {
  readonly annotation: AnnotationId;
  /** Empty to have none. */
  readonly note: string;
}

/** Problems: `annotation-missing`, `text-not-unicode`. */
export const setNote: Command<SetContext, SetNoteInput> = (context, { annotation, note }) => {
  if (hasLoneSurrogate(note)) return fail(problem('text-not-unicode', { record: annotation, field: 'note' }));
  const before = findAnnotation(context, annotation);
  return before.ok ? ok(editOf(context, before.value, { ...before.value, note })) : before;
};
