import { type AnnotateCommand } from './keys.ts';
import { type Interaction, type Mode } from './mode.ts';

/** Is the key for this view, or for whatever has the focus (the caret, a list)? `mode` may be one that is about to begin. */
export function claims(state: Interaction, command: AnnotateCommand, mode: Mode['kind'] = state.mode.kind): boolean {
  switch (command) {
    case 'word-left':
    case 'word-right':
    case 'grapheme-left':
    case 'grapheme-right':
      return mode === 'border' || mode === 'proposal';
    case 'tick':
      return mode === 'proposal';
    case 'confirm':
      return mode === 'border' || mode === 'proposal' || mode === 'target' || (mode === 'armed' && state.selection !== null);
    case 'back':
      return mode !== 'idle' || state.selection !== null || state.focused !== null;
    default:
      return true;
  }
}

/** The mode that a key begins and whose own keys may be pressed before it has begun. */
export function opens(command: AnnotateCommand): Mode['kind'] | null {
  if (command === 'grab-start' || command === 'grab-end') return 'border';
  if (command === 'frame' || command === 'same-text') return 'proposal';
  return command === 'link' || command === 'relation' ? 'target' : null;
}
