import { type Span, span, type Utf16Offset } from './offsets.ts';
import { lineAt } from './paragraphs.ts';

/**
 * Extended grapheme clusters: what a reader takes for one character. A part of Unicode Standard Annex #29 (revision 43), which is
 * complete for Arabic script, Latin and emoji. Rules that hold: GB3–GB5 (line ends and controls stand alone), GB9 and GB9a (combining
 * marks, ZWNJ and ZWJ stay with what is before them), GB11 (emoji joined by ZWJ), GB12–GB13 (flags), GB999. Left out on purpose:
 * GB6–GB8 (Korean jamo that are not composed), GB9b (prepended signs such as U+0600), GB9c (Indic conjuncts), and
 * characters that the regular expressions' Unicode version does not know yet.
 */
export const graphemeVersion = 1;

/** Sources of regular expressions with the `u` flag. What attaches to the character before it: GB9, GB9a. */
export const extenders = String.raw`[\p{Gr_Ext}\p{Mc}\p{EMod}\u200d\u0e33\u0eb3]*`;
/** One emoji, joined ones included, or a flag, without trailing extenders: GB11, GB12. */
export const picture = String.raw`(?:\p{ExtPict}(?:${extenders}(?<=\u200d)\p{ExtPict})*|\p{RI}\p{RI}|\p{RI})`;
/** Characters that stand alone whatever follows: GB4, GB5. The signs U+0600–U+0605 and the like are visible and do not belong here. */
export const control = String.raw`(?:[\p{Cc}\p{Zl}\p{Zp}]|(?![\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u200c\u200d]|\p{Gr_Ext})\p{Cf})`;

const cluster = new RegExp(String.raw`\r\n|${control}|${picture}${extenders}|[^]${extenders}`, 'gu');

/** The clusters of a part of the text that begins and ends at cluster boundaries, in order and without a gap. */
export function graphemesIn(text: string, part: Span): readonly Span[] {
  return Array.from(text.slice(part.start, part.end).matchAll(cluster), (match) =>
    span(part.start + match.index, part.start + match.index + match[0].length),
  );
}

export const graphemes = (text: string): readonly Span[] => graphemesIn(text, span(0, text.length));

/** The nearest cluster boundary at or before the offset. */
export function graphemeFloor(text: string, offset: Utf16Offset): Utf16Offset {
  const inside = graphemesIn(text, lineAt(text, offset)).find((one) => one.start < offset && offset < one.end);
  return inside ? inside.start : offset;
}

/** The nearest cluster boundary at or after the offset. */
export function graphemeCeiling(text: string, offset: Utf16Offset): Utf16Offset {
  const inside = graphemesIn(text, lineAt(text, offset)).find((one) => one.start < offset && offset < one.end);
  return inside ? inside.end : offset;
}

/** The smallest Span of whole clusters around a Span. */
export const graphemeHull = (text: string, { start, end }: Span): Span => ({
  start: graphemeFloor(text, start),
  end: graphemeCeiling(text, end),
});
