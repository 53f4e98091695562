/**
 * What a grapheme cluster and a token are, as regular expressions: the definition that the one pass of `shared/text` is held to. They
 * read better, and take thirty times as long.
 */
const extenders = String.raw`[\p{Gr_Ext}\p{Mc}\p{EMod}\u200d\u0e33\u0eb3]*`;
const picture = String.raw`(?:\p{ExtPict}(?:${extenders}(?<=\u200d)\p{ExtPict})*|\p{RI}\p{RI}|\p{RI})`;
const control = String.raw`(?:[\p{Cc}\p{Zl}\p{Zp}]|(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u200c\u200d]|\p{Gr_Ext})\p{Cf})`;
const cluster = new RegExp(String.raw`\r\n|${control}|${picture}${extenders}|[^]${extenders}`, 'gu');

const honorific = String.raw`\((?:ع|ص|س|ره|رض|عج|قدس)\)${extenders}`;
const joiners = String.raw`[\u00ac\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]*`;
const letter = String.raw`(?!\p{ExtPict})[\p{L}\p{M}\p{N}]${extenders}`;
const digitJoint = String.raw`(?<=\p{Nd}${extenders})[.,٫٬/:\-](?=\p{Nd})`;
const percent = String.raw`(?<=\p{Nd}${extenders})[٪%]${extenders}`;
const word = String.raw`${letter}(?:(?:${joiners}|${digitJoint})${letter})*(?:${percent}|${honorific})?`;
const blank = String.raw`\p{Zs}${extenders}|${control}|[\u200c\u200d]${extenders}`;
const token = new RegExp(String.raw`(?:${blank})|(?<word>${word})|${picture}${extenders}|[^]${extenders}`, 'gu');
const isBlank = new RegExp(`^(?:${blank})$`, 'u');

export interface Cut {
  readonly start: number;
  readonly end: number;
}

export const clustersByExpression = (text: string): readonly Cut[] =>
  Array.from(text.matchAll(cluster), ({ 0: found, index }) => ({ start: index, end: index + found.length }));

export function tokensByExpression(text: string): readonly (Cut & { readonly kind: 'word' | 'mark' })[] {
  const found: (Cut & { kind: 'word' | 'mark' })[] = [];
  for (const { 0: own, index, groups } of text.matchAll(token)) {
    const isWord = groups?.word !== undefined;
    if (isWord || !isBlank.test(own)) found.push({ start: index, end: index + own.length, kind: isWord ? 'word' : 'mark' });
  }
  return found;
}
