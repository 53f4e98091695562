import { Readability } from '@mozilla/readability';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePage, parseWithJsdom } from '../../../../electron/cli/parse-page.ts';
import { flatPage, flattened } from '../../../../shared/codecs/page/flat-page.ts';
import { pageFromFlat } from '../../../../shared/codecs/page/page-from-flat.ts';
import { TreeDocument, TreeElement, type TreeNode, TreeText } from '../../../../shared/codecs/page/page-nodes.ts';
import { type PageDocument } from '../../../../shared/codecs/page/page-tree.ts';
import { forAll } from '../../../arbitraries/for-all.ts';

const sentence = 'وزیر نیرو گفت قیمت برق خانگی تا پایان سال تغییر نمی‌کند، و هیچ تصمیمی در این باره گرفته نشده است.';

/** Markup with all that makes the library take a tree apart: lines by breaks, blocks in blocks, lists, tables, headings, links, hidden things. */
const markup = fc.letrec<{ node: string; nodes: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 6 }).map((all) => all.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'page' },
    fc.constantFrom(sentence, sentence.slice(0, 30), ' ', '\n', 'الف', '&nbsp;', '<br>', '<br><br>', '<br> <br>', '<hr>', '<img src="a.png">', '<img>', '<input>'),
    fc.record({
      name: fc.constantFrom('div', 'div', 'p', 'p', 'span', 'b', 'a', 'ul', 'li', 'h1', 'h2', 'section', 'article', 'aside', 'table', 'tr', 'td', 'font', 'blockquote', 'pre', 'figure', 'form'),
      attribute: fc.constantFrom('', '', '', ' class="comment"', ' class="article-body"', ' id="content"', ' hidden', ' style="display: none"', ' aria-hidden="true"', ' role="menu"', ' href="/x"', ' itemprop="author"'),
      inside: tie('nodes'),
    }).map(({ name, attribute, inside }) => `<${name}${attribute}>${inside}</${name}>`),
  ),
})).nodes.map((body) => `<!doctype html><html lang="fa"><head><title>خبر | روزنامه</title></head><body><div>${body}<p>${sentence}</p></div></body></html>`);

const foundIn = (page: unknown): string | null =>
  (new Readability(page as Document, { charThreshold: -1, serializer: (element) => element as unknown as string }).parse()?.content as unknown as { readonly textContent: string } | undefined)?.textContent ?? null;

/** Element and text, as deep as they stand. */
function outline(root: { readonly documentElement: unknown }): string {
  interface Seen { readonly nodeType: number; readonly nodeName: string; readonly nodeValue: string | null; readonly childNodes: ArrayLike<Seen>; readonly attributes: ArrayLike<{ name: string; value: string }> }
  const lines: string[] = [];
  const look = (node: Seen, depth: number): void => {
    if (node.nodeType !== 1 && node.nodeType !== 3) return;
    const own = node.nodeType === 1 ? Array.from(node.attributes, ({ name, value }) => `${name}=${JSON.stringify(value)}`).join(' ') : JSON.stringify(node.nodeValue);
    lines.push(`${' '.repeat(depth)}${node.nodeName} ${own}`);
    if (node.nodeType === 1) for (const child of Array.from(node.childNodes)) look(child, depth + 1);
  };
  look(root.documentElement as Seen, 0);
  return lines.join('\n');
}

