import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomically } from './atomic-write.ts';
import { attempt } from './file-failure.ts';
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
  // Refused on a full disk, say: the program starts, and the next start asks again.
  if (seen < running) await attempt('write', () => writeAtomically(path, `${JSON.stringify({ electron: running })}\n`));
  return { kind: 'fits' };
}

async function highestSeen(path: string): Promise<number> {
  const text = await attempt('read', () => readFile(path, 'utf8'));
  if (!text.ok) return 0;
  const read = engineSchema.safeParse(parseJson(text.value));
  if (read.success) return read.data.electron;
  await attempt('write', () => keepDamagedCopy(path));
  return 0;
}
