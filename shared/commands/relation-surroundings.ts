import { type Annotation } from '../model/annotation.ts';
import { type RelationSurroundings } from '../model/check-relations.ts';
import { type AnnotationId } from '../model/id.ts';
import { type SetContext } from './command.ts';

/** What a Relation or two of the set may point at, with one Annotation as it will be. Each end is looked for: a map of all would be made for these alone. */
export function relationSurroundings({ schema, set, entities }: SetContext, altered?: Annotation): RelationSurroundings {
  const get = (wanted: AnnotationId): Annotation | undefined => (wanted === altered?.id ? altered : set.annotations.find(({ id }) => id === wanted));
  return { schema, annotations: { get }, entities: new Set(entities.map((one) => one.id)) };
}