describe('the tree of a page', () => {
  it('is that of the parser, whatever the markup', () => forAll(markup, (one) => {
    expect(outline(pageFromFlat(parsePage(one)))).toBe(outline(parseWithJsdom(one) as unknown as { documentElement: unknown }));
  }));

  it('gives the library that finds the article the same as the DOM does', () => forAll(markup, (one) => {
    expect(foundIn(pageFromFlat(parsePage(one)))).toBe(foundIn(parseWithJsdom(one)));
  }));

  it.each([
    ['pictures and formulas keep their small names', '<p>الف<svg viewBox="0 0 1 1"><text>x</text></svg><math><mi>y</mi></math>'],
    ['what stands behind the body', '<html><body>الف</body></html><p>ب'],
    ['frames', '<frameset><frame src="a"></frameset>'],
    ['attributes of any kind', '<p DIR=rtl data-x="&quot;" hidden class=\'a b\'>الف'],
  ])('is that of the parser: %s', (_, one) => expect(outline(pageFromFlat(parsePage(one)))).toBe(outline(parseWithJsdom(one) as unknown as { documentElement: unknown })));

  it('leaves out what is neither element nor text', () => {
    const page = pageFromFlat(parsePage('<!-- ا --><body><!-- ب -->الف<!-- پ --></body>'));
    expect(page.body?.childNodes.map(({ nodeName }) => nodeName)).toEqual(['#text']);
  });

  it('is made in slices of a few thousand nodes', () => {
    const flattening = flattened(parseWithJsdom(`<body>${'<b>x</b>'.repeat(5000)}`));
    let slices = 0;
    for (let step = flattening.next(); !step.done; step = flattening.next()) slices++;
    expect(slices).toBe(5);
  });

  it('of a page without a root is empty', () => {
    const none: PageDocument = { documentElement: null };
    expect(pageFromFlat(flatPage(none)).documentElement).toBeNull();
  });

  it('refuses arrays that contradict each other', () =>
    expect(() => pageFromFlat({ ...parsePage('<p>x'), depths: Uint16Array.from([7]), kinds: Uint32Array.from([1]) })).toThrow('node 0 of a page stands in 7 elements'));
});

type Move = (page: TreeDocument, nodes: readonly TreeNode[]) => void;

describe('a tree that is taken apart', () => {
  const someOf = <Node extends TreeNode>(nodes: readonly TreeNode[], place: number, kind: (node: TreeNode) => node is Node): Node | undefined => {
    const fitting = nodes.filter(kind);
    return fitting[place % Math.max(1, fitting.length)];
  };
  const isElement = (node: TreeNode): node is TreeElement => node instanceof TreeElement;
  const isBelow = (node: TreeNode, root: TreeNode): boolean => {
    for (let up: TreeNode | null = node; up; up = up.parentNode) if (up === root) return true;
    return false;
  };
  const move: fc.Arbitrary<Move> = fc.tuple(fc.constantFrom('append', 'remove', 'replace'), fc.nat(99), fc.nat(99)).map(([kind, one, other]): Move => (page, nodes) => {
    const [node, target] = [nodes[one % nodes.length], someOf(nodes, other, isElement)];
    if (!node || !target || node === page.documentElement || node === page) return;
    if (kind === 'remove') node.remove();
    else if (isBelow(target, node)) return;
    else if (kind === 'append') target.appendChild(node);
    else if (target.parentNode && target !== page.documentElement && !isBelow(node, target)) target.parentNode.replaceChild(node, target);
  });

  it('says the same of itself from every side after any moves, whichever lists were asked for before', () =>
    forAll(fc.tuple(fc.array(move, { maxLength: 30 }), fc.boolean()), ([moves, isAsked]) => {
      const page = pageFromFlat(parsePage('<div><p>الف<b>ب</b>پ</p><p>ت</p>ث<ul><li>ج</li><li>چ</li></ul></div><div><i>ح</i></div>'));
      const nodes = [page, ...allUnder(page)];
      const ask = (): void => {
        for (const node of nodes) if (node instanceof TreeElement) void [node.childNodes, node.children];
      };
      for (const one of moves) {
        if (isAsked) ask();
        one(page, nodes);
      }
      for (const node of nodes) if (node instanceof TreeElement || node instanceof TreeDocument) expectSound(node);
    }));
});

const allUnder = (root: TreeElement | TreeDocument): TreeNode[] => root.childNodes.flatMap((node) => [node, ...(node instanceof TreeElement ? allUnder(node) : [])]);

function expectSound(parent: TreeElement | TreeDocument): void {
  const forwards: TreeNode[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) forwards.push(node);
  const backwards: TreeNode[] = [];
  for (let node = parent.lastChild; node; node = node.previousSibling) backwards.unshift(node);
  const elements = forwards.filter((node) => node instanceof TreeElement);
  expect(backwards).toEqual(forwards);
  expect([...parent.childNodes]).toEqual(forwards);
  expect([...parent.children]).toEqual(elements);
  expect(forwards.every(({ parentNode }) => parentNode === parent)).toBe(true);
  expect([parent.firstElementChild, parent.lastElementChild]).toEqual([elements[0] ?? null, elements.at(-1) ?? null]);
  expect(parent.textContent).toBe(forwards.map((node) => (node instanceof TreeText ? node.nodeValue : node.textContent)).join(''));
  expect(parent.querySelectorAll('*')).toEqual(allUnder(parent).filter((node) => node instanceof TreeElement));
}
