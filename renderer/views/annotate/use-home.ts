import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type EditorHandle } from '../../editor/editor-contract.ts';

/**
 * Annotating has two homes: the text, and the list that is its equivalent for whoever does not see it. Gives the way back to the one
 * that the person came from. What has the focus and goes away (a button of a label just deleted) would take the focus with it: it is
 * given to the home then.
 */
export function useHome(root: RefObject<HTMLElement | null>, editor: RefObject<EditorHandle | null>): () => void {
  const last = useRef<Element | null>(null);
  const list = useRef<HTMLElement | null>(null);

  const goHome = useCallback(() => {
    if (list.current?.isConnected) list.current.focus();
    else editor.current?.focus();
  }, [editor]);

  useLayoutEffect(() => {
    const box = root.current;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      last.current = target;
      const role = target.getAttribute('role');
      if (role === 'listbox') list.current = target;
      else if (role === 'textbox') list.current = null;
    };
    box?.addEventListener('focusin', remember);
    return () => box?.removeEventListener('focusin', remember);
  }, [root]);

  useLayoutEffect(() => {
    if (last.current && !last.current.isConnected && document.activeElement === document.body) goHome();
  });
  return goHome;
}
