import { type Annotation } from '../../model/annotation.ts';
import { type AnnotationSet, type SetHead } from '../../model/annotation-set.ts';
import { type AnnotationId, type EntityId, type LabelId, type RelationId, type RelationType } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { at, fail, ok, type Place, problem, type Problem, type Result } from '../../result.ts';
import { type OffsetMap, offsetMap } from '../../text/offsets.ts';
import { type Findings } from '../findings.ts';
import { spanOfFragment } from '../fragment.ts';
import { readRecords } from '../read-records.ts';
import { type DocumentLine } from './read-record.ts';
import { type RelationRecord, relationShape, type SpanRecord, spanShape } from './record.ts';

/**
 * What a line's set holds: every span that lies where it says and reads as it says. Whether the Schema allows it is asked elsewhere.
 * @param isKept fields that the records do not know are kept by whoever asks
 */
export function readSet(head: SetHead, line: DocumentLine, place: Place, found: Findings, isKept: boolean): AnnotationSet {
  const offsets = offsetMap(line.text);
  const sound = <T>(result: Result<T>, record: string): readonly T[] => {
    if (result.ok) return [result.value];
    found.add(...at({ ...place, record }, result.problems));
    return [];
  };
  const spans = readRecords(spanShape, line.spans, place, found, isKept);
  for (const span of spans) found.add(...at({ ...place, record: span.id }, contradictions(span, head)));
  return {
    ...head,
    annotations: spans.flatMap((span) => sound(readSpan(span, line.text, offsets), span.id)),
    relations: readRecords(relationShape, line.relations, place, found, isKept).flatMap((relation) => sound(readRelation(relation), relation.id)),
  };
}

/** A span repeats its set's annotator and role for readers of spans alone. The set is what counts. */
function contradictions({ by, status }: SpanRecord, { annotator, role }: SetHead): readonly Problem[] {
  const repeated = [
    { field: 'by', found: by, expected: annotator },
    { field: 'status', found: status, expected: role },
  ];
  return repeated
    .filter(({ found, expected }) => found !== expected)
    .map((values) => problem('repetition-differs', { field: values.field }, values, 'warning'));
}

function readSpan(record: SpanRecord, text: string, offsets: OffsetMap): Result<Annotation> {
  const attributes = attributesOf(record);
  const pieces = record.fragments.map((fragment) => spanOfFragment(fragment, text, offsets));
  const problems = [attributes, ...pieces].flatMap((part) => (part.ok ? [] : part.problems));
  if (!attributes.ok || problems.length > 0) return fail(...problems);
  return ok({
    id: record.id as AnnotationId,
    label: record.label as LabelId,
    spans: pieces.flatMap((piece) => (piece.ok ? [piece.value] : [])),
    attributes: attributes.value,
    entity: (record.links[0] ?? null) as EntityId | null,
    note: record.note,
    flagged: record.flagged,
    origin: record.origin,
  });
}

function readRelation(record: RelationRecord): Result<Relation> {
  const attributes = attributesOf(record);
  if (!attributes.ok) return attributes;
  const to =
    record.tail_kind === 'span'
      ? ({ kind: 'annotation', id: record.tail as AnnotationId } as const)
      : ({ kind: 'entity', id: record.tail as EntityId } as const);
  return ok({
    id: record.id as RelationId,
    type: record.label as RelationType,
    from: record.head as AnnotationId,
    to,
    attributes: attributes.value,
  });
}

function attributesOf({ attributes }: Pick<SpanRecord, 'attributes'>): Result<Readonly<Record<string, string>>> {
  const byName = new Map(attributes.map(({ name, value }) => [name, value]));
  const twice = attributes.find(({ name }, index) => attributes.findIndex((one) => one.name === name) < index);
  return twice ? fail(problem('attribute-twice', {}, { attribute: twice.name })) : ok(Object.fromEntries(byName));
}
