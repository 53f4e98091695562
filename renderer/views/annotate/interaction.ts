import { type AnnotationId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { anchored } from './anchor.ts';
import { dropBorder } from './border.ts';
import { focusOn, press } from './focusing.ts';
import { type Gesture } from './gesture.ts';
import { type AnnotateCommand } from './keys.ts';
import { applyLabel, select } from './labelling.ts';
import { dropLink } from './link-drop.ts';
import { link, pick, pickTarget, targetChoice } from './linking.ts';
import { idle, type Interaction, type Mode, perform, refuse, type Step, step } from './mode.ts';
import { pressKey } from './pressing.ts';
import { annotationIn, type Scene } from './scene.ts';
import { answerWho } from './who.ts';

/** Keys that alter the set, or lead to altering it: refused on a colleague's. */
const altering: ReadonlySet<AnnotateCommand> = new Set<AnnotateCommand>([
  'digit', 'add-piece', 'grab-start', 'grab-end', 'link', 'relation', 'unlink', 'entity', 'flag', 'delete', 'frame', 'same-text', 'copy-attributes', 'undo', 'redo', 'finish',
]);

function alters(gesture: Gesture): boolean {
  switch (gesture.kind) {
    case 'key':
      return altering.has(gesture.command);
    case 'select':
    case 'press':
    case 'focus':
    case 'leave':
      return false;
    default:
      return true;
  }
}

/** What a gesture leads to: pure, so that every mode can be tried without a window. */
export const react = (state: Interaction, scene: Scene, gesture: Gesture): Step => anchored(reaction(state, scene, gesture), scene);

function reaction(state: Interaction, scene: Scene, gesture: Gesture): Step {
  if (scene.readOnly && alters(gesture)) return step({ ...state, mode: idle }, refuse('annotate.read-only'));
  switch (gesture.kind) {
    case 'key':
      return pressKey(state, scene, gesture);
    case 'select':
      return select(state, scene, gesture.selection, gesture.source);
    case 'press':
      return pickByClick(state, scene, gesture.annotation) ?? press(state, scene, gesture.annotation);
    case 'focus': {
      const annotation = annotationIn(scene, gesture.annotation);
      return annotation ? focusOn(state, annotation) : step(state);
    }
    case 'label': {
      const def = labelDef(scene.schema, gesture.label);
      return def ? applyLabel(state, scene, def) : step(state);
    }
    case 'drop-border':
      return dropBorder(state, scene, gesture);
    case 'drop-link':
      return dropLink(state, scene, gesture);
    case 'pick':
      return pick(state, scene, gesture.index);
    case 'entity':
      return answerWho(state, gesture.annotation, gesture.entity);
    case 'link':
      return state.mode.kind === 'target' ? link(state, scene, state.mode, gesture.to) : step(state);
    case 'edit':
      return step(state, perform(gesture.intent));
    case 'finish-anyway':
      return step({ ...state, mode: idle }, { kind: 'finish', override: gesture.override });
    case 'leave':
      return step(isQuestion(state.mode) ? { ...state, mode: idle } : state);
  }
}

const isQuestion = ({ kind }: Mode): boolean => kind === 'relation' || kind === 'target' || kind === 'unlink' || kind === 'entity' || kind === 'proposal';

/** While a target is being chosen, a click on a candidate chooses it. */
function pickByClick(state: Interaction, scene: Scene, id: AnnotationId | null): Step | undefined {
  if (state.mode.kind !== 'target' || id === null) return undefined;
  const index = targetChoice(scene, state.mode)?.targets.findIndex((target) => target.id === id) ?? -1;
  return index < 0 ? undefined : pickTarget(state, scene, state.mode, index);
}
