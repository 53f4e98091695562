import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportDoor } from '../../electron/export-door.ts';
import { exportMark, isInnerName, writeFolder } from '../../electron/folder-writer.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function exported(path: string, files: Readonly<Record<string, string>>): Promise<void> {
  const writer = await writeFolder(path);
  for (const [name, text] of Object.entries(files)) for (const piece of text) await writer.append(name, bytes(piece));
  await writer.finish();
}

describe('a folder that is written piece by piece', () => {
  it('stands at its place when it is whole, and not before', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'خروجی ۱');
      const writer = await writeFolder(path);
      await writer.append('data/train.jsonl', bytes('یک'));
      await writer.append('export.json', bytes('{}'));
      await writer.append('data/train.jsonl', bytes('دو'));
      expect(existsSync(path)).toBe(false);
      await writer.finish();
      expect(readFileSync(join(path, 'data/train.jsonl'), 'utf8')).toBe('یکدو');
      expect(readdirSync(folder)).toEqual(['خروجی ۱']);
    }));

  it('leaves nothing behind when it is cancelled', () =>
    inTemporaryFolder(async (folder) => {
      const writer = await writeFolder(join(folder, 'a'));
      await writer.append('b/c.txt', bytes('x'));
      await writer.cancel();
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('takes the place of an older export as a whole', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a');
      await exported(path, { [exportMark]: '1', 'old.txt': 'x' });
      await exported(path, { [exportMark]: '2' });
      expect(readdirSync(path)).toEqual([exportMark]);
      expect(readFileSync(join(path, exportMark), 'utf8')).toBe('2');
      expect(readdirSync(folder)).toEqual(['a']);
    }));

  it('never takes the place of anything else, not even of what came there meanwhile', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'a');
      mkdirSync(path);
      writeFileSync(join(path, 'diary.txt'), 'mine');
      await expect(writeFolder(path)).rejects.toMatchObject({ failure: 'not-an-export' });
      const late = join(folder, 'b');
      const writer = await writeFolder(late);
      mkdirSync(late);
      writeFileSync(join(late, 'diary.txt'), 'mine');
      await expect(writer.finish()).rejects.toMatchObject({ failure: 'not-an-export' });
      expect(readdirSync(folder).toSorted()).toEqual(['a', 'b']);
      expect(readdirSync(late)).toEqual(['diary.txt']);
    }));

  it.each([
    ['data/train.jsonl', true], ['خبر ۱.txt', true], ['../a', false], ['a/../b', false], ['/a', false], [String.raw`a\b`, false], ['a//b', false],
    ['.hidden', false], ['', false], ['a\0', false], ['C:a', false], ['a/', false], ['a.', false], ['a'.repeat(301), false],
  ])('the name %j is one inside: %j', (name, is) => expect(isInnerName(name)).toBe(is));
});

describe('the door for exports', () => {
  it('gives a token for the place that a person chose, and forgets it when the export is over', () =>
    inTemporaryFolder(async (folder) => {
      const door = exportDoor(() => Promise.resolve(join(folder, 'a')));
      const begun = await door.begin('t', 'a');
      if (!begun.ok || !begun.value) throw new Error('not begun');
      const { token, name } = begun.value;
      expect(name).toBe('a');
      expect(await door.append(token, exportMark, bytes('{}'))).toEqual({ ok: true, value: null });
      expect(await door.append(token, '../x', bytes('{}'))).toMatchObject({ ok: false, failure: 'write-failed' });
      expect(await door.finish(token)).toEqual({ ok: true, value: null });
      expect(await door.append(token, 'b', bytes('{}'))).toMatchObject({ ok: false, failure: 'write-failed' });
      expect(await door.cancel(token)).toEqual({ ok: true, value: null });
      expect(readdirSync(join(folder, 'a'))).toEqual([exportMark]);
    }));

  it('cleans up after a page that is gone', () =>
    inTemporaryFolder(async (folder) => {
      const door = exportDoor(() => Promise.resolve(join(folder, 'a')));
      await door.begin('t', 'a');
      expect(readdirSync(folder)).toHaveLength(1);
      await door.cancelAll();
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('says nothing of a place that nobody chose, and why a place will not do', () =>
    inTemporaryFolder(async (folder) => {
      expect(await exportDoor(() => Promise.resolve(null)).begin('t', 'a')).toEqual({ ok: true, value: null });
      writeFileSync(join(folder, 'x'), '');
      expect(await exportDoor(() => Promise.resolve(folder)).begin('t', 'a')).toMatchObject({ ok: false, failure: 'not-an-export' });
      expect(await exportDoor(() => Promise.resolve(join(folder, 'missing', 'a'))).begin('t', 'a')).toMatchObject({ ok: false, failure: 'not-found' });
    }));
});
