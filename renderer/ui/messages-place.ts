import { useLayoutEffect } from 'react';

/** CSS pixels that stay between a message and the buttons under it. */
const gap = 10;
/** The lowest part of the window, in CSS pixels, where messages lie when nothing keeps them from it: room for three. */
const reach = 220;

/** Feet of the open dialogs, where their buttons are. */
const feet = new Set<HTMLElement>();

/** How far above the end of the window messages have to lie, so that they cover no buttons of a dialog; 0: where they lie usually. */
function lift(): number {
  const { innerHeight } = window;
  return Math.max(0, ...[...feet].map((foot) => foot.getBoundingClientRect()).map(({ top, bottom }) => (bottom > innerHeight - reach ? innerHeight - top + gap : 0)));
}

const place = (): void => document.documentElement.style.setProperty('--messages-lift', `${Math.ceil(lift())}px`);

/** While a dialog is open, messages do not lie over its buttons, however high it is. */
export function useMessagesAbove(foot: HTMLElement | null): void {
  useLayoutEffect(() => {
    const dialog = foot?.parentElement;
    if (!foot || !dialog) return undefined;
    feet.add(foot);
    place();
    const watch = new ResizeObserver(place);
    for (const box of [foot, dialog, document.documentElement]) watch.observe(box);
    return () => {
      watch.disconnect();
      feet.delete(foot);
      place();
    };
  }, [foot]);
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
