import { useLayoutEffect } from 'react';
import { chordOf, isTyping } from './keyboard.ts';

/**
 * Keys pressed while a screen is still being opened: hands that know the way do not wait for it. What nobody else answers is kept, and is
 * pressed again, in order, once the screen listens. Kept keys that no screen asks for are forgotten.
 */
let kept: readonly KeyboardEventInit[] = [];

/** For the screen that comes next. */
export function keepForNext(events: readonly KeyboardEvent[]): void {
  const presses = events.map(({ key, code, location, repeat, ctrlKey, metaKey, shiftKey, altKey }) => ({
    key, code, location, repeat, ctrlKey, metaKey, shiftKey, altKey, bubbles: true, cancelable: true, composed: true,
  }));
  kept = [...kept, ...presses];
}

/** Begins to keep keys; the function that it gives ends it. */
export function keepKeys(): () => void {
  // After all who listen in the capture phase: what they answer, they stop.
  const keep = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || isTyping(event.target) || chordOf(event) === null) return;
    event.preventDefault();
    keepForNext([event]);
  };
  window.addEventListener('keydown', keep);
  return () => {
    window.removeEventListener('keydown', keep);
    setTimeout(() => (kept = []));
  };
}

/** Presses again what was kept, as soon as everything that mounts now listens. */
export function pressKept(): void {
  queueMicrotask(() => {
    const keys = kept;
    kept = [];
    for (const key of keys) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', key));
  });
}

/** Stands where a screen will be, and keeps the keys that are meant for it. */
export function KeysKept(): null {
  useLayoutEffect(keepKeys, []);
  return null;
}
