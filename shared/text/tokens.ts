import { clusterEnd } from './graphemes.ts';
import { keptForLast } from './kept-for-last.ts';
import { type Span, span, utf16 } from './offsets.ts';
import { blank, control, digit, digitJoint, extender, joiner, letter, percent, pointAt, runEnd, traitsOf, widthOf } from './traits.ts';

/** Raised whenever the same text would give other tokens: agreement measured on tokens names it. */
export const tokenVersion = 2;

/**
 * A word, a number, or any other visible character alone. Every visible character lies in exactly one token, white space and invisible
 * characters between words in none, and no token splits a grapheme cluster.
 */
export interface Token extends Span {
  readonly kind: 'word' | 'mark';
}

/** Persian short forms of blessings that follow a name without a space: «علی(ع)» is one word. */
const honorifics = ['ع', 'ص', 'س', 'ره', 'رض', 'عج', 'قدس'].map((short) => `(${short})`);

/** The tokens of a part of the text, in order. The part must begin and end where a paragraph does, or at a token's edge. */
export function tokensIn(text: string, part: Span): readonly Token[] {
  const found: Token[] = [];
  for (let at: number = part.start; at < part.end; ) {
    const traits = traitsOf(pointAt(text, at, part.end));
    const isWord = (traits & letter) !== 0;
    const end = isWord ? wordEnd(text, at, part.end) : clusterEnd(text, at, part.end);
    if ((traits & (blank | control)) === 0) found.push({ start: utf16(at), end: utf16(end), kind: isWord ? 'word' : 'mark' });
    at = end;
  }
  return found;
}

export const tokens = keptForLast((text) => tokensIn(text, span(0, text.length)));

/** Where the word ends that begins here: letters with what hangs on them, what joins them, and what closes a number or a name. */
function wordEnd(text: string, start: number, end: number): number {
  /** Traits of the letter that the extenders before `at` hang on. */
  let base = 0;
  let at = start;
  while (at < end) {
    const point = pointAt(text, at, end);
    const traits = traitsOf(point);
    if (traits & (letter | extender)) {
      if (!(traits & extender)) base = traits;
      at += widthOf(point);
    } else if (traits & joiner) {
      const next = runEnd(text, at, end, joiner);
      if (!isAt(text, next, end, letter)) return at;
      at = next;
      base = 0;
    } else if (traits & digitJoint && base & digit && isAt(text, at + 1, end, digit)) at++;
    else if (traits & percent && base & digit) return runEnd(text, at + 1, end, extender);
    else return point === 0x28 ? honorificEnd(text, at, end) : at;
  }
  return at;
}

const isAt = (text: string, at: number, end: number, trait: number): boolean => at < end && (traitsOf(pointAt(text, at, end)) & trait) !== 0;

/** Behind the blessing that a bracket opens; where the bracket stands when it is none. */
function honorificEnd(text: string, bracket: number, end: number): number {
  const found = honorifics.find((one) => bracket + one.length <= end && text.startsWith(one, bracket));
  return found === undefined ? bracket : runEnd(text, bracket + found.length, end, extender);
}
