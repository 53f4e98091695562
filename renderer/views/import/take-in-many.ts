import { type NamedBytes } from '../../../shared/codecs/codec.ts';
import { companies } from '../../../shared/codecs/companies.ts';
import { type Findings, findings } from '../../../shared/codecs/findings.ts';
import { codecById } from '../../../shared/codecs/registry.ts';
import { type ReadingChoices } from '../../../shared/codecs/texts/reading-choices.ts';
import { type Dataset } from '../../../shared/model/dataset.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { type Reading } from '../../workers/codec-task.ts';
import { datasetParts } from './dataset-parts.ts';
import { emptyReport, type ImportReport, isNote } from './import-report.ts';
import { type ImportTools, type TakeIn } from './import-tools.ts';
import { type ImportSource, readAll, refusalOf, sizeOf } from './source.ts';

/** What is read and stored together: so much that storing is quick, so little that it is not felt, and that a stop is soon. */
const step = { files: 400, bytes: 2 * 1024 * 1024 };

export interface TakenMany {
  readonly report: ImportReport;
  /** Files with annotations: there may be questions about them, so they are kept until the texts are in. */
  readonly others: readonly Reading[];
}

/**
 * Takes in any number of files in a memory that does not grow with them: some are read while those before are stored. Whole files, whole
 * Articles: what a stop finds being stored is finished. What was wrong is said in the end.
 */
export async function takeInMany(sources: readonly ImportSource[], choices: ReadingChoices, schema: Schema, takeIn: TakeIn, tools: ImportTools): Promise<TakenMany> {
  const found = fewOfEach();
  const others: Reading[] = [];
  const sums = { articles: 0, sets: 0, annotations: 0, duplicates: 0 };
  let [done, doneBytes, unfinished, isRefused] = [0, 0, 0, false];
  const bytes = sizeOf(sources);
  const context = { schemas: [schema] as const, now: tools.now(), reading: choices };

  const tell = (kind: 'reading' | 'storing', current: number, size: number): void =>
    tools.onProgress({ kind, current, total: sources.length, share: bytes === 0 ? 1 : size / bytes });

  const store = async (readings: readonly Reading[], files: number, size: number): Promise<void> => {
    const [texts, rest] = parted(readings);
    others.push(...rest);
    for (const { problems } of texts) found.add(...problems);
    const dataset = together(texts);
    let stored = 0;
    for (const part of dataset ? datasetParts(dataset) : []) {
      // One file alone may hold more articles than all others: of that, whole parts are enough.
      if (tools.signal?.aborted && files === 1) {
        unfinished = 1;
        break;
      }
      const taken = await takeIn(part);
      found.add(...(taken.ok ? taken.value.problems : taken.problems));
      if (taken.ok) for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += taken.value[name];
      // Where one part cannot be stored the next cannot either.
      else isRefused = true;
      stored += part.articles.length;
      tell('storing', done + 1, doneBytes + (size * stored) / Math.max(1, dataset?.articles.length ?? 1));
    }
    done += files;
    doneBytes += size;
    tell('storing', done, doneBytes);
  };

  /** `onRead`: hears how many bytes have been read. */
  const read = async (group: readonly ImportSource[] | undefined, onRead: (size: number) => void = () => undefined): Promise<readonly Reading[]> => {
    const files = group ? await readFiles(group, found) : [];
    return files.length === 0 ? [] : ((await tools.decode(files, context, tools.signal, (share) => onRead(share * sizeOf(group ?? [])))) ?? []);
  };

  // Each thread has something to do: one group is read while the one before goes into the database, and the Journal writes the one before that.
  const groups = [...steps(sources)];
  // Until there is something to store, it is told how far the reading is.
  const tellRead = (size: number): void => tell('reading', 1, size);
  tellRead(0);
  let reading = read(groups[0], tellRead);
  let storing: Promise<void> = Promise.resolve();
  let earlier: Promise<void> = Promise.resolve();
  let begun = 0;
  for (const [index, group] of groups.entries()) {
    const [readings] = await Promise.all([reading, earlier]);
    if (tools.signal?.aborted || isRefused) break;
    begun += group.length;
    earlier = storing;
    storing = store(readings, group.length, sizeOf(group));
    reading = read(groups[index + 1]);
  }
  await Promise.all([reading, earlier, storing]);
  const said = found.all();
  const report = { ...emptyReport, ...sums, problems: said.filter((one) => !isNote(one)), notes: said.filter(isNote), left: sources.length - begun + unfinished };
  return { report, others };
}

/** What thousands of files have in common is shown by some of them, and counted. */
const shownOfEach = 50;

function fewOfEach(): Pick<Findings, 'add' | 'all'> {
  const found = findings();
  const counts = new Map<string, { readonly of: Problem; more: number; shown: number }>();
  return {
    add(...problems) {
      for (const one of problems) {
        const key = `${one.severity} ${one.code} ${String(one.values['kind'] ?? one.values['encoding'] ?? '')}`;
        const count = counts.get(key) ?? { of: one, more: 0, shown: 0 };
        counts.set(key, count);
        if (count.shown < shownOfEach) {
          count.shown++;
          found.add(one);
        } else count.more++;
      }
    },
    all: () => [
      ...found.all(),
      ...[...counts.values()].flatMap(({ of: { code, severity, values }, more }) => (more > 0 ? [problem('further-like', {}, { ...values, more, code }, severity)] : [])),
    ],
  };
}

/** Files that may be one thing are never parted. */
function* steps(sources: readonly ImportSource[]): Generator<readonly ImportSource[]> {
  let group: ImportSource[] = [];
  let bytes = 0;
  for (const own of companies(sources)) {
    group.push(...own);
    bytes += sizeOf(own);
    if (group.length < step.files && bytes < step.bytes) continue;
    yield group;
    [group, bytes] = [[], 0];
  }
  if (group.length > 0) yield group;
}

async function readFiles(group: readonly ImportSource[], found: Pick<Findings, 'add'>): Promise<readonly NamedBytes[]> {
  const read = await readAll(group);
  return group.flatMap((source, index) => {
    const bytes = read[index] ?? 'read-failed';
    if (typeof bytes !== 'string') return [{ name: source.name, bytes }];
    found.add(refusalOf(source, bytes));
    return [];
  });
}

function parted(readings: readonly Reading[]): readonly [texts: readonly Reading[], others: readonly Reading[]] {
  const isText = ({ format }: Reading): boolean => format === null || codecById(format)?.textsOnly === true;
  return [readings.filter(isText), readings.filter((one) => !isText(one))];
}

/** One Dataset, so that one Change takes all of it in. */
function together(readings: readonly Reading[]): Dataset | null {
  const datasets = readings.flatMap(({ dataset }) => dataset ?? []);
  const [first] = datasets;
  if (!first) return null;
  const articles = new Map(datasets.flatMap((dataset) => dataset.articles).map((article) => [article.id, article]));
  return { ...first, articles: [...articles.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
