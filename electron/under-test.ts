import { app } from 'electron';

/** Nobody answers a dialog in a test: what a person would be told goes to stderr instead. */
export const underTest = process.env['NAQL_TEST'] === '1';

export function stopTest(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  app.exit(1);
}
