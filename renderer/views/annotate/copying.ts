import { type Annotation } from '../../../shared/model/annotation.ts';
import { type Interaction, perform, refuse, type Step, step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** Whose attributes are meant: of the same Label, what was made last here, else what stands last before it in the text, else the next after it. */
function model({ made }: Interaction, scene: Scene, annotation: Annotation): Annotation | undefined {
  const isLike = (one: Annotation | undefined): boolean => one?.label === annotation.label && one.id !== annotation.id;
  const last = made.map((id) => annotationIn(scene, id)).find(isLike);
  const here = scene.annotations.indexOf(annotation);
  return last ?? scene.annotations.slice(0, here).findLast(isLike) ?? scene.annotations.slice(here).find(isLike);
}

export function copyAttributes(state: Interaction, scene: Scene, annotation: Annotation): Step {
  const from = model(state, scene, annotation);
  if (!from) return step(state, refuse('annotate.copy.none'));
  return step(state, perform({ name: 'copy-attributes', input: { annotation: annotation.id, from: from.id } }));
}
