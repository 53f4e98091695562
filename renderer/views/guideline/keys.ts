import { keyMap } from '../../ui/keyboard.ts';

/** The keys of the guideline beside a text: on other screens G is free for what is done there. */
export const guidelineKeys = keyMap([
  { chord: 'KeyG', command: 'guideline', message: 'menu.guideline' },
  { chord: 'Shift+KeyG', command: 'label-rule', message: 'menu.label-rule' },
]);
