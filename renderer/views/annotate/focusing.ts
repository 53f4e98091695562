import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { type AnnotationId } from '../../../shared/model/id.ts';
import { type Utf16Offset } from '../../../shared/text/offsets.ts';
import { idle, type Interaction, refuse, say, type Step, step } from './mode.ts';
import { annotationIn, type Scene } from './scene.ts';

/** The Annotation has the focus, the caret stands at its start, nothing is selected: a digit relabels it. */
export function focusOn(state: Interaction, annotation: Annotation): Step {
  const { start } = hull(annotation);
  return step(
    { ...state, mode: idle, focused: annotation.id, selection: null, grownFrom: [] },
    { kind: 'caret', at: start },
    { kind: 'reveal', span: annotation.spans[0] ?? hull(annotation) },
    { kind: 'describe', annotation: annotation.id },
  );
}

/** The neighbour in reading order of what has the focus; without focus, the nearest one from the caret. */
export function neighbour(scene: Scene, focused: AnnotationId | null, caret: Utf16Offset, direction: 1 | -1): Annotation | undefined {
  const here = scene.annotations.findIndex(({ id }) => id === focused);
  if (here >= 0) return scene.annotations[here + direction];
  return direction === 1
    ? scene.annotations.find((one) => hull(one).start >= caret)
    : scene.annotations.findLast((one) => hull(one).start < caret);
}

export function goToNeighbour(state: Interaction, scene: Scene, caret: Utf16Offset, direction: 1 | -1): Step {
  const found = neighbour(scene, state.focused, caret, direction);
  if (found) return focusOn(state, found);
  if (scene.annotations.length === 0) return step(state, refuse('annotate.no-annotations'));
  return step(state, say(direction === 1 ? 'annotate.last-annotation' : 'annotate.first-annotation'));
}

/** The next Annotation to discuss, round the end of the text to the first. */
export function goToFlagged(state: Interaction, scene: Scene, caret: Utf16Offset): Step {
  const flagged = scene.annotations.filter((one) => one.flagged);
  const here = scene.annotations.findIndex(({ id }) => id === state.focused);
  const isOnward = (one: Annotation): boolean => (here < 0 ? hull(one).start >= caret : scene.annotations.indexOf(one) > here);
  const found = flagged.find(isOnward) ?? flagged[0];
  return found ? focusOn(state, found) : step(state, refuse('annotate.no-flags'));
}

/** A click in the text: it has placed the caret already. */
export function press(state: Interaction, scene: Scene, id: AnnotationId | null): Step {
  const annotation = annotationIn(scene, id);
  const rested: Interaction = { ...state, mode: state.mode.kind === 'pieces' || state.mode.kind === 'armed' ? state.mode : idle };
  if (!annotation) return step({ ...rested, focused: null });
  return step({ ...rested, focused: annotation.id }, { kind: 'describe', annotation: annotation.id });
}
