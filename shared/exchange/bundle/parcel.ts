import { type AnnotationSet, headOf } from '../../model/annotation-set.ts';
import { type Annotation } from '../../model/annotation.ts';
import { type Annotator } from '../../model/annotator.ts';
import { type Change, type DataRecord, noChange } from '../../model/change.ts';
import { type Entity } from '../../model/entity.ts';
import { type BundlePurpose, type Given } from '../../model/handed-over.ts';
import { type AnnotatorId, type ArticleId, type DeviceId, type SetId } from '../../model/id.ts';
import { type Relation } from '../../model/relation.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { type Entry, entryHash, genesis } from '../log.ts';
import { knownEntry, seenEntries } from './known.ts';
import { hashOf } from './whole-file.ts';

/** Work that goes to whoever adjudicates. */
export const submittedChannel = 'submitted';
/** What goes to one person alone. Its name tells nobody who that is. */
export const channelTo = (person: AnnotatorId): string => `to-${hashOf(encodeUtf8(person)).slice(0, 16)}`;

/** Who gives something away, and what was given and taken before. */
export interface Sender {
  readonly device: DeviceId;
  readonly me: Annotator;
  /** All that was said in the project. */
  readonly events: readonly ReviewEvent[];
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Version of the app. */
  readonly app: string;
}

/** What one Entry is to say: the sets whole, as they are now. */
export interface Content {
  readonly scope: ArticleId | null;
  readonly command: string;
  readonly sets: readonly AnnotationSet[];
  readonly entities: readonly Entity[];
  readonly events: readonly ReviewEvent[];
}

/** The Entries that follow in a channel, and what the project has to remember of them. */
export interface Parcel {
  readonly entries: readonly Entry[];
  readonly given: Given;
}

/**
 * Continues the device's chain in a channel. Each Entry holds whole sets, so that the latest one of a set is all that counts, in whatever order
 * Bundles arrive and though one be lost on the way.
 */
export function parcel({ device, me, events, now, app }: Sender, channel: string, purpose: BundlePurpose, to: AnnotatorId | null, contents: readonly Content[]): Parcel {
  const seen = seenEntries(events);
  const own = seen.filter((one) => one.device === device && one.channel === channel);
  const last = own.reduce((latest, one) => (one.sequence > latest.sequence ? one : latest), { sequence: 0, hash: genesis });
  let lamport = seen.reduce((latest, one) => Math.max(latest, one.lamport), 0);
  let previous = last.hash;
  const entries = contents.map((content, index): Entry => {
    const entry: Entry = {
      device, channel, sequence: last.sequence + 1 + index, previous, lamport: (lamport += 1), wall: now, annotator: me.id, scope: content.scope,
      action: { kind: 'do', command: content.command }, change: changeOf(me, content), app,
    };
    previous = entryHash(entry);
    return entry;
  });
  return { entries, given: { kind: 'given', purpose, to, device, entries: entries.map(knownEntry) } };
}

const changeOf = (me: Annotator, { sets, entities, events }: Content): Change => ({
  ...noChange,
  added: [
    { kind: 'annotator', value: me },
    ...entities.map((value) => ({ kind: 'entity' as const, value })),
    ...sets.flatMap(recordsOf),
    ...events.map((value) => ({ kind: 'event' as const, value })),
  ],
});

export const recordsOf = (set: AnnotationSet): readonly DataRecord[] => [
  { kind: 'set', value: headOf(set) },
  ...set.annotations.map((value) => ({ kind: 'annotation' as const, set: set.id, value })),
  ...set.relations.map((value) => ({ kind: 'relation' as const, set: set.id, value })),
];

/** The sets of an Entry, whole. */
export function setsIn({ change }: Entry): readonly AnnotationSet[] {
  const sets = new Map<SetId, AnnotationSet & { annotations: Annotation[]; relations: Relation[] }>();
  for (const record of change.added) if (record.kind === 'set') sets.set(record.value.id, { ...headOf(record.value), annotations: [], relations: [] });
  for (const record of change.added) {
    if (record.kind === 'annotation') sets.get(record.set)?.annotations.push(record.value);
    if (record.kind === 'relation') sets.get(record.set)?.relations.push(record.value);
  }
  return [...sets.values()];
}

/** The Entities that sets name, and those that they were merged into. */
export function entitiesNamed(sets: readonly AnnotationSet[], entities: readonly Entity[]): readonly Entity[] {
  const byId = new Map(entities.map((one) => [one.id, one]));
  const named = new Map<Entity['id'], Entity>();
  const name = (id: Entity['id'] | null | undefined): void => {
    const entity = id ? byId.get(id) : undefined;
    if (!entity || named.has(entity.id)) return;
    named.set(entity.id, entity);
    name(entity.mergedInto);
  };
  for (const { annotations, relations } of sets) {
    for (const { entity } of annotations) name(entity);
    for (const { to } of relations) if (to.kind === 'entity') name(to.id);
  }
  return [...named.values()];
}
