import { canonicalJson } from '../../canonical-json.ts';
import { type SpanRecord } from '../native/record.ts';
import { type Row } from './article-rows.ts';

/** The span whose borders most have; of equal ones that of the first annotator. */
export function mostVoted(spans: readonly SpanRecord[]): SpanRecord {
  const borders = ({ fragments }: SpanRecord): string => canonicalJson(fragments);
  const votes = (span: SpanRecord): number => spans.filter((one) => borders(one) === borders(span)).length;
  const best = spans.toSorted((a, b) => votes(b) - votes(a))[0];
  if (!best) throw new Error('a cluster without a span');
  return best;
}

/** What there is and how often, in code-unit order of its canonical JSON. */
export function counted<T extends Row>(values: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<string, readonly [T, number]>();
  for (const value of values) {
    const key = canonicalJson(value);
    counts.set(key, [value, (counts.get(key)?.[1] ?? 0) + 1]);
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
