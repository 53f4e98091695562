import { type RefObject, useLayoutEffect, useRef } from 'react';
import { type ParagraphDirections } from '../../../shared/bridge.ts';
import { utf16 } from '../../../shared/text/offsets.ts';
import { type EditorHandle } from '../../editor/editor-contract.ts';
import { type Chord, type Digit, digitOf } from '../../ui/keyboard.ts';
import { type KeyHandlers, useKeys } from '../../ui/use-keys.ts';
import { type Desk } from './desk.ts';
import { type KeyGesture } from './gesture.ts';
import { type AnnotateCommand, annotateKeys } from './keys.ts';
import { type SelectionSource } from './labelling.ts';

const commands = [...new Set(annotateKeys.map(({ command }) => command))];

/** What the hands did last. A selection that keys make is not finished, one that the pointer has let go is. */
export interface LastInput {
  source: SelectionSource;
  /** A mouse button is held. */
  isDown: boolean;
}

export function useLastInput(): RefObject<LastInput> {
  const last = useRef<LastInput>({ source: 'keys', isDown: false });
  useLayoutEffect(() => {
    const ending = new AbortController();
    const on = (type: 'keydown' | 'mousedown' | 'mouseup' | 'dragend', next: Partial<LastInput>) =>
      window.addEventListener(type, () => Object.assign(last.current, next), { signal: ending.signal, capture: true });
    on('keydown', { source: 'keys' });
    on('mousedown', { source: 'pointer', isDown: true });
    on('mouseup', { source: 'pointer', isDown: false });
    // What the system drags, and what is let go in another window, ends without a release that the page hears of.
    on('dragend', { isDown: false });
    const { signal } = ending;
    window.addEventListener('mousemove', ({ buttons }) => (last.current.isDown &&= buttons > 0), { signal, capture: true, passive: true });
    // Not while capturing: elements that lose the focus are no windows.
    window.addEventListener('blur', () => (last.current.isDown = false), { signal });
    return () => ending.abort();
  }, []);
  return last;
}

interface KeyParts {
  readonly desk: Desk;
  readonly editor: RefObject<EditorHandle | null>;
  /** The whole view, and the pane of the text in it. */
  readonly root: RefObject<HTMLElement | null>;
  readonly pane: RefObject<HTMLElement | null>;
  readonly lastInput: RefObject<LastInput>;
  readonly directions: ParagraphDirections;
  /** From a panel back to where the person came from: the text, or the list. */
  readonly goHome: () => void;
  readonly onInvisibles: () => void;
  /** To the next thing that the checks have found. */
  readonly onFinding: () => void;
  /** Escape when there is nothing to take back; false leaves the key to whatever has the focus. */
  readonly onNothingBack: () => boolean;
}

/** Sends the keys of the view to the desk; while the pointer drags, Escape and the rest are the drag's. */
export function useAnnotateKeys({ desk, editor, root, pane, lastInput, directions, goHome, onInvisibles, onFinding, onNothingBack }: KeyParts): void {
  const isInText = () => document.activeElement === document.body || (pane.current?.contains(document.activeElement) ?? false);
  const gestureOf = (command: AnnotateCommand, digit: Digit | null): KeyGesture => ({
    kind: 'key', command, digit, caret: editor.current?.caret() ?? utf16(0), directions,
  });
  const press = (command: AnnotateCommand) => (chord: Chord): boolean => {
    if (lastInput.current.isDown) return false;
    // From a panel the first Escape leads back to where one came from, from the list to the text, unless a question is open.
    if (command === 'back' && !isInText() && desk.snapshot().state.mode.kind === 'idle') {
      if (document.activeElement?.getAttribute('role') === 'listbox') editor.current?.focus();
      else goHome();
      return true;
    }
    const gesture = gestureOf(command, digitOf(chord));
    if (!desk.hears(gesture)) return command === 'back' && onNothingBack();
    desk.gesture(gesture);
    return true;
  };
  const handlers = Object.fromEntries(commands.map((command) => [command, press(command)])) as KeyHandlers<AnnotateCommand>;
  const heard = (run: () => void) => () => {
    run();
    return true;
  };
  useKeys(annotateKeys, { ...handlers, invisibles: heard(onInvisibles), 'next-finding': heard(onFinding) }, root, {
    isPossible: (command) => desk.hears(gestureOf(command, null)),
  });
}
