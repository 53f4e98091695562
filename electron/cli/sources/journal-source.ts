import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { slicer } from '../../../shared/codecs/slices.ts';
import { type ExportSource, type TitledText } from '../../../shared/dataset/export-source.ts';
import { entryNow } from '../../../shared/exchange/entry-now.ts';
import { genesis } from '../../../shared/exchange/log.ts';
import { nativeEntryHash } from '../../entry-hash.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type DataRecord, explode, implode, recordKey, type RecordMap } from '../../../shared/model/change.ts';
import { emptyDataset } from '../../../shared/model/dataset.ts';
import { type AnnotatorId, type ArticleId, type SetId } from '../../../shared/model/id.ts';
import { type ReviewEvent } from '../../../shared/model/review-event.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { seenEvents, seenSets, viewerOf } from '../../../shared/review/blind.ts';
import { rolesIn } from '../../../shared/review/offices.ts';
import { type Traces, tracing } from '../../../shared/review/trace.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { ifThere } from '../../file-failure.ts';
import { decodeLine } from '../../journal-line.ts';
import { segmentsIn } from '../../journal-segments.ts';
import { parseJson } from '../../parse-json.ts';
import { openLines } from './line-file.ts';
import { type OpenSource } from './line-source.ts';

/** Bytes of records that are put together in memory at a time. */
const bucketBytes = 16 * 1024 * 1024;
/** Bytes that are gathered before they go to a bucket's file. */
const gatheredBytes = 4 * 1024 * 1024;

const cardShape = z.object({ name: z.string().min(1) });

/** The name that a person gave the project; its id when the card is lost. */
export async function projectName(folder: string, fallback: string): Promise<string> {
  const text = await ifThere(() => readFile(join(folder, 'project.json'), 'utf8'));
  return cardShape.safeParse(text === null ? null : parseJson(text)).data?.name ?? fallback;
}

/**
 * A project of the app, read from its Journal: the folder with `journal.ndjson`. What its lines say of Articles is sorted by Article into
 * files of a temporary folder, so that any project passes through a memory of fixed size. The Journal is only read.
 */
