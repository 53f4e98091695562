import { type PageAttribute, type PageDocument, type PageElement, type PageNode } from './page-tree.ts';

/**
 * The part of the DOM that is looked at here, and that the library takes apart which finds the article in a page. The window and the command line
 * parse with different programs and read the same tree, in any thread; nothing in it can be run, drawn or fetched, and nothing becomes markup again.
 */
export abstract class TreeNode implements PageNode {
  abstract readonly nodeType: number;
  abstract readonly nodeName: string;
  abstract readonly nodeValue: string | null;
  abstract readonly textContent: string | null;
  abstract readonly childNodes: readonly TreeNode[];
  parentNode: TreeParent | null = null;
  previousSibling: TreeNode | null = null;
  nextSibling: TreeNode | null = null;
  firstChild: TreeNode | null = null;

  get nextElementSibling(): TreeElement | null {
    let node = this.nextSibling;
    while (node && !(node instanceof TreeElement)) node = node.nextSibling;
    return node;
  }

  get previousElementSibling(): TreeElement | null {
    let node = this.previousSibling;
    while (node && !(node instanceof TreeElement)) node = node.previousSibling;
    return node;
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }
}

const nothing: readonly never[] = [];

export class TreeText extends TreeNode {
  readonly nodeType = 3;
  readonly nodeName = '#text';
  readonly childNodes: readonly TreeNode[] = nothing;
  readonly nodeValue: string;

  constructor(text: string) {
    super();
    this.nodeValue = text;
  }

  get textContent(): string {
    return this.nodeValue;
  }
}

/** What has children. Lists of them are made when they are asked for, and follow what is done from then on, as those of the DOM do. */
abstract class TreeParent extends TreeNode {
  lastChild: TreeNode | null = null;
  #nodes: ListOf<TreeNode> | null = null;
  #elements: ListOf<TreeElement> | null = null;

  get childNodes(): readonly TreeNode[] {
    return (this.#nodes ??= new ListOf(this.#each())).items;
  }

  get children(): readonly TreeElement[] {
    return (this.#elements ??= new ListOf(this.#each().filter((node) => node instanceof TreeElement))).items;
  }

  get firstElementChild(): TreeElement | null {
    return this.firstChild instanceof TreeElement ? this.firstChild : (this.firstChild?.nextElementSibling ?? null);
  }

  get lastElementChild(): TreeElement | null {
    return this.lastChild instanceof TreeElement ? this.lastChild : (this.lastChild?.previousElementSibling ?? null);
  }

  appendChild(child: TreeNode): TreeNode {
    child.remove();
    child.parentNode = this;
    child.previousSibling = this.lastChild;
    if (this.lastChild) this.lastChild.nextSibling = child;
    else this.firstChild = child;
    this.lastChild = child;
    this.#nodes?.items.push(child);
    if (child instanceof TreeElement) this.#elements?.items.push(child);
    return child;
  }

  removeChild(child: TreeNode): TreeNode {
    const { previousSibling, nextSibling } = child;
    if (child.parentNode !== this) throw new Error(`<${child.nodeName}> is no child of <${this.nodeName}>`);
    if (previousSibling) previousSibling.nextSibling = nextSibling;
    else this.firstChild = nextSibling;
    if (nextSibling) nextSibling.previousSibling = previousSibling;
    else this.lastChild = previousSibling;
    [child.parentNode, child.previousSibling, child.nextSibling] = [null, null, null];
    this.#nodes?.remove(child);
    if (child instanceof TreeElement) this.#elements?.remove(child);
    return child;
  }

  replaceChild(child: TreeNode, before: TreeNode): TreeNode {
    if (child === before) return before;
    child.remove();
    const { previousSibling, nextSibling } = before;
    if (before.parentNode !== this) throw new Error(`<${before.nodeName}> is no child of <${this.nodeName}>`);
    [child.parentNode, child.previousSibling, child.nextSibling] = [this, previousSibling, nextSibling];
    if (previousSibling) previousSibling.nextSibling = child;
    else this.firstChild = child;
    if (nextSibling) nextSibling.previousSibling = child;
    else this.lastChild = child;
    [before.parentNode, before.previousSibling, before.nextSibling] = [null, null, null];
    this.#nodes?.replace(before, child);
    if (before instanceof TreeElement && child instanceof TreeElement) this.#elements?.replace(before, child);
    else if (before instanceof TreeElement) this.#elements?.remove(before);
    // Where among the elements it stands now is not known without counting.
    else if (child instanceof TreeElement) this.#elements = null;
    return before;
  }

  get textContent(): string | null {
    const texts: string[] = [];
    for (let node: TreeNode | null = after(this, this); node; node = after(node, this)) if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
    return texts.join('');
  }

  querySelectorAll(selectors: string): readonly TreeElement[] {
    const isMeant = matcher(selectors);
    const found: TreeElement[] = [];
    for (let node: TreeNode | null = after(this, this); node; node = after(node, this)) if (node instanceof TreeElement && isMeant(node)) found.push(node);
    return found;
  }

  querySelector(selectors: string): TreeElement | null {
    const isMeant = matcher(selectors);
    for (let node: TreeNode | null = after(this, this); node; node = after(node, this)) if (node instanceof TreeElement && isMeant(node)) return node;
    return null;
  }

  getElementsByTagName(name: string): readonly TreeElement[] {
    return this.querySelectorAll(name);
  }

  #each(): TreeNode[] {
    const nodes: TreeNode[] = [];
    for (let node = this.firstChild; node; node = node.nextSibling) nodes.push(node);
    return nodes;
  }
}

/** The node that comes next in the order of the text, under `root`; `null` at the end. */
function after(node: TreeNode, root: TreeNode): TreeNode | null {
  if (node.firstChild) return node.firstChild;
  let up: TreeNode | null = node;
  while (up && up !== root && !up.nextSibling) up = up.parentNode;
  return !up || up === root ? null : up.nextSibling;
}

/** A list out of which items go one after another, mostly near each other: what went last tells where to look. */
class ListOf<Item> {
  readonly items: Item[];
  #near = 0;

