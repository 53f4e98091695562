import { problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { hasErrors } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { problemText } from './problem-text.ts';
import { openInput } from './read-dataset.ts';
import { type Terminal } from './terminal.ts';

/** Says of every unsound record where it is and what is wrong: that list is the answer. */
export async function validate(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const { problems, files, close } = await openInput(line, terminal);
  await close();
  const isSound = !hasErrors(problems);
  if (line.json) await writeJson(terminal, { command: 'validate', valid: isSound, files, problems: problems.map(problemAnswer) });
  else await writeLines(terminal, problems.map(problemText));
  return isSound ? exitCodes.fine : exitCodes.dataProblems;
}
