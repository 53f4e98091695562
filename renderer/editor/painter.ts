import { type ParagraphView } from './paragraph-view.ts';
import { type Picture } from './picture.ts';

/** Drawing that one frame may take, in milliseconds; what is left over follows in the next. */
const frameBudget = 4;

export interface PaintingHand<Drawn = Picture> {
  /** Reads the layout; must not write to the DOM. */
  readonly look: (paragraph: ParagraphView) => Drawn;
  readonly draw: (paragraph: ParagraphView, picture: Drawn) => void;
}

/** Redraws the layers of paragraphs that changed and are on the screen; the others wait until they are scrolled to. */
export interface Painter<Drawn = Picture> {
  touch(lines: Iterable<number>): void;
  touchAll(): void;
  /** What was last drawn there. */
  picture(line: number): Drawn | undefined;
  /** The paragraph is new, or the browser lays it out again. */
  shown(paragraph: ParagraphView): void;
  paragraph(line: number): ParagraphView | undefined;
  /** In text order. */
  paragraphs(): readonly ParagraphView[];
  destroy(): void;
}

export function createPainter<Drawn = Picture>(hand: PaintingHand<Drawn>): Painter<Drawn> {
  const paragraphs: ParagraphView[] = [];
  const pictures = new Map<number, Drawn>();
  const stale = new Set<number>();
  /** The stale ones on the screen: few, where all others of a long article wait. */
  const due = new Set<number>();
  let frame = 0;

  const schedule = (): void => {
    if (due.size > 0) frame ||= requestAnimationFrame(paint);
  };
  const spoil = (line: number): void => {
    stale.add(line);
    if (paragraphs[line]?.skipped === false) due.add(line);
  };
  const paint = (): void => {
    frame = 0;
    const begin = performance.now();
    const seen: (readonly [ParagraphView, Drawn])[] = [];
    for (const line of due) {
      if (performance.now() - begin > frameBudget) break;
      due.delete(line);
      const paragraph = paragraphs[line];
      if (!paragraph || paragraph.skipped || !paragraph.dom.isConnected) continue;
      stale.delete(line);
      seen.push([paragraph, hand.look(paragraph)]);
    }
    for (const [paragraph, picture] of seen) {
      pictures.set(paragraph.line, picture);
      hand.draw(paragraph, picture);
    }
    schedule();
  };

  return {
    touch(lines) {
      for (const line of lines) spoil(line);
      schedule();
    },
    touchAll() {
      paragraphs.forEach((_, line) => spoil(line));
      schedule();
    },
    picture: (line) => pictures.get(line),
    shown(paragraph) {
      const fresh = paragraphs[paragraph.line] !== paragraph;
      paragraphs[paragraph.line] = paragraph;
      if (fresh || stale.has(paragraph.line)) spoil(paragraph.line);
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
