/** What the command line answers to the program that called it; part of its contract, documented in `--help`. */
export const exitCodes = { fine: 0, dataProblems: 1, usage: 2, fileAccess: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
