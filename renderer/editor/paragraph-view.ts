import { type Node } from 'prosemirror-model';
import { type NodeView } from 'prosemirror-view';
import { type Direction } from '../../shared/text/direction.ts';
import { type ParagraphAttributes } from './document.ts';
import styles from './article-editor.module.css';

/** What a paragraph tells whoever paints it. */
export interface ParagraphEvents {
  /** It is new, or the browser lays it out again. */
  readonly onShown: (paragraph: ParagraphView) => void;
}

const views = new WeakMap<Element, ParagraphView>();

/** The paragraph that an element of the text is. */
export const paragraphOf = (dom: Element): ParagraphView | undefined => views.get(dom);

/** One line of the article: its text, untouched, between a layer under it and a layer over it. */
export class ParagraphView implements NodeView {
  readonly dom = document.createElement('div');
  readonly contentDOM = document.createElement('div');
  readonly under = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly over = document.createElement('div');
  readonly line: number;
  /** As it is laid out now. */
  direction: Direction;
  /**
   * True while the browser leaves the paragraph out of layout and paint. That is how it begins: until the browser has told otherwise,
   * its words may have no rectangles, and a picture made of them would stay empty.
   */
  skipped = true;

  readonly #events: ParagraphEvents;

  constructor(node: Node, events: ParagraphEvents) {
    const { line, direction, kind } = node.attrs as ParagraphAttributes;
    this.line = line;
    this.direction = direction;
    this.dom.className = [styles.paragraph, kind === 'body' ? '' : styles[kind]].join(' ').trim();
    this.dom.dir = direction;
    // Latin lines are not in the article's language, and in which one nobody knows.
    if (direction === 'ltr') this.dom.lang = '';
    this.dom.dataset['line'] = String(line);
    this.contentDOM.className = styles.text ?? '';
    this.under.setAttribute('class', styles.under ?? '');
    this.over.className = styles.over ?? '';
    for (const layer of [this.under, this.over]) {
      layer.setAttribute('aria-hidden', 'true');
      layer.setAttribute('contenteditable', 'false');
    }
    this.dom.append(this.under, this.contentDOM, this.over);
    views.set(this.dom, this);
    this.#events = events;
    events.onShown(this);
  }

  /** The browser leaves it out, or lays it out again. */
  skip(skipped: boolean): void {
    this.skipped = skipped;
    if (!skipped) this.#events.onShown(this);
  }

  /** Lays it out in another direction; whether it was one. Places that were measured hold no more. */
  turn(direction: Direction): boolean {
    if (direction === this.direction) return false;
    this.direction = direction;
    this.dom.dir = direction;
    return true;
  }

  /** The one text node; `null` in an empty line. */
  get text(): Text | null {
    const first = this.contentDOM.firstChild;
    return first instanceof Text ? first : null;
  }

  ignoreMutation(mutation: { readonly type: string; readonly target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && (mutation.type === 'attributes' || !this.contentDOM.contains(mutation.target));
  }
}
