import { type ReactNode, useCallback, useRef } from 'react';
import { useMessages } from '../messages/MessagesProvider.tsx';
import { useToast } from './Toast.tsx';

export interface UndoOffer {
  readonly offer: (words: ReactNode, onUndo: () => void) => void;
  /** Another step is taken, or the offered one taken back: a press on the button would undo something else now. */
  readonly withdraw: () => void;
}

/** Says what was done, with a button that takes it back for as long as it is the last step. */
export function useUndoOffer(): UndoOffer {
  const { t } = useMessages();
  const toast = useToast();
  const close = useRef<(() => void) | null>(null);
  const withdraw = useCallback(() => {
    close.current?.();
    close.current = null;
  }, []);
  const offer = useCallback(
    (words: ReactNode, onUndo: () => void) => {
      withdraw();
      close.current = toast(words, { actionLabel: t('annotate.undo'), onAction: onUndo });
    },
    [withdraw, toast, t],
  );
  return { offer, withdraw };
}
