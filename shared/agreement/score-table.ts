import { csvLine, type CsvStyle, guarded } from '../csv.ts';
import { catalogue, type MessageCode } from '../messages/catalogue.ts';
import { type Citation } from './metric.ts';
import { metricById, metricName } from './registry.ts';
import { type Score } from './score.ts';

/** Scores of a group of people: everybody, or two of them. */
export interface NamedScores {
  /** Who, as the table says it. */
  readonly people: string;
  readonly scores: readonly Score[];
}

type Language = 'fa' | 'en';

const columns = ['people', 'metric', 'metric_id', 'label', 'value', 'low', 'high', 'n', 'counted', 'articles', 'coverage', 'precision', 'left_out', 'source'] as const;

/**
 * Scores as CSV that Excel opens: a head in the language, one line for each Score; numbers have a point and 6 decimals, what is undefined is
 * empty. What looks like a formula is guarded.
 */
export function scoresCsv(groups: readonly NamedScores[], language: Language): string {
  const style: CsvStyle = { mark: '\ufeff', lineEnd: '\r\n', cell: guarded };
  const word = (code: MessageCode): string => catalogue[code][language];
  const head = csvLine(columns.map((column) => word(`agreement.column.${column}`)), style);
  const lines = groups.flatMap(({ people, scores }) => scores.map((score) => {
    const metric = metricById(score.metric);
    if (!metric) throw new Error(`no measure called ${score.metric}`);
    return csvLine([
      people, word(metricName(score.metric)), score.metric, score.label ?? word('agreement.overall'),
      ...[score.value, score.interval?.[0] ?? null, score.interval?.[1] ?? null].map(decimals),
      score.n, word(`agreement.counted.${metric.counts}`), score.articles, decimals(score.coverage), decimals(score.precision), score.leftOut, cited(metric.source),
    ], style);
  }));
  return [style.mark, head, ...lines].join('');
}

/** As a number, so that no guard stands before a minus. */
const decimals = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));

export const cited = ({ authors, year, title, where }: Citation): string => `${authors} (${year}). ${title}. ${where}.`;
