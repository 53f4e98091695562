import { control, extenders, picture } from './graphemes.ts';
import { type Span, span, utf16 } from './offsets.ts';

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
const honorific = String.raw`\((?:ع|ص|س|ره|رض|عج|قدس)\)${extenders}`;

/** Zero-width characters that some programs leave inside words, and ¬, which old Word files have for ZWNJ. */
const joiners = String.raw`[\u00ac\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]*`;

const letter = String.raw`(?!\p{ExtPict})[\p{L}\p{M}\p{N}]${extenders}`;
/** Between two digits only: ۱۲٬۵۰۰ ۳٫۵ 3.14 1403/05/01 ۱۰:۳۰ 2021-02-03. */
const digitJoint = String.raw`(?<=\p{Nd}${extenders})[.,٫٬/:\-](?=\p{Nd})`;
const percent = String.raw`(?<=\p{Nd}${extenders})[٪%]${extenders}`;
const word = String.raw`${letter}(?:(?:${joiners}|${digitJoint})${letter})*(?:${percent}|${honorific})?`;

const blank = String.raw`\p{Zs}${extenders}|${control}|[\u200c\u200d]${extenders}`;

/**
 * What most of a Persian text is made of, tried first: the rules above say the same of it, several times slower. Letters with no sign on
 * them, joined by ZWNJ, and what comes behind them, so that neither a sign nor a joint is missed.
 */
const plainLetter = String.raw`[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06ccA-Za-z]`;
const plainMark = '[.،؛:؟!«»]';
const plainWord = String.raw`${plainLetter}+(?:\u200c${plainLetter}+)*(?=[ \n]|${plainMark}|$)`;
const plain = String.raw` (?=${plainLetter}|«)|(${plainWord})`;

const token = new RegExp(String.raw`${plain}|(?:${blank})|(${word})|${picture}${extenders}|[^]${extenders}`, 'gu');
const isBlank = new RegExp(`^(?:${blank})$`, 'u');

/** The tokens of a part of the text, in order. The part must begin and end where a paragraph does, or at a token's edge. */
export function tokensIn(text: string, part: Span): readonly Token[] {
  const found: Token[] = [];
  for (const match of text.slice(part.start, part.end).matchAll(token)) {
    const isWord = match[1] !== undefined || match[2] !== undefined;
    if (!isWord && (match[0] === ' ' || isBlank.test(match[0]))) continue;
    const start = utf16(part.start + match.index);
    found.push({ start, end: utf16(start + match[0].length), kind: isWord ? 'word' : 'mark' });
  }
  return found;
}

export const tokens = (text: string): readonly Token[] => tokensIn(text, span(0, text.length));
