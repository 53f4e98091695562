import { keyMap } from '../../ui/keyboard.ts';

/** The keys of adjudication (design/review.md 2.4): by their place on the board. */
export const adjudicateKeys = keyMap([
  { chord: 'Digit1', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit2', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit3', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit4', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit5', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit6', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit7', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit8', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'Digit9', command: 'accept-reading', message: 'keys.accept-reading' },
  { chord: 'KeyM', command: 'merge-readings', message: 'keys.merge-readings' },
  { chord: 'KeyE', command: 'edit-gold', message: 'keys.edit-gold' },
  { chord: 'KeyX', command: 'reject-readings', message: 'keys.reject-readings' },
  { chord: 'KeyS', command: 'defer-case', message: 'keys.defer-case' },
  { chord: 'KeyG', command: 'ask-guideline', message: 'keys.ask-guideline' },
  { chord: 'KeyU', command: 'undecidable-case', message: 'keys.undecidable-case' },
  { chord: 'KeyJ', command: 'next-case', message: 'keys.next-case' },
  { chord: 'KeyK', command: 'previous-case', message: 'keys.previous-case' },
  { chord: 'KeyN', command: 'next-open', message: 'keys.next-open' },
  { chord: 'KeyL', command: 'take-link', message: 'keys.take-link' },
  { chord: 'Shift+KeyL', command: 'refuse-link', message: 'keys.refuse-link' },
  { chord: 'KeyH', command: 'only-open', message: 'keys.only-open' },
  { chord: 'KeyV', command: 'side-by-side', message: 'keys.side-by-side' },
  { chord: 'KeyB', command: 'accept-unanimous', message: 'keys.accept-unanimous' },
  { chord: 'KeyT', command: 'same-decision', message: 'keys.same-decision' },
  { chord: 'Shift+KeyT', command: 'all-of-one', message: 'keys.all-of-one' },
  { chord: 'KeyA', command: 'add-missed', message: 'keys.add-missed' },
  { chord: 'KeyC', command: 'comment', message: 'keys.comment' },
  { chord: 'KeyR', command: 'return-work', message: 'keys.return-work' },
  { chord: 'KeyI', command: 'audit', message: 'keys.audit' },
  { chord: 'ArrowLeft', command: 'move-end', message: 'keys.move-end' },
  { chord: 'ArrowRight', command: 'move-end', message: 'keys.move-end' },
  { chord: 'Ctrl+ArrowLeft', command: 'move-end', message: 'keys.move-end' },
  { chord: 'Ctrl+ArrowRight', command: 'move-end', message: 'keys.move-end' },
  { chord: 'Shift+ArrowLeft', command: 'move-start', message: 'keys.move-start' },
  { chord: 'Shift+ArrowRight', command: 'move-start', message: 'keys.move-start' },
  { chord: 'Ctrl+Shift+ArrowLeft', command: 'move-start', message: 'keys.move-start' },
  { chord: 'Ctrl+Shift+ArrowRight', command: 'move-start', message: 'keys.move-start' },
  { chord: 'Enter', command: 'keep-edit', message: 'keys.confirm' },
  { chord: 'Ctrl+Enter', command: 'seal-gold', message: 'keys.seal-gold' },
  { chord: 'Ctrl+KeyZ', command: 'undo', message: 'keys.undo' },
  { chord: 'Ctrl+KeyY', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Shift+KeyZ', command: 'redo', message: 'keys.redo' },
  { chord: 'Escape', command: 'leave-adjudication', message: 'keys.leave-adjudication' },
]);

export type AdjudicateCommand = (typeof adjudicateKeys)[number]['command'];

/** The keys of «my labels against gold». */
export const goldKeys = keyMap([
  { chord: 'KeyJ', command: 'next-case', message: 'keys.next-difference' },
  { chord: 'KeyK', command: 'previous-case', message: 'keys.previous-difference' },
  { chord: 'KeyH', command: 'only-differing', message: 'keys.only-differing' },
  { chord: 'Escape', command: 'leave-gold', message: 'gold-view.back' },
]);
