import { type ArticleText } from './article-text.ts';
import { annotationsAt, inwards } from './drawn-under-pointer.ts';
import { type Point, type PressedPlace } from './editor-contract.ts';
import { type HitTest } from './hit.ts';
import { type Painter } from './painter.ts';
import { lineAt } from './positions.ts';
import { type Scene } from './scene.ts';
import { rectanglesOf } from './text-rectangles.ts';

export interface PlaceParts {
  readonly article: ArticleText;
  readonly hit: HitTest;
  readonly painter: Painter;
  readonly scene: Scene;
}

/** What lies at a point in viewport pixels; `null` in a text without a line. */
export function placeAt(at: Point, { hit, painter, scene }: PlaceParts): PressedPlace | null {
  const paragraph = hit.paragraph(at.y);
  return paragraph && { annotations: annotationsAt(at.x, at.y, hit, painter, scene).map(({ id }) => id), line: paragraph.line, at };
}

/** What lies at the caret, told with the place under the letter behind it. */
export function placeAtCaret(caret: number, { article, painter, scene }: PlaceParts): PressedPlace | null {
  const line = lineAt(article.lines, caret);
  const paragraph = painter.paragraph(line);
  if (!paragraph) return null;
  const letters = article.letters(line);
  const letter = letters.find(({ end }) => caret < end) ?? letters.at(-1);
  const drawn = letter ? rectanglesOf(letter, article, painter)[0] : undefined;
  const { left, right, bottom } = drawn ?? paragraph.dom.getBoundingClientRect();
  return { annotations: [...scene.at(line, caret)].sort(inwards).map(({ id }) => id), line, at: { x: (left + right) / 2, y: bottom } };
}

/** A menu that a key asked for has no pointer that it belongs to. */
export const isAskedByKey = (event: MouseEvent): boolean => event instanceof PointerEvent && event.pointerType === '';
