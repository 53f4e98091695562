import { readFile } from 'node:fs/promises';
import { readSchemaText } from '../../shared/codecs/schema-file/schema-file.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { schemaDifferences } from '../../shared/model/schema-difference.ts';
import { schemaJsonSchema } from '../../shared/model/validate-schema.ts';
import { at, type Problem } from '../../shared/result.ts';
import { attempt } from '../file-failure.ts';
import { complainOf, problemAnswer, writeJson, writeLines } from './answers.ts';
import { type CommandLine } from './arguments.ts';
import { noAccess, wrongUsage } from './command-failure.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { problemText, reasonOf } from './problem-text.ts';
import { type Terminal } from './terminal.ts';

type Act = (paths: readonly string[], line: CommandLine, terminal: Terminal) => Promise<ExitCode>;

const acts: ReadonlyMap<string, Act> = new Map([
  ['check', check],
  ['json-schema', jsonSchema],
  ['diff', diff],
]);

/** Everything about label schemas as files, made to be kept under version control. */
export async function schema(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...paths] = line.paths;
  const act = acts.get(name);
  if (!act) throw wrongUsage(`schema wants ${[...acts.keys()].join(', ')}, not "${name}".`);
  return act(paths, line, terminal);
}

/** Says of every fault where it is: that list is the answer. */
async function check(paths: readonly string[], { json }: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (paths.length === 0) throw wrongUsage('Check what? Name a schema.json.');
  const read = await Promise.all(paths.map(schemaAt));
  const problems = read.flatMap((one) => one.problems);
  if (json) await writeJson(terminal, { command: 'schema check', valid: problems.length === 0, problems: problems.map(problemAnswer) });
  else await writeLines(terminal, problems.map(problemText));
  return problems.length === 0 ? exitCodes.fine : exitCodes.dataProblems;
}

/** The JSON Schema that every schema.json follows, for editors and other programs. */
async function jsonSchema(paths: readonly string[], _line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (paths.length > 0) throw wrongUsage('schema json-schema takes no file: it is the same for all.');
  await terminal.write(`${JSON.stringify(schemaJsonSchema(), null, 1)}\n`);
  return exitCodes.fine;
}

/** What leads from the first to the second, a line each: `+` added, `-` removed, `~` changed. As with diff, 1 means that they differ. */
async function diff(paths: readonly string[], { json }: CommandLine, terminal: Terminal): Promise<ExitCode> {
  const [one, other, ...more] = paths;
  if (one === undefined || other === undefined || more.length > 0) throw wrongUsage('schema diff wants two files.');
  const [before, after] = await Promise.all([schemaAt(one), schemaAt(other)]);
  const problems = [...before.problems, ...after.problems];
  if (!before.schema || !after.schema) {
    if (json) await writeJson(terminal, { command: 'schema diff', differences: null, problems: problems.map(problemAnswer) });
    else await complainOf(terminal, problems);
    return exitCodes.dataProblems;
  }
  const differences = schemaDifferences(before.schema, after.schema);
  if (json) await writeJson(terminal, { command: 'schema diff', differences, problems: [] });
  else await writeLines(terminal, differences.map(({ what, kind }) => `${signs[kind]} ${what}`));
  return differences.length === 0 ? exitCodes.fine : exitCodes.dataProblems;
}

const signs = { added: '+', removed: '-', changed: '~' } as const;

async function schemaAt(path: string): Promise<{ readonly schema: Schema | null; readonly problems: readonly Problem[] }> {
  const read = await attempt('read', () => readFile(path, 'utf8'));
  if (!read.ok) throw noAccess(path, reasonOf({ code: read.failure, values: {} }));
  const found = readSchemaText(read.value);
  return found.ok ? { schema: found.value, problems: [] } : { schema: null, problems: at({ file: path }, found.problems) };
}
