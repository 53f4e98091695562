import { type Box } from './boxes.ts';
import { type ReviewHatch, type ReviewLane, type ReviewPicture, type ReviewRowSigns } from './review-picture.ts';
import styles from './review-text.module.css';

const svgNames = 'http://www.w3.org/2000/svg';
/** Signs that one row of the gutter holds; the rest is counted. */
const capacity = 8;

/** Under the text: what has the focus, what is disputed, lanes. */
export function drawReviewUnder(picture: ReviewPicture): readonly SVGElement[] {
  const tints = group(styles.tints);
  if (picture.focused.length > 0) tints.append(path(styles.focused, rectangles(picture.focused)));
  if (picture.draft.length > 0) tints.append(path(styles.draft, rectangles(picture.draft)));
  const hatches = group(styles.hatches);
  hatches.append(...picture.hatches.flatMap(hatchPaths));
  const lanes = group(styles.lanes);
  lanes.append(...picture.lanes.map(lanePath));
  return [tints, hatches, lanes];
}

/** Beside the text: the sign of each case where it begins. No text nodes: the article's stay the only ones. */
export const drawReviewOver = (picture: ReviewPicture, digits: (value: number) => string): readonly HTMLElement[] =>
  picture.rows.map((row) => rowSigns(row, digits));

const px = (value: number): number => Math.round(value * 100) / 100;

function group(name: string | undefined): SVGGElement {
  const made = document.createElementNS(svgNames, 'g');
  made.setAttribute('class', name ?? '');
  return made;
}

function path(name: string | undefined, shape: string): SVGPathElement {
  const made = document.createElementNS(svgNames, 'path');
  made.setAttribute('class', name ?? '');
  made.setAttribute('d', shape);
  return made;
}

const rectangles = (boxes: readonly Box[]): string =>
  boxes.map(({ left, right, top, bottom }) => `M${px(left - 1)} ${px(top)}h${px(right - left + 2)}v${px(bottom - top)}h${px(left - right - 2)}z`).join('');

function lanePath({ case: key, label, from, to, y, width, dashes, kind, isSettled }: ReviewLane): SVGPathElement {
  const made = path(styles[kind], `M${px(from)} ${px(y)}H${px(to)}`);
  made.setAttribute('stroke', `var(--ink-${label})`);
  made.setAttribute('stroke-width', String(width));
  if (dashes.length > 0) made.setAttribute('stroke-dasharray', dashes.join(' '));
  made.dataset['case'] = key;
  if (isSettled) made.dataset['settled'] = '';
  return made;
}

/** Distance between two strokes of hatching, in CSS pixels. */
const hatchStep = 5;

/** Slanted strokes drawn one by one: a pattern would need an id of its own in each paragraph. */
function hatchPaths({ boxes, ticks }: ReviewHatch): readonly SVGPathElement[] {
  const strokes = boxes
    .map(({ left, right, top, bottom }) => {
      const height = bottom - top;
      const found: string[] = [];
      for (let at = left - height; at < right; at += hatchStep) {
        const [x1, x2] = [Math.max(at, left), Math.min(at + height, right)];
        if (x1 < x2) found.push(`M${px(x1)} ${px(bottom - (x1 - at))}L${px(x2)} ${px(bottom - (x2 - at))}`);
      }
      return found.join('');
    })
    .join('');
  const uprights = ticks.map(({ x, top, bottom }) => `M${px(x)} ${px(top - 2)}V${px(bottom + 4)}`).join('');
  return [path(styles.hatch, strokes), path(styles.tick, uprights)];
}

function rowSigns({ top, bottom, signs }: ReviewRowSigns, digits: (value: number) => string): HTMLElement {
  const made = document.createElement('span');
  made.className = styles.row ?? '';
  made.style.insetBlockStart = `${px(top)}px`;
  made.style.blockSize = `${px(bottom - top)}px`;
  const shown = signs.length > capacity ? signs.slice(0, capacity - 1) : signs;
  for (const { case: key, sign, kind, isSettled, isFocused } of shown) {
    const one = document.createElement('span');
    one.className = styles.sign ?? '';
    Object.assign(one.dataset, { text: sign, class: kind, case: key, settled: String(isSettled), focused: String(isFocused) });
    made.append(one);
  }
  if (shown.length < signs.length) {
    const rest = document.createElement('span');
    rest.className = styles.more ?? '';
    rest.dataset['text'] = `+${digits(signs.length - shown.length)}`;
    made.append(rest);
  }
  return made;
}
