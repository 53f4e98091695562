import { type AnnotationId } from '../model/id.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation } from './edit-annotation.ts';

export interface SetFlagInput {
  readonly annotation: AnnotationId;
  readonly flagged: boolean;
}

/** Marks an Annotation as one to discuss, or no longer. Problem: `annotation-missing`. */
export const setFlag: Command<SetContext, SetFlagInput> = (context, { annotation, flagged }) => {
  const before = findAnnotation(context, annotation);
  return before.ok ? ok(editOf(context, before.value, { ...before.value, flagged })) : before;
};
