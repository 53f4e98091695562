import { type Annotation } from '../model/annotation.ts';
import { type RelationSurroundings } from '../model/check-relations.ts';
import { type SetContext } from './command.ts';

/** What Relations of the set may point at, with one Annotation as it will be. */
export function relationSurroundings({ schema, set, entities }: SetContext, altered?: Annotation): RelationSurroundings {
  const annotations = new Map(set.annotations.map((one) => [one.id, one] as const));
  if (altered) annotations.set(altered.id, altered);
  return { schema, annotations, entities: new Set(entities.map((one) => one.id)) };
}
