import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Codec, type DecodeContext, type Decoded } from '../../../shared/codecs/codec.ts';
import { findings } from '../../../shared/codecs/findings.ts';
import { readSidecar, type ReadSidecar } from '../../../shared/codecs/native/decode.ts';
import { slicer } from '../../../shared/codecs/slices.ts';
import { type ExportSource } from '../../../shared/dataset/export-source.ts';
import { type AnnotationSet } from '../../../shared/model/annotation-set.ts';
import { type Annotator } from '../../../shared/model/annotator.ts';
import { type Entity } from '../../../shared/model/entity.ts';
import { type ArticleId } from '../../../shared/model/id.ts';
import { type Schema } from '../../../shared/model/schema.ts';
import { problem, type Problem } from '../../../shared/result.ts';
import { ifThere } from '../../file-failure.ts';
import { type LineAt, type LineFile, openLines } from './line-file.ts';
import { linePlaces, type Places } from './line-places.ts';

/** A source, what was unsound in it, and how to let go of it. */
export interface OpenSource {
  readonly source: ExportSource;
  readonly problems: readonly Problem[];
  readonly close: () => Promise<void>;
}

/** Lines that are decoded together: so few that what was made of them is gone before the engine takes it for something that stays. */
const bytesPerStep = 256 * 1024;

/** A format each of whose lines can be read alone. */
export type LineCodec = Codec & { readonly decode: NonNullable<Codec['decode']>; readonly linewise: true };

export const isLinewise = (codec: Codec | undefined): codec is LineCodec => codec?.linewise === true && codec.decode !== undefined;

/**
 * A file of any size in a format that can be read line by line. It is read once before the export, for whom its lines name and where each
 * Article stands; texts and Annotations are not kept. Lines of one Article may stand anywhere.
 */
export async function lineSource(path: string, codec: LineCodec, context: DecodeContext): Promise<OpenSource> {
  const file = await openLines(path);
  try {
    const { schemas, problems } = await sidecarOf(path);
    const withSidecar: DecodeContext = { ...context, schemas: [...schemas, ...context.schemas] as unknown as DecodeContext['schemas'] };
    const read = (lines: Buffer): Decoded => codec.decode([{ name: basename(path), bytes: lines }], withSidecar);
    const index = await indexed(file, basename(path), read);
    return { source: sourceOf(path, file, read, index, context), problems: [...problems, ...index.problems], close: file.close };
  } catch (error) {
    await file.close();
    throw error;
  }
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

async function indexed(file: LineFile, name: string, read: (lines: Buffer) => Decoded): Promise<Index> {
  let schema: Schema | null = null;
  const annotators = new Map<string, Annotator>();
  const entities = new Map<string, Entity>();
  const places = linePlaces();
  const found = findings();
  const sets = new Set<string>();
  const hash = createHash('sha256');
  let number = 0;
  for await (const { start, length, bytes } of file.lines()) {
    number++;
    hash.update(bytes).update('\n');
    if (bytes.length === 0) continue;
    const { dataset, problems } = read(bytes);
    found.add(...problems.map((one) => ({ ...one, place: { ...one.place, line: number } })));
    if (!dataset) continue;
    schema ??= dataset.schema;
    for (const one of dataset.annotators) if (!annotators.has(one.id)) annotators.set(one.id, one);
    for (const one of dataset.entities) if (!entities.has(one.id)) entities.set(one.id, one);
    for (const { id } of dataset.articles) places.add(id, { start, length });
    for (const { id } of dataset.sets) {
      if (sets.has(id)) found.add(problem('set-twice', { file: name, line: number, record: id }, { id }));
      sets.add(id);
    }
  }
  return { schema, annotators, entities, places: places.sorted(), problems: found.all(), snapshot: hash.digest('hex') };
}

function sourceOf(path: string, file: LineFile, read: (lines: Buffer) => Decoded, index: Index, { schemas }: DecodeContext): ExportSource {
  const head = { schema: index.schema ?? schemas[0], annotators: [...index.annotators.values()], entities: [...index.entities.values()] };
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
