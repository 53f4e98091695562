import { type Annotation, compareAnnotations } from '../model/annotation.ts';
import { type Change, type DataRecord, recordKey } from '../model/change.ts';
import { type AnnotatorId, type SetId } from '../model/id.ts';
import { compareRelations, type Relation } from '../model/relation.ts';
import { type Entry } from './log.ts';

/** One step of the Log that altered what stands in somebody's set on an Article: who, when, by which command, and what of its Change concerns the set. */
export interface PastStep {
  readonly sequence: number;
  /** ISO 8601, UTC; for people, never for order. */
  readonly at: string;
  readonly by: AnnotatorId;
  /** The command's name; for what was taken back or done again, `undo` or `redo`. */
  readonly name: string;
  readonly change: Change;
}

/** What stood in a set at one moment. */
export interface PastState {
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  /** By id. */
  readonly relations: readonly Relation[];
}

type Content = Extract<DataRecord, { readonly kind: 'annotation' | 'relation' }>;

/**
 * The Entry as a step of the set; `null` where it says nothing of its Annotations and Relations. `sets`: all that was ever the set, for undoing its
 * first label takes it away, and the next one makes another. The Entry's records are in the shape of today.
 */
export function pastStep({ sequence, wall, annotator, action, change }: Entry, sets: ReadonlySet<SetId>): PastStep | null {
  const isOurs = (record: DataRecord): record is Content => (record.kind === 'annotation' || record.kind === 'relation') && sets.has(record.set);
  const ours: Change = { added: change.added.filter(isOurs), updated: change.updated.filter(([before]) => isOurs(before)), removed: change.removed.filter(isOurs) };
  if (ours.added.length + ours.updated.length + ours.removed.length === 0) return null;
  return { sequence, at: wall, by: annotator, name: action.kind === 'do' ? action.command : action.kind, change: ours };
}

/** What stood there after the first `count` steps. */
export function stateAfter(steps: readonly PastStep[], count: number): PastState {
  const standing = new Map<string, DataRecord>();
  for (const { change } of steps.slice(0, count)) {
    for (const record of change.removed) standing.delete(recordKey(record));
    for (const record of [...change.updated.map(([, after]) => after), ...change.added]) standing.set(recordKey(record), record);
  }
  const records = [...standing.values()];
  return {
    annotations: records.flatMap((one) => (one.kind === 'annotation' ? [one.value] : [])).sort(compareAnnotations),
    relations: records.flatMap((one) => (one.kind === 'relation' ? [one.value] : [])).sort(compareRelations),
  };
}
