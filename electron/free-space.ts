import { statfs } from 'node:fs/promises';
import { isSystemError } from './file-failure.ts';

/** Bytes that may still be written where a folder lies; `null` where the system does not say. */
export async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    if (isSystemError(error)) return null;
    throw error;
  }
}
