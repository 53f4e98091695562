import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the agreement screen. */
export const agreementKeys = keyMap([
  { chord: 'Shift+KeyR', command: 'reckon-agreement', message: 'keys.reckon-agreement' },
  { chord: 'Shift+KeyC', command: 'agreement-csv', message: 'keys.agreement-csv' },
  { chord: 'Shift+KeyM', command: 'agreement-methods', message: 'keys.agreement-methods' },
  { chord: 'Escape', command: 'leave-agreement', message: 'keys.leave-agreement' },
]);
