import { type Anchor, connectorPath } from './connector-path.ts';
import styles from './article-editor.module.css';

/** A line between two places in viewport pixels, in the colour of a Label. */
export interface Connector {
  readonly from: Anchor;
  readonly to: Anchor;
  /** Index in the Schema. */
  readonly label: number;
  /** It follows the pointer: nothing is linked yet. */
  readonly loose: boolean;
}

/** Connectors over the whole text, under its letters; it scrolls with them. */
export interface ConnectorLayer {
  /** Something moved: look again in the next frame. */
  touch(): void;
  destroy(): void;
}

const svgNames = 'http://www.w3.org/2000/svg';

export function createConnectorLayer(container: HTMLElement, look: () => readonly Connector[]): ConnectorLayer {
  const layer = document.createElementNS(svgNames, 'svg');
  layer.setAttribute('class', styles.connectors ?? '');
  layer.setAttribute('aria-hidden', 'true');
  container.append(layer);
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    const connectors = look();
    const origin = connectors.length > 0 ? container.getBoundingClientRect() : new DOMRect();
    layer.replaceChildren(...connectors.map((connector) => line(connector, origin)));
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

function line({ from, to, label, loose }: Connector, origin: DOMRect): SVGPathElement {
  const made = document.createElementNS(svgNames, 'path');
  made.setAttribute('d', connectorPath(within(from, origin), within(to, origin)));
  made.setAttribute('stroke', `var(--ink-${label})`);
  if (loose) made.setAttribute('class', styles.looseConnector ?? '');
  return made;
}

const within = ({ x, top, bottom }: Anchor, origin: DOMRect): Anchor => ({
  x: x - origin.left,
  top: top - origin.top,
  bottom: bottom - origin.top,
});
