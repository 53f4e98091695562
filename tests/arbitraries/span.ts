import fc from 'fast-check';
import { isLegalOffset, type Span, span, utf16, type Utf16Offset } from '../../shared/text/offsets.ts';

function legalOffsets(text: string): readonly Utf16Offset[] {
  const offsets: Utf16Offset[] = [];
  for (let offset = 0; offset <= text.length; offset++) if (isLegalOffset(text, offset)) offsets.push(utf16(offset));
  return offsets;
}

/** Any place between two code points, both ends of the text included. */
export const offsetOf = (text: string): fc.Arbitrary<Utf16Offset> => fc.constantFrom(...legalOffsets(text));

/** One to `maximum` Spans in text order without overlap; they may touch. The text must not be empty. */
export function spansOf(text: string, maximum: number): fc.Arbitrary<readonly Span[]> {
  const offsets = legalOffsets(text);
  if (offsets.length < 2) throw new Error('an empty text has no span');
  const pieces = Math.min(maximum, offsets.length - 1);
  return fc
    .tuple(fc.integer({ min: 1, max: pieces }), fc.array(fc.nat(offsets.length - 1), { minLength: 2 * pieces, maxLength: 2 * pieces }))
    .map(([count, places]) => {
      const sorted = places.slice(0, 2 * count).sort((a, b) => a - b).map((place) => offsets[place] as Utf16Offset);
      const spans = Array.from({ length: count }, (_, i) => span(sorted[2 * i] as number, sorted[2 * i + 1] as number));
      const found = spans.filter(({ start, end }) => start < end);
      return found.length > 0 ? found : [span(offsets[0] as number, offsets[1] as number)];
    });
}

export const spanOf = (text: string): fc.Arbitrary<Span> => spansOf(text, 1).map((spans) => spans[0] as Span);
