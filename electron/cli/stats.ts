import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors } from './command-failure.ts';
import { type Counts, countsOf } from './counts.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { readDataset } from './read-dataset.ts';
import { type Terminal } from './terminal.ts';

export async function stats(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { dataset, problems, files } = await readDataset(line, terminal);
  const counts = dataset && countsOf(dataset);
  if (line.json) {
    await writeJson(terminal, { command: 'stats', files, counts, problems: problems.map(problemAnswer) });
  } else {
    await complainOf(terminal, problems);
    if (counts) await writeLines(terminal, countLines(counts));
  }
  return dataset && !hasErrors(problems) ? exitCodes.fine : exitCodes.dataProblems;
}

/** `name TAB number`, one a line, what a label counts under `labels.<id>`. */
function countLines({ labels, relationTypes, ...totals }: Counts): readonly string[] {
  const named = (prefix: string, counts: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(counts).map(([name, count]) => `${prefix}${name}\t${count}`);
  return [...named('', totals), ...named('labels.', labels), ...named('relations.', relationTypes)];
}