export async function journalSource(folder: string, stem: string, schema: Schema): Promise<OpenSource> {
  const waiting = await mkdtemp(join(tmpdir(), 'naql-export-'));
  const close = () => rm(waiting, { recursive: true, force: true });
  try {
    const { ids, bytes } = await survey(folder);
    const buckets = ranges(ids, Math.max(1, Math.ceil(bytes / bucketBytes)));
    const found = await sorted(folder, waiting, buckets);
    return { source: sourceOf(waiting, stem, found, buckets, { schema, traces: () => tracesIn(folder) }), problems: found.problems, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Articles that were ever there, in order, and how much their records are. */
async function survey(project: string): Promise<{ readonly ids: readonly ArticleId[]; readonly bytes: number }> {
  const ids = new Set<ArticleId>();
  let bytes = 0;
  for await (const { line } of entriesOf(project)) {
    if (!line) break;
    bytes += line.size;
    for (const { record } of stepsOf(line.change)) if (record.kind === 'article') ids.add(record.value.id);
  }
  return { ids: [...ids].sort((a, b) => (a < b ? -1 : 1)), bytes };
}

type Entry = NonNullable<ReturnType<typeof decodeLine>>['entry'];

/** Up to the first line that is torn or damaged: `line` is null for that one, and nothing comes after it. */
async function* entriesOf(project: string) {
  let sequence = 0;
  for (const { name, first } of await segmentsIn(project)) {
    const lines = await openLines(join(project, name));
    try {
      let number = 0;
      for await (const { bytes, length } of lines.lines()) {
        number++;
        // Where a file is missing, the next one begins with a line that does not follow.
        const decoded = first === sequence - number + 2 ? decodeLine(bytes) : null;
        yield { file: name, number, line: decoded && { entry: decoded.entry, change: entryNow(decoded).change, size: length } };
        if (!decoded) return;
        sequence++;
      }
    } finally {
      await lines.close();
    }
  }
}

/** A record as it is after a Change, or that it is gone. */
interface RecordStep {
  readonly record: DataRecord;
  readonly isGone: boolean;
}

const stepsOf = ({ added, updated, removed }: Entry['change']): readonly RecordStep[] => [
  ...removed.map((record) => ({ record, isGone: true })),
  ...updated.map(([, record]) => ({ record, isGone: false })),
  ...added.map((record) => ({ record, isGone: false })),
];

/** First ids of ranges of about as many Articles each. */
const ranges = (ids: readonly ArticleId[], count: number): readonly string[] => {
  const size = Math.max(1, Math.ceil(ids.length / count));
  return ids.filter((_, place) => place % size === 0);
};

/** The range that an Article lies in. */
function bucketOf(article: ArticleId, firsts: readonly string[]): number {
  let [from, to] = [0, firsts.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((firsts[middle] ?? '') <= article) from = middle;
    else to = middle;
  }
  return from;
}

const bucketFile = (folder: string, bucket: number): string => join(folder, `${bucket}.jsonl`);

interface Sorted {
  readonly small: RecordMap;
  /** `entryHash` of the last Entry. */
  readonly snapshot: string;
  readonly problems: readonly Problem[];
  /** Whose laptop it is; `null` before the first Entry. */
  readonly writer: AnnotatorId | null;
  /** Articles that are there at the end. */
  readonly live: number;
}

/** Schema, Annotators and Entities stay in memory; what lies in an Article goes to the file of its range, in the order of the Journal. */
async function sorted(project: string, folder: string, firsts: readonly string[]): Promise<Sorted> {
  const small: RecordMap = new Map();
  const live = new Set<ArticleId>();
  const articleOf = new Map<SetId, ArticleId>();
  const gathered = new Map<number, string[]>();
  let size = 0;
  const flush = async (): Promise<void> => {
    for (const [bucket, lines] of gathered) await appendFile(bucketFile(folder, bucket), lines.join(''));
    gathered.clear();
    size = 0;
  };
  const home = (record: DataRecord): ArticleId | null => {
    if (record.kind === 'article') return record.value.id;
    if (record.kind === 'set' || record.kind === 'event') return record.value.article;
    return record.kind === 'annotation' || record.kind === 'relation' ? (articleOf.get(record.set) ?? null) : null;
  };
  let snapshot = genesis;
  let writer: AnnotatorId | null = null;
  const problems: Problem[] = [];
  for await (const { file, number, line } of entriesOf(project)) {
    if (!line) {
      problems.push(problem('journal-line-damaged', { file, line: number }, { line: number }, 'warning'));
      break;
    }
    for (const { record } of stepsOf(line.change)) if (record.kind === 'set') articleOf.set(record.value.id, record.value.article);
    for (const step of stepsOf(line.change)) {
      const article = home(step.record);
      if (step.record.kind === 'article') step.isGone ? live.delete(step.record.value.id) : live.add(step.record.value.id);
      if (article === null) put(small, step);
      else {
        const text = `${JSON.stringify(step)}\n`;
        const bucket = bucketOf(article, firsts);
        const lines = gathered.get(bucket);
        if (lines) lines.push(text);
        else gathered.set(bucket, [text]);
        size += text.length;
      }
    }
    snapshot = nativeEntryHash(line.entry);
    writer = line.entry.annotator;
    if (size >= gatheredBytes) await flush();
  }
  await flush();
  return { small, snapshot, problems, writer, live: live.size };
}

/** Read once more, for whoever asks: an export does not. */
async function tracesIn(project: string): Promise<Traces> {
  const traced = tracing();
  for await (const { line } of entriesOf(project)) if (line) traced.add({ ...line.entry, change: line.change });
  return traced.found;
}

function put(records: RecordMap, { record, isGone }: RecordStep): void {
  if (isGone) records.delete(recordKey(record));
  else records.set(recordKey(record), record);
}

function sourceOf(folder: string, stem: string, { small, snapshot, live, writer }: Sorted, firsts: readonly string[], { schema: fallback, traces }: { readonly schema: Schema; readonly traces: () => Promise<Traces> }): ExportSource {
  if (!small.has('schema')) put(small, { record: { kind: 'schema', value: fallback }, isGone: false });
  const { schema, annotators, entities, events: said = [] } = implode(small);
  const roles = rolesIn(said);
  /** Whoever works blind exports as they see: nothing of others' work. */
  const blind = new Set<ArticleId>();
  const bucket = async (number: number) => {
    const records = explode({ ...emptyDataset(schema), annotators, entities });
    const file = (await ifThere(() => openLines(bucketFile(folder, number)))) ?? null;
    if (!file) return emptyDataset(schema);
    try {
      for await (const { bytes } of file.lines()) put(records, JSON.parse(bytes.toString('utf8')) as RecordStep);
    } finally {
      await file.close();
    }
    return implode(records);
  };
  const head = { schema, annotators, entities };
  return {
    head,
    snapshot,
    stem,
    articles: live,
    said,
    traces,
    get hidden() {
      return blind.size;
    },
    slices: async function* () {
      const { slice, rest } = slicer(head);
      for (let number = 0; number < firsts.length; number++) {
        const { articles, sets, events = [] } = await bucket(number);
        const viewer = { ...viewerOf(writer ?? ('' as AnnotatorId), [...events, ...said]), roles };
        for (const id of viewer.blind.keys()) blind.add(id);
        const own = new Set(sets.filter(({ annotator }) => annotator === viewer.me).map(({ id }) => id));
        const setsOf = new Map<ArticleId, AnnotationSet[]>(articles.map(({ id }) => [id, []]));
        for (const set of seenSets(viewer, sets)) setsOf.get(set.article)?.push(set);
        const eventsOf = new Map<ArticleId, ReviewEvent[]>();
        for (const event of seenEvents(viewer, events, own)) if (event.article !== null) eventsOf.set(event.article, [...(eventsOf.get(event.article) ?? []), event]);
        for (const article of articles) {
          const heard = eventsOf.get(article.id);
          yield { ...slice(article, setsOf.get(article.id) ?? []), ...(heard && { events: heard }) };
        }
      }
      const others = rest();
      if (others) yield others;
    },
    texts: async (ids) => {
      const wanted = new Set(ids);
      const found = new Map<ArticleId, TitledText>();
      for (const number of new Set(ids.map((id) => bucketOf(id, firsts))))
        for (const { id, title, text } of (await bucket(number)).articles) if (wanted.has(id)) found.set(id, { title, text });
      return found;
    },
  };
}
