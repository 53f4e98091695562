import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet } from '../model/annotation-set.ts';
import { type Article } from '../model/article.ts';
import { type Entity } from '../model/entity.ts';
import { type AnnotationId, type EntityId, type LabelId } from '../model/id.ts';
import { entityFinder } from '../model/merged-entities.ts';
import { type Relation } from '../model/relation.ts';
import { type Schema } from '../model/schema.ts';

/** What of a set the rules look at. */
export type SetContents = Pick<AnnotationSet, 'annotations' | 'relations'>;

/** A set with the ways through it that rules take, each made once. */
export interface Task extends SetContents {
  readonly article: Article;
  readonly text: string;
  readonly schema: Schema;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  /** Whom a link to this Entity means, merged ones followed. */
  readonly meant: (id: EntityId) => Entity | undefined;
  readonly byId: ReadonlyMap<AnnotationId, Annotation>;
  /** In reading order. */
  readonly labelled: (label: string) => readonly Annotation[];
  readonly from: (id: AnnotationId, type: string) => readonly Relation[];
  readonly to: (id: AnnotationId) => readonly Relation[];
}

function grouped<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

export function taskOf(article: Article, { annotations, relations }: SetContents, entities: readonly Entity[], schema: Schema): Task {
  const byLabel = grouped(annotations, ({ label }) => label);
  const outgoing = grouped(relations, ({ from, type }) => `${type} ${from}`);
  const incoming = grouped(relations, ({ to }) => to.id as string);
  return {
    article,
    text: article.text,
    schema,
    annotations,
    relations,
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    meant: entityFinder(entities),
    byId: new Map(annotations.map((annotation) => [annotation.id, annotation])),
    labelled: (label) => byLabel.get(label as LabelId) ?? [],
    from: (id, type) => outgoing.get(`${type} ${id}`) ?? [],
    to: (id) => (incoming.get(id) ?? []).filter(({ to }) => to.kind === 'annotation'),
  };
}
