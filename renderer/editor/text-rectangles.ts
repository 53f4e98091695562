import { type Span } from '../../shared/text/offsets.ts';
import { type ArticleText } from './article-text.ts';
import { onLine } from './marks.ts';
import { type Painter } from './painter.ts';
import { lineAt } from './positions.ts';
import { textRectangles } from './text-layout.ts';

/** What is drawn of a Span, in viewport pixels, from the top downwards; nothing of paragraphs that are not laid out. */
export function rectanglesOf(whole: Span, article: ArticleText, painter: Pick<Painter, 'paragraph'>): readonly DOMRect[] {
  const found: DOMRect[] = [];
  for (let line = lineAt(article.lines, whole.start); line <= lineAt(article.lines, whole.end); line++) {
    const paragraph = painter.paragraph(line);
    const part = onLine(whole, article.line(line));
    if (!paragraph || paragraph.skipped || !part) continue;
    found.push(...textRectangles(paragraph, part).filter((one) => one.width > 0));
  }
  return found.sort((a, b) => a.top - b.top);
}

/** The rectangle round everything on the last line of text. */
export function lastLine(rectangles: readonly DOMRect[]): DOMRect | null {
  const last = rectangles.at(-1);
  if (!last) return null;
  const line = rectangles.filter((one) => one.top < last.bottom && one.bottom > last.top);
  const left = Math.min(...line.map((one) => one.left));
  const right = Math.max(...line.map((one) => one.right));
  return new DOMRect(left, last.top, right - left, last.height);
}
