import { type SetEntityInput } from '../../../shared/commands/set-entity.ts';
import { hull } from '../../../shared/model/annotation.ts';
import { type AnnotationId, type LabelId } from '../../../shared/model/id.ts';
import { labelDef } from '../../../shared/model/schema.ts';
import { type Utf16Offset, utf16 } from '../../../shared/text/offsets.ts';
import { type SpanEdge, type TextSelection } from '../../editor/editor-contract.ts';
import { type Digit } from '../../ui/keyboard.ts';
import { dropBorder, grab, keepBorder, moveBorder } from './border.ts';
import { focusOn, goToNeighbour, press } from './focusing.ts';
import { grow, selectInsideMarks, shrink } from './growing.ts';
import { type Intent } from './intent.ts';
import { type AnnotateCommand } from './keys.ts';
import { applyArmed, applyLabel, collectSelection, select, type SelectionSource } from './labelling.ts';
import {
  chooseRelation, moveCursor, pickNobody, pickRelation, pickTarget, pickUnlink, startLink, startUnlink, switchCandidates, targetChoice,
} from './linking.ts';
import { idle, type Interaction, type Mode, type ModeOf, perform, refuse, type Region, say, type Step, step } from './mode.ts';
import { annotationIn, labelIn, type Scene } from './scene.ts';

/** A key of this view; `caret` is where the caret stood when it was pressed. */
export interface KeyGesture {
  readonly kind: 'key';
  readonly command: AnnotateCommand;
  /** For command `digit`. */
  readonly digit: Digit | null;
  readonly caret: Utf16Offset;
}

/** The key gesture that a button stands for. */
export const pressed = (command: AnnotateCommand): KeyGesture => ({ kind: 'key', command, digit: null, caret: utf16(0) });

/** Everything a person can do in this view, by key, mouse or panel. */
export type Gesture =
  | KeyGesture
  | { readonly kind: 'select'; readonly selection: TextSelection | null; readonly source: SelectionSource }
  /** A click on a drawn Annotation, or beside all. */
  | { readonly kind: 'press'; readonly annotation: AnnotationId | null }
  | { readonly kind: 'focus'; readonly annotation: AnnotationId }
  | { readonly kind: 'label'; readonly label: LabelId }
  | { readonly kind: 'drop-border'; readonly annotation: AnnotationId; readonly piece: number; readonly edge: SpanEdge; readonly offset: Utf16Offset }
  /** The n-th line of the open choice (relation, target, relation to cut), from 0. */
  | { readonly kind: 'pick'; readonly index: number }
  | { readonly kind: 'entity'; readonly annotation: AnnotationId; readonly entity: SetEntityInput['entity'] }
  | { readonly kind: 'edit'; readonly intent: Intent }
  /** The open question was left unanswered. */
  | { readonly kind: 'leave' };

/** Keys that alter the set, or lead to altering it: refused on a colleague's. */
const alters: ReadonlySet<AnnotateCommand> = new Set<AnnotateCommand>([
  'digit', 'add-piece', 'grab-start', 'grab-end', 'link', 'relation', 'unlink', 'entity', 'flag', 'delete', 'undo', 'redo', 'finish',
]);

export function react(state: Interaction, scene: Scene, gesture: Gesture): Step {
  const isEdit = gesture.kind === 'key' ? alters.has(gesture.command) : !['select', 'press', 'focus', 'leave'].includes(gesture.kind);
  if (scene.readOnly && isEdit) return step({ ...state, mode: idle }, refuse('annotate.read-only'));
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
    case 'pick':
      return pick(state, scene, gesture.index);
    case 'entity':
      return step(
        { ...state, mode: idle },
        perform({ name: 'set-entity', input: { annotation: gesture.annotation, entity: gesture.entity } }),
        { kind: 'go', region: 'text' },
      );
    case 'edit':
      return step(state, perform(gesture.intent));
    case 'leave':
      return step(isQuestion(state.mode) ? { ...state, mode: idle } : state);
  }
}

