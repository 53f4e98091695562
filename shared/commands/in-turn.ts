import { canonicalJson } from '../canonical-json.ts';
import { type AnnotationSet, ordered } from '../model/annotation-set.ts';
import { type Change, type DataRecord, recordKey } from '../model/change.ts';
import { ok, type Result } from '../result.ts';
import { type SetContext } from './command.ts';

/** A command with its input. */
export type Step = (context: SetContext) => Result<Change>;

/** How a record was before all steps and is after the last; `null` where it is not there. */
interface Fate {
  readonly before: DataRecord | null;
  readonly after: DataRecord | null;
}

/** Several Changes, each made on what the one before left, as one. */
function combined(changes: readonly Change[]): Change {
  const fates = new Map<string, Fate>();
  const becomes = (before: DataRecord | null, after: DataRecord | null, record: DataRecord): void => {
    const key = recordKey(record);
    fates.set(key, { before: fates.has(key) ? (fates.get(key)?.before ?? null) : before, after });
  };
  for (const { added, updated, removed } of changes) {
    for (const record of removed) becomes(record, null, record);
    for (const [before, after] of updated) becomes(before, after, before);
    for (const record of added) becomes(null, record, record);
  }
  const all = [...fates.values()];
  return {
    added: all.flatMap(({ before, after }) => (after && !before ? [after] : [])),
    updated: all.flatMap(({ before, after }) => (before && after && canonicalJson(before) !== canonicalJson(after) ? [[before, after] as const] : [])),
    removed: all.flatMap(({ before, after }) => (before && !after ? [before] : [])),
  };
}

/** The set as a Change leaves it, and the Entities that it brings. */
function contextAfter(context: SetContext, { added, updated, removed }: Change): SetContext {
  const gone = new Set([...removed, ...updated.map(([before]) => before)].map(recordKey));
  const here = [...added, ...updated.map(([, after]) => after)];
  const { set } = context;
  const kept = <T extends { readonly id: string }>(kind: 'annotation' | 'relation', values: readonly T[]): readonly T[] =>
    values.filter(({ id }) => !gone.has(`${kind} ${set.id} ${id}`));
  const after: AnnotationSet = ordered({
    ...set,
    annotations: [...kept('annotation', set.annotations), ...here.flatMap((record) => (record.kind === 'annotation' ? [record.value] : []))],
    relations: [...kept('relation', set.relations), ...here.flatMap((record) => (record.kind === 'relation' ? [record.value] : []))],
  });
  return { ...context, set: after, entities: [...context.entities, ...here.flatMap((record) => (record.kind === 'entity' ? [record.value] : []))] };
}

/** Commands one after another, each on what the one before left, as one Change: one step for undo. The first Problems stop all. */
export function inTurn(context: SetContext, steps: readonly Step[]): Result<Change> {
  const changes: Change[] = [];
  let here = context;
  for (const take of steps) {
    const result = take(here);
    if (!result.ok) return result;
    changes.push(result.value);
    here = contextAfter(here, result.value);
  }
  return ok(combined(changes));
}
