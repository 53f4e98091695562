import { type AnnotationId } from '../model/id.ts';
import { ok } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { editOf, findAnnotation, findLabel, refuseTwin } from './edit-annotation.ts';
import { legalSpans } from './legal-spans.ts';

export interface SetSpansInput {
  readonly annotation: AnnotationId;
  /** All that it shall have, in any order. */
  readonly spans: readonly Span[];
}

/** Moves the borders of an Annotation. Problems: `annotation-missing`, those of `legalSpans`, `label-already-here`. */
export const setSpans: Command<SetContext, SetSpansInput> = (context, input) => {
  const before = findAnnotation(context, input.annotation);
  if (!before.ok) return before;
  const label = findLabel(context, before.value.label);
  if (!label.ok) return label;
  const spans = legalSpans(context.article.text, label.value, input.spans);
  if (!spans.ok) return spans;
  const free = refuseTwin(context, label.value.id, spans.value, before.value.id);
  return free.ok ? ok(editOf(context, before.value, { ...before.value, spans: spans.value })) : free;
};
