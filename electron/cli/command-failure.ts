import { type Problem } from '../../shared/result.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';

/** Ends a command before it has an answer. Everything else that is thrown is a bug. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

export const wrongUsage = (message: string): CommandFailure => new CommandFailure(`${message}\nTry --help.`, exitCodes.usage);

/** `path` as the person wrote it. */
export const noAccess = (path: string, reason: string): CommandFailure => new CommandFailure(`${path}: ${reason}`, exitCodes.fileAccess);

export const hasErrors = (problems: readonly Problem[]): boolean => problems.some(({ severity }) => severity === 'error');
