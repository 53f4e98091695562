const svgNames = 'http://www.w3.org/2000/svg';

/** A drawing over the whole text, under its letters; it scrolls with them. */
export interface TextLayer {
  /** Something moved: look again in the next frame. */
  touch(): void;
  destroy(): void;
}

/** `look` says what is to be drawn, in viewport pixels, and writes nothing; `shape` draws one of it, counted from the corner of the text. */
export function createTextLayer<Item>(
  container: HTMLElement, className: string, look: () => readonly Item[], shape: (item: Item, origin: DOMRect) => SVGElement,
): TextLayer {
  const layer = document.createElementNS(svgNames, 'svg');
  layer.setAttribute('class', className);
  layer.setAttribute('aria-hidden', 'true');
  container.append(layer);
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    const items = look();
    const origin = items.length > 0 ? container.getBoundingClientRect() : new DOMRect();
    layer.replaceChildren(...items.map((item) => shape(item, origin)));
  };
  return {
    touch() {
      frame ||= requestAnimationFrame(draw);
    },
    destroy() {
      cancelAnimationFrame(frame);
      layer.remove();
    },
  };
}

/** A rectangle of the viewport, as it lies from the corner of the text. */
export const rectangleFrom = ({ left, top, width, height }: DOMRect, origin: DOMRect): SVGRectElement =>
  svgElement('rect', { x: String(left - origin.left), y: String(top - origin.top), width: String(width), height: String(height) });

export function svgElement<Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Readonly<Record<string, string>>): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(svgNames, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
