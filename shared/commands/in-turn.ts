import { canonicalJson } from '../canonical-json.ts';
import { compareAnnotations } from '../model/annotation.ts';
import { type Change, type DataRecord, recordKey } from '../model/change.ts';
import { type Compare, foundIn, replaced } from '../model/in-order.ts';
import { compareRelations } from '../model/relation.ts';
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

/** An ordered list as a Change leaves it; `of`: what a record says of this list. */
function listAfter<Item extends { readonly id: string }>(
  list: readonly Item[], { added, updated, removed }: Change, of: (record: DataRecord) => readonly Item[], compare: Compare<Item>,
): readonly Item[] {
  const was = [...removed, ...updated.map(([before]) => before)].flatMap(of);
  const now = [...added, ...updated.map(([, after]) => after)].flatMap(of);
  return replaced(list, foundIn(list, was, compare), now.sort(compare), compare);
}

/** The set as a Change leaves it, and the Entities that it brings. */
function contextAfter({ set, entities, ...context }: SetContext, change: Change): SetContext {
  const annotations = listAfter(set.annotations, change, (one) => (one.kind === 'annotation' && one.set === set.id ? [one.value] : []), compareAnnotations);
  const relations = listAfter(set.relations, change, (one) => (one.kind === 'relation' && one.set === set.id ? [one.value] : []), compareRelations);
  const come = [...change.added, ...change.updated.map(([, after]) => after)].flatMap((one) => (one.kind === 'entity' ? [one.value] : []));
  return { ...context, set: { ...set, annotations, relations }, entities: [...entities, ...come] };
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
