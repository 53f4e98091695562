import { type AnnotationSet } from '../../model/annotation-set.ts';
import { localKinds } from '../../model/handed-over.ts';
import { type AnnotatorId, type ProjectId, type SetId } from '../../model/id.ts';
import { sealOf } from '../../model/seal.ts';
import { type ReviewEvent } from '../../model/review-event.ts';
import { problem, type Problem } from '../../result.ts';
import { type Entry, entryHash, genesis } from '../log.ts';
import { introduces, isIntroduction } from './introduction.ts';
import { isReceived, placeOf, type Seen } from './known.ts';
import { setsIn } from './parcel.ts';
import { type Incoming, type TakeInGround } from './take-in-ground.ts';

/**
 * Why nothing of a Bundle may come in; nothing when it may. `bundle-full`, `bundle-other-project`, `bundle-schema-other`, `bundle-file-wrong`, `bundle-key-changed`,
 * `bundle-others-work`, `bundle-seal-wrong`, `bundle-forked`, `bundle-chain-broken`.
 */
export function refusal(ground: TakeInGround, one: Incoming, seen: ReadonlyMap<string, Seen>): readonly Problem[] {
  const { manifest } = one.bundle;
  const events = ground.dataset.events ?? [];
  if (manifest.purpose === 'full') return [problem('bundle-full')];
  const mayJoin = ground.mayJoin && manifest.purpose === 'assignment';
  if (!mayJoin && !projectsSpokenOf(ground.project, events).has(manifest.project.id))
    return [problem('bundle-other-project', {}, { project: manifest.project.name })];
  return [...otherSchema(ground, one), ...notIntroducing(one), ...otherKey(events, one), ...one.bundle.entries.flatMap((entry) => notTheirs(manifest.person.id, entry)), ...wrongSeals(one.bundle.entries), ...forks(one, seen, events)].slice(0, 1);
}

/** The project itself, and those whose assignments were taken into it. */
export const projectsSpokenOf = (project: ProjectId, events: readonly ReviewEvent[]): ReadonlySet<ProjectId> =>
  new Set([project, ...events.filter(isReceived).map((event) => event.project)]);

const major = (version: string): string | undefined => version.split('.')[0];

function otherSchema({ dataset: { schema } }: TakeInGround, { bundle: { manifest } }: Incoming): readonly Problem[] {
  if (isIntroduction(manifest)) return [];
  const values = { id: manifest.schema.id, version: manifest.schema.version, expected: `${schema.id} ${schema.version}` };
  return manifest.schema.id === schema.id && major(manifest.schema.version) === major(schema.version) ? [] : [problem('bundle-schema-other', {}, values)];
}

/** What is told as the introduction of a device, and comes whatever Schema it was made under, is one. */
const notIntroducing = ({ bundle: { manifest, entries } }: Incoming): readonly Problem[] =>
  isIntroduction(manifest) && !entries.every(introduces) ? [problem('bundle-file-wrong', {}, { name: 'log' })] : [];

/** A device keeps its key. One that was lost comes back as another device. */
function otherKey(events: readonly ReviewEvent[], { bundle: { manifest }, key }: Incoming): readonly Problem[] {
  const known = events.filter(isReceived).find((event) => event.device === manifest.device && event.key !== null)?.key;
  return known === undefined || known === key ? [] : [problem('bundle-key-changed', {}, { person: manifest.person.name })];
}

/** Each set and each statement has one writer, and whoever gives a file away speaks in their own name alone. */
function notTheirs(sender: AnnotatorId, entry: Entry): readonly Problem[] {
  const { added, updated, removed } = entry.change;
  if (entry.annotator !== sender) return [problem('bundle-others-work')];
  const strange = added.find((record) => {
    switch (record.kind) {
      case 'set':
        return record.value.annotator !== entry.annotator;
      case 'event':
        return record.value.by !== entry.annotator || localKinds.has(record.value.kind);
      case 'annotator':
        return record.value.id !== entry.annotator;
      case 'annotation':
      case 'relation':
        return !added.some((one) => one.kind === 'set' && one.value.id === record.set);
      case 'schema':
      case 'article':
        return true;
      case 'entity':
        return false;
    }
  });
  return strange || updated.length + removed.length > 0 ? [problem('bundle-others-work')] : [];
}

/** What somebody handed in must be what they closed. */
function wrongSeals(entries: readonly Entry[]): readonly Problem[] {
  return entries.flatMap((entry) => {
    const sets = new Map<SetId, AnnotationSet>(setsIn(entry).map((set) => [set.id, set]));
    const last = new Map<SetId, { readonly turn: number; readonly seal: string }>();
    for (const record of entry.change.added) {
      if (record.kind !== 'event' || record.value.kind !== 'submitted') continue;
      const { set, turn, seal } = record.value;
      if ((last.get(set)?.turn ?? -1) < turn) last.set(set, { turn, seal });
    }
    return [...last].flatMap(([id, { seal }]) => {
      const set = sets.get(id);
      return set && sealOf(set) !== seal ? [problem('bundle-seal-wrong', { record: id })] : [];
    });
  });
}

/** Two Entries in one place, or one that follows another than the one that is known here. */
function forks({ bundle: { manifest, entries } }: Incoming, seen: ReadonlyMap<string, Seen>, events: readonly ReviewEvent[]): readonly Problem[] {
  for (const entry of entries) {
    const known = seen.get(placeOf(entry));
    const values = { person: manifest.person.name, sequence: entry.sequence, earlier: whenCame(events, known) ?? manifest.made, later: manifest.made };
    if (known && known.hash !== entryHash(entry)) return [problem('bundle-forked', {}, values)];
    const before = entry.sequence === 1 ? genesis : seen.get(placeOf({ ...entry, sequence: entry.sequence - 1 }))?.hash;
    if (before !== undefined && before !== entry.previous) return [problem('bundle-forked', {}, values)];
  }
  return [];
}

const whenCame = (events: readonly ReviewEvent[], known: Seen | undefined): string | undefined =>
  events.find((event) => isReceived(event) && event.entries.some(({ hash }) => hash === known?.hash))?.at;
