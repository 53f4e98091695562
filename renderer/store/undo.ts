import { canonicalJson } from '../../shared/canonical-json.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Change, type DataRecord, recordKey, type RecordMap, reverse } from '../../shared/model/change.ts';
import { type ArticleId, type EntityId } from '../../shared/model/id.ts';
import { ok, problem, type Problem, type Result, fail } from '../../shared/result.ts';
import { getAll, historyScope, type ProjectDatabase } from './database.ts';
import { type Step } from './head.ts';
import { soundnessProblems } from './still-sound.ts';
import { loadTouched, type Touched } from './touched.ts';

/** A step back or forward, and the name of the command that is undone or done again. */
export interface Return {
  readonly step: Step;
  readonly command: string;
}

/** The step that undoes or redoes the last one of a scope; `null` when there is none, Problems when it fits no longer. */
export async function returnStep(database: ProjectDatabase, scope: ArticleId | null, kind: 'undo' | 'redo'): Promise<Result<Return | null>> {
  const history = await database.histories.get(historyScope(scope));
  const of = history?.[kind].at(-1);
  if (of === undefined) return ok(null);
  const row = await database.entries.get(of);
  if (row?.entry.action.kind !== 'do') throw new Error(`the history of ${historyScope(scope)} names entry ${of}, which does nothing`);
  const change = kind === 'undo' ? reverse(row.entry.change) : row.entry.change;
  const problems = await obstacles(database, change);
  if (problems.length > 0) return fail(...problems);
  return ok({ step: { scope, action: { kind, of }, change }, command: row.entry.action.command });
}

/** Why a Change that once fitted does not fit now. Others may have altered the same records, or come to need them. */
async function obstacles(database: ProjectDatabase, change: Change): Promise<readonly Problem[]> {
  const touched = await loadTouched(database, [change]);
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
