import { readFile } from 'node:fs/promises';
import { type z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { ifThere, isSystemError } from './file-failure.ts';
import { parseJson } from './parse-json.ts';

/** A small JSON file whose loss costs a convenience only: where the window was, which folder was used last. */
export interface StateFile<T> {
  /** Null when there is none, or none that is sound. */
  read(): Promise<T | null>;
  /** False when the system refused; nothing depends on it. */
  write(value: T): Promise<boolean>;
}

export const stateFile = <T>(path: string, schema: z.ZodType<T>): StateFile<T> => ({
  read: async () => {
    const text = await ifThere(() => readFile(path, 'utf8'));
    return text === null ? null : (schema.safeParse(parseJson(text)).data ?? null);
  },
  write: async (value) => {
    try {
      await writeAtomically(path, `${JSON.stringify(value)}\n`);
      return true;
    } catch (error) {
      if (isSystemError(error)) return false;
      throw error;
    }
  },
});
