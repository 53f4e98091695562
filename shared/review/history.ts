import { type Entry } from '../exchange/log.ts';
import { type Annotation, compareAnnotations } from '../model/annotation.ts';
import { type DataRecord } from '../model/change.ts';
import { type Ruled } from '../model/discussed.ts';
import { type AnnotationId, type AnnotatorId, type DeviceId, type SetId } from '../model/id.ts';
import { type ReviewEvent } from '../model/review-event.ts';
import { lastSubmissions } from '../model/submissions.ts';
import { type Case } from './settlement.ts';

/** One step of a gold set: who did what, when, and what then stood in it. */
export interface GoldStep {
  readonly at: string;
  readonly by: AnnotatorId;
  readonly device: DeviceId;
  /** Place in the chain of the device. */
  readonly sequence: number;
  /** Version of the app; `null` where the Entry does not say it. */
  readonly app: string | null;
  /** The command's name; for what was taken back or done again, `undo` or `redo`. */
  readonly name: string;
  readonly annotations: readonly Annotation[];
  /** Differing from the step before: come, altered or gone. */
  readonly touched: readonly AnnotationId[];
}

/** The steps of a gold set as the Log has them, the first one first. Steps that said nothing of it are not among them. */
export function goldSteps(entries: readonly Entry[], set: SetId): readonly GoldStep[] {
  const standing = new Map<AnnotationId, Annotation>();
  const steps: GoldStep[] = [];
  for (const { wall, annotator, action, change, device, sequence, app = null } of entries) {
    const touched = new Set<AnnotationId>();
    const own = (records: readonly DataRecord[]) => records.flatMap((one) => (one.kind === 'annotation' && one.set === set ? [one.value] : []));
    for (const { id } of own(change.removed)) {
      standing.delete(id);
      touched.add(id);
    }
    for (const one of own([...change.updated.map(([, after]) => after), ...change.added])) {
      standing.set(one.id, one);
      touched.add(one.id);
    }
    if (touched.size === 0 && !isAbout(change.added, set) && !isAbout(change.removed, set)) continue;
    const annotations = [...standing.values()].sort(compareAnnotations);
    steps.push({ at: wall, by: annotator, device, sequence, app, name: action.kind === 'do' ? action.command : action.kind, annotations, touched: [...touched] });
  }
  return steps;
}

const isAbout = (records: readonly DataRecord[], set: SetId): boolean =>
  records.some((one) => one.kind === 'event' && (one.value.kind === 'decided' || one.value.kind === 'gold-sealed') && one.value.set === set);

/**
 * When each Annotation was written last, by set and id, as far as the Log goes. What a colleague marked stands in it on the day on which it was taken
 * in, and was written when it was handed in at the latest.
 */
export function lastWritten(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const written = writtenLast();
  for (const entry of entries) written.add(entry);
  return written.found;
}

/** The same of a Log that is too long to be held: Entry by Entry, in its order. */
export interface WrittenLast {
  readonly found: ReadonlyMap<string, string>;
  add(entry: Pick<Entry, 'wall' | 'change'>): void;
  /** ISO 8601; `undefined` where the Log does not know of it. */
  at(set: SetId, annotation: AnnotationId): string | undefined;
}

export function writtenLast(): WrittenLast {
  const found = new Map<string, string>();
  const add: WrittenLast['add'] = ({ wall, change }) => {
    const handedIn = new Map<SetId, string>();
    for (const one of change.added) {
      if (one.kind !== 'event' || one.value.kind !== 'submitted') continue;
      const { set, at } = one.value;
      handedIn.set(set, later(handedIn.get(set) ?? at, at));
    }
    for (const one of [...change.added, ...change.updated.map(([, after]) => after)])
      if (one.kind === 'annotation') found.set(`${one.set} ${one.value.id}`, earlier(wall, handedIn.get(one.set) ?? wall));
  };
  return { found, add, at: (set, annotation) => found.get(`${set} ${annotation}`) };
}

const later = (one: string, two: string): string => (one > two ? one : two);
const earlier = (one: string, two: string): string => (one < two ? one : two);

/**
 * Cases that somebody marked before there was this entry of the guideline: to be looked at again.
 * @param written as `lastWritten`
 * @param under as `handedInUnder`
 */
export const labelledBefore = (
  ruled: Pick<ReviewEvent & Ruled, 'at' | 'number'>, cases: readonly Case[], written: ReadonlyMap<string, string>, under: ReadonlyMap<SetId, number> = new Map(),
): readonly Case[] =>
  cases.filter(({ members }) =>
    members.some(({ source: { set, annotation } }) => (written.get(`${set} ${annotation}`) ?? ruled.at) < ruled.at || (under.get(set) ?? ruled.number) < ruled.number));

/** Under which entry of the guideline each set was handed in last, by number; of those that say it. Whoever had not heard of an entry cannot have kept to it. */
export function handedInUnder(events: readonly ReviewEvent[]): ReadonlyMap<SetId, number> {
  return new Map([...lastSubmissions(events).values()].flatMap(({ set, guideline }) => (guideline === undefined ? [] : [[set, guideline] as const])));
}
