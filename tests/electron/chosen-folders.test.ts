import { chmod, mkdir, mkdtemp, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chosenFolders } from '../../electron/chosen-folders.ts';
import { type FolderPart, maximumFileBytes } from '../../shared/bridge.ts';

let place = '';
let folder = '';
beforeEach(async () => {
  place = await mkdtemp(path.join(tmpdir(), 'naql-folder-'));
  folder = path.join(place, 'خبرها');
  await mkdir(path.join(folder, 'دی', 'ژرف'), { recursive: true });
});
afterEach(() => rm(place, { recursive: true, force: true }));

const written = (name: string, content: string) => writeFile(path.join(folder, name), content);

/** Words of each, or why it has none. */
function words({ bytes, files }: FolderPart): readonly string[] {
  let at = 0;
  return files.map((size) => (typeof size === 'string' ? `!${size}` : new TextDecoder().decode(bytes.subarray(at, (at += size)))));
}

describe('a folder that was chosen', () => {
  it('gives the names and sizes of all files in it, however deep, and their bytes by index, in the order asked', async () => {
    await written('الف.txt', 'یک');
    await written('دی/ب.txt', '');
    await written('دی/ژرف/پ.txt', 'سه 🔴');
    const folders = chosenFolders();
    const { folder: token, names, sizes } = await folders.take(folder);
    const places = ['خبرها/دی/ژرف/پ.txt', 'خبرها/الف.txt', 'خبرها/دی/ب.txt'].map((name) => names.indexOf(name));
    expect([names.length, ...places.map((at) => sizes[at])]).toEqual([3, 9, 4, 0]);
    const part = await folders.read(token, places);
    expect(words(part)).toEqual(['سه 🔴', 'یک', '']);
    expect(part.bytes.buffer.byteLength, 'nothing beside it goes along').toBe(13);
  });

  it('many files come as quickly as they are there, each its own', async () => {
    const count = 300;
    for (let index = 0; index < count; index++) await written(`${index}`, `خبر ${index}`);
    const folders = chosenFolders();
    const { folder: token, names } = await folders.take(folder);
    const part = await folders.read(token, names.map((_, at) => at));
    expect(words(part)).toEqual(names.map((name) => `خبر ${path.basename(name)}`));
  });

  it('says of each file why it has no bytes: gone, too large, a link to nowhere', async () => {
    await written('a', 'یک');
    await written('gone', 'x');
    await written('large', '');
    await truncate(path.join(folder, 'large'), maximumFileBytes + 1);
    await symlink(path.join(folder, 'nowhere'), path.join(folder, 'link'));
    const folders = chosenFolders();
    const { folder: token, names } = await folders.take(folder);
    await rm(path.join(folder, 'gone'));
    const places = ['a', 'gone', 'large', 'link'].map((name) => names.indexOf(`خبرها/${name}`));
    expect(words(await folders.read(token, places))).toEqual(['یک', '!not-found', '!too-large', '!not-found']);
  });

  it('reads a file in parts, of a folder or by itself, as long as it stays what it was', async () => {
    await written('a.jsonl', 'سلام دنیا');
    const folders = chosenFolders();
    const { folder: token } = await folders.take(folder);
    const file = path.join(folder, 'a.jsonl');
    const text = async (chosen: string, start: number, end: number) => {
      const read = await folders.readPart(chosen, 0, start, end);
      return read.ok ? new TextDecoder().decode(read.value) : read.failure;
    };
    const held = folders.hold(file, 17);
    for (const chosen of [token, held]) expect([await text(chosen, 0, 8), await text(chosen, 9, 100), await text(chosen, 17, 20)]).toEqual(['سلام', 'دنیا', '']);
    await utimes(file, 1, 1);
    for (const chosen of [token, held]) expect(await text(chosen, 0, 8)).toBe('changed-meanwhile');
    expect(await text(folders.hold(file, 18), 0, 8), 'it is shorter than when it was chosen').toBe('changed-meanwhile');
    await rm(file);
    expect(await text(held, 0, 8)).toBe('not-found');
    await expect(folders.readPart(token, 1, 0, 1)).rejects.toThrow('none at 1');
    await expect(folders.readPart('x', 0, 0, 1)).rejects.toThrow('not chosen');
  });

  it('follows a link to a file, and none to a folder: that may be the one that it lies in', async () => {
    await writeFile(path.join(place, 'elsewhere'), 'دور');
    await symlink(path.join(place, 'elsewhere'), path.join(folder, 'file'));
    await symlink(folder, path.join(folder, 'دی', 'itself'));
    const folders = chosenFolders();
    const { folder: token, names } = await folders.take(folder);
    expect(names).toEqual(['خبرها/file']);
    expect(words(await folders.read(token, [0]))).toEqual(['دور']);
  });

  // Nothing is closed to whoever may do everything.
  it.skipIf(process.getuid?.() === 0)('tells of a folder in it that may not be looked into', async () => {
    await chmod(path.join(folder, 'دی'), 0);
    const folders = chosenFolders();
    const { folder: token, names } = await folders.take(folder);
    expect(names).toEqual(['خبرها/دی']);
    expect(words(await folders.read(token, [0]))).toEqual(['!no-permission']);
    await chmod(path.join(folder, 'دی'), 0o700);
  });

  it('that cannot be listed is an error of the system, one that was not chosen and a file that it has not are bugs', async () => {
    const folders = chosenFolders();
    await expect(folders.take(path.join(place, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' });
    const { folder: token } = await folders.take(folder);
    await expect(folders.read(token, [0])).rejects.toThrow('has 0 files, and none at 0');
    await expect(folders.read(crypto.randomUUID(), [])).rejects.toThrow('was not chosen');
  });
});
