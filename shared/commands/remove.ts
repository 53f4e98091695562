import { type AnnotationId } from '../model/id.ts';
import { ok } from '../result.ts';
import { type Command, type SetContext } from './command.ts';
import { findAnnotation } from './edit-annotation.ts';

export interface RemoveInput {
  readonly annotation: AnnotationId;
}

/** Removes an Annotation with every Relation that touches it. Problem: `annotation-missing`. */
export const remove: Command<SetContext, RemoveInput> = (context, { annotation }) => {
  const found = findAnnotation(context, annotation);
  if (!found.ok) return found;
  const { set } = context;
  const touching = set.relations.filter(({ from, to }) => from === annotation || (to.kind === 'annotation' && to.id === annotation));
  return ok({
    added: [],
    updated: [],
    removed: [
      ...touching.map((value) => ({ kind: 'relation', set: set.id, value }) as const),
      { kind: 'annotation', set: set.id, value: found.value },
    ],
  });
};
