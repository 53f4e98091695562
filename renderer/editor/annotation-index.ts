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
  let list: readonly Annotation[] = [];
  let numbers: ReadonlyMap<AnnotationId, number> = new Map();
  const known = new Map<AnnotationId, Annotation>();
  const byLine = new Map<number, readonly Annotation[]>();

  const linesOf = (annotation: Annotation): readonly number[] => linesWithPieces(lines, annotation);

  /** Those whose number is another one now. */
  const renumber = (): readonly Annotation[] => {
    const previous = numbers;
    numbers = numbered(list);
    return list.filter(({ id }) => previous.get(id) !== numbers.get(id));
  };

  return {
    update(annotations) {
      const { gone, come } = difference(list, annotations);
      const [before, after] = [byId(gone), byId(come)];
      const left = gone.filter((old) => !looksSame(old, after.get(old.id)));
      const entered = come.filter((one) => !looksSame(one, before.get(one.id)));
      for (const { id } of gone) known.delete(id);
      for (const one of come) known.set(one.id, one);
      list = annotations;

      const touched = new Set([...left, ...entered].flatMap(linesOf));
      const enteredOn = new Map<number, Annotation[]>();
      for (const one of entered) for (const line of linesOf(one)) enteredOn.set(line, [...(enteredOn.get(line) ?? []), one]);
      const leftIds = new Set(left.map(({ id }) => id));
      for (const line of touched) {
        const stayed = (byLine.get(line) ?? []).filter(({ id }) => !leftIds.has(id));
        byLine.set(line, [...stayed, ...(enteredOn.get(line) ?? [])].sort(compareAnnotations));
      }
      if ([...left, ...entered].some(isInterrupted)) for (const line of renumber().flatMap(linesOf)) touched.add(line);
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
  a === b ||
  (b !== undefined && a.label === b.label && a.flagged === b.flagged && (a.note === '') === (b.note === '') && sameSpans(a.spans, b.spans));

const byId = (annotations: readonly Annotation[]): ReadonlyMap<AnnotationId, Annotation> =>
  new Map(annotations.map((annotation) => [annotation.id, annotation]));

const isInterrupted = ({ spans }: Annotation): boolean => spans.length > 1;

/** What lies between the common beginning and the common end of two lists: after one key very little of them. */
function difference(
  before: readonly Annotation[],
  after: readonly Annotation[],
): { readonly gone: readonly Annotation[]; readonly come: readonly Annotation[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { gone: before.slice(start, before.length - end), come: after.slice(start, after.length - end) };
}

function numbered(annotations: readonly Annotation[]): ReadonlyMap<AnnotationId, number> {
  const interrupted = annotations.filter(isInterrupted);
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
