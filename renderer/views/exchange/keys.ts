import { keyMap } from '../../ui/keyboard.ts';

export const exchangeKeys = keyMap([{ chord: 'Escape', command: 'leave-exchange', message: 'bar.library' }]);
