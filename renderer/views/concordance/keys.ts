import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the concordance. */
export const concordanceKeys = keyMap([{ chord: 'Escape', command: 'leave-concordance', message: 'keys.leave-concordance' }]);