const isQuestion = ({ kind }: Mode): boolean => kind === 'relation' || kind === 'target' || kind === 'unlink' || kind === 'entity';

/** While a target is being chosen, a click on a candidate chooses it. */
function pickByClick(state: Interaction, scene: Scene, id: AnnotationId | null): Step | undefined {
  if (state.mode.kind !== 'target' || id === null) return undefined;
  const index = targetChoice(state, scene, state.mode)?.targets.findIndex((target) => target.id === id) ?? -1;
  return index < 0 ? undefined : pickTarget(state, scene, state.mode, index);
}

/** The n-th line of whatever choice is open. */
function pick(state: Interaction, scene: Scene, index: number): Step {
  const { mode } = state;
  if (mode.kind === 'relation') return pickRelation(state, scene, mode, index);
  if (mode.kind === 'target') return pickTarget(state, scene, mode, index);
  if (mode.kind === 'unlink') return pickUnlink(state, scene, mode, index);
  return step(state);
}

function pressKey(state: Interaction, scene: Scene, key: KeyGesture): Step {
  if (key.command === 'back') return stepBack(state);
  const { mode } = state;
  switch (mode.kind) {
    case 'border':
      return pressKeyOnBorder(state, scene, mode, key);
    case 'target':
      return pressKeyOnTarget(state, scene, mode, key) ?? pressKeyAtRest({ ...state, mode: idle }, scene, key);
    case 'relation':
    case 'unlink':
      return pressKeyOnChoice(state, scene, mode, key) ?? pressKeyAtRest({ ...state, mode: idle }, scene, key);
    case 'entity':
      return pressKeyAtRest({ ...state, mode: idle }, scene, key);
    case 'idle':
    case 'armed':
    case 'pieces':
      return pressKeyAtRest(state, scene, key);
  }
}

/** The held border hears its own keys alone: nothing else may happen to a half-moved Annotation. */
function pressKeyOnBorder(state: Interaction, scene: Scene, mode: ModeOf<'border'>, { command }: KeyGesture): Step {
  switch (command) {
    case 'word-left':
      return moveBorder(state, scene, mode, 'word', 'left');
    case 'word-right':
      return moveBorder(state, scene, mode, 'word', 'right');
    case 'grapheme-left':
      return moveBorder(state, scene, mode, 'grapheme', 'left');
    case 'grapheme-right':
      return moveBorder(state, scene, mode, 'grapheme', 'right');
    case 'grab-start':
      return grab(state, scene, 'start');
    case 'grab-end':
      return grab(state, scene, 'end');
    case 'confirm':
      return keepBorder(state, mode);
    default:
      return step(state, say('annotate.border-held'));
  }
}

function pressKeyOnTarget(state: Interaction, scene: Scene, mode: ModeOf<'target'>, { command, digit }: KeyGesture): Step | undefined {
  if (digit === 0) return pickNobody(state, scene, mode);
  if (digit !== null) return pickTarget(state, scene, mode, digit - 1);
  switch (command) {
    case 'link':
      return pickTarget(state, scene, mode, 0);
    case 'confirm':
      return pickTarget(state, scene, mode, mode.cursor);
    case 'next':
      return moveCursor(state, scene, mode, 1);
    case 'previous':
      return moveCursor(state, scene, mode, -1);
    case 'grab-end':
      return switchCandidates(state, scene, mode);
    default:
      return undefined;
  }
}

function pressKeyOnChoice(
  state: Interaction, scene: Scene, mode: ModeOf<'relation' | 'unlink'>, { command, digit }: KeyGesture,
): Step | undefined {
  if (digit !== null) return digit === 0 ? step(state) : pick(state, scene, digit - 1);
  // The same key again means the one that is meant most often.
  if (mode.kind === 'unlink' && command === 'unlink') return pickUnlink(state, scene, mode, -1);
  if (mode.kind === 'relation' && command === 'relation') return pickRelation(state, scene, mode, 0);
  return undefined;
}