  constructor(items: Item[]) {
    this.items = items;
  }

  remove(item: Item): void {
    this.items.splice(this.#placeOf(item), 1);
  }

  replace(item: Item, by: Item): void {
    this.items[this.#placeOf(item)] = by;
  }

  #placeOf(item: Item): number {
    for (let far = 0; far <= this.items.length; far++) {
      for (const place of [this.#near - far, this.#near + far]) if (this.items[place] === item) return (this.#near = place);
    }
    throw new Error('a list of children lacks one of them');
  }
}

class TreeAttribute implements PageAttribute {
  readonly name: string;
  value: string;

  constructor(name: string, value: string) {
    this.name = name;
    this.value = value;
  }

  cloneNode(): TreeAttribute {
    return new TreeAttribute(this.name, this.value);
  }
}

export class TreeElement extends TreeParent implements PageElement {
  readonly nodeType = 1;
  readonly nodeValue = null;
  readonly nodeName: string;
  readonly localName: string;
  #attributes: TreeAttribute[] | null = null;

  /** `name`: capitals, but for those of pictures and formulas. */
  constructor(name: string, localName: string = name.toLowerCase()) {
    super();
    this.nodeName = name;
    this.localName = localName;
  }

  get tagName(): string {
    return this.nodeName;
  }

  /** Makes elements and texts, and holds none. */
  get ownerDocument(): typeof maker {
    return maker;
  }

  get attributes(): readonly TreeAttribute[] {
    return this.#attributes ?? nothing;
  }

  getAttribute(name: string): string | null {
    return this.#attributes?.find((one) => one.name === name)?.value ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.getAttribute(name) !== null;
  }

  setAttribute(name: string, value: string): void {
    const known = this.#attributes?.find((one) => one.name === name);
    if (known) known.value = value;
    else (this.#attributes ??= []).push(new TreeAttribute(name, value));
  }

  setAttributeNode({ name, value }: TreeAttribute): void {
    this.setAttribute(name, value);
  }

  removeAttribute(name: string): void {
    this.#attributes = this.#attributes?.filter((one) => one.name !== name) ?? null;
  }

  get className(): string {
    return this.getAttribute('class') ?? '';
  }

  set className(value: string) {
    this.setAttribute('class', value);
  }

  get id(): string {
    return this.getAttribute('id') ?? '';
  }

  set id(value: string) {
    this.setAttribute('id', value);
  }

  get src(): string {
    return this.getAttribute('src') ?? '';
  }

  get srcset(): string {
    return this.getAttribute('srcset') ?? '';
  }

  /** As far as it says whether the element is seen. */
  get style(): { readonly display: string; readonly visibility: string } {
    const style = this.getAttribute('style');
    const said = (name: RegExp): string => (style === null ? '' : (name.exec(style)?.[1]?.toLowerCase() ?? ''));
    return { display: said(/(?:^|;)\s*display\s*:\s*([a-z-]+)/i), visibility: said(/(?:^|;)\s*visibility\s*:\s*([a-z-]+)/i) };
  }

  /** Nobody asks for markup but to make a tree of it again. */
  get innerHTML(): string {
    return '';
  }

  set innerHTML(_markup: string) {
    throw new TypeError('a page is never made of a string again');
  }
}

const maker = {
  createElement: (name: string): TreeElement => new TreeElement(name.toUpperCase(), name.toLowerCase()),
  createTextNode: (text: string): TreeText => new TreeText(text),
};

export class TreeDocument extends TreeParent implements PageDocument {
  readonly nodeType = 9;
  readonly nodeName = '#document';
  readonly nodeValue = null;
  readonly baseURI = 'about:blank';
  readonly documentURI = 'about:blank';
  readonly createElement = maker.createElement;
  readonly createTextNode = maker.createTextNode;

  get documentElement(): TreeElement | null {
    return this.firstElementChild;
  }

  get body(): TreeElement | null {
    return this.documentElement?.children.find(({ localName }) => localName === 'body' || localName === 'frameset') ?? null;
  }

  get title(): string {
    return (this.querySelector('title')?.textContent ?? '').replaceAll(/[\t\n\f\r ]+/g, ' ').trim();
  }
}

type Matches = (element: TreeElement) => boolean;
const matchers = new Map<string, Matches>();

/** Names and attributes, any of several: nobody here asks for more. @throws for other selectors. */
function matcher(selectors: string): Matches {
  const known = matchers.get(selectors);
  if (known) return known;
  const any = selectors.split(',').map((one) => oneMatcher(one.trim()));
  const [only] = any;
  const made: Matches = any.length === 1 && only ? only : (element) => any.some((matches) => matches(element));
  matchers.set(selectors, made);
  return made;
}

function oneMatcher(selector: string): Matches {
  const parts = /^(\*|[a-z][a-z0-9]*)?(?:\[([a-z-]+)(?:="([^"\]]*)")?\])?$/i.exec(selector);
  if (!parts || selector === '') throw new Error(`no element is looked for by "${selector}" here`);
  const [, tag = '*', attribute, wanted] = parts;
  const name = tag.toLowerCase();
  const hasName: Matches = name === '*' ? () => true : ({ localName }) => localName === name;
  if (attribute === undefined) return hasName;
  return (element) => {
    const value = hasName(element) ? element.getAttribute(attribute) : null;
    return value !== null && (wanted === undefined || value.toLowerCase() === wanted.toLowerCase());
  };
}
