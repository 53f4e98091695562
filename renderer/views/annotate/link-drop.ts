import { type AnnotationId } from '../../../shared/model/id.ts';
import { relationsFrom } from '../../../shared/model/schema.ts';
import { idle, type Interaction, perform, refuse, type Step, step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** A badge was dragged onto what lies in one place of the text, innermost first. */
export interface DroppedLink {
  readonly from: AnnotationId;
  readonly to: readonly AnnotationId[];
}

/** Links with the first of them that the Schema lets be linked, by the first relation that may lead there. */
export function dropLink(state: Interaction, scene: Scene, { from: id, to }: DroppedLink): Step {
  const from = annotationIn(scene, id);
  if (!from) return step(state);
  const found = to
    .flatMap((target) => annotationIn(scene, target) ?? [])
    .flatMap((target) => {
      const def = relationsFrom(scene.schema, from.label).find((one) => one.to.includes(target.label) && (!one.sameLabel || target.label === from.label));
      return def ? [{ type: def.type, target: target.id }] : [];
    })[0];
  const focused: Interaction = { ...state, mode: idle, focused: id };
  if (!found) return step(focused, refuse('annotate.no-relation-between'));
  return step(focused, perform({ name: 'relate', input: { type: found.type, from: id, to: { kind: 'annotation', id: found.target } } }));
}
