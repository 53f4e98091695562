import { useMessages } from '../../messages/MessagesProvider.tsx';
import { useMenuCommand } from '../../ui/menu-commands.ts';
import { type Reading } from './reading.ts';

interface FocusMode {
  /** How one gets out again. */
  readonly hint: string;
  /** False when it was not on. */
  readonly leave: () => boolean;
}

/** Text and gutter, nothing else; what is said while one gets in is how one gets out. `onEnter` takes the focus out of the panels. */
export function useFocusMode({ isFocusMode, onFocusMode }: Reading, say: (words: string) => void, onEnter: () => void): FocusMode {
  const { t } = useMessages();
  const hint = t('focus-mode.leave');
  useMenuCommand('focus-mode', () => {
    onFocusMode(!isFocusMode);
    if (isFocusMode) return;
    say(hint);
    onEnter();
  });
  return {
    hint,
    leave: () => {
      onFocusMode(false);
      return isFocusMode;
    },
  };
}
