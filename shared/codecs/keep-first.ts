import { canonicalJson } from '../canonical-json.ts';
import { type Place, problem } from '../result.ts';
import { type Findings } from './findings.ts';

/** Of records with one id the first is kept; another one that differs from it is a Problem. */
export function keepFirst<T extends { readonly id: string }>(records: Map<string, T>, record: T, place: Place, found: Findings): void {
  const first = records.get(record.id);
  if (!first) records.set(record.id, record);
  else if (canonicalJson(first) !== canonicalJson(record))
    found.add(problem('record-differs', { ...place, record: record.id }, { id: record.id }));
}
