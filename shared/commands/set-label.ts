import { type Annotation } from '../model/annotation.ts';
import { noChange } from '../model/change.ts';
import { checkAttribute, checkPieces } from '../model/check-annotation.ts';
import { checkLink } from '../model/check-relations.ts';
import { type AnnotationId, type LabelId } from '../model/id.ts';
import { type LabelDef } from '../model/schema.ts';
import { fail, ok } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation, findLabel, refuseTwin } from './edit-annotation.ts';
import { firstAttributes } from './first-attributes.ts';
import { relationSurroundings } from './relation-surroundings.ts';

export interface SetLabelInput {
  readonly annotation: AnnotationId;
  readonly label: LabelId;
}

/**
 * Gives an Annotation another Label. Attributes, the Entity and Relations that the new Label does not have go in the same Change; its
 * other attributes start as in a new Annotation. Problems: `annotation-missing`, `label-unknown`, `label-already-here`,
 * `pieces-not-allowed`.
 */
export const setLabel: Command<SetContext, SetLabelInput> = (context, input) => {
  const before = findAnnotation(context, input.annotation);
  if (!before.ok) return before;
  if (before.value.label === input.label) return ok(noChange);
  const label = findLabel(context, input.label);
  if (!label.ok) return label;
  const tooMany = checkPieces(label.value, before.value.spans.length, { record: input.annotation });
  if (tooMany.length > 0) return fail(...tooMany);
  const free = refuseTwin(context, input.label, before.value.spans, input.annotation);
  if (!free.ok) return free;
  const after = relabelled(before.value, label.value, context.article.text);
  const surroundings = relationSurroundings(context, after);
  const own = context.set.relations.filter(({ from, to }) => from === after.id || to.id === after.id);
  return ok(editOf(context, before.value, after, own.filter((relation) => checkLink(surroundings, relation).length > 0)));
};

function relabelled(before: Annotation, label: LabelDef, text: string): Annotation {
  const kept = Object.entries(before.attributes).filter(([attribute, value]) => checkAttribute(label, attribute, value).length === 0);
  return {
    ...before,
    label: label.id,
    attributes: { ...firstAttributes(label, text, before.spans[0] as Span), ...Object.fromEntries(kept) },
    entity: label.entity ? before.entity : null,
  };
}
