import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maximumFileBytes } from '../../shared/bridge.ts';
import { readChosen } from '../../electron/read-chosen.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

describe('reading chosen files', () => {
  it('gives names and bytes, and a reason where there are none', () =>
    inTemporaryFolder(async (folder) => {
      const path = (name: string) => join(folder, name);
      writeFileSync(path('خبر.txt'), 'سلام');
      writeFileSync(path('empty.txt'), '');
      writeFileSync(path('large.txt'), '');
      truncateSync(path('large.txt'), maximumFileBytes + 1);
      const files = await readChosen(['خبر.txt', 'empty.txt', 'large.txt', 'missing.txt', ''].map(path), (held, size) => `${held === path('large.txt')} ${size}`);
      expect(files).toEqual([
        { name: 'خبر.txt', size: 8, bytes: new Uint8Array(Buffer.from('سلام')) },
        { name: 'empty.txt', size: 0, bytes: new Uint8Array() },
        { name: 'large.txt', size: maximumFileBytes + 1, bytes: null, failure: 'too-large', large: `true ${maximumFileBytes + 1}` },
        { name: 'missing.txt', size: 0, bytes: null, failure: 'not-found' },
        { name: expect.any(String) as string, size: expect.any(Number) as number, bytes: null, failure: 'read-failed' },
      ]);
    }));
});
