import { type FileFailure, type Outcome } from '../shared/bridge.ts';

/** A refusal of our own at the file door, beside those of the operating system. */
export class FileRefusal extends Error {
  readonly failure: FileFailure;

  constructor(failure: FileFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

const byErrorCode: Readonly<Record<string, FileFailure>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
};

/** Whether the error came from a call to the operating system (and is no bug of ours). */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';

export const hasErrorCode = (error: unknown, code: string): boolean => isSystemError(error) && error.code === code;

/** What the work gives, or null when the file or folder is not there. */
export async function ifThere<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** What work at the file door came to. Failures of the system become values; a bug goes on as the error that it is. */
export async function attempt<T>(direction: 'read' | 'write', work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FileRefusal) return { ok: false, failure: error.failure, detail: error.message };
    if (!isSystemError(error)) throw error;
    // Not error.message: it holds the path, and the page learns no paths.
    return { ok: false, failure: failureOf(error, direction), detail: `${error.code} ${error.syscall ?? ''}`.trim() };
  }
}

export const failureOf = (error: NodeJS.ErrnoException, direction: 'read' | 'write'): FileFailure =>
  byErrorCode[error.code ?? ''] ?? (direction === 'read' ? 'read-failed' : 'write-failed');
