import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors } from './command-failure.ts';
import { counter, type Counts } from './counts.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type Problem } from '../../shared/result.ts';
import { openInput } from './read-dataset.ts';
import { type Terminal } from './terminal.ts';

export async function stats(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { counts, problems, files } = await read(line, terminal);
  if (line.json) {
    await writeJson(terminal, { command: 'stats', files, counts, problems: problems.map(problemAnswer) });
  } else {
    await complainOf(terminal, problems);
    if (counts) await writeLines(terminal, countLines(counts));
  }
  return counts && !hasErrors(problems) ? exitCodes.fine : exitCodes.dataProblems;
}

interface Counted {
  /** `null` where nothing was sound. */
  readonly counts: Counts | null;
  readonly problems: readonly Problem[];
  readonly files: number;
}

async function read(line: CommandLine, terminal: Terminal): Promise<Counted> {
  const { source, problems, files, close } = await openInput(line, terminal);
  if (!source) return { counts: null, problems, files };
  try {
    const { add, counts } = counter(source.head.schema);
    for await (const slice of source.slices()) add(slice);
    return { counts: counts(), problems, files };
  } finally {
    await close();
  }
}

/** `name TAB number`, one a line, what a label counts under `labels.<id>`. */
function countLines({ labels, relationTypes, ...totals }: Counts): readonly string[] {
  const named = (prefix: string, counts: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(counts).map(([name, count]) => `${prefix}${name}\t${count}`);
  return [...named('', totals), ...named('labels.', labels), ...named('relations.', relationTypes)];
}
