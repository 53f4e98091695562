import { keyMap } from '../ui/keyboard.ts';

/** Keys that hold on every screen. Each does what the menu command of its name does. */
export const appKeys = keyMap([
  { chord: 'Ctrl+KeyK', command: 'palette', message: 'menu.palette' },
  { chord: 'Ctrl+KeyP', command: 'open-article', message: 'menu.open-article' },
  { chord: 'Ctrl+Shift+KeyF', command: 'search', message: 'menu.search' },
  { chord: 'Ctrl+KeyO', command: 'open-files', message: 'menu.open-files' },
  { chord: 'Ctrl+Shift+KeyO', command: 'open-folder', message: 'menu.open-folder' },
  { chord: 'Ctrl+Shift+KeyP', command: 'print', message: 'menu.print' },
  { chord: 'Ctrl+KeyE', command: 'export', message: 'menu.export' },
  { chord: 'Ctrl+KeyL', command: 'library', message: 'menu.library' },
  { chord: 'Ctrl+KeyB', command: 'schema', message: 'menu.schema' },
  { chord: 'Ctrl+KeyG', command: 'people', message: 'menu.people' },
  { chord: 'Ctrl+Shift+KeyH', command: 'exchange', message: 'menu.exchange' },
  { chord: 'Ctrl+KeyD', command: 'adjudicate', message: 'menu.adjudicate' },
  { chord: 'Ctrl+Shift+KeyY', command: 'past', message: 'menu.past' },
  { chord: 'Ctrl+Shift+KeyK', command: 'concordance', message: 'menu.concordance' },
  { chord: 'Ctrl+Shift+KeyB', command: 'questions', message: 'menu.questions' },
  { chord: 'Ctrl+KeyJ', command: 'agreement', message: 'menu.agreement' },
  { chord: 'Ctrl+KeyN', command: 'new-project', message: 'menu.new-project' },
  { chord: 'Ctrl+Equal', command: 'zoom-in', message: 'menu.zoom-in' },
  { chord: 'Ctrl+Shift+Equal', command: 'zoom-in', message: 'menu.zoom-in' },
  { chord: 'Ctrl+Minus', command: 'zoom-out', message: 'menu.zoom-out' },
  { chord: 'Ctrl+Digit0', command: 'zoom-reset', message: 'menu.zoom-reset' },
  { chord: 'F9', command: 'focus-mode', message: 'menu.focus-mode' },
  { chord: 'F11', command: 'full-screen', message: 'menu.full-screen' },
  { chord: 'Ctrl+Comma', command: 'settings', message: 'menu.settings' },
  { chord: 'F1', command: 'show-keys', message: 'menu.show-keys' },
  { chord: 'Shift+Slash', command: 'show-keys', message: 'menu.show-keys' },
]);

export type AppKeyCommand = (typeof appKeys)[number]['command'];
