import { canonicalJson } from '../canonical-json.ts';
import { type Annotation, hull, sameSpans } from '../model/annotation.ts';
import { type Change, noChange } from '../model/change.ts';
import { type AnnotationId, type LabelId } from '../model/id.ts';
import { type Relation } from '../model/relation.ts';
import { type LabelDef, labelDef } from '../model/schema.ts';
import { fail, ok, problem, type Result } from '../result.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { type Span } from '../text/offsets.ts';
import { type SetContext } from './command.ts';

/** The Annotation of the set, or `annotation-missing`: another window may have removed it meanwhile. */
export function findAnnotation({ set }: SetContext, id: AnnotationId): Result<Annotation> {
  const found = set.annotations.find((one) => one.id === id);
  return found ? ok(found) : fail(problem('annotation-missing', { record: id }));
}

/** The Label of the Schema, or `label-unknown`. */
export function findLabel({ schema }: SetContext, id: LabelId): Result<LabelDef> {
  const found = labelDef(schema, id);
  return found ? ok(found) : fail(problem('label-unknown', {}, { label: id }));
}

/** The Change from one state of an Annotation to another, without those Relations; no Change where nothing differs. */
export function editOf({ set }: SetContext, before: Annotation, after: Annotation, dropped: readonly Relation[] = []): Change {
  if (canonicalJson(before) === canonicalJson(after) && dropped.length === 0) return noChange;
  const record = (value: Annotation) => ({ kind: 'annotation', set: set.id, value }) as const;
  return {
    added: [],
    updated: [[record(before), record({ ...after, origin: after.origin === 'suggested-accepted' ? 'suggested-edited' : after.origin })]],
    removed: dropped.map((value) => ({ kind: 'relation', set: set.id, value }) as const),
  };
}

/** `label-already-here` when another Annotation of the set has this Label over exactly these Spans. */
export function refuseTwin({ set }: SetContext, label: LabelId, spans: readonly Span[], self: AnnotationId | null): Result<null> {
  const start = spans[0]?.start ?? 0;
  const { annotations } = set;
  // In reading order, those with the same start lie side by side.
  for (let index = lowerBound(annotations, (one) => hull(one).start >= start); index < annotations.length; index++) {
    const one = annotations[index] as Annotation;
    if (hull(one).start !== start) break;
    if (one.id !== self && one.label === label && sameSpans(one.spans, spans)) return fail(problem('label-already-here', { record: one.id }, { label }));
  }
  return ok(null);
}
