import { type Annotation } from '../../model/annotation.ts';
import { fail, ok, problem, type Problem, type Result } from '../../result.ts';
import { findQuote } from '../../text/anchor.ts';
import { type Span } from '../../text/offsets.ts';
import { type ForeignText } from '../foreign-text.ts';
import { isJsonObject } from '../json.ts';
import { type OffsetUnit, spanIn, type UnitMap, unitMap } from '../offset-unit.ts';
import { excerpt } from '../shape-problems.ts';
import { silentSpan, textUnits } from '../silent-unit.ts';
import { type UnitCase } from '../unit-judgement.ts';
import { pairOf } from './record.ts';

type Fields = Readonly<Record<string, unknown>>;

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** An IRI that stands alone, or the id of an object. */
export const iriOf = (value: unknown): string | null => {
  const name = isJsonObject(value) ? (value['id'] ?? value['@id']) : value;
  return typeof name === 'string' && name !== '' ? name : null;
};

/** What the bodies of an annotation say. */
export interface Said {
  readonly tags: readonly string[];
  readonly pairs: readonly (readonly [name: string, value: string])[];
  /** IRIs of what is identified. */
  readonly identified: readonly string[];
  /** IRIs that stand as bodies of their own. */
  readonly resources: readonly string[];
  readonly note: string;
  readonly flagged: boolean;
  readonly origin: Annotation['origin'];
}

/** A body without a purpose has the motivation of its annotation; a text without either is a tag. */
export function saidBy(annotation: Fields): Said {
  const motivation = listOf(annotation['motivation']).find((one) => typeof one === 'string') ?? 'tagging';
  const own = typeof annotation['bodyValue'] === 'string' ? [{ value: annotation['bodyValue'] }] : [];
  const bodies = [...listOf(annotation['body']), ...own];
  const purposesOf = (body: Fields): readonly unknown[] => (body['purpose'] === undefined ? [motivation] : listOf(body['purpose']));
  const withPurpose = (purpose: string): readonly Fields[] =>
    bodies.filter((one): one is Fields => isJsonObject(one) && purposesOf(one).includes(purpose));
  const valuesOf = (purpose: string): readonly string[] =>
    withPurpose(purpose).map((one) => one['value']).filter((one): one is string => typeof one === 'string');
  const origin = valuesOf('describing').map(pairOf).find((pair) => pair?.[0] === 'origin')?.[1];
  return {
    tags: [...new Set(valuesOf('tagging'))],
    pairs: valuesOf('classifying').map(pairOf).filter((pair) => pair !== null),
    identified: withPurpose('identifying').map((one) => iriOf(one['source']) ?? iriOf(one)).filter((one) => one !== null),
    resources: bodies.filter((one): one is string => typeof one === 'string'),
    note: valuesOf('commenting').join('\n'),
    flagged: withPurpose('questioning').length > 0,
    origin: origin === 'suggested-accepted' || origin === 'suggested-edited' ? origin : 'manual',
  };
}

/** One place that an annotation points at. */
export interface Target {
  readonly source: string | null;
  readonly selectors: readonly Fields[];
}

export const targetsOf = (annotation: Fields): readonly Target[] =>
  listOf(annotation['target']).map((target) =>
    isJsonObject(target)
      ? { source: iriOf(target['source']) ?? iriOf(target), selectors: listOf(target['selector']).filter(isJsonObject) }
      : { source: iriOf(target), selectors: [] });

/** Finds the place of selectors in one text. */
export interface SelectorReader {
  readonly spanOf: (selectors: readonly Fields[]) => Result<{ readonly span: Span; readonly unit: 'code-point' | 'utf-16' }>;
}

/** A quotation of more than this before or after it tells no more. */
const longestContext = 200;

/** Where a target lies that has a position and no quotation, or `null`: nothing but the edges of words says what its offsets count. */
export function silentPlace({ selectors }: Target): UnitCase['spans'][number] | null {
  const { exact, position } = selected(selectors);
  return exact === null ? position : null;
}

function selected(selectors: readonly Fields[]) {
  const ofType = (type: string): Fields | undefined => selectors.find((one) => one['type'] === type);
  const [quote, place] = [ofType('TextQuoteSelector'), ofType('TextPositionSelector')];
  const [start, end] = [place?.['start'], place?.['end']];
  return {
    quote,
    exact: typeof quote?.['exact'] === 'string' ? quote['exact'] : null,
    position: typeof start === 'number' && typeof end === 'number' ? { start, end } : null,
  };
}

/**
 * Positions count code points, as the standard says; UTF-16, as browser tools do, only where the quotation says so. A quotation without a
 * position must have one best place; one that stands elsewhere than its position says is refused. A position without a quotation counts what
 * `silent` says; `null` when nobody can say.
 */
export function selectorReader({ raw, moved }: ForeignText, silent: OffsetUnit | null): SelectorReader {
  const spanWithoutWords = silentSpan(raw, silent, textUnits);
  const points = unitMap(raw, 'code-point');
  const units = unitMap(raw, 'utf-16');
  const found = (span: Span, unit: 'code-point' | 'utf-16') => ok({ span: moved(span), unit });
  return {
    spanOf(selectors) {
      const { quote, exact, position } = selected(selectors);
      if (position) {
        const { start, end } = position;
        if (exact === null) {
          const place = spanWithoutWords(start, end);
          return place.ok ? found(place.value, 'code-point') : place;
        }
        const inPoints = spanIn(points, start, end);
        if (inPoints && raw.slice(inPoints.start, inPoints.end) === exact) return found(inPoints, 'code-point');
        const inUnits = spanIn(units, start, end);
        if (inUnits && raw.slice(inUnits.start, inUnits.end) === exact) return found(inUnits, 'utf-16');
        return fail(misplaced(raw, start, end, exact, inPoints, points));
      }
      if (exact === null) return fail(problem('selector-missing'));
      const context = (name: string): string => (typeof quote?.[name] === 'string' ? quote[name] : '');
      const [prefix, suffix] = [context('prefix').slice(-longestContext), context('suffix').slice(0, longestContext)];
      const place = findQuote(raw, { exact, prefix, suffix });
      return place ? found(place, 'code-point') : fail(problem('quote-not-found', {}, { found: excerpt(exact) }));
    },
  };
}

const misplaced = (text: string, start: number, end: number, exact: string, span: Span | null, { length }: UnitMap): Problem =>
  span
    ? problem('span-text-differs', {}, { start, end, found: excerpt(exact), expected: excerpt(text.slice(span.start, span.end)) })
    : problem('span-outside-text', {}, { start, end, length });
