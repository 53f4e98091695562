import { csvLine, type CsvStyle, guarded } from '../csv.ts';
import { catalogue, type MessageCode } from '../messages/catalogue.ts';
import { type ArticleId } from '../model/id.ts';
import { reasonWords } from '../model/decided.ts';
import { type GoldValue } from './gold-value.ts';
import { type PersonQuality, type QualityWindow } from './quality.ts';

/** Minutes at work for each 1,000 tokens of the Articles on which anything was seen; `null` where nothing was. */
export function minutesPerThousand({ articles, tokens }: Pick<QualityWindow, 'articles' | 'tokens'>, milliseconds: ReadonlyMap<ArticleId, number>): number | null {
  const known = articles.flatMap((id) => milliseconds.get(id) ?? []);
  if (known.length === 0 || tokens === 0) return null;
  // Articles without a step that was seen are taken for average ones.
  return known.reduce((sum, one) => sum + one, 0) / 60_000 / (tokens * (known.length / articles.length) / 1000);
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
      ...window.labels.flatMap(({ label, found, missed, spurious, strict, overlap }) => [
        ['metric.strict-f1', label, strict] as const, ['metric.overlap-f1', label, overlap] as const,
        ['agreement.quality.found', label, only(found, found + missed)] as const, ['agreement.quality.missed', label, only(missed, found + missed)] as const,
        ['agreement.quality.spurious', label, only(spurious, found + spurious)] as const,
      ]),
      ...(milliseconds ? [['agreement.quality.minutes', '', only(minutesPerThousand(window, milliseconds), window.tokens)] as const] : []),
      ['agreement.quality.column.returned', '', only(window.returned, window.articles.length)],
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
