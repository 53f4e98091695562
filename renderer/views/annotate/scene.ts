import { type Annotation } from '../../../shared/model/annotation.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type AnnotationId, type EntityId } from '../../../shared/model/id.ts';
import { entityFinder } from '../../../shared/model/merged-entities.ts';
import { type Relation, type RelationTarget } from '../../../shared/model/relation.ts';
import { type LabelDef, labelDef, type RelationDef, relationDef, type Schema } from '../../../shared/model/schema.ts';
import { annotationById } from './by-id.ts';

/** Everything stored that a key press in this view depends on, as it is now. */
export interface Scene {
  readonly schema: Schema;
  readonly text: string;
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** Those that were merged into another one too. */
  readonly entities: readonly Entity[];
  /** Whom work on this project named last, latest first. */
  readonly recent: readonly EntityId[];
  /** A colleague's set: looked at, never altered. */
  readonly readOnly: boolean;
}

/** What is drawn and altered: one set of the Article, or nothing yet. */
export const sceneOf = (
  schema: Schema, text: string, set: AnnotationSet | null, entities: readonly Entity[], recent: readonly EntityId[], readOnly: boolean,
): Scene => ({ schema, text, annotations: set?.annotations ?? [], relations: set?.relations ?? [], entities, recent, readOnly });

/** `undefined` for none, and for one that is gone since it was focused. */
export const annotationIn = (scene: Scene, id: AnnotationId | null): Annotation | undefined =>
  id === null ? undefined : annotationById(scene.annotations, id);

const finders = new WeakMap<readonly Entity[], ReturnType<typeof entityFinder>>();

/** The Entity that is meant: for one that was merged, the other. */
export function entityIn({ entities }: Scene, id: EntityId | null): Entity | undefined {
  if (id === null) return undefined;
  const find = finders.get(entities) ?? entityFinder(entities);
  finders.set(entities, find);
  return find(id);
}

/** @throws if the Schema lacks the Label: sets are checked against their Schema when they are taken in. */
export function labelIn({ schema }: Scene, annotation: Annotation): LabelDef {
  const found = labelDef(schema, annotation.label);
  if (!found) throw new Error(`annotation ${annotation.id} has label ${annotation.label}, which schema ${schema.id} lacks`);
  return found;
}

/** @throws if the Schema lacks the type, as `labelIn`. */
export function relationDefIn({ schema }: Scene, relation: Relation): RelationDef {
  const found = relationDef(schema, relation.type);
  if (!found) throw new Error(`relation ${relation.id} has type ${relation.type}, which schema ${schema.id} lacks`);
  return found;
}

/** Relations that start at the Annotation, in the Schema's order of types, then as the set lists them. */
export function relationsOf({ schema, relations }: Scene, from: AnnotationId): readonly Relation[] {
  const order = schema.relations.map(({ type }) => type);
  return [...(byStart(relations).get(from) ?? [])].sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

type ByStart = ReadonlyMap<AnnotationId, readonly Relation[]>;
const starts = new WeakMap<readonly Relation[], ByStart>();

/** Every line of a long list asks, so that looking through all Relations each time would be far too much. */
function byStart(relations: readonly Relation[]): ByStart {
  const known = starts.get(relations);
  if (known) return known;
  const made = new Map<AnnotationId, Relation[]>();
  for (const relation of relations) {
    const others = made.get(relation.from);
    if (others) others.push(relation);
    else made.set(relation.from, [relation]);
  }
  starts.set(relations, made);
  return made;
}

/** The Annotation's text as a person reads it, pieces joined by an ellipsis. */
export const wordsOf = (text: string, annotation: Annotation): string =>
  annotation.spans.map(({ start, end }) => text.slice(start, end)).join(' … ');

export const targetIn = (scene: Scene, target: RelationTarget): Annotation | Entity | undefined =>
  target.kind === 'annotation' ? annotationIn(scene, target.id) : entityIn(scene, target.id);

/** Name of an Entity or words of an Annotation; `null` for a target that is gone. */
export function targetWords(scene: Scene, target: RelationTarget): string | null {
  if (target.kind === 'entity') return entityIn(scene, target.id)?.name ?? null;
  const annotation = annotationIn(scene, target.id);
  return annotation ? wordsOf(scene.text, annotation) : null;
}
