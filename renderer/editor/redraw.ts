/** Something to be drawn: the same `what` always comes to the same node. */
export interface Figure {
  readonly what: string;
  readonly draw: () => Element;
  /** Shows within it what `what` does not speak of, each time. */
  readonly fill?: (node: Element) => void;
}

const drawn = new WeakMap<Element, ReadonlyMap<string, Element>>();

/**
 * Brings a layer to show these figures, in this order. What it showed before stays the node that it was, in its place: a label more or less
 * costs the browser style, layout and paint of one, not of all that stand in the paragraph. What goes becomes what comes, where it can: for a
 * node that goes, the browser looks through every selection that there was since it last collected its garbage. Nobody else may add nodes to
 * the layer.
 */
export function redraw(layer: Element, figures: readonly Figure[]): void {
  const before = drawn.get(layer) ?? new Map<string, Element>();
  const wanted = new Map<string, Figure>();
  for (const figure of figures) wanted.set(unused(wanted, figure.what), figure);
  const going = new Set([...before].flatMap(([which, node]) => (wanted.has(which) ? [] : [node])));
  const after = new Map<string, Element>();
  let place = layer.firstElementChild;
  for (const [which, { draw, fill }] of wanted) {
    const known = before.get(which);
    if (known) while (place && going.has(place)) place = place.nextElementSibling;
    const node = known ?? drawnBy(place && going.has(place) ? place : null, draw());
    going.delete(node);
    if (node === place) place = place.nextElementSibling;
    else layer.insertBefore(node, place);
    fill?.(node);
    after.set(which, node);
  }
  for (const node of going) node.remove();
  drawn.set(layer, after);
}

/** Two that look the same are still two. */
function unused(taken: ReadonlyMap<string, unknown>, what: string): string {
  let which = what;
  for (let copy = 2; taken.has(which); copy++) which = `${what} ${copy}`;
  return which;
}

/** The node that goes where it can look like the fresh one, else that one. */
const drawnBy = (going: Element | null, fresh: Element): Element => (going && become(going, fresh) ? going : fresh);

/** Makes a node look like the fresh one: only where both are a bare element of the same kind. */
function become(node: Element, fresh: Element): boolean {
  if (node.localName !== fresh.localName || node.firstChild || fresh.firstChild) return false;
  for (const name of node.getAttributeNames()) if (!fresh.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of fresh.attributes) {
    if (node.getAttribute(name) === value) continue;
    // A style that is set as an attribute is one written into the page, which its policy forbids.
    if (name === 'style' && isStyled(node)) node.style.cssText = value;
    else node.setAttribute(name, value);
  }
  return true;
}

const isStyled = (node: Element): node is HTMLElement | SVGElement => 'style' in node;
