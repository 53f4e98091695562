import { type ParagraphDirections } from '../../shared/bridge.ts';
import { type ArticleText } from './article-text.ts';
import { type ParagraphView } from './paragraph-view.ts';

/** Where the paragraphs of an Article are found. */
export interface TurnParts {
  readonly article: ArticleText;
  readonly painter: { paragraph(line: number): ParagraphView | undefined };
}

/** Lays lines out as is said now; true where one is laid out anew. Only those are asked that somebody has set: an article has thousands. */
export function turnParagraphs({ article, painter }: TurnParts, now: ParagraphDirections = {}, before: ParagraphDirections = {}): boolean {
  const lines = Object.keys({ ...before, ...now }).map(Number);
  return lines.filter((line) => painter.paragraph(line)?.turn(now[line] ?? article.direction(line)) === true).length > 0;
}

/** In which a line is laid out. */
export const shownDirection = ({ article, painter }: TurnParts) => (line: number) => painter.paragraph(line)?.direction ?? article.direction(line);
