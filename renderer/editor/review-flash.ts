import { type Span } from '../../shared/text/offsets.ts';
import { createTextLayer, rectangleFrom } from './text-layer.ts';
import styles from './review-text.module.css';

/** A light that goes out by itself over words that an eye has to find: where they are in one column after another. */
export interface Flash {
  show(span: Span): void;
  /** The text scrolled, or was laid out further: what could not be drawn before may be drawn by now, and what is drawn has moved. */
  touch(): void;
  destroy(): void;
}

/** Milliseconds; the style sheet says the same. */
const duration = 300;

/** `rectangles`: those of the letters of a Span, in viewport pixels; none while they are not laid out. */
export function createFlash(container: HTMLElement, rectangles: (span: Span) => readonly DOMRect[]): Flash {
  let shown: Span | null = null;
  let isLit = false;
  let timer = 0;
  const end = (): void => {
    window.clearTimeout(timer);
    isLit = false;
    container.removeAttribute('data-flash');
  };
  const layer = createTextLayer(
    container,
    styles.flash ?? '',
    () => {
      const found = shown ? rectangles(shown) : [];
      if (found.length > 0 && !isLit) {
        isLit = true;
        container.setAttribute('data-flash', '');
        timer = window.setTimeout(() => {
          end();
          shown = null;
          layer.touch();
        }, duration);
      }
      return found;
    },
    rectangleFrom,
  );
  return {
    show(span) {
      end();
      shown = span;
      layer.touch();
    },
    touch() {
      if (shown) layer.touch();
    },
    destroy() {
      window.clearTimeout(timer);
      layer.destroy();
    },
  };
}
