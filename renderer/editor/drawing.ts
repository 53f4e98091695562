import { codePointName, invisibleDefs, type InvisibleKind } from '../../shared/text/invisibles.ts';
import { type Box } from './boxes.ts';
import { type InvisibleShape } from './invisible-marks.ts';
import { type Badge, type GutterLine, type HandleShape, type LaneShape, type NumberShape, type Picture, type TintShape } from './picture.ts';
import { type Figure, redraw } from './redraw.ts';
import styles from './article-editor.module.css';

const svgNames = 'http://www.w3.org/2000/svg';

/** Badges that two rows of the gutter hold; the rest is counted. */
const gutterCapacity = 8;
/** CSS pixels that the tint stands out of the letters, above and below its box and at the ends. */
const outline = { block: -1, inline: 1.5, radius: 4 };

/** Draws what lies under the text of a paragraph: tints, then joints and lanes. Made of nodes, since Trusted Types allow no markup. */
export function drawUnder(layer: SVGElement, { tints, pending, lanes }: Picture): void {
  const [resting, raised, pieces, strokes] = groupsOf(layer);
  redraw(resting, tints.filter(({ emphasis }) => emphasis === 'plain').map((one) => figureOf(one, tintPath)));
  redraw(raised, tints.filter(({ emphasis }) => emphasis !== 'plain').map((one) => figureOf(one, tintPath)));
  redraw(pieces, pending.length > 0 ? [figureOf(pending, pendingPath)] : []);
  redraw(strokes, lanes.map((one) => figureOf(one, laneLine)));
}

type Groups = readonly [resting: Element, raised: Element, pieces: Element, lanes: Element];

function groupsOf(layer: SVGElement): Groups {
  if (!layer.firstElementChild) layer.append(...[styles.restingTints, styles.raisedTints, styles.pending, styles.lanes].map(group));
  return [...layer.children] as unknown as Groups;
}

/** `words`: what in it depends on the language of the interface. */
const figureOf = <Shape>(shown: Shape, draw: (shape: Shape) => Element, words = ''): Figure => ({ what: `${JSON.stringify(shown)} ${words}`, draw: () => draw(shown) });

/** What drawing needs in the language of the interface. */
export interface DrawnWords {
  digits(value: number): string;
  /** Names of the invisible characters that are marked. */
  readonly invisibles: ReadonlyMap<InvisibleKind, string>;
}

/**
 * Draws what lies over the text: marks of invisible characters, the gutter's badges, numbers to choose by, border handles.
 * No text nodes: the article's stay the only ones.
 */
export function drawOver(layer: Element, { invisibles, gutter, numbers, handles }: Picture, words: DrawnWords): void {
  redraw(layer, [
    ...invisibles.map((one) => figureOf(one, (shown) => invisibleMark(shown, words), words.invisibles.get(one.kind))),
    ...gutter.map((line) => gutterLine(line, words)),
    ...numbers.map((one) => figureOf(one, numberChip)),
    ...handles.map((one) => figureOf(one, borderHandle)),
  ]);
}

const ink = (label: number): string => `var(--ink-${label})`;
const tint = (label: number): string => `var(--tint-${label})`;

function group(name: string | undefined): SVGGElement {
  const made = document.createElementNS(svgNames, 'g');
  made.setAttribute('class', name ?? '');
  return made;
}

