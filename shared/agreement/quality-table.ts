import { csvLine, type CsvStyle, guarded } from '../csv.ts';
import { catalogue, type MessageCode } from '../messages/catalogue.ts';
import { type ArticleId } from '../model/id.ts';
import { reasonWords } from '../model/decided.ts';
import { type GoldValue } from './gold-value.ts';
import { type PersonQuality, type QualityWindow } from './quality.ts';

/**
 * Minutes at work for each 1,000 tokens of the Articles on which anything was seen, and how many these are; `null` where nothing was. Its interval
 * is that of a ratio of two sums: Cochran, Sampling Techniques, 3rd ed., 1977, 6.4.
 */
export function minutesPerThousand({ articles, tokens }: Pick<QualityWindow, 'articles' | 'tokens'>, milliseconds: ReadonlyMap<ArticleId, number>): GoldValue {
  const known = articles.flatMap((id, place) => {
    const time = milliseconds.get(id);
    return time === undefined ? [] : { minutes: time / 60_000, thousands: (tokens[place] ?? 0) / 1_000 };
  });
  const n = known.length;
  const thousands = known.reduce((sum, one) => sum + one.thousands, 0);
  if (thousands === 0) return { value: null, interval: null, n };
  const value = known.reduce((sum, one) => sum + one.minutes, 0) / thousands;
  if (n < 2) return { value, interval: null, n };
  const squares = known.reduce((sum, one) => sum + (one.minutes - value * one.thousands) ** 2, 0);
  const half = (1.96 * Math.sqrt((squares * n) / (n - 1))) / thousands;
  // No time is less than none.
  return { value, interval: [Math.max(0, value - half), value + half], n };
}

const columns = ['person', 'window', 'from', 'to', 'articles', 'measure', 'of', 'value', 'low', 'high', 'n'] as const;

/**
 * A person's work against gold as CSV that Excel opens: a line for each value of each window, and of the whole; `window` counts from 1, the whole
 * has none. What is undefined is empty. What looks like a formula is guarded.
 * @param milliseconds at work by Article; `null` where it is not known
 */
export function qualityCsv(
  { windows, whole }: PersonQuality, name: string, milliseconds: ReadonlyMap<ArticleId, number> | null, language: 'fa' | 'en',
): string {
  const style: CsvStyle = { mark: '\ufeff', lineEnd: '\r\n', cell: guarded };
  const word = (code: MessageCode): string => catalogue[code][language];
  const head = csvLine(columns.map((column) => word(`agreement.quality.column.${column}`)), style);
  const only = (value: number | null, n: number): GoldValue => ({ value, interval: null, n });
  const linesOf = (window: QualityWindow, place: number | null): readonly string[] => {
    const values: readonly (readonly [measure: MessageCode, of: string, value: GoldValue])[] = [
      ['metric.strict-f1', '', window.strict], ['metric.overlap-f1', '', window.overlap],
      ...window.attributes.map((one) => ['metric.attribute-kappa', one.attribute, one] as const),
      ['agreement.quality.start', '', window.offsets.start], ['agreement.quality.end', '', window.offsets.end],
      ...window.labels.flatMap(({ label, found, missed, spurious, strict, overlap, missedShare, spuriousShare }) => [
        ['metric.strict-f1', label, strict] as const, ['metric.overlap-f1', label, overlap] as const,
        ['agreement.quality.found', label, only(found, found + missed)] as const, ['agreement.quality.missed', label, only(missed, found + missed)] as const,
        ['agreement.quality.spurious', label, only(spurious, found + spurious)] as const,
        ['agreement.quality.missed-share', label, missedShare] as const, ['agreement.quality.spurious-share', label, spuriousShare] as const,
      ]),
      ...(milliseconds ? [['agreement.quality.minutes', '', minutesPerThousand(window, milliseconds)] as const] : []),
      ['agreement.quality.column.returned', '', only(window.returned, window.articles.length)],
      ['agreement.quality.returned-share', '', window.returnedShare],
      ...window.reasons.map(({ reason, count }) => ['agreement.quality.column.reason', reasonWords(reason, word), only(count, window.articles.length)] as const),
    ];
    return values.map(([measure, of, { value, interval, n }]) => csvLine([
      name, place, window.from, window.to, window.articles.length, word(measure), of, ...[value, interval?.[0] ?? null, interval?.[1] ?? null].map(decimals), n,
    ], style));
  };
  return [style.mark, head, ...windows.flatMap((window, place) => linesOf(window, place + 1)), ...linesOf(whole, null)].join('');
}

/** As a number, so that no guard stands before a minus. */
const decimals = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));
