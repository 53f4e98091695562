import { type JsonObject } from '../../canonical-json.ts';
import { fail, ok, problem, type Result } from '../../result.ts';
import { first } from './001-first.ts';
import { type Migration } from './migration.ts';

/** All of them, in order; the index of one is its version less 1. The database and the native format take the same way. */
export const migrations: readonly Migration[] = [first];

/** The version of the shape in which records are stored and written now. */
export const storedVersion = migrations.length;

/** A record that was stored in version `from`, in the shape of today. Problem: `stored-version-unknown`. */
export function migrate(record: JsonObject, from: number, steps: readonly Migration[] = migrations): Result<JsonObject> {
  if (!Number.isInteger(from) || from < 1 || from > steps.length)
    return fail(problem('stored-version-unknown', {}, { version: from, newest: steps.length }));
  return ok(steps.slice(from).reduce((shape, step) => step.migrate(shape), record));
}
