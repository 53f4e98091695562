import { keyMap } from '../../ui/keyboard.ts';

/** The keys of an Article's past. */
export const pastKeys = keyMap([
  { chord: 'KeyK', command: 'past-earlier', message: 'keys.past-earlier' },
  { chord: 'KeyJ', command: 'past-later', message: 'keys.past-later' },
  { chord: 'Home', command: 'past-first', message: 'keys.past-first' },
  { chord: 'End', command: 'past-now', message: 'keys.past-now' },
  { chord: 'KeyW', command: 'past-whose', message: 'keys.past-whose' },
  { chord: 'KeyB', command: 'bring-back', message: 'keys.bring-back' },
  { chord: 'Escape', command: 'leave-past', message: 'keys.leave-past' },
]);
