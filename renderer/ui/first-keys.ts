/** True: the press is for this one, and nobody else hears it. */
export type FirstHearer = (event: KeyboardEvent) => boolean;

let hearers: readonly FirstHearer[] = [];

/**
 * Asks to hear keys before every screen, pane and dialog, whichever of them was in the page first. The function that it gives ends it.
 * All others listen in the order in which they were mounted, children before their parents: none of them can be sure to be first.
 */
export function hearFirst(hearer: FirstHearer): () => void {
  hearers = [...hearers, hearer];
  return () => {
    hearers = hearers.filter((one) => one !== hearer);
  };
}

// With the module, and so before anything is mounted.
window.addEventListener(
  'keydown',
  (event) => {
    if (!hearers.some((hears) => hears(event))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);
