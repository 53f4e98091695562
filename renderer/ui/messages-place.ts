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
 * Where the ways to decide stand at the end of the screen, messages lie beside them. It is said on the root of the page: a selector that looks
 * for it (`:has`) would be asked again by the browser for each node that comes or goes.
 */
export function useMessagesBeside(): void {
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    root.toggleAttribute('data-messages-beside', true);
    return () => void root.toggleAttribute('data-messages-beside', false);
  }, []);
}
