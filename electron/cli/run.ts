import { version } from '../../package.json';
import { adjudicate } from './adjudicate.ts';
import { agree } from './agree.ts';
import { audit } from './audit.ts';
import { type CommandLine, parseCommandLine } from './arguments.ts';
import { bundle } from './bundle.ts';
import { CommandFailure, wrongUsage } from './command-failure.ts';
import { convert } from './convert.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { exportDataset } from './export.ts';
import { formats } from './formats.ts';
import { help } from './help.ts';
import { schema } from './schema.ts';
import { stats } from './stats.ts';
import { type Terminal } from './terminal.ts';
import { validate } from './validate.ts';

type Command = (line: CommandLine, terminal: Terminal) => Promise<ExitCode>;

const commands: ReadonlyMap<string, Command> = new Map([
  ['convert', convert],
  ['export', exportDataset],
  ['agree', agree],
  ['bundle', bundle],
  ['adjudicate', adjudicate],
  ['audit', audit],
  ['schema', schema],
  ['validate', validate],
  ['stats', stats],
  ['formats', formats],
]);

/** One call of the command line. Expected failures are complained of and become exit codes; a bug is thrown. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await answer(parseCommandLine(args), terminal);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    await terminal.complain(`${error.message}\n`);
    return error.exitCode;
  }
}

async function answer(line: CommandLine, terminal: Terminal): Promise<ExitCode> {
  if (line.help || line.version) {
    await terminal.write(line.help ? help : `${version}\n`);
    return exitCodes.fine;
  }
  if (line.command === null) throw wrongUsage('There is no command.');
  const command = commands.get(line.command);
  if (!command) throw wrongUsage(`There is no command "${line.command}".`);
  return command(line, terminal);
}
