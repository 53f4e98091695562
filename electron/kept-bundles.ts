import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeAtomically } from './atomic-write.ts';

/** Whether a Bundle came in, or was put aside. */
export type KeptAs = 'received' | 'quarantine';

/** Keeps a Bundle in the project's folder as it came, by its hash: for audit, and to be given on. */
export async function keepBundle(project: string, as: KeptAs, hash: string, bytes: Uint8Array): Promise<void> {
  const folder = join(project, 'bundles', as);
  await mkdir(folder, { recursive: true });
  await writeAtomically(join(folder, `${hash}.naql`), bytes);
  await syncFolder(folder);
}
