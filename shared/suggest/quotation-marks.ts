import { type Span, span } from '../text/offsets.ts';

/** Opening mark to closing mark, in logical order. A straight one is its own partner, and two signs stand for a guillemet in texts without one. */
const closing: ReadonlyMap<string, string> = new Map([['«', '»'], ['‹', '›'], ['“', '”'], ['„', '“'], ['‘', '’'], ['"', '"'], ["'", "'"], ['<<', '>>'], ['»', '«']]);
const closes: ReadonlySet<string> = new Set(closing.values());
/** The source of a pattern: one mark that can open, whatever stands beside it. */
export const openingMark = `(?:${[...closing.keys()].join('|')})`;

export interface MarkedPart {
  /** With its marks. */
  readonly whole: Span;
  readonly inner: Span;
}

interface Mark {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

const marks = /<<|>>|[«»‹›“”„‘’"']/gu;
/** Nobody nests as deep; marks without partners are not to be gone through again for each that follows. */
const mostOpen = 64;
/** Marks that look the same, or are used, on both sides: where they stand tells which side it is. */
const twoSided: ReadonlySet<string> = new Set(['"', "'", '»']);

const isWordAt = (text: string, at: number): boolean => /[\p{L}\p{M}\p{N}]/u.test(text.charAt(at));
const isBlankAt = (text: string, at: number): boolean => /^\s?$/u.test(text.charAt(at));

/** Nothing of a word before it, and something behind it. Guillemets the wrong way round also need a blank or a colon before them: a closing one has neither. */
function opens(text: string, { mark, start, end }: Mark, part: Span): boolean {
  if (!closing.has(mark)) return false;
  if (!twoSided.has(mark)) return true;
  if (end >= part.end || isBlankAt(text, end)) return false;
  const isFirst = start === part.start;
  return mark === '»' ? isFirst || /[\s:(]/u.test(text.charAt(start - 1)) : isFirst || !isWordAt(text, start - 1);
}

/** An apostrophe lies within a word, and guillemets the wrong way round close behind one. */
function mayClose(text: string, { mark, start, end }: Mark, opened: string): boolean {
  if (opened === '»') return !isBlankAt(text, start - 1) && !isWordAt(text, end);
  return !twoSided.has(mark) || opened !== mark || !isWordAt(text, end);
}

/**
 * Every pair of marks in a part of a text, inner ones first. A mark without its partner is left out. Straight ones are told apart by what stands
 * beside them, so that an apostrophe is none; guillemets may stand the wrong way round, as some files have them.
 */
export function markedParts(text: string, part: Span): readonly MarkedPart[] {
  const found: MarkedPart[] = [];
  const open: Mark[] = [];
  for (const match of text.slice(part.start, part.end).matchAll(marks)) {
    const start = part.start + match.index;
    const here: Mark = { mark: match[0], start, end: start + match[0].length };
    const at = closes.has(here.mark) ? open.findLastIndex(({ mark }) => closing.get(mark) === here.mark && mayClose(text, here, mark)) : -1;
    const opened = open[at];
    if (opened) {
      found.push({ whole: span(opened.start, here.end), inner: span(opened.end, here.start) });
      open.length = at;
    } else if (opens(text, here, part)) {
      if (open.length === mostOpen) open.shift();
      open.push(here);
    }
  }
  return found;
}
