import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Codec, type DecodeContext, type Decoded } from '../../../shared/codecs/codec.ts';
import { findings } from '../../../shared/codecs/findings.ts';
import { readSidecar, type ReadSidecar } from '../../../shared/codecs/native/decode.ts';
import { type OffsetUnit, offsetUnits } from '../../../shared/codecs/offset-unit.ts';
import { slicer } from '../../../shared/codecs/slices.ts';
import { unitProblem, unitScoresOf } from '../../../shared/codecs/unit-question.ts';
import { type ExportSource } from '../../../shared/dataset/export-source.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { ifThere } from '../../file-failure.ts';
import { decodeNamed } from '../decode-named.ts';
import { type LineAt, type LineFile, openLines } from './line-file.ts';
import { linePlaces, type Places } from './line-places.ts';

/** A source, what was unsound in it, and how to let go of it. */
export interface OpenSource {
  readonly source: ExportSource;
  readonly problems: readonly Problem[];
  readonly close: () => Promise<void>;
}

/** The same; the source is `null` where no line is sound, or nobody can say what the file's offsets count. */
export type OpenLines = Omit<OpenSource, 'source'> & { readonly source: ExportSource | null };

/** Lines that are decoded together: so few that what was made of them is gone before the engine takes it for something that stays. */
const bytesPerStep = 256 * 1024;

/** A format each of whose lines can be read alone. */
export type LineCodec = Codec & { readonly decode: NonNullable<Codec['decode']>; readonly linewise: true };

export const isLinewise = (codec: Codec | undefined): codec is LineCodec => codec?.linewise === true && codec.decode !== undefined;

/**
 * A file of any size in a format that can be read line by line. It is read once before the export, for whom its lines name and where each
 * Article stands; texts and Annotations are not kept. Lines of one Article may stand anywhere.
 */
