import { scrollPane, visiblePart } from './drag.ts';

/** CSS pixels kept free above and below what is revealed. */
const margin = 72;
/** Where in the pane a revealed line comes to stand, from its top. */
const restingPlace = 0.35;
/** Frames to try: paragraphs never laid out have a guessed height, which is put right on the way. */
const attempts = 24;

/**
 * Scrolls the pane until a part of the text can be read; does nothing where it can already. `rectangle` gives where it is now, or `null`
 * while the browser has not laid it out, `paragraph` is what holds it. Whoever knows the pane says so: to look for it asks for all styles.
 */
export function reveal(paragraph: HTMLElement, rectangle: () => DOMRect | null, pane = scrollPane(paragraph), left = attempts): void {
  const place = rectangle();
  const { top, bottom } = visiblePart(pane);
  if (place && place.top >= top + margin && place.top <= bottom - margin) return;
  if (place) pane.scrollTop += place.top - (top + (bottom - top) * restingPlace);
  else paragraph.scrollIntoView({ block: 'center' });
  if (left > 1) requestAnimationFrame(() => reveal(paragraph, rectangle, pane, left - 1));
}
