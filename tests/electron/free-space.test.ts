import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freeSpace } from '../../electron/free-space.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

it('is told in bytes, and is not known of a folder that is not there', () =>
  inTemporaryFolder(async (folder) => {
    expect(await freeSpace(folder)).toBeGreaterThan(0);
    expect(await freeSpace(join(folder, 'nowhere'))).toBeNull();
  }));
