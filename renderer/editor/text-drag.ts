import { type Span, span } from '../../shared/text/offsets.ts';
import { snap, type SnapUnit } from '../../shared/text/snap.ts';
import { type ArticleText, type Unit } from './article-text.ts';
import { type ClickCount } from './click-count.ts';
import { type Drag, type DragPoint, still } from './drag.ts';
import { type HitTest } from './hit.ts';

/** A selection with its direction: the head is the end that moves. Offsets in the article. */
export interface Selected {
  readonly anchor: number;
  readonly head: number;
}

export interface TextDragHost {
  readonly article: ArticleText;
  readonly hit: HitTest;
  readonly clicks: ClickCount;
  /** What selecting takes at least while Alt is not held. */
  unit(): SnapUnit;
  selection(): Selected;
  /** Shows what would be selected now; nothing is selected by it. */
  preview(span: Span | null): void;
  /** Shows a selection without reporting it. */
  show(selection: Selected): void;
  /** Tells that the person selected this. */
  report(selection: Span, additive: boolean): void;
  /** The pointer was pressed and released in place. */
  press(x: number, y: number): void;
}

/** Unit by the number of clicks; a single press takes the usual one once it moves. */
function unitOfClicks(clicks: number, usual: SnapUnit): Unit {
  if (clicks >= 4) return 'paragraph';
  if (clicks === 3) return 'sentence';
  return clicks === 1 && usual === 'letter' ? 'grapheme' : 'word';
}

/** Selecting with the pointer: whole units from the one under the press to the one under the release, in logical order. */
export function textDrag(press: MouseEvent, host: TextDragHost): Drag {
  const { article, hit } = host;
  const before = host.selection();
  const clicks = host.clicks.of(press);
  const additive = press.ctrlKey || press.metaKey;
  const withoutAlt = unitOfClicks(clicks, host.unit());
  const unitFor = (alt: boolean): Unit => (alt ? 'grapheme' : withoutAlt);
  const find = (x: number, y: number, unit: Unit): Span | null => {
    const found = hit.text(x, y, unit === 'grapheme' ? 'grapheme' : 'word');
    return found && article.widen(found, unit);
  };
  /** Found at once: the text may scroll away under the press. */
  const pressed = { usual: find(press.clientX, press.clientY, withoutAlt), withAlt: find(press.clientX, press.clientY, 'grapheme') };
  let hasMoved = false;
  let taken: { readonly range: Selected; readonly unit: Unit } | null = null;

  /** What is taken as it will be: without blanks and marks at its edges. */
  const cleaned = (): Span | null => taken && snap(article.text, ordered(taken.range), taken.unit === 'grapheme' ? 'letter' : 'word');
  const take = ({ x, y, alt }: DragPoint): void => {
    const to = find(x, y, unitFor(alt));
    const from = press.shiftKey ? span(before.anchor, before.anchor) : alt ? pressed.withAlt : pressed.usual;
    if (!from || !to) return;
    taken = { range: between(from, to), unit: unitFor(alt) };
    host.preview(cleaned());
  };
  if (press.shiftKey || clicks > 1) take({ x: press.clientX, y: press.clientY, alt: press.altKey });

  return {
    move(point) {
      hasMoved ||= Math.hypot(point.x - press.clientX, point.y - press.clientY) > still;
      if (taken || hasMoved) take(point);
    },
    drop() {
      host.preview(null);
      if (hasMoved) host.clicks.dragged(press);
      const clean = cleaned();
      if (!taken || !clean) {
        host.press(press.clientX, press.clientY);
        return;
      }
      const forward = taken.range.anchor <= taken.range.head;
      host.show(forward ? { anchor: clean.start, head: clean.end } : { anchor: clean.end, head: clean.start });
      host.report(clean, additive);
    },
    cancel: () => host.preview(null),
  };
}

const between = (from: Span, to: Span): Selected =>
  to.start >= from.start
    ? { anchor: from.start, head: Math.max(from.end, to.end) }
    : { anchor: Math.max(from.end, to.end), head: to.start };

export const ordered = ({ anchor, head }: Selected): Span => span(Math.min(anchor, head), Math.max(anchor, head));
