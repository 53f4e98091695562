import { type Span, span } from '../../shared/text/offsets.ts';
import { type ArticleText } from './article-text.ts';
import { away, type Box, nearest } from './boxes.ts';
import { paragraphAt } from './paragraph-at.ts';
import { type ParagraphView } from './paragraph-view.ts';
import { type LineLayout } from './picture.ts';

/** A word or letter with the boxes it is drawn in. */
interface Target {
  readonly part: Span;
  readonly boxes: readonly Box[];
}

/** Finds text under the pointer, in viewport pixels. */
export interface HitTest {
  paragraph(y: number): ParagraphView | null;
  /** The nearest word or letter; an empty Span on an empty line. */
  text(x: number, y: number, unit: 'word' | 'grapheme'): Span | null;
  /** Where a caret belongs: the nearer end of the nearest letter. */
  caret(x: number, y: number): number | null;
  /** Forgets measured boxes: the layout changed. */
  forget(): void;
}

export function hitTest(
  article: ArticleText,
  paragraphs: () => readonly ParagraphView[],
  layout: (paragraph: ParagraphView) => LineLayout,
): HitTest {
  let measured = new WeakMap<ParagraphView, readonly Target[]>();

  const atHeight = (y: number): ParagraphView | null => paragraphAt(paragraphs(), y);
  /** Boxes count from the paragraph's corner, so scrolling does not outdate them. */
  const words = (paragraph: ParagraphView): readonly Target[] => {
    const known = measured.get(paragraph);
    if (known) return known;
    const targets = targetsOf(article, paragraph, article.words(paragraph.line), layout(paragraph));
    measured.set(paragraph, targets);
    return targets;
  };
  const find = (x: number, y: number, unit: 'word' | 'grapheme'): { readonly paragraph: ParagraphView; readonly target: Target } | null => {
    const paragraph = atHeight(y);
    if (!paragraph) return null;
    const { left, top } = paragraph.dom.getBoundingClientRect();
    const targets =
      unit === 'word' ? words(paragraph) : lettersNear(article, paragraph, layout(paragraph), words(paragraph), x - left, y - top);
    const target = nearest(targets, x - left, y - top);
    return target ? { paragraph, target } : null;
  };

  return {
    paragraph: atHeight,
    text(x, y, unit) {
      const found = find(x, y, unit);
      if (found) return found.target.part;
      const paragraph = atHeight(y);
      return paragraph ? span(article.line(paragraph.line).start, article.line(paragraph.line).start) : null;
    },
    caret(x, y) {
      const found = find(x, y, 'grapheme');
      const paragraph = found?.paragraph ?? atHeight(y);
      if (!paragraph) return null;
      const { start } = article.line(paragraph.line);
      if (!found) return start;
      const { part } = found.target;
      const inLine = span(part.start - start, part.end - start);
      const across = x - paragraph.dom.getBoundingClientRect().left;
      const [first, last] = [layout(paragraph).edge(inLine, 'start'), layout(paragraph).edge(inLine, 'end')];
      return !first || !last || Math.abs(across - first.x) <= Math.abs(across - last.x) ? part.start : part.end;
    },
    forget() {
      measured = new WeakMap();
    },
  };
}

function targetsOf(article: ArticleText, paragraph: ParagraphView, parts: readonly Span[], layout: LineLayout): readonly Target[] {
  const { start } = article.line(paragraph.line);
  return parts.map((part) => ({ part, boxes: layout.boxes(span(part.start - start, part.end - start)) }));
}

/** Letters of the line under the pointer only: those between the first and the last of its words. */
function lettersNear(
  article: ArticleText,
  paragraph: ParagraphView,
  layout: LineLayout,
  words: readonly Target[],
  x: number,
  y: number,
): readonly Target[] {
  const word = nearest(words, x, y);
  const letters = article.letters(paragraph.line);
  if (!word) return targetsOf(article, paragraph, letters, layout);
  const height = Math.min(...word.boxes.map((box) => away(y, box.top, box.bottom)));
  const near = words.filter(({ boxes }) => boxes.some((box) => away(y, box.top, box.bottom) <= height + 1));
  const from = Math.min(...near.map(({ part }) => part.start));
  const to = Math.max(...near.map(({ part }) => part.end));
  return targetsOf(
    article,
    paragraph,
    letters.filter((letter) => letter.end > from && letter.start < to),
    layout,
  );
}
