import { relationsFrom } from '../../../shared/model/schema.ts';
import { type Step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** What has the focus becomes the anchor if links can start there; a speaker or a cue that is focused leaves the quote before as it. */
export function anchored(step: Step, scene: Scene): Step {
  const { state } = step;
  const focused = annotationIn(scene, state.focused);
  if (!focused || focused.id === state.anchor || relationsFrom(scene.schema, focused.label).length === 0) return step;
  return { ...step, state: { ...state, anchor: focused.id } };
}
