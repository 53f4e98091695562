import { graphemes } from '../text/graphemes.ts';
import { codePoint, isLegalOffset, offsetMap, type Span, span, utf16, type Utf16Offset } from '../text/offsets.ts';

/** What the numbers of a file may count. */
export const offsetUnits = ['utf-16', 'code-point', 'grapheme'] as const;
export type OffsetUnit = (typeof offsetUnits)[number];

/** Converts between the offsets of Naql and those of one unit, for one text. */
export interface UnitMap {
  /** How many units the text has. */
  readonly length: number;
  /** `null` where no offset of this unit lies: outside the text, or, in UTF-16, inside a surrogate pair. */
  readonly toUtf16: (offset: number) => Utf16Offset | null;
  /** @throws where the offset lies inside a unit: only clusters can be cut by a Span, and nothing is written in clusters. */
  readonly fromUtf16: (offset: Utf16Offset) => number;
}

export function unitMap(text: string, unit: OffsetUnit): UnitMap {
  switch (unit) {
    case 'utf-16':
      return { length: text.length, toUtf16: (offset) => (isLegalOffset(text, offset) ? offset : null), fromUtf16: (offset) => offset };
    case 'code-point':
      return codePointMap(text);
    case 'grapheme':
      return graphemeMap(text);
  }
}

function codePointMap(text: string): UnitMap {
  const { codePointLength, toCodePoint, toUtf16 } = offsetMap(text);
  const isInside = (offset: number): boolean => Number.isInteger(offset) && offset >= 0 && offset <= codePointLength;
  return { length: codePointLength, toUtf16: (offset) => (isInside(offset) ? toUtf16(codePoint(offset)) : null), fromUtf16: toCodePoint };
}

function graphemeMap(text: string): UnitMap {
  const starts = graphemes(text).map(({ start }) => start);
  const numbers = new Map<Utf16Offset, number>(starts.map((start, index) => [start, index]));
  return {
    length: starts.length,
    toUtf16: (offset) => (offset === starts.length ? utf16(text.length) : (starts[offset] ?? null)),
    fromUtf16(offset) {
      const number = offset === text.length ? starts.length : numbers.get(offset);
      if (number === undefined) throw new Error(`UTF-16 offset ${offset} lies inside a grapheme cluster`);
      return number;
    },
  };
}

/** The Span between two offsets of a unit; `null` where there is none or it is empty. */
export function spanIn({ toUtf16 }: UnitMap, start: number, end: number): Span | null {
  const [from, to] = [toUtf16(start), toUtf16(end)];
  return from === null || to === null || from >= to ? null : span(from, to);
}
