import { keyMap } from '../../ui/keyboard.ts';

/**
 * The keys of the annotation view, as the key sheet lists them. One key may mean something narrower in a mode: while a target is
 * being chosen, KeyJ goes to the next candidate. `interaction.ts` knows the modes; here is the board alone.
 */
export const annotateKeys = keyMap([
  { chord: 'Digit1', command: 'digit', message: 'keys.label' },
  { chord: 'Digit2', command: 'digit', message: 'keys.label' },
  { chord: 'Digit3', command: 'digit', message: 'keys.label' },
  { chord: 'Digit4', command: 'digit', message: 'keys.label' },
  { chord: 'Digit5', command: 'digit', message: 'keys.label' },
  { chord: 'Digit6', command: 'digit', message: 'keys.label' },
  { chord: 'Digit7', command: 'digit', message: 'keys.label' },
  { chord: 'Digit8', command: 'digit', message: 'keys.label' },
  { chord: 'Digit9', command: 'digit', message: 'keys.label' },
  { chord: 'Digit0', command: 'digit', message: 'keys.unknown' },
  { chord: 'KeyJ', command: 'next', message: 'keys.next' },
  { chord: 'KeyK', command: 'previous', message: 'keys.previous' },
  { chord: 'KeyQ', command: 'inside-marks', message: 'keys.inside-marks' },
  { chord: 'KeyW', command: 'grow', message: 'keys.grow' },
  { chord: 'Shift+KeyW', command: 'shrink', message: 'keys.shrink' },
  { chord: 'KeyC', command: 'add-piece', message: 'keys.add-piece' },
  { chord: 'KeyS', command: 'grab-start', message: 'keys.grab-start' },
  { chord: 'KeyE', command: 'grab-end', message: 'keys.grab-end' },
  { chord: 'ArrowLeft', command: 'word-left', message: 'keys.move-word' },
  { chord: 'ArrowRight', command: 'word-right', message: 'keys.move-word' },
  { chord: 'Ctrl+ArrowLeft', command: 'grapheme-left', message: 'keys.move-grapheme' },
  { chord: 'Ctrl+ArrowRight', command: 'grapheme-right', message: 'keys.move-grapheme' },
  { chord: 'KeyL', command: 'link', message: 'keys.link' },
  { chord: 'KeyR', command: 'relation', message: 'keys.relation' },
  { chord: 'KeyU', command: 'unlink', message: 'keys.unlink' },
  { chord: 'KeyP', command: 'entity', message: 'keys.entity' },
  { chord: 'KeyA', command: 'attributes', message: 'keys.attributes' },
  { chord: 'KeyM', command: 'note', message: 'keys.note' },
  { chord: 'KeyF', command: 'flag', message: 'keys.flag' },
  { chord: 'KeyX', command: 'delete', message: 'keys.delete' },
  { chord: 'Delete', command: 'delete', message: 'keys.delete' },
  { chord: 'Enter', command: 'confirm', message: 'keys.confirm' },
  { chord: 'Escape', command: 'back', message: 'keys.back' },
  { chord: 'Ctrl+KeyZ', command: 'undo', message: 'keys.undo' },
  { chord: 'Ctrl+KeyY', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Shift+KeyZ', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Enter', command: 'finish', message: 'keys.finish' },
]);

export type AnnotateCommand = (typeof annotateKeys)[number]['command'];
