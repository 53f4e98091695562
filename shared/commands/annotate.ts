import { type Annotation } from '../model/annotation.ts';
import { type LabelId } from '../model/id.ts';
import { ok } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { findLabel, refuseTwin } from './edit-annotation.ts';
import { firstAttributes } from './first-attributes.ts';
import { legalSpans } from './legal-spans.ts';

export interface AnnotateInput {
  readonly label: LabelId;
  /** In any order. */
  readonly spans: readonly Span[];
}

/** Marks Spans with a Label. Problems: those of `legalSpans`, `label-unknown`, `label-already-here`. */
export const annotate: Command<SetContext, AnnotateInput> = (context, input) => {
  const label = findLabel(context, input.label);
  if (!label.ok) return label;
  const { text } = context.article;
  const spans = legalSpans(text, label.value, input.spans);
  if (!spans.ok) return spans;
  const free = refuseTwin(context, input.label, spans.value, null);
  if (!free.ok) return free;
  const value: Annotation = {
    id: context.newId('annotation'),
    label: input.label,
    spans: spans.value,
    attributes: firstAttributes(label.value, text, spans.value[0] as Span),
    entity: null,
    note: '',
    flagged: false,
    origin: 'manual',
  };
  return ok({ added: [{ kind: 'annotation', set: context.set.id, value }], updated: [], removed: [] });
};
