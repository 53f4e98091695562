import { checkAttribute } from '../model/check-annotation.ts';
import { type AnnotationId } from '../model/id.ts';
import { fail, ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation, findLabel } from './edit-annotation.ts';

export interface SetAttributeInput {
  readonly annotation: AnnotationId;
  readonly attribute: string;
  /** `null` takes it away. */
  readonly value: string | null;
}

/** Problems: `annotation-missing`, `attribute-unknown`, `attribute-wrong`. */
export const setAttribute: Command<SetContext, SetAttributeInput> = (context, { annotation, attribute, value }) => {
  const before = findAnnotation(context, annotation);
  if (!before.ok) return before;
  const label = findLabel(context, before.value.label);
  if (!label.ok) return label;
  const { [attribute]: _, ...others } = before.value.attributes;
  if (value === null) return ok(editOf(context, before.value, { ...before.value, attributes: others }));
  const problems = checkAttribute(label.value, attribute, value, { record: annotation });
  if (problems.length > 0) return fail(...problems);
  return ok(editOf(context, before.value, { ...before.value, attributes: { ...others, [attribute]: value } }));
};
