import { maximumFileBytes } from '../../../shared/bridge.ts';
import { stemOf } from '../../../shared/codecs/codec-for.ts';
import { type Decoded, type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Problem, problem } from '../../../shared/result.ts';
import { type ProjectStore, type Taken } from '../../store/project-store.ts';
import { type ImportSource, isTooLarge } from './source.ts';

/** What became of all files together. */
export interface ImportReport {
  readonly articles: number;
  readonly sets: number;
  readonly annotations: number;
  readonly duplicates: number;
  /** Each with its file. */
  readonly problems: readonly Problem[];
  /** The one new Article, when there is exactly one. */
  readonly onlyArticle: ArticleId | null;
}

export interface ImportProgress {
  /** From 1. */
  readonly current: number;
  readonly total: number;
}

/** What the import needs of the world. */
export interface ImportTools {
  readonly store: Pick<ProjectStore, 'schema' | 'row' | 'takeIn'>;
  readonly decode: (files: readonly NamedBytes[], context: DecodeContext) => Promise<readonly Decoded[]>;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  readonly onProgress: (progress: ImportProgress) => void;
}

const nothing: ImportReport = { articles: 0, sets: 0, annotations: 0, duplicates: 0, problems: [], onlyArticle: null };

/**
 * Takes files in, one after another, those of one stem together: what is sound goes into the store, the rest into the
 * report. A file that is refused as a whole alters nothing that is stored.
 */
export async function takeInFiles(sources: readonly ImportSource[], tools: ImportTools): Promise<ImportReport> {
  let report = nothing;
  let begun = 0;
  for (const group of byStem(sources)) {
    tools.onProgress({ current: begun + 1, total: sources.length });
    begun += group.length;
    report = joined(report, await takeInGroup(group, tools));
  }
  return report;
}

function byStem(sources: readonly ImportSource[]): readonly (readonly ImportSource[])[] {
  const groups = new Map<string, ImportSource[]>();
  for (const source of sources) groups.set(stemOf(source.name), [...(groups.get(stemOf(source.name)) ?? []), source]);
  return [...groups.values()];
}

async function takeInGroup(group: readonly ImportSource[], { store, decode, now }: ImportTools): Promise<ImportReport> {
  const files: NamedBytes[] = [];
  let report = nothing;
  for (const source of group) {
    const read = await readSource(source);
    if ('bytes' in read) files.push(read);
    else report = joined(report, refused(read));
  }
  if (files.length === 0) return report;
  const decoded = await decode(files, { schemas: [await store.schema()], now: now() });
  const isFile = group.every((source) => source.isFile);
  for (const { dataset, problems } of decoded) {
    const taken = dataset ? await takeInDataset(isFile ? dataset : withoutFile(dataset), files, store) : nothing;
    report = joined(report, { ...taken, problems: [...problems, ...taken.problems] });
  }
  return report;
}

async function readSource(source: ImportSource): Promise<NamedBytes | Problem> {
  const file = source.name;
  if (isTooLarge(source)) return problem('file-too-large', { file }, { megabytes: maximumFileBytes / 2 ** 20 });
  const bytes = await source.read();
  return typeof bytes === 'string' ? problem(bytes, { file }) : { name: file, bytes };
}

async function takeInDataset(dataset: Dataset, files: readonly NamedBytes[], store: ImportTools['store']): Promise<ImportReport> {
  const taken = await store.takeIn(dataset);
  const problems = (taken.ok ? taken.value.problems : taken.problems).map((one) => inFile(one, files));
  if (!taken.ok) return refused(...problems);
  return { ...taken.value, problems, onlyArticle: await onlyArticle(dataset, taken.value, store) };
}

/** The store knows nothing of files; where there was one alone, it is the one. */
const inFile = (one: Problem, [first, ...others]: readonly NamedBytes[]): Problem =>
  first && others.length === 0 ? { ...one, place: { file: first.name, ...one.place } } : one;

const refused = (...problems: readonly Problem[]): ImportReport => ({ ...nothing, problems });

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

const withoutFile = (dataset: Dataset): Dataset => ({
  ...dataset,
  articles: dataset.articles.map((article) => ({ ...article, source: { ...article.source, file: null } })),
});

/** A file with one new Article tells which one; an Article that got another id on the way in is not guessed at. */
async function onlyArticle({ articles }: Dataset, taken: Taken, store: ImportTools['store']): Promise<ArticleId | null> {
  const [article] = articles;
  if (!article || articles.length > 1 || taken.articles !== 1) return null;
  return (await store.row(article.id)) ? article.id : null;
}
