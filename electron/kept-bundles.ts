import { join } from 'node:path';
import { syncFolder, writeAtomically } from './atomic-write.ts';
import { innerFolder } from './inner-folder.ts';

/** Whether a Bundle came in, or was put aside. */
export type KeptAs = 'received' | 'quarantine';

/** Keeps a Bundle in the project's folder as it came, by its hash: for audit, and to be given on. */
export async function keepBundle(project: string, as: KeptAs, hash: string, bytes: Uint8Array): Promise<void> {
  const folder = await innerFolder(project, 'bundles', as);
  await writeAtomically(join(folder, `${hash}.naql`), bytes);
  await syncFolder(folder);
}
