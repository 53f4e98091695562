import { useLayoutEffect } from 'react';
import { isTyping } from '../../ui/keyboard.ts';
import { type Desk } from './desk.ts';

/** Milliseconds from one look for the field to the next, and after which no field will come: the key that asked for it was refused. */
const step = 8;
const patience = 160;

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
 * What is typed after a key that leads into a field (P, M, Ctrl+F) while that key still waits for the store is the field's: it is pressed again as soon as
 * the field has the focus, and what follows its Enter goes on from there. Where no field comes, it is pressed again all the same: no key is lost.
 * A digit that answers whose name it is stays with the desk, which knows what it means.
 */
export function useTypedAhead(desk: Pick<Desk, 'leadsToField'>): void {
  useLayoutEffect(() => {
    let kept: readonly KeyboardEvent[] = [];
    let isPressing = false;
    let timer = 0;
    let waited = 0;

    const keep = (event: KeyboardEvent): void => {
      if (isPressing || event.isComposing || isTyping(event.target)) return;
      const field = desk.leadsToField();
      if (kept.length === 0) {
        const isAnswer = field === 'entity' && /^(?:Digit|Numpad)\d$/.test(event.code);
        if (field === null || isAnswer || !isOfField(event)) return;
        waited = 0;
        timer = window.setTimeout(look, step);
      }
      kept = [...kept, event];
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const look = (): void => {
      const isOnItsWay = desk.leadsToField() !== null;
      if (!isOnItsWay) waited += step;
      if (isOnItsWay || (!isTyping(document.activeElement) && waited < patience)) timer = window.setTimeout(look, step);
      else void press();
    };
    const press = async (): Promise<void> => {
      const keys = kept;
      kept = [];
      isPressing = true;
      for (const key of keys) {
        pressAgain(key);
        // What it led to is drawn before the next one.
        await Promise.resolve();
      }
      isPressing = false;
    };
    window.addEventListener('keydown', keep, { capture: true });
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('keydown', keep, { capture: true });
    };
  }, [desk]);
}
