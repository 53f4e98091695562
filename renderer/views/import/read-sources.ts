import { type DecodeContext, type NamedBytes } from '../../../shared/codecs/codec.ts';
import { companies } from '../../../shared/codecs/companies.ts';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { unitScoresOf } from '../../../shared/codecs/unit-question.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { type Problem, problem } from '../../../shared/result.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { type ImportTools, type UnitAnswer } from './import-tools.ts';
import { type ImportSource, isTooLarge, refusalOf } from './source.ts';

/** Files that are read together, and what came of them. */
interface Group {
  readonly sources: readonly ImportSource[];
  readonly readings: readonly Reading[];
}

/**
 * Reads all files, those that belong together in one go, and asks what offsets count where neither a file nor its words say it. Nothing is stored yet.
 * `null` when a question was not answered, or the import was stopped.
 */
export async function readSources(
  sources: readonly ImportSource[], schema: Schema, reading: ReadingChoices, tools: ImportTools,
): Promise<readonly Reading[] | null> {
  const groups: Group[] = [];
  let begun = 0;
  for (const group of companies(sources)) {
    if (tools.signal?.aborted) return null;
    const before = begun;
    const tell = (share: number): void =>
      tools.onProgress({ kind: 'reading', current: before + 1, total: sources.length, share: (before + share * group.length) / sources.length });
    tell(0);
    begun += group.length;
    const readings = await readGroup(group, schema, { reading }, tools, tell);
    if (!readings) return null;
    groups.push({ sources: group, readings });
  }
  return withUnits(groups, schema, reading, tools);
}

async function readGroup(
  group: readonly ImportSource[], schema: Schema, told: Pick<DecodeContext, 'reading' | 'offsetUnit'>, { decode, now, signal }: ImportTools, onRead?: (share: number) => void,
): Promise<readonly Reading[] | null> {
  const files: NamedBytes[] = [];
  const refused: Reading[] = [];
  for (const source of group) {
    const read = await readSource(source);
    if ('bytes' in read) files.push(read);
    else refused.push({ format: null, files: [source.name], dataset: null, problems: [read] });
  }
  if (files.length === 0) return refused;
  const readings = await decode(files, { schemas: [schema], now: now(), ...told }, signal, onRead);
  if (!readings) return null;
  const isFile = group.every((source) => source.isFile);
  return [...refused, ...readings.map((one) => (isFile || !one.dataset ? one : { ...one, dataset: withoutFile(one.dataset) }))];
}

async function readSource(source: ImportSource): Promise<NamedBytes | Problem> {
  const bytes = isTooLarge(source) ? 'too-large' : await source.read();
  return typeof bytes === 'string' ? refusalOf(source, bytes) : { name: source.name, bytes };
}

const withoutFile = (dataset: Dataset): Dataset => ({
  ...dataset,
  articles: dataset.articles.map((article) => ({ ...article, source: { ...article.source, file: null } })),
});

/** The Problem that asks, if there is one. */
const questionIn = ({ problems }: Reading): Problem | undefined =>
  problems.find((one) => one.severity === 'error' && unitScoresOf(one).length > 0);

/** Asks file by file, or once for all of a format, and reads those again that the answer is about. */
async function withUnits(
  groups: readonly Group[], schema: Schema, chosen: ReadingChoices, tools: ImportTools,
): Promise<readonly Reading[] | null> {
  const forAll = new Map<string, UnitAnswer>();
  const decided: Reading[] = [];
  const askedLater = (from: number, format: string): number =>
    groups.slice(from).flatMap(({ readings }) => readings).filter((one) => one.format === format && questionIn(one)).length;
  for (const [index, { sources, readings }] of groups.entries()) {
    for (const reading of readings) {
      const asking = questionIn(reading);
      const { format } = reading;
      if (!asking || format === null) {
        decided.push(reading);
        continue;
      }
      const scores = unitScoresOf(asking);
      const [file = ''] = [asking.place.file, ...reading.files].filter((name) => name !== undefined && name !== '');
      const question = { file, format, scores, others: askedLater(index + 1, format) };
      const answer = forAll.get(format) ?? (await tools.askUnit(question));
      if (!answer) return null;
      if (answer.forAll) forAll.set(format, answer);
      if (answer.unit === null) decided.push({ ...reading, dataset: null, problems: [problem('file-left-out', { file }, {}, 'warning')] });
      else {
        const again = await readGroup(sources, schema, { reading: chosen, offsetUnit: answer.unit }, tools);
        if (!again) return null;
        decided.push(...again.filter((one) => one.format === format));
      }
    }
  }
  return decided;
}
