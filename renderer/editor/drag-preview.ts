import { type Span } from '../../shared/text/offsets.ts';
import { createTextLayer, rectangleFrom } from './text-layer.ts';
import styles from './article-editor.module.css';

/** What a drag would select if it ended now. While there is one, the browser's own selection is not seen: at bidi edges it looks torn. */
export interface DragPreview {
  show(span: Span | null): void;
  /** The text scrolled, or was laid out again. */
  touch(): void;
  destroy(): void;
}

/** `rectangles`: those of the letters of a Span, in viewport pixels, one for each line and direction run. */
export function createDragPreview(container: HTMLElement, rectangles: (span: Span) => readonly DOMRect[]): DragPreview {
  let shown: Span | null = null;
  const layer = createTextLayer(container, styles.dragPreview ?? '', () => (shown ? rectangles(shown) : []), rectangleFrom);
  return {
    show(span) {
      if (span?.start === shown?.start && span?.end === shown?.end) return;
      shown = span;
      container.toggleAttribute('data-previews', span !== null);
      layer.touch();
    },
    touch() {
      if (shown) layer.touch();
    },
    destroy: layer.destroy,
  };
}
