import { type Annotation } from '../../model/annotation.ts';
import { finding } from '../finding.ts';
import { type OwnRule } from '../rule.ts';

const closing = new Set(['.', '،', '؛', ':']);
/** What stands at either side of a quote that is marked as one. */
const marks = new Set('«»‹›<>“”„"\'‘’:–—-');

/** Marks of direction and joiners are not seen: «گفت:\u200f سدها». */
const unseen = /[\s\p{Cf}]/gu;
const visible = (words: string): string => words.replaceAll(unseen, '');
/** So many code units are looked at, blank lines and marks of direction among them. */
const reach = 8;

const pieces = (text: string, { spans }: Annotation): readonly string[] => spans.map(({ start, end }) => text.slice(start, end));

function isBalanced(words: string): boolean {
  if (!/[«»]/.test(words)) return true;
  let depth = 0;
  for (const character of words) {
    if (character === '«') depth++;
    else if (character === '»' && --depth < 0) return false;
  }
  return depth === 0;
}

/** W1: the closing stop stays outside, and guillemets inside have their partners. */
export const quoteEdges: OwnRule = {
  needs: { labels: ['QUOTE'] },
  findIn(text, annotation) {
    if (annotation.label !== 'QUOTE') return [];
    const words = pieces(text, annotation);
    return [
      ...(closing.has(visible(words.at(-1)?.slice(-reach) ?? '').at(-1) ?? '') ? [finding('W1.ending', [annotation.id])] : []),
      ...(isBalanced(words.join('')) ? [] : [finding('W1.guillemets', [annotation.id])]),
    ];
  },
};

/** The nearest visible characters outside a piece, and its own outermost ones: a label may have taken the marks in. */
function isMarked(text: string, { spans }: Annotation): boolean {
  return spans.some(({ start, end }) => {
    const around = [visible(text.slice(Math.max(0, start - reach), start)).at(-1), visible(text.slice(end, end + reach)).at(0)];
    const own = [visible(text.slice(start, Math.min(start + reach, end))).at(0), visible(text.slice(Math.max(start, end - reach), end)).at(-1)];
    return [...around, ...own].some((mark) => mark !== undefined && marks.has(mark));
  });
}

/** W2: a direct quote has a quotation mark, a dash or a colon beside it. */
export const directMark: OwnRule = {
  needs: { values: [{ label: 'QUOTE', attribute: 'mode', values: ['direct'] }] },
  findIn(text, annotation) {
    const isDirect = annotation.label === 'QUOTE' && annotation.attributes['mode'] === 'direct';
    return isDirect && !isMarked(text, annotation) ? [finding('W2.unmarked', [annotation.id])] : [];
  },
};
