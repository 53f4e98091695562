import { app } from 'electron';
import { type JournalOptions } from './journal.ts';

/** Nobody answers a dialog in a test: what a person would be told goes to stderr instead. */
export const underTest = process.env['NAQL_TEST'] === '1';

/** So that a journal of a few kB has several files already. */
export const journalsUnderTest: JournalOptions = underTest && process.env['NAQL_SEGMENT_BYTES'] ? { segmentBytes: Number(process.env['NAQL_SEGMENT_BYTES']) } : {};

export function stopTest(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  app.exit(1);
}
