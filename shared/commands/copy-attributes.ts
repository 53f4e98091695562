import { type AnnotationId } from '../model/id.ts';
import { fail, ok, problem } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation } from './edit-annotation.ts';

export interface CopyAttributesInput {
  readonly annotation: AnnotationId;
  /** Another one of the same Label. */
  readonly from: AnnotationId;
}

/**
 * Gives an Annotation all attributes of another one of its Label; Entity, note and doubt stay its own. Problems: `annotation-missing`,
 * `attributes-of-another-label`.
 */
export const copyAttributes: Command<SetContext, CopyAttributesInput> = (context, input) => {
  const before = findAnnotation(context, input.annotation);
  if (!before.ok) return before;
  const model = findAnnotation(context, input.from);
  if (!model.ok) return model;
  const { label } = before.value;
  if (model.value.label !== label) return fail(problem('attributes-of-another-label', { record: model.value.id }, { label }));
  return ok(editOf(context, before.value, { ...before.value, attributes: model.value.attributes }));
};
