import { type Entry } from '../../shared/exchange/log.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Change, type DataRecord } from '../../shared/model/change.ts';
import { type EntityId } from '../../shared/model/id.ts';

/** More than the nine that digits reach: some may be merged or removed later. */
const kept = 18;

/**
 * The Entities that work on Articles named last, latest first, after these Entries too. What is only taken back, done again or taken in
 * says nothing about what is wanted next. `sets`: those that the Entries touched, as they are after them.
 */
export function recentAfter(recent: readonly EntityId[], entries: readonly Entry[], sets: readonly AnnotationSet[]): readonly EntityId[] {
  const steps = entries.filter(({ scope, action }) => scope !== null && action.kind === 'do');
  return steps.reduce<readonly EntityId[]>((before, { change }) => recentWith(before, change, sets), recent);
}

/** The same after one step on an Article. */
export const recentWith = (recent: readonly EntityId[], change: Change, sets: readonly AnnotationSet[]): readonly EntityId[] =>
  [...new Set([...namedBy(change, sets).reverse(), ...recent])].slice(0, kept);

function namedBy({ updated, added }: Change, sets: readonly AnnotationSet[]): EntityId[] {
  const renamed = updated.filter(([before, after]) => entityOf(before, sets) !== entityOf(after, sets)).map(([, after]) => after);
  return [...renamed, ...added].flatMap((record) => entityOf(record, sets) ?? []);
}

/** Whom a mention stands for, or whom a Relation leads to, by itself or through a mention. */
function entityOf(record: DataRecord, sets: readonly AnnotationSet[]): EntityId | null {
  if (record.kind === 'annotation') return record.value.entity;
  if (record.kind !== 'relation') return null;
  const { to } = record.value;
  if (to.kind === 'entity') return to.id;
  return sets.find(({ id }) => id === record.set)?.annotations.find(({ id }) => id === to.id)?.entity ?? null;
}
