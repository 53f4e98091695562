import { type Direction } from '../../shared/text/direction.ts';
import { type Span, span } from '../../shared/text/offsets.ts';
import { type ArticleText } from './article-text.ts';
import { type Box, joined, middle, sameLine } from './boxes.ts';
import { type SpanEdge } from './editor-contract.ts';
import { type ParagraphView } from './paragraph-view.ts';
import { type Edge, type LineLayout } from './picture.ts';

/** Middle of the first lane below the baseline, in em: under the deepest Persian letter. */
const firstLane = 0.54;

/** Of the reading font, in em. */
interface FontMetrics {
  readonly ascent: number;
  readonly descent: number;
}

/** Asks the browser for the metrics by which it makes the boxes of text runs. */
function fontMetrics(element: HTMLElement): FontMetrics {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('no 2D canvas to measure the font with');
  const size = 100;
  context.font = `${size}px ${getComputedStyle(element).fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('ن');
  return { ascent: fontBoundingBoxAscent / size, descent: fontBoundingBoxDescent / size };
}

/** The layouts of one text's paragraphs, with what of them was measured. */
export interface TextLayouts {
  of(paragraph: ParagraphView): LineLayout;
  /** The layout changes: lines may break elsewhere, or the font is another. */
  forget(): void;
}

export function textLayouts(container: HTMLElement, article: ArticleText): TextLayouts {
  let metrics: FontMetrics | null = null;
  let measured = new WeakMap<ParagraphView, Measured>();
  return {
    of(paragraph) {
      const known = measured.get(paragraph) ?? new Map();
      measured.set(paragraph, known);
      return layoutOf(paragraph, (metrics ??= fontMetrics(container)), (offset) => article.cluster(paragraph.line, offset), known);
    },
    forget() {
      metrics = null;
      measured = new WeakMap();
    },
  };
}

/** Boxes of parts of one paragraph, by start and end. They count from its corner, so that scrolling does not outdate them. */
type Measured = Map<string, readonly Box[]>;

/** Reads from the DOM where the letters of a paragraph stand, as far as it is not known. */
function layoutOf(paragraph: ParagraphView, metrics: FontMetrics, clusters: (offset: number) => Cluster, measured: Measured): LineLayout {
  let origin: DOMRect | null = null;
  const boxes = (part: Span): readonly Box[] => {
    const which = `${part.start} ${part.end}`;
    const known = measured.get(which);
    if (known) return known;
    const corner = (origin ??= paragraph.dom.getBoundingClientRect());
    const found = joined(textRectangles(paragraph, part).map((rectangle) => within(corner, rectangle)));
    // What the browser leaves out of the layout may have no places yet.
    if (!paragraph.skipped) measured.set(which, found);
    return found;
  };
  return {
    direction: paragraph.direction,
    boxes,
    edge: (part, edge) => edgeOf(part, edge, paragraph.direction, clusters, boxes),
    laneDrop: (box) => ((box.bottom - box.top) * (metrics.ascent + firstLane)) / (metrics.ascent + metrics.descent),
  };
}

/** One for all: the browser looks at each Range that was ever made, until it is collected, whenever a node comes or goes. */
let measuring: Range | null = null;

function rangeOf(text: Text, { start, end }: Span): Range {
  const range = (measuring ??= document.createRange());
  range.setStart(text, start);
  range.setEnd(text, end);
  return range;
}

/** What the browser draws of a part of the paragraph, in viewport pixels: one rectangle for each line and direction run, without blanks at which lines wrap. */
export function textRectangles({ text }: ParagraphView, part: Span): readonly DOMRect[] {
  if (!text || part.start >= part.end) return [];
  const drawn = [...rangeOf(text, part).getClientRects()];
  return drawn.filter((one, index) => !standsApart(one, drawn[index - 1], drawn[index + 1]) || !isBlank(one, part, text));
}

/**
 * True of what may be the blank at which a line wraps. It takes the paragraph's direction, not that of the words before it, and where these
 * differ it is drawn at the other end of the line, in a rectangle of its own: the last one of the line, in logical order.
 */
const standsApart = (one: DOMRect, before: DOMRect | undefined, after: DOMRect | undefined): boolean =>
  before !== undefined && after !== undefined && one.width < one.height / 2 && sameLine(before, one) && !sameLine(after, one);

/** Whether it is drawn for the last blank that lies no lower. Blanks are in the order of their lines, so that only a few are measured. */
function isBlank(drawn: DOMRect, { start, end }: Span, text: Text): boolean {
  const blanks = [...text.data.slice(start, end).matchAll(/\s/g)].map(({ index }) => start + index);
  const rectangleOf = (blank = 0): DOMRect => rangeOf(text, span(blank, blank + 1)).getBoundingClientRect();
  let [low, high] = [0, blanks.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (middle(rectangleOf(blanks[half])) < drawn.bottom) low = half + 1;
    else high = half;
  }
  if (low === 0) return false;
  const { left, right } = rectangleOf(blanks[low - 1]);
  return left >= drawn.left - meeting && right <= drawn.right + meeting;
}

const within = (origin: DOMRect, { left, right, top, bottom }: DOMRect): Box => ({
  left: left - origin.left,
  right: right - origin.left,
  top: top - origin.top,
  bottom: bottom - origin.top,
});

/** The grapheme cluster at an offset, and its neighbours; `null` at the ends of the line. */
export interface Cluster {
  readonly before: Span | null;
  readonly at: Span;
  readonly after: Span | null;
}

function edgeOf(
  part: Span,
  edge: SpanEdge,
  direction: Direction,
  clusters: (offset: number) => Cluster,
  boxes: (part: Span) => readonly Box[],
): Edge | null {
  const cluster = clusters(edge === 'start' ? part.start : part.end - 1);
  const box = boxes(cluster.at)[0];
  if (!box) return null;
  const rightToLeft = runDirection(box, cluster, direction, boxes) === 'rtl';
  const onRight = rightToLeft === (edge === 'start');
  return { x: onRight ? box.right : box.left, top: box.top, bottom: box.bottom, inwards: onRight ? -1 : 1 };
}

/** Letters next to each other in the text that also touch on the screen tell which way their run goes. */
function runDirection(box: Box, { before, after }: Cluster, otherwise: Direction, boxes: (part: Span) => readonly Box[]): Direction {
  const next = after ? boxes(after)[0] : undefined;
  const previous = before ? boxes(before)[0] : undefined;
  if (next && sameLine(next, box)) {
    if (meets(next.right, box.left)) return 'rtl';
    if (meets(next.left, box.right)) return 'ltr';
  }
  if (previous && sameLine(previous, box)) {
    if (meets(previous.left, box.right)) return 'rtl';
    if (meets(previous.right, box.left)) return 'ltr';
  }
  return otherwise;
}

/** CSS pixels that browsers round by. */
const meeting = 0.5;
const meets = (a: number, b: number): boolean => Math.abs(a - b) < meeting;
