import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { ifThere } from './file-failure.ts';
import { keepDamagedCopy } from './keep-aside.ts';
import { parseJson } from './parse-json.ts';

/**
 * An older Chromium empties a database that a newer one has written, without a word (platform tests, 2026). So each
 * profile remembers the highest Electron major that has opened it, and a lower one does not start.
 */
export type EngineCheck = { readonly kind: 'fits' } | { readonly kind: 'older'; readonly running: number; readonly seen: number };

const engineSchema = z.object({ electron: z.number().int().positive() });

/** Checks, and remembers the running major when it is the highest so far. To be called before any window exists. */
export async function checkEngine(userData: string, electronVersion: string): Promise<EngineCheck> {
  const path = join(userData, 'engine.json');
  const running = Number.parseInt(electronVersion, 10);
  const seen = await highestSeen(path);
  if (seen > running) return { kind: 'older', running, seen };
  if (seen < running) await writeAtomically(path, `${JSON.stringify({ electron: running })}\n`);
  return { kind: 'fits' };
}

async function highestSeen(path: string): Promise<number> {
  const text = await ifThere(() => readFile(path, 'utf8'));
  if (text === null) return 0;
  const read = engineSchema.safeParse(parseJson(text));
  if (read.success) return read.data.electron;
  await keepDamagedCopy(path);
  return 0;
}
