import { type Annotation, hull } from '../../../shared/model/annotation.ts';
import { grab, keepBorder, moveBorder } from './border.ts';
import { copyAttributes } from './copying.ts';
import { goToFlagged, goToNeighbour } from './focusing.ts';
import { type KeyGesture } from './gesture.ts';
import { grow, selectClause, selectQuote, shrink } from './growing.ts';
import { type AnnotateCommand } from './keys.ts';
import { applyArmed, applyLabel, collectSelection } from './labelling.ts';
import { chooseRelation, moveCursor, pick, pickNobody, pickTarget, startLink, startUnlink, switchCandidates } from './linking.ts';
import { idle, type Interaction, type ModeOf, perform, refuse, type Region, say, type Step, step } from './mode.ts';
import { accept, adjust, holdEdge, moveToProposal, proposeFrame, proposeSame, tick } from './proposal.ts';
import { annotationIn, labelIn, type Scene } from './scene.ts';
import { pickWho } from './who.ts';

type Act = (state: Interaction, scene: Scene, key: KeyGesture) => Step;
/** `undefined`: the mode has no meaning of its own for the key. */
type ModeAct = (state: Interaction, scene: Scene, key: KeyGesture) => Step | undefined;

/** What a key does in the present mode. A question that is open is left by every key that does not answer it. */
export function pressKey(state: Interaction, scene: Scene, key: KeyGesture): Step {
  if (key.command === 'back') return stepBack(state);
  const { mode } = state;
  switch (mode.kind) {
    case 'border':
      return pressOnBorder(mode, state, scene, key);
    case 'target':
      return pressOnTarget(mode)(state, scene, key) ?? pressUsual({ ...state, mode: idle }, scene, key);
    case 'relation':
    case 'unlink':
      return pressOnChoice(mode)(state, scene, key) ?? pressUsual({ ...state, mode: idle }, scene, key);
    case 'proposal':
      return pressOnProposal(mode)(state, scene, key) ?? pressUsual({ ...state, mode: idle }, scene, key);
    case 'entity':
      if (key.digit !== null) return pickWho(state, scene, mode, key.digit - 1);
      return pressUsual({ ...state, mode: idle }, scene, key);
    case 'idle':
    case 'armed':
    case 'pieces':
      return pressUsual(state, scene, key);
  }
}

