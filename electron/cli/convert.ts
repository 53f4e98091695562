import { mkdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Codec, type NamedBytes } from '../../shared/codecs/codec.ts';
import { fitter } from '../../shared/codecs/fit.ts';
import { type LossReport } from '../../shared/codecs/loss-report.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { type Problem } from '../../shared/result.ts';
import { growTogether } from '../atomic-write.ts';
import { attempt } from '../file-failure.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors, noAccess, wrongUsage } from './command-failure.ts';
import { type Counts, counter } from './counts.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { lossLine } from './loss-line.ts';
import { reasonOf } from './problem-text.ts';
import { type OpenInput, openInput } from './read-dataset.ts';
import { type Terminal } from './terminal.ts';

/** Reads everything, makes it fit and writes it. What is unsound is left out and said; so is what the format cannot hold. */
export async function convert(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const codec = writer(line.to);
  const out = destination(line);
  const { written, counts, report, problems } = await converted(await openInput(line, terminal), codec, out, terminal);
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

/** Slice by slice, so that what is larger than memory is converted as what is not. */
export async function converted({ source, problems, close }: OpenInput, codec: Codec, out: string, terminal: Terminal): Promise<Converted> {
  if (!source) return { written: [], counts: null, report: null, problems };
  const stem = stemOf(basename(out), codec.extensions[0] ?? '');
  const encoder = codec.write?.(source.head.schema, stem);
  if (!encoder) throw new Error(`the codec "${codec.id}" does not write`);
  const { fit: fitSlice, report } = fitter(codec);
  const count = counter(source.head.schema);
  const files = out === standardOutput ? mainFileTo(terminal, `${stem}.${codec.extensions[0] ?? ''}`) : filesAt(out, stem, codec);
  const outcome = await attempt('write', async () => {
    try {
      for await (const slice of source.slices()) {
        const fitted = fitSlice(slice);
        count.add(fitted);
        await files.append(encoder.add(fitted));
      }
      await files.append(encoder.end());
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

/** Where the pieces of files go: all files come into being, or none. */
interface Destination {
  readonly append: (pieces: readonly NamedBytes[]) => Promise<void>;
  /** Paths. */
  readonly finish: () => Promise<readonly string[]>;
  readonly cancel: () => Promise<void>;
}

/** To the standard output goes the main file alone. */
const mainFileTo = (terminal: Terminal, main: string): Destination => ({
  append: async (pieces) => {
    for (const { name, bytes } of pieces) if (name === main) await terminal.write(bytes);
  },
  finish: async () => [],
  cancel: async () => {},
});

/**
 * The main file at the path given, the others beside it. Of a format whose files make a folder, the path says where that folder is and what the
 * split is called: `set/train` writes `set/data/train.jsonl`.
 */
function filesAt(out: string, stem: string, { layout, extensions }: Codec): Destination {
  const main = `${stem}.${extensions[0] ?? ''}`;
  const { append, finish, cancel } = growTogether();
  const made = new Set<string>();
  return {
    async append(pieces) {
      for (const { name, bytes } of pieces) {
        const path = layout !== 'folder' && name === main ? out : join(dirname(out), name);
        if (layout === 'folder' && !made.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
        made.add(dirname(path));
        await append(path, bytes);
      }
    },
    finish,
    cancel,
  };
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

/** The name without the format's own extension, which may have two parts, or without whatever it has instead. */
const stemOf = (name: string, extension: string): string =>
  name.endsWith(`.${extension}`) && name.length > extension.length + 1 ? name.slice(0, -extension.length - 1) : name.replace(/(?<=.)\.[^.]*$/, '');
