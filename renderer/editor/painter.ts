import { type ParagraphView } from './paragraph-view.ts';
import { type Picture } from './picture.ts';

/** Drawing that one frame may take, in milliseconds; what is left over follows in the next. */
const frameBudget = 4;

export interface PaintingHand {
  /** Reads the layout; must not write to the DOM. */
  readonly look: (paragraph: ParagraphView) => Picture;
  readonly draw: (paragraph: ParagraphView, picture: Picture) => void;
}

/** Redraws the layers of paragraphs that changed and are on the screen; the others wait until they are scrolled to. */
export interface Painter {
  touch(lines: Iterable<number>): void;
  touchAll(): void;
  /** What was last drawn there. */
  picture(line: number): Picture | undefined;
  /** The paragraph is new, or the browser lays it out again. */
  shown(paragraph: ParagraphView): void;
  paragraph(line: number): ParagraphView | undefined;
  /** In text order. */
  paragraphs(): readonly ParagraphView[];
  destroy(): void;
}

export function createPainter(hand: PaintingHand): Painter {
  const paragraphs: ParagraphView[] = [];
  const pictures = new Map<number, Picture>();
  const stale = new Set<number>();
  let frame = 0;

  const schedule = (): void => {
    frame ||= requestAnimationFrame(paint);
  };
  const paint = (): void => {
    frame = 0;
    const begin = performance.now();
    const seen: (readonly [ParagraphView, Picture])[] = [];
    let waiting = false;
    for (const line of stale) {
      const paragraph = paragraphs[line];
      if (!paragraph || paragraph.skipped || !paragraph.dom.isConnected) continue;
      if (performance.now() - begin > frameBudget) {
        waiting = true;
        break;
      }
      stale.delete(line);
      seen.push([paragraph, hand.look(paragraph)]);
    }
    for (const [paragraph, picture] of seen) {
      pictures.set(paragraph.line, picture);
      hand.draw(paragraph, picture);
    }
    if (waiting) schedule();
  };

  return {
    touch(lines) {
      for (const line of lines) stale.add(line);
      if (stale.size > 0) schedule();
    },
    touchAll() {
      paragraphs.forEach((_, line) => stale.add(line));
      schedule();
    },
    picture: (line) => pictures.get(line),
    shown(paragraph) {
      const fresh = paragraphs[paragraph.line] !== paragraph;
      paragraphs[paragraph.line] = paragraph;
      if (fresh) stale.add(paragraph.line);
      schedule();
    },
    paragraph: (line) => paragraphs[line],
    paragraphs: () => paragraphs,
    destroy() {
      cancelAnimationFrame(frame);
      frame = -1;
    },
  };
}
