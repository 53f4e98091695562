import { type PageDocument, type PageElement, type PageNode } from './page-tree.ts';

/**
 * A page's tree in a few arrays, in the order in which its nodes begin: so it goes from the thread that can parse markup to one that can take its
 * time. Elements with their attributes, and text; nothing else of a page is looked at.
 */
export interface FlatPage {
  /** Of each node how many elements it stands in; 0: the root. */
  readonly depths: Uint16Array;
  /** Of each node: 0 for text, otherwise the place of its name in `names`, counted from 1. */
  readonly kinds: Uint32Array;
  readonly names: readonly string[];
  /** All texts, one after another, and where each ends (UTF-16 code units). */
  readonly text: string;
  readonly textEnds: Uint32Array;
  /** Of all elements one after another: name, value, name, value … */
  readonly attributes: readonly string[];
  /** Of each element: where its own end in `attributes`. */
  readonly attributeEnds: Uint32Array;
}

/** Nodes between two pauses: a few milliseconds. */
const nodesPerSlice = 2000;

/** A parsed page as arrays. It stops every few thousand nodes, so that whoever parses for a window can let it do something else. */
export function* flattened(page: PageDocument): Generator<void, FlatPage, void> {
  const [depths, kinds, textEnds, attributeEnds]: [number[], number[], number[], number[]] = [[], [], [], []];
  const names = new Map<string, number>();
  const attributes: string[] = [];
  const texts: string[] = [];
  let length = 0;
  const enter = (node: PageNode, depth: number): boolean => {
    if (node.nodeType !== 1 && node.nodeType !== 3) return false;
    depths.push(depth);
    if (node.nodeType === 3) {
      const text = node.nodeValue ?? '';
      texts.push(text);
      length += text.length;
      textEnds.push(length);
      kinds.push(0);
      return false;
    }
    const kind = names.get(node.nodeName) ?? names.size + 1;
    names.set(node.nodeName, kind);
    kinds.push(kind);
    const { attributes: own } = node as PageElement;
    for (let index = 0; index < own.length; index++) attributes.push(own[index]?.name ?? '', own[index]?.value ?? '');
    attributeEnds.push(attributes.length);
    return true;
  };
  const open: PageNode[] = [];
  let node: PageNode | null = page.documentElement;
  while (node) {
    const isElement = enter(node, open.length);
    if (kinds.length % nodesPerSlice === 0) yield;
    if (isElement && node.firstChild) {
      open.push(node);
      node = node.firstChild;
      continue;
    }
    while (node && open.length > 0 && !node.nextSibling) node = open.pop() ?? null;
    node = open.length > 0 ? (node?.nextSibling ?? null) : null;
  }
  return {
    depths: Uint16Array.from(depths), kinds: Uint32Array.from(kinds), names: [...names.keys()], text: texts.join(''), textEnds: Uint32Array.from(textEnds),
    attributes, attributeEnds: Uint32Array.from(attributeEnds),
  };
}

/** The same without stopping. */
export function flatPage(page: PageDocument): FlatPage {
  const flattening = flattened(page);
  for (;;) {
    const step = flattening.next();
    if (step.done) return step.value;
  }
}
