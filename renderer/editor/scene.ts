import { type Annotation, compareAnnotations } from '../../shared/model/annotation.ts';
import { type AnnotationId } from '../../shared/model/id.ts';
import { type LabelDef, type Schema } from '../../shared/model/schema.ts';
import { type Invisible, invisiblesIn } from '../../shared/text/invisibles.ts';
import { type Span, span } from '../../shared/text/offsets.ts';
import { annotationIndex, linesWithPieces } from './annotation-index.ts';
import { type ArticleText } from './article-text.ts';
import { type ArticleEditorProps } from './editor-contract.ts';
import { lanesAt, usualLineHeight } from './lanes.ts';
import { marksOn, onLine } from './marks.ts';
import { type Emphasis, type LineLayout, type Picture, pictureOf } from './picture.ts';
import { lineAt } from './positions.ts';

/** What is to be seen, by line: knows which lines a change touches. */
export interface Scene {
  /** Takes new props in; the lines to draw again. */
  update(props: ArticleEditorProps): ReadonlySet<number>;
  /** Shows an Annotation as if it were already so (a border being dragged); `null` shows it as it is. */
  preview(annotation: Annotation | null): ReadonlySet<number>;
  annotation(id: AnnotationId): Annotation | undefined;
  /** Lines with a piece of the Annotation. */
  linesOf(id: AnnotationId): readonly number[];
  /** The Annotations whose pieces hold an offset of a line. */
  at(line: number, offset: number): readonly Annotation[];
  /** Index of the Annotation's Label in the Schema. */
  labelIndex(annotation: Annotation): number;
  picture(line: number, layout: LineLayout): Picture;
  /** A count in digits of the interface. */
  digits(value: number): string;
}

export function createScene(article: ArticleText, first: ArticleEditorProps): Scene {
  const index = annotationIndex(article.lines);
  let props = first;
  let labels = labelIndex(props);
  let numbers = numberFormat(props.language);
  let related: ReadonlySet<AnnotationId> = new Set();
  let previewed: Annotation | null = null;

  const linesOfSpans = (spans: readonly Span[]): readonly number[] =>
    spans.flatMap(({ start, end }) => {
      const from = lineAt(article.lines, start);
      return Array.from({ length: lineAt(article.lines, end) - from + 1 }, (_, after) => from + after);
    });
  const labelOf = ({ id, label }: Annotation): { readonly index: number; readonly label: LabelDef } => {
    const found = labels.get(label);
    if (!found) throw new Error(`label ${label} of ${id} is not in schema ${props.schema.id} ${props.schema.version}`);
    return found;
  };
  const invisiblesOn = (line: Span): readonly Invisible[] =>
    invisiblesIn(article.text, line).map(({ kind, span: { start, end } }) => ({ kind, span: span(start - line.start, end - line.start) }));
  const annotationsOn = (line: number): readonly Annotation[] => {
    const shown = previewed;
    if (!shown) return index.on(line);
    const others = index.on(line).filter(({ id }) => id !== shown.id);
    return linesWithPieces(article.lines, shown).includes(line) ? [...others, shown].sort(compareAnnotations) : others;
  };

  return {
    update(next) {
      const before = { props, related };
      const touched = new Set(index.update(next.annotations));
      props = next;
      related = new Set(next.related);
      const raised = new Set([...before.related, ...related, ...idsOf(before.props.focused), ...idsOf(next.focused)]);
      const emphasised = [...raised].filter(
        (id) => emphasis(id, before.props.focused, before.related) !== emphasis(id, next.focused, related),
      );
      for (const id of [...emphasised, ...changedBadges(before.props.badges, next.badges)]) add(touched, index.linesOf(id));
      if (before.props.pieces !== next.pieces) add(touched, linesOfSpans([...before.props.pieces, ...next.pieces]));
      const relabelled = !looksSame(before.props.schema, next.schema);
      if (relabelled) labels = labelIndex(next);
      if (before.props.language !== next.language) numbers = numberFormat(next.language);
      const everywhere = relabelled || before.props.language !== next.language || before.props.invisibles !== next.invisibles;
      if (everywhere) add(touched, article.lines.starts.keys());
      return touched;
    },
    preview(annotation) {
      const touched = [previewed, annotation].flatMap((one) => (one ? linesWithPieces(article.lines, one) : []));
      const stored = annotation ?? previewed;
      previewed = annotation;
      return new Set([...touched, ...(stored ? index.linesOf(stored.id) : [])]);
    },
    annotation: index.get,
    linesOf: index.linesOf,
    at: (line, offset) => index.on(line).filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset < end)),
    labelIndex: (annotation) => labelOf(annotation).index,
    picture(line, layout) {
      const place = article.line(line);
      return pictureOf(marksOn(place, annotationsOn(line)), layout, {
        label: ({ annotation }) => labelOf(annotation),
        emphasis: ({ annotation }) => emphasis(annotation.id, props.focused, related),
        number: ({ annotation }) => {
          const number = index.number(annotation.id);
          return number === null ? null : numbers.format(number);
        },
        badge: ({ annotation }) => props.badges.get(annotation.id) ?? null,
        pending: props.pieces.flatMap((piece) => onLine(piece, place) ?? []),
        invisibles: props.invisibles ? invisiblesOn(place) : [],
        lanes: lanesAt(props.lineHeight ?? usualLineHeight),
        length: place.end - place.start,
      });
    },
    digits: (value) => numbers.format(value),
  };
}

function emphasis(id: AnnotationId, focused: AnnotationId | null, related: ReadonlySet<AnnotationId>): Emphasis {
  if (id === focused) return 'focused';
  return related.has(id) ? 'related' : 'plain';
}

const idsOf = (id: AnnotationId | null): readonly AnnotationId[] => (id === null ? [] : [id]);

function add(lines: Set<number>, more: Iterable<number>): void {
  for (const line of more) lines.add(line);
}

/** Colours are not drawn but read by the style sheet, so they do not count. */
const looksSame = (a: Schema, b: Schema): boolean =>
  a === b || (a.labels.length === b.labels.length && a.labels.every((label, index) => sameSign(label, b.labels[index])));

const sameSign = (a: LabelDef, b: LabelDef | undefined): boolean => a.id === b?.id && a.badge === b.badge && a.pattern === b.pattern;

const labelIndex = ({ schema }: ArticleEditorProps) => new Map(schema.labels.map((label, index) => [label.id, { index, label }]));

const numberFormat = (language: ArticleEditorProps['language']): Intl.NumberFormat =>
  new Intl.NumberFormat(language === 'fa' ? 'fa-IR' : 'en', { useGrouping: false });

function changedBadges(before: ReadonlyMap<AnnotationId, string>, after: ReadonlyMap<AnnotationId, string>): readonly AnnotationId[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}
