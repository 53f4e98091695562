/** Something to be drawn: the same `what` always comes to the same node. */
export interface Figure {
  readonly what: string;
  readonly draw: () => Element;
}

const drawn = new WeakMap<Element, ReadonlyMap<string, Element>>();

/**
 * Brings a layer to show these figures, in this order. What it showed before stays the node that it was, in its place: a label more or less
 * costs the browser style, layout and paint of one, not of all that stand in the paragraph. Nobody else may add nodes to the layer.
 */
export function redraw(layer: Element, figures: readonly Figure[]): void {
  const before = drawn.get(layer) ?? new Map<string, Element>();
  const after = new Map<string, Element>();
  for (const { what, draw } of figures) {
    const which = unused(after, what);
    after.set(which, before.get(which) ?? draw());
  }
  for (const [what, node] of before) if (!after.has(what)) node.remove();
  let place = layer.firstElementChild;
  for (const node of after.values()) {
    if (node === place) place = place.nextElementSibling;
    else layer.insertBefore(node, place);
  }
  drawn.set(layer, after);
}

/** Two that look the same are still two. */
function unused(taken: ReadonlyMap<string, Element>, what: string): string {
  let which = what;
  for (let copy = 2; taken.has(which); copy++) which = `${what} ${copy}`;
  return which;
}
