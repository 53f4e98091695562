import { type Anchor, connectorPath } from './connector-path.ts';
import { createTextLayer, svgElement, type TextLayer } from './text-layer.ts';
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

export const createConnectorLayer = (container: HTMLElement, look: () => readonly Connector[]): TextLayer =>
  createTextLayer(container, styles.connectors ?? '', look, line);

function line({ from, to, label, loose }: Connector, origin: DOMRect): SVGPathElement {
  const d = connectorPath(within(from, origin), within(to, origin));
  return svgElement('path', { d, stroke: `var(--ink-${label})`, ...(loose && { class: styles.looseConnector ?? '' }) });
}

const within = ({ x, top, bottom }: Anchor, origin: DOMRect): Anchor => ({
  x: x - origin.left,
  top: top - origin.top,
  bottom: bottom - origin.top,
});
