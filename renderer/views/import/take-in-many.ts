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
import { type ImportProgress, type ImportTools, type TakeIn } from './import-tools.ts';
import { readTable } from './read-table.ts';
import { type ImportSource, isLargeTable, readAll, refusalOf, sizeOf } from './source.ts';

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
  let [begun, done, doneBytes, unfinished, isRefused] = [0, 0, 0, 0, false];
  const bytes = sizeOf(sources);
  const context = { schemas: [schema] as const, now: tools.now(), reading: choices };

  const tell = (kind: ImportProgress['kind'], current: number, size: number): void =>
    tools.onProgress({ kind, current, total: sources.length, share: bytes === 0 ? 1 : size / bytes });

  const store = async ({ readings, files, bytes: size }: ReadStep): Promise<void> => {
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
    // A part of a file that goes on is of the next one.
    tell('storing', files > 0 ? done : done + 1, doneBytes);
  };

  const read = async (group: readonly ImportSource[], size: number): Promise<readonly Reading[]> => {
    const files = await readFiles(group, found);
    // Until there is something to store, it is told how far the reading is.
    const onRead = (share: number): void => void (begun === 0 && tell('reading', 1, share * size));
    return files.length === 0 ? [] : ((await tools.decode(files, context, tools.signal, onRead)) ?? []);
  };
  async function* reads(): AsyncGenerator<ReadStep, void, undefined> {
    const whole = sources.filter((source) => !isLargeTable(source));
    for (const group of steps(whole)) {
      const size = sizeOf(group);
      yield { readings: await read(group, size), files: group.length, bytes: size };
    }
    for (const [index, source] of sources.filter(isLargeTable).entries()) {
      const tellChecked = (share: number): void => tools.onProgress({ kind: 'checking', current: whole.length + index + 1, total: sources.length, share });
      tellChecked(0);
      for await (const { reading, bytes: size, isLast } of readTable(source, context, tools, tellChecked)) yield { readings: [reading], files: isLast ? 1 : 0, bytes: size };
    }
  }

  // Each thread has something to do: one group is read while the one before goes into the database, and the Journal writes the one before that.
  tell('reading', 1, 0);
  const coming = reads();
  let reading = coming.next();
  let storing: Promise<void> = Promise.resolve();
  let earlier: Promise<void> = Promise.resolve();
  for (;;) {
    const [next] = await Promise.all([reading, earlier]);
    if (next.done || tools.signal?.aborted || isRefused) break;
    begun += next.value.files;
    earlier = storing;
    storing = store(next.value);
    reading = coming.next();
  }
  await Promise.all([reading, earlier, storing]);
  await coming.return();
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

/** What was read together. */
interface ReadStep {
  readonly readings: readonly Reading[];
  /** That it ends: none with a part of a large one that goes on. */
  readonly files: number;
  readonly bytes: number;
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