/** The held border hears its own keys alone: nothing else may happen to a half-moved Annotation. */
function pressOnBorder(mode: ModeOf<'border'>, state: Interaction, scene: Scene, { command, directions }: KeyGesture): Step {
  switch (command) {
    case 'word-left':
      return moveBorder(state, scene, mode, 'word', 'left', directions);
    case 'word-right':
      return moveBorder(state, scene, mode, 'word', 'right', directions);
    case 'grapheme-left':
      return moveBorder(state, scene, mode, 'grapheme', 'left', directions);
    case 'grapheme-right':
      return moveBorder(state, scene, mode, 'grapheme', 'right', directions);
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

const pressOnTarget = (mode: ModeOf<'target'>): ModeAct => (state, scene, { command, digit }) => {
  if (digit !== null) return digit === 0 ? pickNobody(state, scene, mode) : pickTarget(state, scene, mode, digit - 1);
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
};

const pressOnProposal = (mode: ModeOf<'proposal'>): ModeAct => (state, scene, { command, directions }) => {
  switch (command) {
    case 'confirm':
      return accept(state, mode);
    case 'tick':
      return tick(state, scene, mode, mode.cursor);
    case 'next':
      return moveToProposal(state, scene, mode, 1);
    case 'previous':
      return moveToProposal(state, scene, mode, -1);
    case 'grab-start':
      return holdEdge(state, mode, 'start');
    case 'grab-end':
      return holdEdge(state, mode, 'end');
    case 'word-left':
      return adjust(state, scene, mode, 'word', 'left', directions);
    case 'word-right':
      return adjust(state, scene, mode, 'word', 'right', directions);
    case 'grapheme-left':
      return adjust(state, scene, mode, 'grapheme', 'left', directions);
    case 'grapheme-right':
      return adjust(state, scene, mode, 'grapheme', 'right', directions);
    default:
      return undefined;
  }
};

/** The key that asked, pressed again, means the answer that is meant most often. */
const pressOnChoice = (mode: ModeOf<'relation' | 'unlink'>): ModeAct => (state, scene, { command, digit }) => {
  if (digit !== null) return digit === 0 ? step(state) : pick(state, scene, digit - 1);
  if (command !== mode.kind) return undefined;
  return pick(state, scene, mode.kind === 'unlink' ? -1 : 0);
};

const pressUsual: Act = (state, scene, key) => usual[key.command]?.(state, scene, key) ?? step(state);

/** For keys that need a focused Annotation. */
const onFocused = (act: (state: Interaction, scene: Scene, annotation: Annotation) => Step): Act => (state, scene) => {
  const annotation = annotationIn(scene, state.focused);
  return annotation ? act(state, scene, annotation) : step(state, refuse('annotate.nothing-focused'));
};
const goTo = (region: Region): Act => onFocused((state) => step({ ...state, mode: idle }, { kind: 'go', region }));
const store = (kind: 'undo' | 'redo' | 'finish'): Act => (state) => step({ ...state, mode: idle }, { kind });

/** The keys as the key sheet explains them. */
const usual: Readonly<Partial<Record<AnnotateCommand, Act>>> = {
  digit: (state, scene, { digit }) => {
    const def = scene.schema.labels.find(({ key }) => key === digit);
    return def ? applyLabel(state, scene, def) : step(state, refuse('annotate.no-label-here', { n: digit ?? 0 }));
  },
  next: (state, scene, { caret }) => goToNeighbour(state, scene, caret, 1),
  previous: (state, scene, { caret }) => goToNeighbour(state, scene, caret, -1),
  grow: (state, scene, { caret }) => grow(state, scene, caret),
  shrink,
  quote: (state, scene, { caret }) => selectQuote(state, scene, caret),
  clause: (state, scene, { caret }) => selectClause(state, scene, caret),
  frame: onFocused(proposeFrame),
  'same-text': proposeSame,
  'copy-attributes': onFocused(copyAttributes),
  'next-flagged': (state, scene, { caret }) => goToFlagged(state, scene, caret),
  find: (state) => step({ ...state, mode: idle }, { kind: 'go', region: 'find' }),
  'add-piece': collectSelection,
  'grab-start': (state, scene) => grab(state, scene, 'start'),
  'grab-end': (state, scene) => grab(state, scene, 'end'),
  link: onFocused(startLink),
  relation: onFocused(chooseRelation),
  unlink: onFocused(startUnlink),
  entity: onFocused((state, scene, annotation) =>
    labelIn(scene, annotation).entity
      ? step({ ...state, mode: { kind: 'entity', annotation: annotation.id } })
      : step(state, refuse('annotate.no-entity')),
  ),
  attributes: goTo('attributes'),
  note: goTo('note'),
  flag: onFocused((state, _, { id, flagged }) => step(state, perform({ name: 'set-flag', input: { annotation: id, flagged: !flagged } }))),
  delete: onFocused((state, _, annotation) =>
    step(
      { ...state, mode: idle },
      { kind: 'caret', at: hull(annotation).start },
      perform({ name: 'remove', input: { annotation: annotation.id } }),
    ),
  ),
  confirm: applyArmed,
  undo: store('undo'),
  redo: store('redo'),
  finish: store('finish'),
};

/** Escape takes back the last thing begun: the mode, then the selection, then the focus. */
function stepBack(state: Interaction): Step {
  if (state.mode.kind === 'armed') return step({ ...state, mode: idle }, say('annotate.disarmed'));
  if (state.mode.kind === 'border') return step({ ...state, mode: idle }, say('annotate.border-restored'));
  if (state.mode.kind !== 'idle') return step({ ...state, mode: idle }, { kind: 'go', region: 'text' });
  if (state.selection) return step({ ...state, selection: null, grownFrom: [] }, { kind: 'caret', at: state.selection.end });
  return step({ ...state, focused: null, anchor: null });
}
