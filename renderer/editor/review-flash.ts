import { type Span } from '../../shared/text/offsets.ts';
import { createTextLayer, rectangleFrom } from './text-layer.ts';
import styles from './review-text.module.css';

/** A light that goes out by itself over words that an eye has to find: where they are in one column after another. */
export interface Flash {
  show(span: Span): void;
  /** What could not be drawn before may have been laid out by now. */
  touch(): void;
  destroy(): void;
}

/** Milliseconds; the style sheet says the same. */
const duration = 300;

/** `rectangles`: those of the letters of a Span, in viewport pixels; none while they are not laid out. */
export function createFlash(container: HTMLElement, rectangles: (span: Span) => readonly DOMRect[]): Flash {
  let waiting: Span | null = null;
  let lit: readonly DOMRect[] = [];
  let timer = 0;
  const layer = createTextLayer(
    container,
    styles.flash ?? '',
    () => {
      const found = waiting ? rectangles(waiting) : [];
      if (found.length === 0) return lit;
      waiting = null;
      lit = found;
      timer = window.setTimeout(() => {
        lit = [];
        layer.touch();
      }, duration);
      return lit;
    },
    rectangleFrom,
  );
  return {
    show(span) {
      window.clearTimeout(timer);
      lit = [];
      waiting = span;
      layer.touch();
    },
    touch() {
      if (waiting) layer.touch();
    },
    destroy() {
      window.clearTimeout(timer);
      layer.destroy();
    },
  };
}
