import { type AnnotationSet } from './annotation-set.ts';
import { type EntityId } from './id.ts';

/** The Entities that Annotations of the set stand for or its Relations point at. */
export const entitiesOf = (set: AnnotationSet): ReadonlySet<EntityId> =>
  new Set([
    ...set.annotations.flatMap(({ entity }) => (entity === null ? [] : [entity])),
    ...set.relations.flatMap(({ to }) => (to.kind === 'entity' ? [to.id] : [])),
  ]);
