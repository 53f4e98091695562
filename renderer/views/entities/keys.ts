import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the people screen. */
export const entitiesKeys = keyMap([
  { chord: 'Ctrl+KeyZ', command: 'undo', message: 'keys.undo' },
  { chord: 'Ctrl+KeyY', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Shift+KeyZ', command: 'redo', message: 'keys.redo' },
  { chord: 'Slash', command: 'search-people', message: 'keys.search-people' },
  { chord: 'Escape', command: 'leave-people', message: 'keys.leave-people' },
]);
