import { dirname, join as joinPath } from 'node:path';
import schema from '../../seeds/schema.json';
import { type Codec, type DecodeContext } from '../../shared/codecs/codec.ts';
import { type Batch, batches } from '../../shared/codecs/codec-for.ts';
import { slices } from '../../shared/codecs/slices.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { join } from '../../shared/commands/join.ts';
import { type ExportSource } from '../../shared/dataset/export-source.ts';
import { applyChange } from '../../shared/model/change.ts';
import { type Dataset } from '../../shared/model/dataset.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { at, problem, type Problem } from '../../shared/result.ts';
import { type CommandLine } from './arguments.ts';
import { wrongUsage } from './command-failure.ts';
import { decodeNamed } from './decode-named.ts';
import { filesAt, type Folder, type Room, roomFor, wholeBytes } from './input-files.ts';
import { parsePage } from './parse-page.ts';
import { linesAt } from './sources/large-file.ts';
import { type OpenLines } from './sources/line-source.ts';
import { type Terminal } from './terminal.ts';

export interface Read {
  /** Everything that was sound, joined; `null` when nothing was. */
  readonly dataset: Dataset | null;
  /** With the path of the file as the person wrote it. */
  readonly problems: readonly Problem[];
  readonly files: number;
}

/** Reads all paths of the command line, in the order given, as one Dataset. */
export async function readDataset({ paths, from, unit, now, reading }: Pick<CommandLine, 'paths' | 'from' | 'unit' | 'now' | 'reading'>, terminal: Terminal): Promise<Read> {
  if (paths.length === 0) throw wrongUsage('Nothing to read: name a file or a folder.');
  const forced = from === null ? null : reader(from);
  const context = contextOf({ now, unit, reading });
  const room = roomFor(wholeBytes);
  let read: Read = { dataset: null, problems: [], files: 0 };
  for (const path of paths) {
    const folders = path === '-' ? [await standardInput(forced, terminal, room)] : await filesAt(path, room);
    for (const folder of folders) read = together(read, readFolder(folder, forced, context));
  }
  return read;
}

/** How what is read on the command line is meant: by the shipped Schema, unless the files bring theirs. */
export const contextOf = ({ now, unit, reading }: Pick<CommandLine, 'now' | 'unit' | 'reading'>): DecodeContext => ({
  schemas: [schema as unknown as Schema], now, parsePage, reading, ...(unit && { offsetUnit: unit }),
});

type Paths = Pick<CommandLine, 'paths' | 'from' | 'now' | 'unit' | 'reading'>;

/** All that is to be read, as slices: whoever takes them need not know whether they stand in memory. */
export interface OpenInput extends Pick<OpenLines, 'problems' | 'close'> {
  /** `null` when nothing was sound. */
  readonly source: Pick<ExportSource, 'head' | 'slices'> | null;
  readonly files: number;
}

/** A large file that is the only one stays on the disk; everything else is joined in memory. */
export async function openInput(line: Paths, terminal: Terminal): Promise<OpenInput> {
  const large = await largeInput(line);
  if (large) return { ...large, files: 1 };
  const { dataset, problems, files } = await readDataset(line, terminal);
  return { source: dataset && { head: dataset, slices: () => later(slices(dataset)) }, problems, files, close: async () => {} };
}

async function* later<T>(all: Iterable<T>): AsyncGenerator<T> {
  yield* all;
}

/** The one path of the command line, where it is a large file that can be read line by line. It is not joined with anything, so it need not be in memory. */
async function largeInput({ paths, from, now, unit, reading }: Paths): Promise<OpenLines | null> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) return null;
  const large = await linesAt(path, from, contextOf({ now, unit, reading }));
  return large && { ...large, problems: located(large.problems, dirname(path)) };
}

function reader(id: string): Codec {
  const codec = codecById(id);
  if (!codec?.decode) throw wrongUsage(`There is no format "${id}" to read. See: formats`);
  return codec;
}

async function standardInput(codec: Codec | null, terminal: Terminal, room: Room): Promise<Folder> {
  if (!codec) throw wrongUsage('Reading from the standard input wants --from FORMAT.');
  const bytes = await terminal.input(room);
  return { path: '', files: bytes ? [{ name: standardInputName, bytes }] : [], tooLarge: bytes ? [] : [{ name: standardInputName, bytes: Infinity }], isNamed: true };
}

const standardInputName = '-';

function readFolder({ path, files, tooLarge, isNamed }: Folder, forced: Codec | null, context: DecodeContext): Read {
  const refused = tooLarge.map(({ name, bytes }) => problem(bytes > wholeBytes ? 'file-too-large' : 'files-too-large', { file: name }, { megabytes: Math.floor(wholeBytes / 2 ** 20) }));
  const sorted = forced ? { batches: files.length > 0 ? [{ codec: forced, files }] : [], problems: [] } : batches(files);
  const strangers = sorted.problems.map((one) => (isNamed ? one : { ...one, severity: 'warning' as const }));
  const started: Read = { dataset: null, problems: located([...refused, ...strangers], path), files: files.length + tooLarge.length };
  return sorted.batches.reduce((read, batch) => together(read, readBatch(batch, path, context)), started);
}

function readBatch({ codec, files }: Batch, path: string, context: DecodeContext): Read {
  const { dataset, problems } = decodeNamed(codec, files, context);
  const [main] = files;
  return { dataset: dataset && withoutStandardInput(dataset), problems: located(main ? at({ file: main.name }, problems) : problems, path), files: 0 };
}

/** `-` is no file name to remember. */
const withoutStandardInput = (dataset: Dataset): Dataset => ({
  ...dataset,
  articles: dataset.articles.map((article) =>
    article.source.file === standardInputName ? { ...article, source: { ...article.source, file: null } } : article,
  ),
});

const located = (problems: readonly Problem[], folder: string): readonly Problem[] =>
  problems.map((one) => (one.place.file === undefined ? one : { ...one, place: { ...one.place, file: joinPath(folder, one.place.file) } }));

/** The first Dataset is the project that the others are taken into. */
function together(read: Read, next: Read): Read {
  const problems = [...read.problems, ...next.problems];
  const files = read.files + next.files;
  if (!read.dataset || !next.dataset) return { dataset: read.dataset ?? next.dataset, problems, files };
  const joined = join(read.dataset, next.dataset);
  return { dataset: applyChange(read.dataset, joined.change), problems: [...problems, ...joined.problems], files };
}
