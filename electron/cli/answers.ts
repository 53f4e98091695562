import { type Problem } from '../../shared/result.ts';
import { problemText, reasonOf } from './problem-text.ts';
import { type Terminal } from './terminal.ts';

/** One JSON object and a line end: the whole of stdout. */
export const writeJson = (terminal: Terminal, answer: object): Promise<void> => terminal.write(`${JSON.stringify(answer)}\n`);

export const writeLines = (terminal: Terminal, lines: readonly string[]): Promise<void> =>
  terminal.write(lines.map((line) => `${line}\n`).join(''));

export const complainOf = (terminal: Terminal, problems: readonly Problem[]): Promise<void> =>
  terminal.complain(problems.map((one) => `${problemText(one)}\n`).join(''));

/** A Problem for machines, with its reason in words. */
export const problemAnswer = (problem: Problem): object => ({ ...problem, reason: reasonOf(problem) });
