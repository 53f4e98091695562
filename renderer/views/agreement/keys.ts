import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the agreement screen. */
export const agreementKeys = keyMap([
  { chord: 'KeyR', command: 'reckon-agreement', message: 'keys.reckon-agreement' },
  { chord: 'KeyC', command: 'agreement-csv', message: 'keys.agreement-csv' },
  { chord: 'KeyT', command: 'agreement-methods', message: 'keys.agreement-methods' },
  { chord: 'Escape', command: 'leave-agreement', message: 'keys.leave-agreement' },
]);
