import { type Annotation } from '../../shared/model/annotation.ts';
import { type ArticleText } from './article-text.ts';
import { type Anchor, nearestEnds, type PieceEnd } from './connector-path.ts';
import { type Connector } from './connector-layer.ts';
import { type ArticleEditorProps } from './editor-contract.ts';
import { onLine } from './marks.ts';
import { type Painter } from './painter.ts';
import { type ParagraphView } from './paragraph-view.ts';
import { type LineLayout } from './picture.ts';
import { lineAt } from './positions.ts';
import { type Scene } from './scene.ts';

/** What the connectors are read from. */
export interface Drawn {
  readonly article: ArticleText;
  readonly painter: Painter;
  readonly scene: Scene;
  layout(paragraph: ParagraphView): LineLayout;
}

/** From what has the focus to each Annotation it is related to, and to no other: arcs at rest would hide the text. */
export function focusConnectors({ focused, related }: Pick<ArticleEditorProps, 'focused' | 'related'>, drawn: Drawn): readonly Connector[] {
  const annotation = focused === null ? undefined : drawn.scene.annotation(focused);
  if (!annotation) return [];
  return related.flatMap((id) => {
    const other = drawn.scene.annotation(id);
    const ends = other && nearestEnds(annotation, other);
    const from = ends && anchorOf(annotation, ends.from, drawn);
    const to = ends && anchorOf(other, ends.to, drawn);
    return from && to ? [{ from, to, label: drawn.scene.labelIndex(other), loose: false }] : [];
  });
}

/** Where an end of a piece is drawn, in viewport pixels; of a paragraph that is not laid out, the place where it will be. */
function anchorOf({ spans }: Annotation, { piece, edge }: PieceEnd, { article, painter, layout }: Drawn): Anchor | null {
  const whole = spans[piece];
  if (!whole) throw new Error(`piece ${piece} of ${spans.length}`);
  const line = lineAt(article.lines, edge === 'start' ? whole.start : whole.end - 1);
  const paragraph = painter.paragraph(line);
  const part = onLine(whole, article.line(line));
  if (!paragraph || !part) return null;
  const box = paragraph.dom.getBoundingClientRect();
  const middle = { x: box.left + box.width / 2, top: box.top, bottom: box.bottom };
  const at = paragraph.skipped ? null : layout(paragraph).edge(part, edge);
  return at ? { x: box.left + at.x, top: box.top + at.top, bottom: box.top + at.bottom } : middle;
}
