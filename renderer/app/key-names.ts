import { type MessageValues } from '../messages/translate.ts';
import { chordText } from '../ui/cap.ts';
import { type KeyMap } from '../ui/keyboard.ts';

/** The keys as messages name them: the first one of command `grab-start` is `{key_grab_start}`. */
export const keyNames = (bindings: KeyMap): MessageValues =>
  Object.fromEntries(bindings.toReversed().map(({ command, chord }) => [`key_${command.replaceAll('-', '_')}`, chordText(chord)]));
