import { canonicalJson } from '../canonical-json.ts';
import { type Annotation } from '../model/annotation.ts';
import { type AnnotationSet, ordered, type SetHead, type SetRole } from '../model/annotation-set.ts';
import { type Change, type DataRecord, recordKey } from '../model/change.ts';
import { type AnnotatorId, type DeviceId, type SetId } from '../model/id.ts';
import { type Relation } from '../model/relation.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { type Entry } from './log.ts';

/** One step of the Log that altered what stands on an Article: who, when, by which command, and what of its Change concerns the Article. */
export interface PastStep {
  readonly sequence: number;
  /** ISO 8601, UTC; for people, never for order. */
  readonly at: string;
  /** On whose machine; what a colleague made came by taking it in. */
  readonly by: AnnotatorId;
  readonly device: DeviceId;
  /** Version of the app; `null` where the Entry does not say it. */
  readonly app: string | null;
  /** The command's name; for what was taken back or done again, `undo` or `redo`. */
  readonly name: string;
  readonly change: Change;
}

/** Whose labels on an Article, and as what: somebody's own work and their gold set are two readings. */
export interface PastReading {
  readonly annotator: AnnotatorId;
  readonly role: SetRole;
  /** All that was ever this set: undoing its first label takes it away, and the next one makes another. */
  readonly sets: readonly SetId[];
}

/** What stood in a set at one moment. */
export interface PastState {
  /** In reading order. */
  readonly annotations: readonly Annotation[];
  /** By id. */
  readonly relations: readonly Relation[];
}

/** What stood on an Article at one moment. */
export interface PastMoment {
  readonly sets: readonly AnnotationSet[];
  readonly events: readonly ReviewEvent[];
}

/** The Entry as a step of an Article. Its records are in the shape of today. */
export const pastStep = ({ sequence, wall, annotator, device, app, action, change }: Entry): PastStep => ({
  sequence, at: wall, by: annotator, device, app: app ?? null, name: action.kind === 'do' ? action.command : action.kind, change,
});

/** The step with those of its records alone that it altered; `null` where there is none. */
export function narrowed(step: PastStep, isMeant: (record: DataRecord) => boolean): PastStep | null {
  const { added, updated, removed } = step.change;
  const change: Change = {
    added: added.filter(isMeant),
    updated: updated.filter(([before, after]) => isMeant(before) && canonicalJson(before) !== canonicalJson(after)),
    removed: removed.filter(isMeant),
  };
  return change.added.length + change.updated.length + change.removed.length === 0 ? null : { ...step, change };
}

/** What stood on the Article after the first `count` steps. */
export function momentAfter(steps: readonly PastStep[], count: number): PastMoment {
  const standing = new Map<string, DataRecord>();
  for (const { change } of steps.slice(0, count)) {
    for (const record of change.removed) standing.delete(recordKey(record));
    for (const record of [...change.updated.map(([, after]) => after), ...change.added]) standing.set(recordKey(record), record);
  }
  const heads: SetHead[] = [];
  const events: ReviewEvent[] = [];
  const held = new Map<SetId, { annotations: Annotation[]; relations: Relation[] }>();
  const heldBy = (set: SetId) => {
    const known = held.get(set) ?? { annotations: [], relations: [] };
    held.set(set, known);
    return known;
  };
  for (const one of standing.values()) {
    if (one.kind === 'set') heads.push(one.value);
    else if (one.kind === 'event') events.push(one.value);
    else if (one.kind === 'annotation') heldBy(one.set).annotations.push(one.value);
    else if (one.kind === 'relation') heldBy(one.set).relations.push(one.value);
  }
  return { sets: heads.map((head) => ordered({ ...head, ...heldBy(head.id) })), events };
}

/** The set that the reading was at that moment; `null` where there was none. */
export const setIn = ({ sets }: PastMoment, reading: PastReading | undefined): AnnotationSet | null => sets.find(({ id }) => reading?.sets.includes(id)) ?? null;

/** The readings that these heads are, each in the order of its first head; `heads`: in the order of the Log, each once. */
export function readingsOf(heads: readonly SetHead[]): readonly PastReading[] {
  const readings = new Map<string, { annotator: AnnotatorId; role: SetRole; sets: SetId[] }>();
  for (const { id, annotator, role } of heads) {
    const key = `${role} ${annotator}`;
    const known = readings.get(key);
    if (known) known.sets.push(id);
    else readings.set(key, { annotator, role, sets: [id] });
  }
  return [...readings.values()];
}
