/** What the pointer says while its button is down; viewport pixels. */
export interface DragPoint {
  readonly x: number;
  readonly y: number;
  readonly alt: boolean;
}

export interface Drag {
  readonly move: (point: DragPoint) => void;
  /** The button was released; nothing more follows. */
  readonly drop: () => void;
  /** Escape was pressed or the window lost the focus: all must be as before. */
  readonly cancel: () => void;
}

/** CSS pixels that the pointer may shake before a press becomes a drag. */
export const still = 4;

/** Within this many CSS pixels of the edge of the pane the text scrolls; the nearer, the faster. */
const scrollZone = 40;
/** CSS pixels a frame, at the edge itself and beyond. */
const fastest = 18;

/** Follows the pointer from a press until release, Escape or loss of the window. Returns a function that cancels. */
export function followDrag(dom: HTMLElement, press: MouseEvent, drag: Drag): () => void {
  const pane = scrollPane(dom);
  const ending = new AbortController();
  const { signal } = ending;
  let point: DragPoint = { x: press.clientX, y: press.clientY, alt: press.altKey };
  let frame = 0;
  /** Moves in a row that told of no button. */
  let loose = 0;

  const moveTo = (next: DragPoint): void => {
    point = next;
    drag.move(point);
  };
  const end = (how: () => void): void => {
    cancelAnimationFrame(frame);
    ending.abort();
    how();
  };
  const scroll = (): void => {
    const step = scrollStep(pane, point.y);
    const before = pane.scrollTop;
    if (step !== 0) pane.scrollTop += step;
    if (pane.scrollTop !== before) drag.move(point);
    frame = requestAnimationFrame(scroll);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      end(drag.cancel);
    } else if (event.key === 'Alt') {
      event.preventDefault();
      moveTo({ ...point, alt: event.type === 'keydown' });
    }
  };

  window.addEventListener(
    'mousemove',
    (event) => {
      // One such move may be a stray, which a screen sends of itself when a window goes away over this one; two mean that the release was missed.
      loose = event.buttons % 2 === 0 ? loose + 1 : 0;
      if (loose > 1) end(drag.drop);
      else if (loose === 0) moveTo({ x: event.clientX, y: event.clientY, alt: event.altKey });
    },
    { signal },
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      if (event.button !== 0) return;
      // Where it was let go counts, also where nothing told of the way there: a quick hand, a remote screen, a busy machine.
      if (event.clientX !== point.x || event.clientY !== point.y) moveTo({ x: event.clientX, y: event.clientY, alt: event.altKey });
      end(drag.drop);
    },
    { signal },
  );
  window.addEventListener('blur', () => end(drag.cancel), { signal });
  window.addEventListener('keydown', onKey, { signal, capture: true });
  window.addEventListener('keyup', onKey, { signal, capture: true });
  frame = requestAnimationFrame(scroll);
  return () => {
    if (!signal.aborted) end(drag.cancel);
  };
}

/** The nearest ancestor that scrolls. */
export function scrollPane(dom: HTMLElement): Element {
  for (let pane = dom.parentElement; pane; pane = pane.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(pane).overflowY)) return pane;
  }
  return document.scrollingElement ?? document.documentElement;
}

/** The part of a pane that can be seen, in viewport pixels. */
export function visiblePart(pane: Element): { readonly top: number; readonly bottom: number } {
  if (pane === document.scrollingElement) return { top: 0, bottom: window.innerHeight };
  const { top, bottom } = pane.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
}

function scrollStep(pane: Element, y: number): number {
  const { top, bottom } = visiblePart(pane);
  const above = Math.min(Math.max(top + scrollZone - y, 0), scrollZone);
  const below = Math.min(Math.max(y - (bottom - scrollZone), 0), scrollZone);
  return ((below - above) / scrollZone) * fastest;
}
