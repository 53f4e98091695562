import { type Place, problem, type Problem } from '../result.ts';
import { hasLoneSurrogate } from '../text/offsets.ts';
import { type Annotation } from './annotation.ts';
import { attributeKinds } from './attribute-kinds.ts';
import { checkSpans } from './check-spans.ts';
import { type EntityId } from './id.ts';
import { type LabelDef, labelDef, type Schema } from './schema.ts';

/** What an Annotation is checked against. */
export interface AnnotationSurroundings {
  readonly schema: Schema;
  readonly text: string;
  readonly entities: ReadonlySet<EntityId>;
}

/** Integrity of an Annotation by itself: its Spans, Label, attributes, Entity and note. */
export function checkAnnotation({ schema, text, entities }: AnnotationSurroundings, annotation: Annotation): readonly Problem[] {
  const place = { record: annotation.id };
  const label = labelDef(schema, annotation.label);
  return [
    ...checkSpans(text, annotation.spans, place),
    ...(hasLoneSurrogate(annotation.note) ? [problem('text-not-unicode', { ...place, field: 'note' })] : []),
    ...(label
      ? [
          ...checkPieces(label, annotation.spans.length, place),
          ...checkAttributes(label, annotation, place),
          ...checkEntity(label, annotation, entities, place),
        ]
      : [problem('label-unknown', { ...place, field: 'label' }, { label: annotation.label })]),
  ];
}

export const checkPieces = (label: LabelDef, pieces: number, place: Place = {}): readonly Problem[] =>
  pieces > 1 && !label.discontinuous ? [problem('pieces-not-allowed', { ...place, field: 'spans' }, { label: label.id, pieces })] : [];

/** `attribute-unknown` or `attribute-wrong` where the Label does not allow this value. */
export function checkAttribute(label: LabelDef, attribute: string, value: string, place: Place = {}): readonly Problem[] {
  const here = { ...place, field: `attributes.${attribute}` };
  const def = label.attributes.find((one) => one.id === attribute);
  if (!def) return [problem('attribute-unknown', here, { label: label.id, attribute })];
  return attributeKinds[def.kind].isValid(def, value) ? [] : [problem('attribute-wrong', here, { attribute, value })];
}

const checkAttributes = (label: LabelDef, { attributes }: Annotation, place: Place): readonly Problem[] =>
  Object.entries(attributes).flatMap(([attribute, value]) => checkAttribute(label, attribute, value, place));

function checkEntity(label: LabelDef, { entity }: Annotation, entities: ReadonlySet<EntityId>, place: Place): readonly Problem[] {
  if (entity === null) return [];
  const here = { ...place, field: 'entity' };
  if (!label.entity) return [problem('entity-not-allowed', here, { label: label.id })];
  return entities.has(entity) ? [] : [problem('entity-unknown', here, { entity })];
}