export async function lineSource(path: string, codec: LineCodec, context: DecodeContext): Promise<OpenLines> {
  const file = await openLines(path);
  const name = basename(path);
  try {
    const { schemas, problems } = await sidecarOf(path);
    const withSidecar: DecodeContext = { ...context, schemas: [...schemas, ...context.schemas] as unknown as DecodeContext['schemas'] };
    const unit = unitIn(decodeNamed(codec, [{ name, bytes: await file.sample(sampleBytes) }], withSidecar), codec, context);
    if (!unit.offsetUnit) return await nothing(file, [...problems, ...unit.problems]);
    const told: DecodeContext = { ...withSidecar, offsetUnit: unit.offsetUnit };
    const read = (lines: Buffer): Decoded => decodeNamed(codec, [{ name, bytes: lines }], told);
    const index = await indexed(file, name, read, unit.offsetUnit);
    const all = [...problems, ...unit.problems, ...index.problems];
    if (!index.schema) return await nothing(file, all);
    return { source: sourceOf(path, file, read, { ...index, schema: index.schema }), problems: all, close: file.close };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Nobody has anything to close where there is nothing to read. */
async function nothing(file: LineFile, problems: readonly Problem[]): Promise<OpenLines> {
  await file.close();
  return { source: null, problems, close: async () => {} };
}

/** Bytes of a line that is still read; an article of 5 MB with all its annotations is below a tenth of it. */
const longestLine = 64 * 1024 * 1024;

/** Bytes of lines from all over the file by which it is judged what offsets count: a line alone would say too little. */
const sampleBytes = 4 * 1024 * 1024;

/** What all lines are told that their offsets count, where they do not say it themselves, and what is to be said of that; no unit where nobody can say. */
function unitIn(sample: Decoded, codec: Codec, { offsetUnit }: DecodeContext): { readonly offsetUnit: OffsetUnit | null; readonly problems: readonly Problem[] } {
  const said = sample.problems.filter(({ code }) => code === unitProblem).slice(0, 1);
  const [question] = said;
  const own = codec.offsetUnit === 'none' ? 'code-point' : codec.offsetUnit;
  if (!question) return { offsetUnit: offsetUnit ?? own, problems: [] };
  return { offsetUnit: question.severity === 'error' ? null : (offsetUnits.find((one) => one === question.values['unit']) ?? own), problems: said };
}

/** Read once: the same for every line. */
async function sidecarOf(path: string): Promise<ReadSidecar> {
  const name = path.replace(/\.jsonl$/i, '.tagset.json');
  const bytes = await ifThere(() => readFile(name));
  return bytes ? readSidecar({ name: basename(name), bytes }) : { schemas: [], problems: [] };
}

interface Index {
  readonly schema: Schema | null;
  readonly annotators: ReadonlyMap<string, Annotator>;
  readonly entities: ReadonlyMap<string, Entity>;
  readonly places: Places;
  readonly problems: readonly Problem[];
  readonly snapshot: string;
}

async function indexed(file: LineFile, name: string, read: (lines: Buffer) => Decoded, unit: OffsetUnit): Promise<Index> {
  let schema: Schema | null = null;
  const annotators = new Map<string, Annotator>();
  const entities = new Map<string, Entity>();
  const places = linePlaces();
  const found = lineFindings(unit);
  const sets = new Set<string>();
  const texts = new Map<string, string>();
  const hash = createHash('sha256');
  let number = 0;
  for await (const { start, length, bytes } of file.lines(longestLine)) {
    number++;
    if (length > longestLine) {
      found.add([problem('line-too-long', { file: name }, { megabytes: longestLine / 2 ** 20 })], number);
      continue;
    }
    hash.update(bytes).update('\n');
    if (bytes.length === 0) continue;
    const { dataset, problems } = read(bytes);
    found.add(problems, number);
    if (!dataset) continue;
    schema ??= dataset.schema;
    for (const one of dataset.annotators) if (!annotators.has(one.id)) annotators.set(one.id, one);
    for (const one of dataset.entities) if (!entities.has(one.id)) entities.set(one.id, one);
    // A mark at the start belongs to the file: in the midst of other lines it would be a fault.
    const mark = start === 0 && hasMark(bytes) ? byteOrderMark.length : 0;
    for (const { id, fingerprint } of dataset.articles) {
      places.add(id, { start: start + mark, length: length - mark });
      const text = texts.get(id);
      if (text === undefined) texts.set(id, fingerprint);
      else if (text !== fingerprint) found.add([problem('article-text-differs', { file: name, record: id }, { id })], number);
    }
    for (const { id } of dataset.sets) {
      if (sets.has(id)) found.add([problem('set-twice', { file: name, record: id }, { id })], number);
      sets.add(id);
    }
  }
  return { schema, annotators, entities, places: places.sorted(), problems: found.all(), snapshot: hash.digest('hex') };
}

const byteOrderMark = [0xef, 0xbb, 0xbf];
const hasMark = (bytes: Uint8Array): boolean => byteOrderMark.every((byte, index) => bytes[index] === byte);

/**
 * What is said of lines that were read one by one, as if they had been read together: what is the same on every line once, what was counted
 * as a sum, and nothing more of the unit that was found out for all of them, unless a line speaks against it.
 */
function lineFindings(unit: OffsetUnit) {
  const found = findings();
  const counted = new Map<string, Problem>();
  let hasContradiction = false;
  const isSpokenAgainst = (one: Problem): boolean => {
    const scores = unitScoresOf(one);
    const own = scores.find((score) => score.unit === unit)?.score ?? 0;
    return scores.some(({ score }) => score > own);
  };
  const add = (one: Problem, line: number): void => {
    const { file, record, field } = one.place;
    const { count, ...values } = one.values;
    if (one.code === unitProblem) {
      if (hasContradiction || !isSpokenAgainst(one)) return;
      hasContradiction = true;
      found.add({ ...one, place: { ...one.place, line } });
    } else if (typeof count === 'number' && record === undefined && field === undefined) {
      const key = JSON.stringify([one.code, file, values]);
      const before = counted.get(key);
      counted.set(key, { ...one, values: { ...values, count: count + Number(before?.values['count'] ?? 0) } });
    } else if (one.severity === 'warning' && record === undefined && field === undefined) {
      found.addOnce({ ...one, place: { ...one.place, line } });
    } else found.add({ ...one, place: { ...one.place, line } });
  };
  return {
    add: (problems: readonly Problem[], line: number): void => problems.forEach((one) => add(one, line)),
    all: (): readonly Problem[] => [...found.all(), ...counted.values()],
  };
}

function sourceOf(path: string, file: LineFile, read: (lines: Buffer) => Decoded, index: Index & { readonly schema: Schema }): ExportSource {
  const head = { schema: index.schema, annotators: [...index.annotators.values()], entities: [...index.entities.values()] };
  const { ids, of } = index.places;
  const readSome = async (some: readonly ArticleId[]): Promise<Decoded> => read(await file.at(some.flatMap(of)));
  return {
    head,
    snapshot: index.snapshot,
    stem: basename(path).replace(/\.jsonl$/i, ''),
    articles: ids.length,
    slices: async function* () {
      const { slice, rest } = slicer(head);
      for (const some of steps(ids, of)) {
        const { dataset } = await readSome(some);
        const setsOf = new Map<ArticleId, AnnotationSet[]>();
        for (const set of dataset?.sets ?? []) setsOf.set(set.article, [...(setsOf.get(set.article) ?? []), set]);
        for (const article of dataset?.articles ?? []) yield slice(article, setsOf.get(article.id) ?? []);
      }
      const others = rest();
      if (others) yield others;
    },
    texts: async (wanted) => {
      const { dataset } = await readSome(wanted);
      return new Map((dataset?.articles ?? []).map(({ id, title, text }) => [id, { title, text }]));
    },
  };
}

/** Articles in order, so many at a time that their lines are decoded together. */
function* steps(ids: readonly ArticleId[], placesOf: (id: ArticleId) => readonly LineAt[]): Generator<readonly ArticleId[]> {
  let step: ArticleId[] = [];
  let bytes = 0;
  for (const id of ids) {
    step.push(id);
    bytes += placesOf(id).reduce((sum, { length }) => sum + length, 0);
    if (bytes < bytesPerStep) continue;
    yield step;
    [step, bytes] = [[], 0];
  }
  if (step.length > 0) yield step;
}
