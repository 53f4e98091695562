import { type AnnotationSet } from '../model/annotation-set.ts';
import { type DataRecord, explode, recordKey, type RecordMap } from '../model/change.ts';
import { type Dataset } from '../model/dataset.ts';
import { type Entry } from './log.ts';
import { mend } from './mend.ts';

/** What Entries lead to although others before or between them are lost. */
export interface FoldedAcross {
  readonly dataset: Dataset;
  /** Records that the Entries had and that could not be kept: they rest on something that only a lost Entry knew. */
  readonly lost: readonly DataRecord[];
}

/**
 * Entries in their order on top of a sound Dataset that they were not made for, since those between are lost. Work on an Article whose set
 * was begun in a lost Entry gets its set back: the Entry says whose it is and where. What stays impossible goes, and is named.
 */
export function foldAcross(base: Dataset, entries: readonly Entry[]): FoldedAcross {
  const records = explode(base);
  for (const entry of entries) {
    const { added, updated, removed } = entry.change;
    for (const record of removed) records.delete(recordKey(record));
    for (const record of [...updated.map(([, after]) => after), ...added]) {
      records.set(recordKey(record), record);
      if (record.kind === 'annotation' || record.kind === 'relation') giveBackSet(records, record.set, entry);
    }
  }
  giveBackAnnotators(records);
  const wanted = [...records];
  const dataset = mend(records);
  const kept = explode(dataset);
  return { dataset, lost: wanted.flatMap(([key, record]) => (kept.has(key) ? [] : [record])) };
}

function giveBackSet(records: RecordMap, id: AnnotationSet['id'], { scope, annotator }: Entry): void {
  if (scope === null || records.has(`set ${id}`)) return;
  const set: DataRecord = { kind: 'set', value: { id, article: scope, annotator, role: 'work', status: 'in-progress' } };
  records.set(recordKey(set), set);
}

/** Without the record of its annotator a set would go; who that is, the settings know when work goes on. */
function giveBackAnnotators(records: RecordMap): void {
  for (const record of records.values()) {
    if (record.kind !== 'set' || records.has(`annotator ${record.value.annotator}`)) continue;
    const person: DataRecord = { kind: 'annotator', value: { id: record.value.annotator, kind: 'person', name: '', version: null } };
    records.set(recordKey(person), person);
  }
}
