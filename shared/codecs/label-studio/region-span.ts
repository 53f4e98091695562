import { fail, ok, problem, type Result } from '../../result.ts';
import { type Span } from '../../text/offsets.ts';
import { type ForeignText } from '../foreign-text.ts';
import { isJsonObject } from '../json.ts';
import { type OffsetUnit, spanIn, type UnitMap, unitMap } from '../offset-unit.ts';
import { excerpt } from '../shape-problems.ts';
import { silentSpan } from '../silent-unit.ts';
import { type UnitCase } from '../unit-judgement.ts';

/** Finds the place of regions in one text. */
export interface RegionReader {
  /** The Span in the Article's text, and the unit that proved right. */
  readonly spanOf: (value: Readonly<Record<string, unknown>>) => Result<{ readonly span: Span; readonly unit: 'code-point' | 'utf-16' }>;
}

/** What Label Studio has counted: code points, and UTF-16 in versions before 2021. */
export const regionUnits = ['code-point', 'utf-16'] as const satisfies readonly OffsetUnit[];
export type RegionUnit = (typeof regionUnits)[number];

/**
 * Code points first; UTF-16, which versions before 2021 wrote, only where the region's own text says so; otherwise the region is refused.
 * A region without words is read in the unit of `silent`; `null` when nobody can say which one is meant. Offsets into HTML are taken only
 * where they count the whole text and the region's text stands there.
 */
export function regionReader({ raw, moved }: ForeignText, silent: RegionUnit | null): RegionReader {
  const points = unitMap(raw, 'code-point');
  const units = unitMap(raw, 'utf-16');
  const spanWithoutWords = silentSpan(raw, silent, regionUnits);
  const withoutWords = (start: number, end: number): ReturnType<RegionReader['spanOf']> => {
    const found = spanWithoutWords(start, end);
    return found.ok ? ok({ span: moved(found.value), unit: 'code-point' }) : found;
  };
  return {
    spanOf(value) {
      const place = placeOf(value);
      if (!place.ok) return place;
      const { start, end, words } = place.value;
      if (words === null) return withoutWords(start, end);
      const inPoints = spanIn(points, start, end);
      if (inPoints && reads(raw, inPoints, words)) return ok({ span: moved(inPoints), unit: 'code-point' });
      const inUnits = spanIn(units, start, end);
      if (inUnits && reads(raw, inUnits, words)) return ok({ span: moved(inUnits), unit: 'utf-16' });
      return fail(misplaced(raw, { start, end, words }, inPoints, points));
    },
  };
}

interface RegionPlace {
  readonly start: number;
  readonly end: number;
  /** What stands there; `null` when the region does not say. */
  readonly words: string | null;
}

function placeOf(value: Readonly<Record<string, unknown>>): Result<RegionPlace> {
  const isHtml = 'startOffset' in value || 'globalOffsets' in value;
  const offsets = isHtml ? value['globalOffsets'] : value;
  const [start, end] = isJsonObject(offsets) ? [offsets['start'], offsets['end']] : [];
  const words = typeof value['text'] === 'string' ? value['text'] : null;
  if (typeof start !== 'number' || typeof end !== 'number' || (isHtml && words === null)) return fail(problem('region-without-offsets'));
  return ok({ start, end, words });
}

/** Offsets of which no words say what they count; `null` for any other region. */
export function silentPlace(value: Readonly<Record<string, unknown>>): UnitCase['spans'][number] | null {
  const place = placeOf(value);
  return place.ok && place.value.words === null ? place.value : null;
}

/** Some versions write a line end inside a region's text as `\n`. */
const reads = (text: string, { start, end }: Span, words: string): boolean => {
  const slice = text.slice(start, end);
  return slice === words || (slice.includes('\n') && slice.replaceAll('\n', String.raw`\n`) === words);
};

const misplaced = (text: string, { start, end, words }: RegionPlace, span: Span | null, { length }: UnitMap) =>
  span
    ? problem('span-text-differs', {}, { start, end, found: excerpt(words), expected: excerpt(text.slice(span.start, span.end)) })
    : problem('span-outside-text', {}, { start, end, length });
