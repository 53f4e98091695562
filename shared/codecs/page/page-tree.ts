/**
 * What of a web page's tree is looked at here: the part of the DOM that every parser makes, the window's own and that of the command line.
 * `shared` has no DOM, and so nothing of it can be run, drawn or fetched.
 */
export interface PageNode {
  /** 1: an element, 3: text; everything else is passed over. */
  readonly nodeType: number;
  /** Of an element: its name; capitals or not. */
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  remove(): void;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): ArrayLike<PageElement>;
}

export interface PageDocument {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selectors: string): PageElement | null;
  querySelectorAll(selectors: string): ArrayLike<PageElement>;
}

/** Makes a tree of markup without running, drawing or fetching anything. */
export type ParsePage = (markup: string) => PageDocument;
