import { type Translator } from '../../messages/translate.ts';
import { chordText } from '../../ui/cap.ts';
import { type Refusal } from '../../ui/key-choices.ts';
import { type Chord } from '../../ui/keyboard.ts';

/** «X، Del» in one line. */
export const chordsText = (chords: readonly Chord[]): string => chords.map(chordText).join(' / ');

/** Why the keys that were pressed cannot be chosen. */
export function refusalWords(t: Translator['t'], refusal: Refusal): string {
  switch (refusal.kind) {
    case 'layout':
    case 'modifier':
      return t(`keys.refused.${refusal.kind}`);
    case 'system':
    case 'fixed':
      return t(`keys.refused.${refusal.kind}`, { keys: chordText(refusal.chord) });
    case 'taken':
      return t('keys.refused.taken', { keys: chordText(refusal.chord), command: t(refusal.by.message) });
  }
}
