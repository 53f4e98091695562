import { keptForLast } from './kept-for-last.ts';
import { lowerBound } from './lower-bound.ts';

/**
 * The only place where offset units meet. Inside Naql an offset is a count of UTF-16 code units,
 * as in strings, the DOM and ProseMirror; most files count Unicode code points. The two are
 * branded, so that neither a bare number nor the other unit compiles in its place.
 */
declare const unit: unique symbol;
export type Utf16Offset = number & { readonly [unit]: 'utf16' };
export type CodePointOffset = number & { readonly [unit]: 'code-point' };

/** Half-open `[start, end)` in one text, in UTF-16 code units; a legal one never splits a code point. */
export interface Span {
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
}

/** The number is a count of UTF-16 code units. Use where a unit enters (the DOM, a file, a test), nowhere else. */
export const utf16 = (value: number): Utf16Offset => value as Utf16Offset;
export const codePoint = (value: number): CodePointOffset => value as CodePointOffset;
export const span = (start: number, end: number): Span => ({ start: utf16(start), end: utf16(end) });

const isHigh = (unit16: number): boolean => unit16 >= 0xd800 && unit16 <= 0xdbff;
const isLow = (unit16: number): boolean => unit16 >= 0xdc00 && unit16 <= 0xdfff;

/** True for 0, the length and every place between two code points; false inside a surrogate pair and outside the text. */
export function isLegalOffset(text: string, offset: number): offset is Utf16Offset {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) return false;
  return !(offset > 0 && offset < text.length && isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset)));
}

/** True when the text holds a surrogate without its partner: such a text is no Unicode and no Article. */
export const hasLoneSurrogate = (text: string): boolean => !text.isWellFormed();

/** Converts between the two units for one text: O(log n) a call, where n counts the astral characters only. */
export interface OffsetMap {
  readonly codePointLength: CodePointOffset;
  /** @throws if the offset lies outside the text or inside a surrogate pair: that is a bug of the caller. */
  toCodePoint(offset: Utf16Offset): CodePointOffset;
  /** @throws if the offset lies outside the text; check a file's offsets against `codePointLength` first. */
  toUtf16(offset: CodePointOffset): Utf16Offset;
}

/** Of the text that was asked about last the map is there. */
export const offsetMap = keptForLast((text): OffsetMap => {
  /** UTF-16 offsets of the low halves: each marks a place that exists in UTF-16 and not in code points. */
  const lows: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) lows.push(i++);
  }
  const codePointLength = codePoint(text.length - lows.length);
  return {
    codePointLength,
    toCodePoint(offset) {
      const place: number = offset;
      if (!isLegalOffset(text, place)) throw new Error(`UTF-16 offset ${place} is not legal in a text of ${text.length}`);
      return codePoint(lows.length === 0 ? offset : offset - lowerBound(lows, (low) => low >= offset));
    },
    toUtf16(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > codePointLength)
        throw new Error(`code point offset ${offset} outside a text of ${codePointLength}`);
      return utf16(lows.length === 0 ? offset : offset + lowerBound(lows, (low, index) => low - index > offset));
    },
  };
});
