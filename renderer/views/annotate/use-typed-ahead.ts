import { type RefObject, useLayoutEffect } from 'react';
import { isTyping } from '../../ui/keyboard.ts';
import { type Desk } from './desk.ts';

/** A key that writes, or that a field understands. */
const isOfField = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && ([...key].length === 1 || key === 'Enter' || key === 'Backspace');

/** Presses a key once more, on whatever has the focus now. */
function pressAgain({ key, code, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  const active = document.activeElement ?? document.body;
  const isLeft = active.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, ctrlKey, metaKey, altKey, bubbles: true, cancelable: true }));
  if (!isLeft || !isTyping(active)) return;
  if (key === 'Backspace') document.execCommand('delete');
  else if ([...key].length === 1) document.execCommand('insertText', false, key);
}

/**
 * What is typed after a key that leads into a field (P, M, Ctrl+F) while that key still waits for the store: it is the field's, and is typed there as soon
 * as the field has the focus; what follows its Enter goes on from there. A digit that answers whose name it is stays with the desk, which knows what it means.
 */
export function useTypedAhead(desk: Pick<Desk, 'leadsToField'>, root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const ending = new AbortController();
    let kept: readonly KeyboardEvent[] = [];
    const keep = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || !event.isTrusted) return;
      const field = desk.leadsToField();
      if (field === null) kept = [];
      const isDone = kept.some(({ key }) => key === 'Enter');
      if (field === null || event.isComposing || !(isDone || isOfField(event))) return;
      if (field === 'entity' && kept.length === 0 && /^(?:Digit|Numpad)\d$/.test(event.code)) return;
      kept = [...kept, event];
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const type = async (): Promise<void> => {
      const keys = kept;
      kept = [];
      for (const key of keys) {
        // What the one before led to is drawn first.
        await Promise.resolve();
        pressAgain(key);
      }
    };
    const box = root.current;
    window.addEventListener('keydown', keep, { capture: true, signal: ending.signal });
    box?.addEventListener('focusin', ({ target }) => kept.length > 0 && isTyping(target) && void type(), { signal: ending.signal });
    return () => ending.abort();
  }, [desk, root]);
}
