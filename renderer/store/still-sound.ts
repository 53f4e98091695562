import { applyToRecords, type Change } from '../../shared/model/change.ts';
import { checkSet, errorsOf } from '../../shared/model/check.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type EntityId } from '../../shared/model/id.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type Problem, problem } from '../../shared/result.ts';
import { eachPage, getAll, type ProjectDatabase } from './database.ts';
import { type SetRow, setsFrom } from './set-rows.ts';
import { afterChanges, type Touched } from './touched.ts';

/**
 * `step-overtaken` for every set that a step back or forward would leave unsound: since its Change was made, steps on the project as
 * a whole may have altered what a set must satisfy. Where none was ever taken, a Change that fits is sound.
 */
export async function soundnessProblems(database: ProjectDatabase, touched: Touched, change: Change): Promise<readonly Problem[]> {
  if (!(await database.histories.get('project'))) return [];
  const records = new Map(touched.records);
  applyToRecords(records, change);
  const after = afterChanges(touched, records);
  const entities = new Set(await database.entities.toCollection().primaryKeys());
  for (const id of touched.ids.entities) entities.delete(id);
  for (const { id } of after.entities) entities.add(id);
  const problems = await unsound(database, after, entities, after.sets);
  if (!touched.ids.schema) return problems;
  const others: Problem[] = [];
  const visit = async (rows: readonly SetRow[]): Promise<void> => {
    const untouched = await setsFrom(database, rows.filter(({ id }) => !touched.ids.sets.has(id)));
    others.push(...(await unsound(database, after, entities, untouched)));
  };
  await eachPage(database.sets, visit);
  return [...problems, ...others];
}

async function unsound(
  database: ProjectDatabase,
  { schema, articles: brought }: Pick<Dataset, 'schema' | 'articles'>,
  entities: ReadonlySet<EntityId>,
  sets: readonly AnnotationSet[],
): Promise<readonly Problem[]> {
  const stored = await getAll(database.texts, new Set(sets.map(({ article }) => article)));
  // An Article that comes back brings its text.
  const texts = new Map([...stored, ...brought].map(({ id, text }) => [id, text]));
  return sets.flatMap((set) => {
    const text = texts.get(set.article);
    if (text === undefined) throw new Error(`set ${set.id} lies on article ${set.article}, which is not there`);
    return errorsOf(checkSet({ schema, article: { text }, entities }, set)).length > 0 ? [problem('step-overtaken', { record: set.id })] : [];
  });
}
