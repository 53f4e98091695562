import { type Annotation } from '../model/annotation.ts';
import { type DataRecord } from '../model/change.ts';
import { type AnnotationId, type LabelId } from '../model/id.ts';
import { fail, ok, problem, type Problem } from '../result.ts';
import { type Span } from '../text/offsets.ts';
import { type Command, type SetContext } from './command.ts';
import { findAnnotation, findLabel, refuseTwin } from './edit-annotation.ts';
import { firstAttributes } from './first-attributes.ts';
import { legalSpans } from './legal-spans.ts';

export interface AnnotateAllInput {
  readonly label: LabelId;
  /** Whose attributes and Entity each new one gets; `null`: they start as any new Annotation does. */
  readonly like: AnnotationId | null;
  /** One Annotation each. */
  readonly places: readonly Span[];
}

/**
 * Marks the same Label in many places as one step. Note and doubt are each place's own and not copied. Problems: `annotation-missing`, those of
 * `annotate` for any of the places, `attributes-of-another-label`.
 */
export const annotateAll: Command<SetContext, AnnotateAllInput> = (context, { label: id, like, places }) => {
  const label = findLabel(context, id);
  if (!label.ok) return label;
  const model = like === null ? null : findAnnotation(context, like);
  if (model && !model.ok) return model;
  if (model && model.value.label !== id) return fail(problem('attributes-of-another-label', { record: model.value.id }, { label: id }));
  const added: DataRecord[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const place of places) {
    const spans = legalSpans(context.article.text, label.value, [place]);
    const free = spans.ok ? refuseTwin(context, id, spans.value, null) : spans;
    if (!free.ok) problems.push(...free.problems);
    if (!free.ok || seen.has(`${place.start} ${place.end}`)) continue;
    seen.add(`${place.start} ${place.end}`);
    const value: Annotation = {
      id: context.newId('annotation'),
      label: id,
      spans: [place],
      attributes: model ? model.value.attributes : firstAttributes(label.value, context.article.text, place),
      entity: model ? model.value.entity : null,
      note: '',
      flagged: false,
      origin: 'manual',
    };
    added.push({ kind: 'annotation', set: context.set.id, value });
  }
  return problems.length > 0 ? fail(...problems) : ok({ added, updated: [], removed: [] });
};