/** The keys as the key sheet explains them. */
function pressKeyAtRest(state: Interaction, scene: Scene, { command, digit, caret }: KeyGesture): Step {
  const focused = annotationIn(scene, state.focused);
  const onFocused = (act: (annotation: NonNullable<typeof focused>) => Step): Step =>
    focused ? act(focused) : step(state, refuse('annotate.nothing-focused'));
  const goTo = (region: Region): Step => onFocused(() => step({ ...state, mode: idle }, { kind: 'go', region }));
  switch (command) {
    case 'digit':
      return pressDigit(state, scene, digit);
    case 'next':
      return goToNeighbour(state, scene, caret, 1);
    case 'previous':
      return goToNeighbour(state, scene, caret, -1);
    case 'grow':
      return grow(state, scene, caret);
    case 'shrink':
      return shrink(state);
    case 'inside-marks':
      return selectInsideMarks(state, scene, caret);
    case 'add-piece':
      return collectSelection(state, scene);
    case 'grab-start':
      return onFocused(() => grab(state, scene, 'start'));
    case 'grab-end':
      return onFocused(() => grab(state, scene, 'end'));
    case 'link':
      return onFocused((annotation) => startLink(state, scene, annotation));
    case 'relation':
      return onFocused((annotation) => chooseRelation(state, scene, annotation));
    case 'unlink':
      return onFocused((annotation) => startUnlink(state, scene, annotation));
    case 'entity':
      return onFocused((annotation) =>
        labelIn(scene, annotation).entity
          ? step({ ...state, mode: { kind: 'entity', annotation: annotation.id } })
          : step(state, refuse('annotate.no-entity')),
      );
    case 'attributes':
      return goTo('attributes');
    case 'note':
      return goTo('note');
    case 'flag':
      return onFocused(({ id, flagged }) => step(state, perform({ name: 'set-flag', input: { annotation: id, flagged: !flagged } })));
    case 'delete':
      return onFocused((annotation) =>
        step(
          { ...state, mode: idle },
          { kind: 'caret', at: hull(annotation).start },
          perform({ name: 'remove', input: { annotation: annotation.id } }),
        ),
      );
    case 'confirm':
      return applyArmed(state, scene);
    case 'undo':
    case 'redo':
    case 'finish':
      return step({ ...state, mode: idle }, { kind: command });
    default:
      return step(state);
  }
}

function pressDigit(state: Interaction, scene: Scene, digit: Digit | null): Step {
  const def = scene.schema.labels.find(({ key }) => key === digit);
  return def ? applyLabel(state, scene, def) : step(state);
}

/** Escape takes back the last thing begun: the mode, then the selection, then the focus. */
function stepBack(state: Interaction): Step {
  if (state.mode.kind === 'armed') return step({ ...state, mode: idle }, say('annotate.disarmed'));
  if (state.mode.kind === 'border') return step({ ...state, mode: idle }, say('annotate.border-restored'));
  if (state.mode.kind !== 'idle') return step({ ...state, mode: idle }, { kind: 'go', region: 'text' });
  if (state.selection) return step({ ...state, selection: null, grownFrom: [] }, { kind: 'caret', at: state.selection.end });
  return step({ ...state, focused: null });
}

/** Is the key for this view, or for whatever has the focus (the caret, a list)? `mode` may be one that is about to begin. */
export function claims(state: Interaction, command: AnnotateCommand, mode: Mode['kind'] = state.mode.kind): boolean {
  switch (command) {
    case 'word-left':
    case 'word-right':
    case 'grapheme-left':
    case 'grapheme-right':
      return mode === 'border';
    case 'confirm':
      return mode === 'border' || mode === 'target' || (mode === 'armed' && state.selection !== null);
    case 'back':
      return mode !== 'idle' || state.selection !== null || state.focused !== null;
    default:
      return true;
  }
}

/** The mode that a key begins and whose own keys may be pressed before it has begun. */
export function opens(command: AnnotateCommand): Mode['kind'] | null {
  if (command === 'grab-start' || command === 'grab-end') return 'border';
  return command === 'link' || command === 'relation' ? 'target' : null;
}
