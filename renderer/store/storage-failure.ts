/** Another opening of the same project has taken over: this one may never write again. */
export class OpenedElsewhere extends Error {
  override readonly name = 'OpenedElsewhere';
}

/** Why the database did not take a write. `code` is a `problem.<code>`; `detail` is for the report that a person copies. */
export interface StorageFailure {
  readonly code: 'disk-full' | 'opened-elsewhere' | 'database-failed';
  readonly detail: string;
}

/**
 * What the disk or the browser may do to a sound request. Chromium reports a full disk under any of the first three
 * names (design/platform.md 5); everything not listed (a constraint, wrong data, an inactive transaction) is a bug of ours.
 */
const storageErrors: ReadonlySet<string> = new Set([
  'QuotaExceededError', 'AbortError', 'UnknownError', 'TimeoutError', 'InvalidStateError', 'DatabaseClosedError', 'OpenFailedError',
]);

/** The failure of the disk or the browser behind an error of Dexie; `null` for every other error. */
export function storageFailure(error: unknown): StorageFailure | null {
  if (error instanceof OpenedElsewhere) return { code: 'opened-elsewhere', detail: error.message };
  const causes = causesOf(error);
  if (!causes.some(({ name }) => storageErrors.has(name))) return null;
  const detail = causes.map(({ name, message }) => `${name}: ${message}`).join('; ');
  return { code: causes.some(({ name }) => name === 'QuotaExceededError') ? 'disk-full' : 'database-failed', detail };
}

/** The error and what Dexie wrapped in it: one inner error, or one per refused row. */
function causesOf(error: unknown): readonly Error[] {
  if (!isError(error)) return [];
  const { inner, failures } = error as Error & { readonly inner?: unknown; readonly failures?: readonly unknown[] };
  return [error, ...(inner === undefined ? [] : causesOf(inner)), ...(failures ?? []).slice(0, 1).flatMap(causesOf)];
}

/** By its form: what comes from the frame of a renewed IndexedDB has its own DOMException. */
const isError = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'name' in error && 'message' in error && typeof error.name === 'string' && typeof error.message === 'string';
