import { withoutSurroundings } from '../../../shared/codecs/surroundings.ts';
import { editSchema } from '../../../shared/commands/schema/edit-schema.ts';
import { commandNameOf } from '../../../shared/commands/schema/schema-edit.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem } from '../../../shared/result.ts';
import { type Taken } from '../../store/project-store.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { datasetParts } from './dataset-parts.ts';
import { emptyReport, type ImportReport, isNote, joinedReports } from './import-report.ts';
import { type ImportOffer, type ImportTools, type SchemaAddition, type TakeIn } from './import-tools.ts';
import { remember, withNames } from './name-step.ts';
import { readSources } from './read-sources.ts';
import { chosenReading, isMany, weighed } from './reading-step.ts';
import { type ImportSource, weigh } from './source.ts';
import { takeInMany } from './take-in-many.ts';

/**
 * Takes files in, in one order: how they are to be read is asked; all are read; what offsets count and what names mean is asked; whatever is not
 * sound, or came in altered, is shown; and only then is anything stored. Of many files the texts are stored while others are read, and what was
 * wrong with them is said in the end. `null` when a question was left unanswered, or the offer turned down: then nothing was stored.
 */
export async function takeInFiles(given: readonly ImportSource[], tools: ImportTools): Promise<ImportReport | null> {
  const sources = withoutSurroundings(given);
  await weigh(sources, (count) => tools.onProgress({ kind: 'looking', current: count, total: sources.length, share: (count / sources.length) * weighed }), tools.signal);
  if (tools.signal?.aborted) return null;
  const schema = await tools.store.schema();
  const answer = await chosenReading(sources, schema, tools);
  if (!answer) return null;
  const { reading, copies } = answer;
  const takeIn = tools.store.takingIn();
  if (!isMany(sources)) {
    const read = await readSources(sources, schema, reading, tools);
    const report = read && (await takeInReadings(read, schema, takeIn, tools));
    return report && { ...report, copies };
  }
  const { report: texts, others } = await takeInMany(sources, reading, schema, takeIn, tools);
  const report = { ...texts, copies };
  if (others.length === 0 || tools.signal?.aborted) return { ...report, left: report.left + others.flatMap(({ files }) => files).length };
  return joinedReports(report, (await takeInReadings(others, schema, takeIn, tools)) ?? emptyReport);
}

async function takeInReadings(read: readonly Reading[], schema: Schema, takeIn: TakeIn, tools: ImportTools): Promise<ImportReport | null> {
  const named = await withNames(read, schema, tools);
  if (!named) return null;
  const { notes, ...offer } = offerOf(named.readings);
  if (offer.problems.length > 0 && !(await tools.confirm(offer))) return null;
  const refused = await extendSchema(named.added, tools);
  if (refused.length > 0) return { ...emptyReport, problems: refused };
  remember(read, schema, named.choices, tools);
  return { ...(await storeAll(named.readings, takeIn, tools)), notes };
}

function offerOf(readings: readonly Reading[]): ImportOffer & Pick<ImportReport, 'notes'> {
  const said = readings.flatMap(({ problems }) => problems);
  const sets = readings.flatMap(({ dataset }) => dataset?.sets ?? []);
  return {
    articles: readings.reduce((sum, { dataset }) => sum + (dataset?.articles.length ?? 0), 0),
    annotations: sets.reduce((sum, { annotations }) => sum + annotations.length, 0),
    relations: sets.reduce((sum, { relations }) => sum + relations.length, 0),
    problems: said.filter((one) => !isNote(one)),
    notes: said.filter(isNote),
  };
}

async function extendSchema(added: readonly SchemaAddition[], { store }: ImportTools): Promise<readonly Problem[]> {
  for (const edit of added) {
    const done = await store.performOnProject(commandNameOf(edit), (context) => editSchema(context, edit));
    if (!done.ok) return done.problems;
  }
  return [];
}

async function storeAll(readings: readonly Reading[], takeIn: TakeIn, { store, onProgress, signal }: ImportTools): Promise<ImportReport> {
  let report = emptyReport;
  const whole = readings.filter(({ dataset }) => dataset !== null);
  for (const [index, { dataset, files }] of whole.entries()) {
    if (signal?.aborted) return { ...report, left: whole.slice(index).flatMap((one) => one.files).length };
    onProgress({ kind: 'storing', current: index + 1, total: whole.length });
    let stored = 0;
    for (const part of dataset ? datasetParts(dataset) : []) {
      if (signal?.aborted) return { ...report, left: whole.slice(index).flatMap((one) => one.files).length };
      report = joinedReports(report, await storeDataset(part, files, takeIn, store));
      stored += part.articles.length;
      onProgress({ kind: 'storing', current: index + 1, total: whole.length, share: (index + stored / Math.max(1, dataset?.articles.length ?? 1)) / whole.length });
    }
  }
  return report;
}

async function storeDataset(dataset: Dataset, files: readonly string[], takeIn: TakeIn, store: ImportTools['store']): Promise<ImportReport> {
  const taken = await takeIn(dataset);
  const problems = (taken.ok ? taken.value.problems : taken.problems).map((one) => inFile(one, files));
  if (!taken.ok) return { ...emptyReport, problems };
  return { ...emptyReport, ...taken.value, problems, onlyArticle: await onlyArticle(dataset, taken.value, store) };
}

/** The store knows nothing of files; where there was one alone, it is the one. */
const inFile = (one: Problem, [first, ...others]: readonly string[]): Problem =>
  first !== undefined && others.length === 0 ? { ...one, place: { file: first, ...one.place } } : one;

/** A file with one new Article tells which one; an Article that got another id on the way in is not guessed at. */
async function onlyArticle({ articles }: Dataset, taken: Taken, store: ImportTools['store']): Promise<ArticleId | null> {
  const [article] = articles;
  if (!article || articles.length > 1 || taken.articles !== 1) return null;
  return (await store.row(article.id)) ? article.id : null;
}
