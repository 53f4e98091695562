import { type FlatPage } from './flat-page.ts';

/**
 * What of a web page's tree is taken over: the part of the DOM that every parser makes, the window's own and that of the command line.
 * `shared` has no DOM, and so nothing of it can be run, drawn or fetched.
 */
export interface PageNode {
  /** 1: an element, 3: text; everything else is passed over. */
  readonly nodeType: number;
  /** Of an element: its name, in capitals but for those of pictures and formulas. */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
}

export interface PageAttribute {
  readonly name: string;
  readonly value: string;
}

export interface PageElement extends PageNode {
  readonly attributes: ArrayLike<PageAttribute>;
}

export interface PageDocument {
  readonly documentElement: PageElement | null;
}

/** Makes a tree of markup without running, drawing or fetching anything. */
export type ParsePage = (markup: string) => FlatPage;
