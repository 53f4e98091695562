import { type Annotation, sameSpans } from '../../model/annotation.ts';
import { type AnnotationSet } from '../../model/annotation-set.ts';
import { checkAttribute, checkPieces } from '../../model/check-annotation.ts';
import { checkRelations } from '../../model/check-relations.ts';
import { type AnnotationId, type EntityId } from '../../model/id.ts';
import { type Relation, type RelationTarget } from '../../model/relation.ts';
import { labelDef, type Schema } from '../../model/schema.ts';
import { type Migration } from './migrate-records.ts';

export interface SettledSet {
  readonly set: AnnotationSet;
  /** Annotations in several pieces whose Label now allows one only. */
  readonly inPieces: readonly Annotation[];
}

/**
 * A set as it is under another Schema: records are migrated, and what the Schema no longer allows (Labels, values,
 * Entities, links) goes. An Annotation that comes to say the same as another one of its new Label becomes one with it.
 * What nothing changes stays the very same value.
 */
export function settledSet(set: AnnotationSet, after: Schema, migration: Migration, entities: ReadonlySet<EntityId>): SettledSet {
  const allowed = set.annotations.flatMap((before) => {
    const moved = migration.annotation(before);
    const settled = moved && settledAnnotation(moved, after);
    return settled ? [{ before, after: settled }] : [];
  });
  const twins = twinsAmong(allowed);
  const annotations = allowed.flatMap((one) => (twins.has(one.after.id) ? [] : [one.after]));
  const relations = settledRelations(set.relations.flatMap((one) => migration.relation(redirected(one, twins)) ?? []), after, annotations, entities);
  const isSame = sameItems(annotations, set.annotations) && sameItems(relations, set.relations);
  return {
    set: isSame ? set : { ...set, annotations, relations },
    inPieces: annotations.filter((one) => {
      const label = labelDef(after, one.label);
      return label !== undefined && checkPieces(label, one.spans.length).length > 0;
    }),
  };
}

const sameItems = (a: readonly object[], b: readonly object[]): boolean => a.length === b.length && a.every((one, index) => one === b[index]);

function settledAnnotation(annotation: Annotation, schema: Schema): Annotation | null {
  const label = labelDef(schema, annotation.label);
  if (!label) return null;
  const values = Object.entries(annotation.attributes);
  const kept = values.filter(([attribute, value]) => checkAttribute(label, attribute, value).length === 0);
  const losesEntity = annotation.entity !== null && !label.entity;
  if (kept.length === values.length && !losesEntity) return annotation;
  return { ...annotation, attributes: Object.fromEntries(kept), entity: label.entity ? annotation.entity : null };
}

interface Altered {
  readonly before: Annotation;
  readonly after: Annotation;
}

/** Annotations that got the Label of one over the same Spans, and that one's id. Twins of old are left alone. */
function twinsAmong(annotations: readonly Altered[]): ReadonlyMap<AnnotationId, AnnotationId> {
  const isRelabelled = ({ before, after }: Altered): boolean => before.label !== after.label;
  const relabelled = annotations.filter(isRelabelled);
  if (relabelled.length === 0) return new Map();
  const place = ({ after }: Altered): string => `${after.label} ${after.spans[0]?.start} ${after.spans[0]?.end}`;
  const standing = new Map<string, Altered[]>();
  for (const one of annotations) if (!isRelabelled(one)) standing.set(place(one), [...(standing.get(place(one)) ?? []), one]);
  return new Map(
    relabelled.flatMap((one) => {
      const twin = standing.get(place(one))?.find((other) => sameSpans(other.after.spans, one.after.spans));
      return twin ? [[one.after.id, twin.after.id] as const] : [];
    }),
  );
}

function redirected(relation: Relation, twins: ReadonlyMap<AnnotationId, AnnotationId>): Relation {
  const from = twins.get(relation.from) ?? relation.from;
  const target = relation.to.kind === 'annotation' ? twins.get(relation.to.id) : undefined;
  if (from === relation.from && target === undefined) return relation;
  const to: RelationTarget = target === undefined ? relation.to : { kind: 'annotation', id: target };
  return { ...relation, from, to };
}

/** Without those that may not be, that are there already, or that lead back to where they began. */
function settledRelations(
  relations: readonly Relation[], schema: Schema, annotations: readonly Annotation[], entities: ReadonlySet<EntityId>,
): readonly Relation[] {
  const surroundings = { schema, entities, annotations: new Map(annotations.map((one) => [one.id, one] as const)) };
  const wrong = new Set(checkRelations(surroundings, relations).map(({ place }) => place.record));
  if (wrong.size === 0) return relations;
  return settledRelations(relations.filter(({ id }) => !wrong.has(id)), schema, annotations, entities);
}
