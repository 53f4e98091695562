import { useLayoutEffect } from 'react';

/** CSS pixels that stay between a message and a dialog above it, and the end of the window under it (`--space-4` in `Toast.module.css`). */
const gap = 16;

/** Where the messages stand. */
let messages: HTMLElement | null = null;
/** The places of the open dialogs: each fills the window. */
const dialogs = new Set<HTMLElement>();

function place(): void {
  messages?.toggleAttribute('data-below', dialogs.size > 0);
  const height = messages?.offsetHeight ?? 0;
  for (const dialog of dialogs) dialog.style.setProperty('--messages-below', height === 0 ? '0px' : `${height + 2 * gap}px`);
}

/** Tells the dialogs how high the messages are. */
export function useMessagesHere(element: HTMLElement | null): void {
  useLayoutEffect(() => {
    if (!element) return undefined;
    messages = element;
    place();
    const watch = new ResizeObserver(place);
    watch.observe(element);
    return () => {
      watch.disconnect();
      messages = null;
      place();
    };
  }, [element]);
}

/** While a dialog is open, messages lie below it, at the end of the window, and it ends above them: they cover nothing of what is to be read and decided. */
export function useMessagesBelow(dialog: HTMLElement | null): void {
  useLayoutEffect(() => {
    if (!dialog) return undefined;
    dialogs.add(dialog);
    place();
    return () => {
      dialogs.delete(dialog);
      place();
    };
  }, [dialog]);
}

/**
 * Where something to decide with, or to read, stands at the end of the screen, messages lie beside it, over the main part of the screen and no wider than
 * that. It is written on the root of the page: a selector that looks for it (`:has`) would be asked again by the browser for each node that comes or goes.
 * `isShown`: the screen is there, and not only what waits for it.
 */
export function useMessagesBeside(isShown = true): void {
  useLayoutEffect(() => {
    const main = isShown ? document.querySelector('main') : null;
    if (!main) return undefined;
    const { documentElement: root } = document;
    const put = (): void => {
      const { left, right, width } = main.getBoundingClientRect();
      const aside = getComputedStyle(root).direction === 'rtl' ? left : root.clientWidth - right;
      root.style.setProperty('--messages-aside', `${Math.round(aside)}px`);
      root.style.setProperty('--messages-room', `${Math.round(width)}px`);
    };
    // Whatever moves it makes it wider or narrower, too.
    const watch = new ResizeObserver(put);
    watch.observe(main);
    put();
    return () => {
      watch.disconnect();
      for (const property of ['--messages-aside', '--messages-room']) root.style.removeProperty(property);
    };
  }, [isShown]);
}
