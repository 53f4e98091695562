import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeAtomically, writeTogether } from '../../electron/atomic-write.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

describe('writing atomically', () => {
  it('creates, then replaces, and leaves nothing else in the folder', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'خبر.txt');
      await writeAtomically(path, 'یک');
      await writeAtomically(path, new Uint8Array([1, 2]));
      expect([...readFileSync(path)]).toEqual([1, 2]);
      expect(readdirSync(folder)).toEqual(['خبر.txt']);
    }));

  it('takes a name as long as the file system allows', () =>
    inTemporaryFolder(async (folder) => {
      const name = `${'ن'.repeat(125)}.json`;
      await writeAtomically(join(folder, name), 'x');
      expect(readdirSync(folder)).toEqual([name]);
    }));

  it('writes none of several files when one cannot be written', () =>
    inTemporaryFolder(async (folder) => {
      const main = join(folder, 'main.jsonl');
      writeFileSync(main, 'old');
      const files = [{ path: main, bytes: 'new' }, { path: join(folder, 'missing', 'b'), bytes: 'b' }];
      await expect(writeTogether(files)).rejects.toMatchObject({ code: 'ENOENT' });
      expect(readFileSync(main, 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['main.jsonl']);
    }));

  it('does not replace the first file, which stands for all, before the others are in place', () =>
    inTemporaryFolder(async (folder) => {
      const [main, taken] = [join(folder, 'main.jsonl'), join(folder, 'main.schema.json')];
      writeFileSync(main, 'old');
      mkdirSync(taken);
      await expect(writeTogether([{ path: main, bytes: 'new' }, { path: taken, bytes: 'b' }])).rejects.toMatchObject({ syscall: 'rename' });
      expect(readFileSync(main, 'utf8')).toBe('old');
      expect(readdirSync(folder).sort()).toEqual(['main.jsonl', 'main.schema.json']);
    }));
});
