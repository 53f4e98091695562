import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A folder inside another one, made where it is missing. The outer one is never made: a project that is not there does not come about because
 * somebody names it. @throws `ENOENT`
 */
export async function innerFolder(outer: string, ...names: readonly string[]): Promise<string> {
  await access(outer);
  const folder = join(outer, ...names);
  await mkdir(folder, { recursive: true });
  return folder;
}
