import { type ParagraphView } from './paragraph-view.ts';
import { blockOfLine, linesPerBlock } from './positions.ts';

/**
 * Paragraphs lie below each other, so the one at a height is found by halving; its block first, since asking a paragraph that the browser leaves
 * out would have it laid out.
 */
export function paragraphAt(paragraphs: readonly ParagraphView[], y: number): ParagraphView | null {
  const isAbove = (element: Element | null | undefined): boolean => !!element && element.getBoundingClientRect().top <= y;
  const block = lastOf(blockOfLine(paragraphs.length - 1) + 1, (index) => isAbove(paragraphs[index * linesPerBlock]?.dom.parentElement));
  const inside = paragraphs.slice(block * linesPerBlock, (block + 1) * linesPerBlock);
  return inside[lastOf(inside.length, (index) => isAbove(inside[index]?.dom))] ?? null;
}

/** The last of so many for which it is true, where it is for all before; else the first. */
function lastOf(length: number, is: (index: number) => boolean): number {
  let from = 0;
  let to = length;
  while (to - from > 1) {
    const half = (from + to) >> 1;
    if (is(half)) from = half;
    else to = half;
  }
  return from;
}
