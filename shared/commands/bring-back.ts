import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { changeBetween } from '../model/change.ts';
import { checkAnnotation, checkAttribute } from '../model/check-annotation.ts';
import { checkRelations } from '../model/check-relations.ts';
import { emptyDataset } from '../model/dataset.ts';
import { type Entity } from '../model/entity.ts';
import { type EntityId } from '../model/id.ts';
import { labelDef } from '../model/schema.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';

export interface BringBackInput {
  /** What stood in the set once. */
  readonly past: Pick<AnnotationSet, 'annotations' | 'relations'>;
  /** People and bodies as they were known then: of those who are gone since, the ones that are meant come back too. */
  readonly entities: readonly Entity[];
}

/** What of an earlier state can stand under the Schema of today. */
export interface Returnable {
  readonly annotations: AnnotationSet['annotations'];
  readonly relations: AnnotationSet['relations'];
  /** Those who come back with it. */
  readonly entities: readonly Entity[];
  /** Annotations and Relations that cannot. */
  readonly left: number;
}

export function returnable({ schema, article, entities }: Pick<SetContext, 'schema' | 'article' | 'entities'>, { past, entities: known }: BringBackInput): Returnable {
  const there = new Set(entities.map(({ id }) => id));
  const gone = new Map(known.filter(({ id }) => !there.has(id)).map((one) => [one.id, one] as const));
  const back = new Map<EntityId, Entity>();
  const all = new Set([...there, ...gone.keys()]);
  /** Whoever is meant comes back; one who was merged comes back for themself where the other is gone. */
  const need = (id: EntityId): void => {
    const entity = gone.get(id);
    if (!entity) return;
    const { mergedInto, ...bare } = entity;
    back.set(id, mergedInto !== undefined && there.has(mergedInto) ? entity : bare);
  };
  const annotations = past.annotations.flatMap((one): readonly Annotation[] => {
    const label = labelDef(schema, one.label);
    if (!label) return [];
    const attributes = Object.fromEntries(Object.entries(one.attributes).filter(([id, value]) => checkAttribute(label, id, value).length === 0));
    const entity = one.entity !== null && label.entity && all.has(one.entity) ? one.entity : null;
    const kept: Annotation = { ...one, attributes, entity };
    return checkAnnotation({ schema, text: article.text, entities: all }, kept).length === 0 ? [kept] : [];
  });
  const surroundings = { schema, entities: all, annotations: new Map(annotations.map((one) => [one.id, one] as const)) };
  const wrong = new Set(checkRelations(surroundings, past.relations).map(({ place }) => place.record));
  const relations = past.relations.filter(({ id }) => !wrong.has(id));
  for (const { entity } of annotations) if (entity !== null) need(entity);
  for (const { to } of relations) if (to.kind === 'entity') need(to.id);
  const left = past.annotations.length + past.relations.length - annotations.length - relations.length;
  return { annotations, relations, entities: [...back.values()], left };
}

/** Makes the labels of a set what they were at an earlier moment; its status is not altered. What cannot stand today stays away (`returnable`). */
export const bringBack: Command<SetContext, BringBackInput> = (context, input) => {
  const { annotations, relations, entities } = returnable(context, input);
  const bare = emptyDataset(context.schema);
  return ok(changeBetween({ ...bare, sets: [context.set] }, { ...bare, entities, sets: [{ ...context.set, annotations, relations }] }));
};
