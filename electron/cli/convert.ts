import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Codec, type NamedBytes } from '../../shared/codecs/codec.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit, fitter } from '../../shared/codecs/fit.ts';
import { type LossReport } from '../../shared/codecs/loss-report.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { type Problem } from '../../shared/result.ts';
import { type GrowingFiles, growTogether, writeTogether } from '../atomic-write.ts';
import { attempt } from '../file-failure.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { type Counts, counter, countsOf } from './counts.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { lossLine } from './loss-line.ts';
import { reasonOf } from './problem-text.ts';
import { largeInput, readDataset } from './read-dataset.ts';
import { type OpenSource } from './sources/line-source.ts';
import { type Terminal } from './terminal.ts';

/** Reads everything, makes it fit and writes it. What is unsound is left out and said; so is what the format cannot hold. */
export async function convert(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const codec = writer(line.to);
  const out = destination(line);
  const large = await largeInput(line);
  const { written, counts, report, problems } = large ? await convertSlices(large, codec, out, terminal) : await convertWhole(line, codec, out, terminal);
  if (line.json) {
    await writeJson(terminal, { command: 'convert', written, counts, report, problems: problems.map(problemAnswer) });
  } else {
    await complainOf(terminal, problems);
    await terminal.complain((report?.losses ?? []).map(lossLine).join(''));
    await writeLines(terminal, written);
  }
  return report && !hasErrors(problems) ? exitCodes.fine : exitCodes.dataProblems;
}

interface Converted {
  /** Paths. */
  readonly written: readonly string[];
  /** `null` where there was nothing to write. */
  readonly counts: Counts | null;
  readonly report: LossReport | null;
  readonly problems: readonly Problem[];
}

async function convertWhole(line: CommandLine, codec: Codec, out: string, terminal: Terminal): Promise<Converted> {
  const { dataset, problems } = await readDataset(line, terminal);
  if (!dataset) return { written: [], counts: null, report: null, problems };
  const fitted = fit(dataset, codec);
  const written = await writeOut(out, codec, (stem) => encode(codec, fitted.dataset, stem), terminal);
  return { written, counts: countsOf(fitted.dataset), report: fitted.report, problems };
}

/** The same for what is larger than memory: slice by slice. */
async function convertSlices({ source, problems, close }: OpenSource, codec: Codec, out: string, terminal: Terminal): Promise<Converted> {
  const stem = stemOf(basename(out), codec.extensions[0] ?? '');
  const encoder = codec.write?.(source.head.schema, stem);
  if (!encoder) throw new Error(`the codec "${codec.id}" does not write`);
  const { fit: fitSlice, report } = fitter(codec);
  const count = counter(source.head.schema);
  const files = growTogether();
  const pathOf = (name: string): string => (codec.layout !== 'folder' && name === `${stem}.${codec.extensions[0] ?? ''}` ? out : join(dirname(out), name));
  const take = async (pieces: readonly NamedBytes[]): Promise<void> => {
    for (const { name, bytes } of pieces) {
      if (out !== standardOutput) await appendTo(files, pathOf(name), bytes, codec);
      else if (pathOf(name) === out) await terminal.write(bytes);
    }
  };
  const outcome = await attempt('write', async () => {
    try {
      for await (const slice of source.slices()) {
        const fitted = fitSlice(slice);
        count.add(fitted);
        await take(encoder.add(fitted));
      }
      await take(encoder.end());
      return await files.finish();
    } catch (error) {
      await files.cancel();
      throw error;
    } finally {
      await close();
    }
  });
  if (!outcome.ok) throw noAccess(out, reasonOf({ code: outcome.failure, values: {} }));
  return { written: outcome.value, counts: count.counts(), report: report(), problems };
}

async function appendTo(files: GrowingFiles, path: string, bytes: Uint8Array, { layout }: Codec): Promise<void> {
  if (layout === 'folder') await mkdir(dirname(path), { recursive: true });
  await files.append(path, bytes);
}

export function writer(id: string | null): Codec {
  if (id === null) throw wrongUsage('Into what? Give --to FORMAT.');
  const codec = codecById(id);
  if (!codec?.write) throw wrongUsage(`There is no format "${id}" to write. See: formats`);
  return codec;
}

function destination({ out, json }: CommandLine): string {
  if (out === null) throw wrongUsage('Where to? Give --out FILE, or --out - for the standard output.');
  if (out === standardOutput && json) throw wrongUsage('The standard output cannot hold both the file and --json: give --out FILE.');
  return out;
}

const standardOutput = '-';

/**
 * The main file at the path given, the others beside it: all or none. To the standard output goes the main file alone. Of a format whose
 * files make a folder, the path says where that folder is and what the split is called: `set/train` writes `set/data/train.jsonl`.
 */
export async function writeOut(
  out: string, { layout, extensions }: Codec, encoded: (stem: string) => readonly NamedBytes[], terminal: Terminal,
): Promise<readonly string[]> {
  const [main, ...beside] = encoded(stemOf(basename(out), extensions[0] ?? ''));
  if (!main) throw new Error('the codec wrote no file');
  if (out === standardOutput) {
    await terminal.write(main.bytes);
    return [];
  }
  const inFolder = ({ name, bytes }: NamedBytes) => ({ path: join(dirname(out), name), bytes });
  const files = [layout === 'folder' ? inFolder(main) : { path: out, bytes: main.bytes }, ...beside.map(inFolder)];
  const outcome = await attempt('write', async () => {
    if (layout === 'folder') for (const { path } of files) await mkdir(dirname(path), { recursive: true });
    await writeTogether(files);
  });
  if (!outcome.ok) throw noAccess(out, reasonOf({ code: outcome.failure, values: {} }));
  return files.map(({ path }) => path);
}

/** The name without the format's own extension, which may have two parts, or without whatever it has instead. */
const stemOf = (name: string, extension: string): string =>
  name.endsWith(`.${extension}`) && name.length > extension.length + 1 ? name.slice(0, -extension.length - 1) : name.replace(/(?<=.)\.[^.]*$/, '');
