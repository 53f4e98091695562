import { type Span } from '../text/offsets.ts';
import { type AnnotationId, type EntityId, type LabelId } from './id.ts';

/** A marked thing in one Article: one Label over one or more Spans (an interrupted quote has two). */
export interface Annotation {
  readonly id: AnnotationId;
  readonly label: LabelId;
  /** At least one; in text order, without overlap. Offsets are UTF-16 code units. */
  readonly spans: readonly Span[];
  /** By attribute id of the Schema; every value is text (choice id, free text, date). */
  readonly attributes: Readonly<Record<string, string>>;
  /** The person or body in the world that this mention stands for. */
  readonly entity: EntityId | null;
  readonly note: string;
  /** The annotator is unsure and wants it discussed. */
  readonly flagged: boolean;
  readonly origin: 'manual' | 'suggested-accepted' | 'suggested-edited';
}

/** From the first character of the first Span to the last of the last, gaps included. */
export function hull(annotation: Annotation): Span {
  const first = annotation.spans[0];
  const last = annotation.spans.at(-1);
  if (!first || !last) throw new Error(`annotation ${annotation.id} has no span`);
  return { start: first.start, end: last.end };
}

/** Reading order: first start, then the longer one, then id. The order in which every file lists them. */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const [one, two] = [hull(a), hull(b)];
  return one.start - two.start || two.end - one.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((one, i) => one.start === b[i]?.start && one.end === b[i]?.end);
