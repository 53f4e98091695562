import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the library. Arrows, Shift with arrows, Ctrl+A, Enter and Delete are the list's own. */
export const libraryKeys = keyMap([
  { chord: 'Space', command: 'preview', message: 'keys.preview' },
  { chord: 'Ctrl+KeyF', command: 'find', message: 'keys.find' },
  { chord: 'Shift+KeyT', command: 'tag-articles', message: 'keys.tag-articles' },
  { chord: 'Ctrl+Shift+KeyL', command: 'filter', message: 'keys.filter' },
  { chord: 'Ctrl+KeyZ', command: 'undo', message: 'keys.undo' },
  { chord: 'Ctrl+KeyY', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Shift+KeyZ', command: 'redo', message: 'keys.redo' },
  { chord: 'Escape', command: 'leave-selection', message: 'keys.leave-selection' },
]);
