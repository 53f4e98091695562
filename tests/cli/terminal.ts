import { run } from '../../electron/cli/run.ts';

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line inside the test's own process. */
export async function naql(args: readonly string[], input = ''): Promise<Answer> {
  const out: Uint8Array[] = [];
  const err: string[] = [];
  const code = await run(args, {
    input: async (room) => (room.take(Buffer.byteLength(input)) ? Buffer.from(input) : null),
    write: async (output) => void out.push(Buffer.from(output as string)),
    complain: async (text) => void err.push(text),
  });
  return { code, out: Buffer.concat(out).toString(), err: err.join('') };
}
