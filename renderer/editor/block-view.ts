import { type Node } from 'prosemirror-model';
import { type NodeView } from 'prosemirror-view';
import { paragraphOf } from './paragraph-view.ts';
import styles from './article-editor.module.css';

/** Rough width of a Persian letter and the measure, in em: only to give blocks never laid out a height to scroll by. */
const letterWidth = 0.46;
const measure = 38;
const lineHeight = 2.3;
/** CSS pixels that a paragraph has above and below. */
const padding = 15;

/**
 * Paragraphs that the browser leaves out of layout and paint together while they are off the screen. It looks at each such element in every
 * frame, and under the pointer at each child of the text: at thousands of paragraphs that takes longer than drawing a label.
 */
export class BlockView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = this.dom;

  constructor(node: Node) {
    this.dom.className = styles.block ?? '';
    this.dom.style.containIntrinsicBlockSize = `auto calc(${(linesOf(node) * lineHeight).toFixed(1)}em + ${node.childCount * padding}px)`;
    this.dom.addEventListener('contentvisibilityautostatechange', (event) => {
      const { skipped } = event as ContentVisibilityAutoStateChangeEvent;
      for (const one of this.dom.children) paragraphOf(one)?.skip(skipped);
    });
  }

  /** Its attributes are for drawing only. */
  ignoreMutation({ type }: { readonly type: string }): boolean {
    return type === 'attributes';
  }
}

function linesOf(block: Node): number {
  let lines = 0;
  block.forEach(({ content }) => {
    lines += Math.max(1, Math.ceil((content.size * letterWidth) / measure));
  });
  return lines;
}
