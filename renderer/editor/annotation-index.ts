import { type Annotation, compareAnnotations, hull, sameSpans } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { lineAt, type LineMap } from './positions.ts';

/** Annotations by line. What looks the same as before, be it a new value read from the store, is not drawn again. */
export interface AnnotationIndex {
  /** Takes the new list in; the lines whose drawing may differ. */
  update(annotations: readonly Annotation[]): ReadonlySet<number>;
  get(id: AnnotationId): Annotation | undefined;
  /** Annotations with a piece on the line, in reading order. */
  on(line: number): readonly Annotation[];
  /** Lines with a piece of the Annotation. */
  linesOf(id: AnnotationId): readonly number[];
  /** The number, from 1 in reading order, that the pieces of an interrupted Annotation carry; `null` for one in one piece. */
  number(id: AnnotationId): number | null;
}

export function annotationIndex(lines: LineMap): AnnotationIndex {
  let known: ReadonlyMap<AnnotationId, Annotation> = new Map();
  let numbers: ReadonlyMap<AnnotationId, number> = new Map();
  const byLine = new Map<number, readonly Annotation[]>();

  const linesOf = (annotation: Annotation): readonly number[] => linesWithPieces(lines, annotation);
  const leave = (annotation: Annotation, line: number): void => {
    byLine.set(
      line,
      (byLine.get(line) ?? []).filter((other) => other.id !== annotation.id),
    );
  };
  const enter = (annotation: Annotation, line: number): void => {
    byLine.set(line, [...(byLine.get(line) ?? []), annotation].sort(compareAnnotations));
  };

  return {
    update(annotations) {
      const next = new Map(annotations.map((annotation) => [annotation.id, annotation]));
      const nextNumbers = numbered(annotations);
      const touched = new Set<number>();
      for (const old of known.values()) {
        if (looksSame(old, next.get(old.id))) continue;
        for (const line of linesOf(old)) {
          touched.add(line);
          leave(old, line);
        }
      }
      for (const annotation of annotations) {
        const same = looksSame(annotation, known.get(annotation.id));
        if (same && numbers.get(annotation.id) === nextNumbers.get(annotation.id)) continue;
        for (const line of linesOf(annotation)) {
          touched.add(line);
          if (!same) enter(annotation, line);
        }
      }
      known = next;
      numbers = nextNumbers;
      return touched;
    },
    get: (id) => known.get(id),
    on: (line) => byLine.get(line) ?? [],
    linesOf: (id) => {
      const annotation = known.get(id);
      return annotation ? linesOf(annotation) : [];
    },
    number: (id) => numbers.get(id) ?? null,
  };
}

const looksSame = (a: Annotation, b: Annotation | undefined): boolean =>
  a === b || (b !== undefined && a.label === b.label && sameSpans(a.spans, b.spans));

function numbered(annotations: readonly Annotation[]): ReadonlyMap<AnnotationId, number> {
  const interrupted = annotations.filter((annotation) => annotation.spans.length > 1);
  return new Map([...interrupted].sort((a, b) => hull(a).start - hull(b).start).map((annotation, index) => [annotation.id, index + 1]));
}

/** Lines that the pieces of an Annotation touch. */
export function linesWithPieces(lines: LineMap, annotation: Annotation): readonly number[] {
  const found = new Set<number>();
  for (const { start, end } of annotation.spans) {
    const last = lineAt(lines, Math.max(start, end - 1));
    for (let line = lineAt(lines, start); line <= last; line++) found.add(line);
  }
  return [...found];
}
