import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the schema screen. */
export const schemaKeys = keyMap([
  { chord: 'Ctrl+KeyZ', command: 'undo', message: 'keys.undo' },
  { chord: 'Ctrl+KeyY', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+Shift+KeyZ', command: 'redo', message: 'keys.redo' },
  { chord: 'Ctrl+ArrowUp', command: 'part-up', message: 'keys.part-up' },
  { chord: 'Ctrl+ArrowDown', command: 'part-down', message: 'keys.part-down' },
  { chord: 'Escape', command: 'leave-schema', message: 'keys.leave-schema' },
]);
