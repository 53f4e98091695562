import { type Annotation } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { type Border } from './border-drag.ts';
import { covers } from './boxes.ts';
import { type HitTest } from './hit.ts';
import { type Painter } from './painter.ts';
import { type Scene } from './scene.ts';
import styles from './article-editor.module.css';

/** CSS pixels under a line of text that still belong to what is drawn there. */
const lanesBelow = 10;

/** The Annotations drawn at a point in viewport pixels, innermost first. */
export function annotationsAt(x: number, y: number, hit: HitTest, painter: Painter, scene: Scene): readonly Annotation[] {
  const paragraph = hit.paragraph(y);
  if (!paragraph) return [];
  const { left, top } = paragraph.dom.getBoundingClientRect();
  const found = painter.picture(paragraph.line)?.hits.filter(({ boxes }) => covers(boxes, x - left, y - top, lanesBelow)) ?? [];
  return found.flatMap(({ annotation }) => scene.annotation(annotation) ?? []).sort(inwards);
}

/** Order of Annotations in one place: the innermost first. */
export const inwards = (a: Annotation, b: Annotation): number => covered(a) - covered(b);

const covered = ({ spans }: Annotation): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** The Annotation that a badge or a number beside the text stands for. */
export const annotationOfSign = (target: HTMLElement): AnnotationId | null =>
  (target.dataset['annotation'] as AnnotationId | undefined) ?? null;

/** The Annotations whose badges or numbers lie at a point in viewport pixels. */
export const signsAt = (x: number, y: number): readonly AnnotationId[] =>
  document.elementsFromPoint(x, y).flatMap((one) => (one instanceof HTMLElement ? (annotationOfSign(one) ?? []) : []));

/** The border whose handle was pressed; `null` for anything else. */
export function borderOfHandle(target: HTMLElement, painter: Painter, scene: Scene): Border | null {
  const { annotation: id, piece, edge } = target.dataset;
  const dom = target.closest<HTMLElement>(`.${styles.paragraph}`);
  const paragraph = painter.paragraphs().find((one) => one.dom === dom);
  if (!dom || !paragraph || edge === undefined) return null;
  const handles = painter.picture(paragraph.line)?.handles ?? [];
  const handle = handles.find((one) => one.annotation === id && String(one.piece) === piece && one.edge === edge);
  const annotation = handle && scene.annotation(handle.annotation);
  if (!handle || !annotation) return null;
  const { left, top } = dom.getBoundingClientRect();
  return { annotation, piece: handle.piece, edge: handle.edge, x: left + handle.at.x, top: top + handle.at.top, inwards: handle.at.inwards };
}
