import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program that checks our files: where it is, or why this machine cannot have it. */
export type Tool = { readonly kind: 'there'; readonly path: string } | { readonly kind: 'missing'; readonly reason: string };
export type ToolName = 'python' | 'java' | 'uima' | 'soffice' | 'writer' | 'iconv' | 'zip' | 'chromium' | 'labelStudio';

const listed = process.env['NAQL_INTEROP_TOOLS'];
const tools = (listed === undefined ? {} : JSON.parse(readFileSync(listed, 'utf8'))) as Partial<Record<ToolName, Tool>>;

/** The path of a tool, or the reason why it is missing: `npm run test:interop` writes the list. */
export const tool = (name: ToolName): Tool => tools[name] ?? { kind: 'missing', reason: `${name} was not set up: run npm run test:interop` };

/** What keeps programs off the network and out of the person's own folders. */
export const inFolder = (folder: string): Readonly<Record<string, string>> => ({ HF_HUB_OFFLINE: '1', HF_HOME: `${folder}/.cache`, TMPDIR: folder });

export interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a program to its end; what it prints on both channels, in one. */
export function ran(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    encoding: 'utf8', env: { ...process.env, ...environment }, timeout: 300_000, maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, output: `${stdout ?? ''}${stderr ?? ''}${error ? String(error) : ''}` };
}