function shape(name: string | undefined, path: string, attributes: Readonly<Record<string, string>>): SVGPathElement {
  const made = document.createElementNS(svgNames, 'path');
  if (name !== undefined) made.setAttribute('class', name);
  made.setAttribute('d', path);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function laneLine({ annotation, label, kind, from, to, y, width, dashes }: LaneShape): SVGPathElement {
  const name = kind === 'joint' ? styles.joint : undefined;
  const paint = { stroke: ink(label), 'stroke-width': String(width), 'data-of': annotation };
  return shape(name, `M${px(from)} ${px(y)}H${px(to)}`, dashes.length === 0 ? paint : { ...paint, 'stroke-dasharray': dashes.join(' ') });
}

const pendingPath = (boxes: readonly Box[]): SVGPathElement => shape(styles.pendingPiece, outlines(boxes), {});

function tintPath({ label, emphasis, boxes }: TintShape): SVGPathElement {
  const name = { plain: undefined, related: styles.relatedTint, focused: styles.focusedTint }[emphasis];
  return shape(name, outlines(boxes), { fill: tint(label), ...(emphasis === 'plain' ? {} : { stroke: ink(label) }) });
}

const px = (value: number): number => Math.round(value * 100) / 100;

/** One path of rounded rectangles round the boxes. */
function outlines(boxes: readonly Box[]): string {
  return boxes
    .map((box) => {
      const width = box.right - box.left + 2 * outline.inline;
      const height = box.bottom - box.top + 2 * outline.block;
      const round = Math.min(outline.radius, width / 2);
      const arc = (x: number, y: number): string => `a${round} ${round} 0 0 1 ${px(x)} ${px(y)}`;
      const [across, down] = [px(width - 2 * round), px(height - 2 * round)];
      return (
        `M${px(box.left - outline.inline + round)} ${px(box.top - outline.block)}h${across}${arc(round, round)}v${down}${arc(-round, round)}` +
        `h${-across}${arc(-round, -round)}v${-down}${arc(round, -round)}z`
      );
    })
    .join('');
}

function element(name: string | undefined): HTMLElement {
  const made = document.createElement('span');
  made.className = name ?? '';
  return made;
}

function colour(target: HTMLElement, label: number): void {
  target.style.setProperty('--ink', ink(label));
  target.style.setProperty('--tint', tint(label));
}

function gutterLine({ top, bottom, badges, more }: GutterLine, { digits }: DrawnWords): Figure {
  const full = badges.length > gutterCapacity || (badges.length === gutterCapacity && more > 0);
  const shown = full ? badges.slice(0, gutterCapacity - 1) : badges;
  const uncounted = more + badges.length - shown.length;
  const inLine = [...shown.map((one) => figureOf(one, badgeSign)), ...(uncounted > 0 ? [figureOf(`+${digits(uncounted)}`, restSign)] : [])];
  return { ...figureOf({ top, bottom }, emptyGutterLine), fill: (line) => redraw(line, inLine) };
}

function emptyGutterLine({ top, bottom }: Pick<GutterLine, 'top' | 'bottom'>): HTMLElement {
  const made = element(styles.gutterLine);
  made.style.insetBlockStart = `${px(top)}px`;
  made.style.blockSize = `${px(bottom - top)}px`;
  return made;
}

function badgeSign({ annotation, label, text, emphasis, signs }: Badge): HTMLElement {
  const made = element(emphasis === 'plain' ? styles.badge : styles.raisedBadge);
  Object.assign(made.dataset, { text, annotation, ...(signs.length > 0 && { signs: signs.join(' ') }) });
  colour(made, label);
  return made;
}

function restSign(text: string): HTMLElement {
  const made = element(styles.more);
  made.dataset['text'] = text;
  return made;
}

function numberChip({ annotation, label, text, at }: NumberShape): HTMLElement {
  const made = element(styles.number);
  made.dataset['text'] = text;
  made.dataset['annotation'] = annotation;
  made.style.left = `${px(at.x)}px`;
  made.style.top = `${px(at.top)}px`;
  colour(made, label);
  return made;
}

/** A bar where a character without width stands, a trough under one with width; the half-space, the most frequent, has no letters. */
function invisibleMark({ kind, left, right, top, bottom }: InvisibleShape, { invisibles }: DrawnWords): HTMLElement {
  const made = element(left < right ? styles.invisibleGap : styles.invisibleBar);
  const { abbreviation, codePoint } = invisibleDefs[kind];
  made.dataset['invisible'] = kind;
  if (left === right && kind !== 'zwnj') made.dataset['text'] = abbreviation;
  made.title = `${invisibles.get(kind) ?? abbreviation} (${codePointName(codePoint)})`;
  made.style.left = `${px(left)}px`;
  made.style.top = `${px(top)}px`;
  made.style.height = `${px(bottom - top)}px`;
  if (left < right) made.style.width = `${px(right - left)}px`;
  return made;
}

/** The bar is three pixels wide; what the pointer can take is 24 × 24 round the knob, above the letters, and little of them. */
function borderHandle({ annotation, label, piece, edge, at }: HandleShape): HTMLElement {
  const made = element(at.inwards > 0 ? styles.handleOnLeft : styles.handleOnRight);
  Object.assign(made.dataset, { annotation, piece: String(piece), edge });
  made.style.left = `${px(at.x)}px`;
  made.style.top = `${px(at.top)}px`;
  made.style.setProperty('--letters', `${px(at.bottom - at.top)}px`);
  colour(made, label);
  return made;
}
