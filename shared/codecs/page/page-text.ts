import { TreeElement, type TreeNode } from './page-nodes.ts';

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end on lines of their own. */
const blocks = names(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 ' +
  'HEADER HGROUP HR LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL',
);
/** What holds no words of the page, or words that are not read. */
const wordless = names(
  'SCRIPT STYLE NOSCRIPT TEMPLATE HEAD TITLE META LINK IFRAME FRAME FRAMESET NOFRAMES OBJECT EMBED APPLET CANVAS SVG MATH AUDIO VIDEO PICTURE SOURCE ' +
  'MAP SELECT OPTION DATALIST TEXTAREA INPUT BUTTON PROGRESS METER RP',
);

const isHidden = (element: TreeElement): boolean =>
  element.getAttribute('hidden') !== null || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '');

/**
 * The words under an element, a line for each block: text only, white space as it is shown. Cells of a row stand beside each other with a blank between.
 * It follows the tree without recursion, so no depth is too deep.
 */
export function pageText(root: TreeElement): string {
  const lines: string[] = [];
  let line: string[] = [];
  let preformatted = 0;
  const endLine = (): void => {
    const text = line.join('').replaceAll(/[ \t\n\f\r]+/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = [];
  };
  const enter = (node: TreeNode): boolean => {
    if (node.nodeType === 3) {
      addText(node.nodeValue ?? '');
      return false;
    }
    if (!(node instanceof TreeElement)) return false;
    const name = node.nodeName.toUpperCase();
    if (wordless.has(name) || isHidden(node)) return false;
    if (name === 'BR' || blocks.has(name)) endLine();
    if (name === 'PRE') preformatted++;
    if (name === 'TD' || name === 'TH') line.push(' ');
    return true;
  };
  const leave = (node: TreeNode): void => {
    const name = node.nodeName.toUpperCase();
    if (name === 'PRE') preformatted--;
    if (blocks.has(name)) endLine();
  };
  const addText = (text: string): void => {
    if (preformatted === 0) return void line.push(text);
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) endLine();
      line.push(part);
    }
  };

  const open: TreeNode[] = [];
  let node: TreeNode = root;
  for (;;) {
    const isEntered = enter(node);
    if (isEntered && node.firstChild) {
      open.push(node);
      node = node.firstChild;
      continue;
    }
    if (isEntered) leave(node);
    while (node !== root && !node.nextSibling) {
      node = open.pop() ?? root;
      leave(node);
    }
    if (node === root || !node.nextSibling) break;
    node = node.nextSibling;
  }
  endLine();
  return lines.join('\n');
}
