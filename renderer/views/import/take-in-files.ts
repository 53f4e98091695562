import { editSchema } from '../../../shared/commands/schema/edit-schema.ts';
import { commandNameOf } from '../../../shared/commands/schema/schema-edit.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem } from '../../../shared/result.ts';
import { type Taken } from '../../store/project-store.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { type ImportOffer, type ImportTools, type SchemaAddition } from './import-tools.ts';
import { remember, withNames } from './name-step.ts';
import { readSources } from './read-sources.ts';
import { type ImportSource } from './source.ts';

/** What became of all files together. */
export interface ImportReport {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  readonly duplicates: number;
  /** What storing had to say; whatever was wrong with the files was said before. */
  readonly problems: readonly Problem[];
  /** The one new Article, when there is exactly one. */
  readonly onlyArticle: ArticleId | null;
}

const nothing: ImportReport = { articles: 0, sets: 0, annotations: 0, duplicates: 0, problems: [], onlyArticle: null };

/**
 * Takes files in, in one order: all are read; what offsets count and what names mean is asked; whatever is not sound, or came in altered, is
 * shown; and only then is anything stored. `null` when a question was left unanswered, or the offer turned down: then nothing was.
 */
export async function takeInFiles(sources: readonly ImportSource[], tools: ImportTools): Promise<ImportReport | null> {
  const schema = await tools.store.schema();
  const read = await readSources(sources, schema, tools);
  const named = read && (await withNames(read, schema, tools));
  if (!read || !named) return null;
  const offer = offerOf(named.readings);
  if (offer.problems.length > 0 && !(await tools.confirm(offer))) return null;
  const refused = await extendSchema(named.added, tools);
  if (refused.length > 0) return { ...nothing, problems: refused };
  remember(read, schema, named.choices, tools);
  return storeAll(named.readings, tools);
}

function offerOf(readings: readonly Reading[]): ImportOffer {
  const sets = readings.flatMap(({ dataset }) => dataset?.sets ?? []);
  return {
    articles: readings.reduce((sum, { dataset }) => sum + (dataset?.articles.length ?? 0), 0),
    annotations: sets.reduce((sum, { annotations }) => sum + annotations.length, 0),
    relations: sets.reduce((sum, { relations }) => sum + relations.length, 0),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

async function extendSchema(added: readonly SchemaAddition[], { store }: ImportTools): Promise<readonly Problem[]> {
  for (const edit of added) {
    const done = await store.performOnProject(commandNameOf(edit), (context) => editSchema(context, edit));
    if (!done.ok) return done.problems;
  }
  return [];
}

async function storeAll(readings: readonly Reading[], { store, onProgress }: ImportTools): Promise<ImportReport> {
  let report = nothing;
  const whole = readings.filter(({ dataset }) => dataset !== null);
  for (const [index, { dataset, files }] of whole.entries()) {
    onProgress({ kind: 'storing', current: index + 1, total: whole.length });
    if (dataset) report = joined(report, await storeDataset(dataset, files, store));
  }
  return report;
}

async function storeDataset(dataset: Dataset, files: readonly string[], store: ImportTools['store']): Promise<ImportReport> {
  const taken = await store.takeIn(dataset);
  const problems = (taken.ok ? taken.value.problems : taken.problems).map((one) => inFile(one, files));
  if (!taken.ok) return { ...nothing, problems };
  return { ...taken.value, problems, onlyArticle: await onlyArticle(dataset, taken.value, store) };
}

/** The store knows nothing of files; where there was one alone, it is the one. */
const inFile = (one: Problem, [first, ...others]: readonly string[]): Problem =>
  first !== undefined && others.length === 0 ? { ...one, place: { file: first, ...one.place } } : one;

function joined(one: ImportReport, other: ImportReport): ImportReport {
  const articles = one.articles + other.articles;
  return {
    articles,
    sets: one.sets + other.sets,
    annotations: one.annotations + other.annotations,
    duplicates: one.duplicates + other.duplicates,
    problems: [...one.problems, ...other.problems],
    onlyArticle: articles === 1 ? (one.onlyArticle ?? other.onlyArticle) : null,
  };
}

/** A file with one new Article tells which one; an Article that got another id on the way in is not guessed at. */
async function onlyArticle({ articles }: Dataset, taken: Taken, store: ImportTools['store']): Promise<ArticleId | null> {
  const [article] = articles;
  if (!article || articles.length > 1 || taken.articles !== 1) return null;
  return (await store.row(article.id)) ? article.id : null;
}
