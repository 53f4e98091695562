import { canonicalJson } from '../../shared/canonical-json.ts';
import { entryNow } from '../../shared/exchange/entry-now.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Change, type DataRecord, explode, recordKey, type RecordMap, reverse } from '../../shared/model/change.ts';
import { emptyDataset } from '../../shared/model/dataset.ts';
import { type ArticleId, type EntityId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { ok, problem, type Problem, type Result, fail } from '../../shared/result.ts';
import { type EntryRow, getAll, historyScope, type HistoryRow, type ProjectDatabase } from './database.ts';
import { afterForeseen } from './foreseen.ts';
import { type Step } from './head.ts';
import { type Foreseen } from './project-store.ts';
import { soundnessProblems } from './still-sound.ts';
import { idsIn, loadTouched, recordsIn, spokenOf, type Touched, touchedAtHand } from './touched.ts';

/** A step back or forward, and the name of the command that is undone or done again. */
export interface Return {
  readonly step: Step;
  readonly command: string;
}

/** The step that undoes or redoes the last one of a scope; `null` when there is none, Problems when it fits no longer. */
export async function returnStep(database: ProjectDatabase, scope: ArticleId | null, kind: 'undo' | 'redo'): Promise<Result<Return | null>> {
  const history = database.knownHistories.get(historyScope(scope)) ?? (await database.histories.get(historyScope(scope)));
  const of = history?.[kind].at(-1);
  if (of === undefined) return ok(null);
  const found = returnOf(scope, kind, database.knownEntries.get(of) ?? (await database.entries.get(of)), of);
  const problems = await obstacles(database, found.step.change);
  return problems.length > 0 ? fail(...problems) : ok(found);
}

/** @throws if a History names an Entry that does nothing. */
function returnOf(scope: ArticleId | null, kind: 'undo' | 'redo', row: EntryRow | undefined, of: number): Return {
  if (row?.entry.action.kind !== 'do') throw new Error(`the history of ${historyScope(scope)} names entry ${of}, which does nothing`);
  const { change: done } = entryNow(row);
  const change = kind === 'undo' ? reverse(done) : done;
  return { step: { scope, action: { kind, of }, change }, command: row.entry.action.command };
}

/**
 * The Change that a step back or forward will most likely be, and what there is after it; `null` where that is not at hand. Only obstacles
 * in the own set are looked for: `returnStep` looks for all of them, and may refuse.
 */
export function likelyReturn(
  database: ProjectDatabase, schema: Schema, scope: ArticleId, kind: 'undo' | 'redo', before: Foreseen,
): { readonly change: Change; readonly after: Foreseen } | null {
  const history: HistoryRow | undefined = database.knownHistories.get(scope);
  const of = history?.[kind].at(-1);
  const row = of === undefined ? undefined : database.knownEntries.get(of);
  if (of === undefined || !row) return null;
  const { change } = returnOf(scope, kind, row, of).step;
  const records = recordsIn(change);
  const isOwnWork = records.every((record) => 'set' in record && record.set === before.set?.id);
  const named = entitiesNamed([...change.added, ...change.updated.map(([, after]) => after)]);
  if (!isOwnWork || !before.set || named.some((id) => !before.entities.some((entity) => entity.id === id))) return null;
  const { set } = before;
  const there = explode({ ...emptyDataset(schema), sets: [spokenOf(set, idsIn(records))] });
  return alteredRecords(there, change).length > 0 ? null : { change, after: afterForeseen(schema, before, change) };
}

/** Why a Change that once fitted does not fit now. Others may have altered the same records, or come to need them. */
async function obstacles(database: ProjectDatabase, change: Change): Promise<readonly Problem[]> {
  const touched = touchedAtHand(database, [change]) ?? (await loadTouched(database, [change]));
  const altered = alteredRecords(touched.records, change);
  if (altered.length > 0) return altered;
  const filled = setsFilled(touched, change);
  if (filled.length > 0) return filled;
  const missed = [...(await entitiesInUse(database, touched, change)), ...(await entitiesGone(database, change))];
  return missed.length > 0 ? missed : soundnessProblems(database, touched, change);
}

function alteredRecords(records: RecordMap, { removed, updated, added }: Change): readonly Problem[] {
  const isThere = (record: DataRecord): boolean => {
    const found = records.get(recordKey(record));
    return found !== undefined && canonicalJson(found) === canonicalJson(record);
  };
  const expected = [...removed, ...updated.map(([before]) => before)];
  const altered = [...expected.filter((record) => !isThere(record)), ...added.filter((record) => records.has(recordKey(record)))];
  return altered.map((record) => problem('step-overtaken', { record: recordKey(record) }));
}

/** Sets that the Change removes although they hold more by now than it says. */
function setsFilled({ ids, sets }: Touched, { removed }: Change): readonly Problem[] {
  const gone = new Set(removed.flatMap((record) => (record.kind === 'set' ? record.value.id : [])));
  const isLeft = (set: AnnotationSet): boolean => [...set.annotations, ...set.relations].some(({ id }) => !ids.sets.get(set.id)?.has(id));
  return sets.filter((set) => gone.has(set.id) && isLeft(set)).map(({ id }) => problem('step-overtaken', { record: id }));
}

const entitiesNamed = (records: readonly DataRecord[]): readonly EntityId[] =>
  records.flatMap((record) => {
    if (record.kind === 'annotation') return record.value.entity ?? [];
    return record.kind === 'relation' && record.value.to.kind === 'entity' ? record.value.to.id : [];
  });

/** Entities that the Change removes although sets that it leaves alone name them. */
async function entitiesInUse(database: ProjectDatabase, { ids }: Touched, { removed }: Change): Promise<readonly Problem[]> {
  const entities = removed.flatMap((record) => (record.kind === 'entity' ? [record.value] : []));
  const users = await Promise.all(entities.map(({ id }) => database.sets.where('entities').equals(id).primaryKeys()));
  return entities.flatMap(({ id, name }, index) =>
    users[index]?.some((set) => !ids.sets.has(set)) ? [problem('entity-in-use', { record: id }, { name })] : [],
  );
}

/** Entities that the Change names although they are gone and it does not bring them. */
async function entitiesGone(database: ProjectDatabase, { added, updated }: Change): Promise<readonly Problem[]> {
  const records = [...added, ...updated.map(([, after]) => after)];
  const brought = new Set(records.flatMap((record) => (record.kind === 'entity' ? [record.value.id] : [])));
  const needed = [...new Set(entitiesNamed(records))].filter((id) => !brought.has(id));
  const there = new Set((await getAll(database.entities, needed)).map((entity) => entity.id));
  return needed.filter((id) => !there.has(id)).map((id) => problem('entity-missing', { record: id }));
}
