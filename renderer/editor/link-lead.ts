import { type Connector } from './connector-layer.ts';
import { type DragPoint } from './drag.ts';

/** The line from a badge to the pointer. It begins where the badge was taken, though the text may have scrolled since. */
export function linkLead(container: HTMLElement, press: MouseEvent, label: number): (to: DragPoint) => Connector {
  const before = container.getBoundingClientRect();
  return ({ x, y }) => {
    const now = container.getBoundingClientRect();
    const from = point(press.clientX + now.left - before.left, press.clientY + now.top - before.top);
    return { from, to: point(x, y), label, loose: true };
  };
}

const point = (x: number, y: number): Connector['from'] => ({ x, top: y, bottom: y });
