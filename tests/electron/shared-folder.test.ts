import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FolderToken } from '../../shared/bridge.ts';
import { lookInto } from '../../shared/exchange/folder/look.ts';
import { sharedName } from '../../shared/exchange/folder/names.ts';
import { gather } from '../../shared/exchange/folder/parts.ts';
import { type PieceFile, readPiece } from '../../shared/exchange/folder/piece.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { hereIn } from '../../shared/review/folder-here.ts';
import { type SharedFolder, sharedFolderAt } from '../../electron/shared-folder.ts';
import { keepForFolder, sharedFoldersIn } from '../../electron/shared-folders.ts';
import seed from '../../seeds/schema.json' with { type: 'json' };
import { articleOf, Laptop, project, setOf } from '../shared/exchange/bundle/laptop.ts';
import { type Files, pieceIn, put } from '../shared/exchange/folder/in-folder.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

vi.mock('node:fs/promises', async (original) => {
  const all = await original<typeof files>();
  return { ...all, link: vi.fn(all.link), readdir: vi.fn(all.readdir) };
});
afterEach(() => void vi.mocked(files.link).mockClear());

const device = makeId('device', 'a');
const putOne = (folder: SharedFolder, name: string, bytes: Uint8Array): Promise<void> => folder.put([{ name, bytes: async () => bytes }]);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const schemaFile = `schema/${'ab'.repeat(32)}.json`;
const textFile = (digit: string): string => `docs/${digit.repeat(2)}/${digit.repeat(64)}.json`;
const isWindows = process.platform === 'win32';

const base = { schema: seed as unknown as Schema, articles: [articleOf('1'), articleOf('2')], annotators: [], entities: [], sets: [] };
function handedIn(name: string): { readonly laptop: Laptop; readonly made: Files; readonly piece: string } {
  const laptop = new Laptop(name, base.schema, { dataset: base });
  for (const { id } of base.articles) laptop.put(setOf(laptop, id, [0, 3]));
  const made: Files = new Map();
  put(made, laptop.handIn());
  return { laptop, made, piece: pieceIn(made.keys()) };
}

async function lookFrom(laptop: Laptop, folder: SharedFolder) {
  const here = hereIn({ project, me: laptop.me.id, device: laptop.device, events: laptop.events, textOf: () => undefined });
  const listing = await folder.list();
  const pieces = new Map<string, PieceFile>();
  const ask = () => lookInto({ listing, outbox: [], pieces, here });
  const { read } = ask();
  for (const [index, bytes] of (await folder.read(read)).entries()) pieces.set(read[index] ?? '', bytes ? readPiece({ name: read[index] ?? '', bytes }) : { kind: 'late', why: 'unread' });
  return ask();
}

describe('a folder that several share', () => {
  it('gets a file whole and once: what has the name already stays, and nothing else is left', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      await putOne(folder, schemaFile, text('one'));
      await putOne(folder, schemaFile, text('two'));
      await putOne(folder, textFile('a'), text('three'));
      expect(readFileSync(join(root, schemaFile), 'utf8')).toBe('one');
      expect(readdirSync(root).sort()).toEqual(['docs', 'schema']);
      expect(await folder.list()).toEqual([{ name: textFile('a'), kind: 'file', size: 5 }, { name: schemaFile, kind: 'file', size: 3 }]);
      expect(await folder.read([schemaFile, textFile('b')])).toEqual([text('one'), null]);
    }));

  it('also where a file can have one name only, as on many sticks and shares', () =>
    inTemporaryFolder(async (root) => {
      vi.mocked(files.link).mockRejectedValue(Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' }));
      const folder = sharedFolderAt(root, { device });
      for (const value of ['one', 'two']) await putOne(folder, schemaFile, text(value));
      vi.mocked(files.link).mockReset();
      expect(readFileSync(join(root, schemaFile), 'utf8')).toBe('one');
      expect(readdirSync(root)).toEqual(['schema']);
    }));

  it('is cleared of what a crash of this device left, and of nobody else’s', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      await putOne(folder, schemaFile, text('one'));
      const waiting = basename(String(vi.mocked(files.link).mock.calls[0]?.[0]));
      const own = waiting.replace(/[0-9a-f]{12}\.tmp$/, 'aaaaaaaaaaaa.tmp');
      const other = waiting.replace(/^~naql-[0-9a-f]{16}/, `~naql-${'0'.repeat(16)}`);
      expect(new Set([waiting, own, other]).size).toBe(3);
      for (const name of [own, other, '~lock.odt']) writeFileSync(join(root, name), 'half');
      await putOne(folder, textFile('a'), text('two'));
      expect(readdirSync(root).sort()).toEqual(['docs', 'schema', '~lock.odt', other].sort());
    }));

  it('looks for such rests once, however many files are put there, and not at all where all of them are', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      const all = [...'abcdef0123456789'].map((digit) => ({ name: textFile(digit), bytes: async () => text(digit) }));
      const listed = async (): Promise<number> => {
        vi.mocked(files.readdir).mockClear();
        await folder.put(all);
        return vi.mocked(files.readdir).mock.calls.filter(([path]) => path === root).length;
      };
      expect([await listed(), await listed()]).toEqual([1, 0]);
      expect(await folder.list()).toHaveLength(all.length);
    }));

  it('asks for the bytes of none that is there already, and one that fails leaves those before it', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      const lost = { name: textFile('b'), bytes: async () => Promise.reject(new Error('gone')) };
      const first = { name: textFile('a'), bytes: async () => text('a') };
      await expect(folder.put([first, lost])).rejects.toThrow('gone');
      await putOne(folder, lost.name, text('b'));
      await folder.put([first, lost]);
      expect((await folder.list()).map(({ name }) => name)).toEqual([first.name, lost.name]);
    }));

  it.each([['leads up', '../x.json'], ['is a path', '/x.json'], ['is no name of ours', 'notes.txt'], ['leads up from within', `docs/../../${textFile('a')}`]])('takes and gives nothing whose name %s', (_why, name) =>
    inTemporaryFolder(async (outer) => {
      const root = join(outer, 'shared');
      mkdirSync(root);
      writeFileSync(join(outer, 'x.json'), 'secret');
      const folder = sharedFolderAt(root, { device });
      await expect(putOne(folder, name, text('x'))).rejects.toMatchObject({ failure: 'write-failed' });
      expect(await folder.read([name])).toEqual([null]);
      expect(readdirSync(outer).sort()).toEqual(['shared', 'x.json']);
      expect(readdirSync(root)).toEqual([]);
    }));

  it.skipIf(isWindows)('follows no link, neither one that is a file nor a folder on the way', () =>
    inTemporaryFolder(async (outer) => {
      const [root, outside] = [join(outer, 'shared'), join(outer, 'outside')];
      for (const path of [root, outside, join(outside, 'bb')]) mkdirSync(path);
      writeFileSync(join(outside, 'secret'), 'secret');
      writeFileSync(join(outside, 'bb', `${'b'.repeat(64)}.json`), 'secret');
      symlinkSync(outside, join(root, 'docs'));
      mkdirSync(join(root, 'schema'));
      symlinkSync(join(outside, 'secret'), join(root, schemaFile));
      const folder = sharedFolderAt(root, { device });
      expect(await folder.list()).toEqual([{ name: 'docs', kind: 'link', size: 0 }, { name: schemaFile, kind: 'link', size: 0 }]);
      expect(await folder.read([textFile('b'), schemaFile])).toEqual([null, null]);
      await expect(putOne(folder, textFile('a'), text('x'))).rejects.toMatchObject({ failure: 'write-failed' });
      await putOne(folder, schemaFile, text('x'));
      expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('secret');
      expect(readdirSync(outside).sort()).toEqual(['bb', 'secret']);
    }));

  it.skipIf(isWindows)('does not wait for a file that never comes, and reads the others', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device, patience: 200 });
      await putOne(folder, textFile('b'), text('two'));
      mkdirSync(join(root, 'docs/aa'));
      execFileSync('mkfifo', [join(root, textFile('a'))]);
      expect(await folder.read([textFile('a'), textFile('b')])).toEqual([null, text('two')]);
      const started = performance.now();
      expect(await folder.read([textFile('a')]), 'it is not begun again before it has come back').toEqual([null]);
      expect(performance.now() - started).toBeLessThan(150);
      writeFileSync(join(root, textFile('a')), '');
      await vi.waitFor(async () => expect(await folder.read([textFile('b')])).toEqual([text('two')]));
    }));
});

describe('what other programs make of the files', () => {
  it('copies in a conflict, stumps, wrong bytes and capital letters: what is whole comes in, all else waits or is named, and nobody’s file is touched', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      const [sara, reza] = [handedIn('sara'), handedIn('reza')];
      for (const { made } of [sara, reza]) await folder.put([...made].map(([name, bytes]) => ({ name, bytes: async () => bytes })));
      const place = (name: string): string => join(root, name);
      const whole = readFileSync(place(sara.piece));
      const copies = [sara.piece.replace('.jsonl', ' (Case Conflict).jsonl'), sara.piece.replace('.jsonl', '.sync-conflict-20260101-120000-ABCDEFG.jsonl')];
      for (const name of copies) writeFileSync(place(name), 'older');
      const capitals = `${dirname(sara.piece)}/${basename(sara.piece).toUpperCase()}`;
      if (!existsSync(place(capitals))) writeFileSync(place(capitals), whole);
      writeFileSync(place(reza.piece), readFileSync(place(reza.piece)).subarray(0, 500));
      const before = new Map((await folder.list()).map(({ name }) => [name, readFileSync(place(name), 'hex')]));

      const lead = new Laptop('lead', base.schema, { dataset: base });
      const seen = await lookFrom(lead, folder);
      expect(seen.late).toEqual([{ name: reza.piece, why: 'unfinished' }]);
      expect(seen.ignored.map(({ why }) => why)).toEqual(['copy', 'copy', 'copy'].slice(0, isWindows ? 2 : 3));
      expect(seen.offers.map(({ name }) => name)).toEqual([sara.piece]);
      const parts = new Map<string, Uint8Array>();
      for (const { parts: names } of seen.offers) for (const [index, bytes] of (await folder.read(names)).entries()) if (bytes) parts.set(names[index] ?? '', bytes);
      const [bundle] = seen.offers.map(({ piece }) => gather(piece, parts));
      if (!(bundle instanceof Uint8Array)) throw new Error('not all there');
      expect(lead.takeIn(bundle).reports).toMatchObject([{ verdict: 'new', sets: 2, problems: [] }]);

      const altered = Buffer.from(reza.made.get(reza.piece) ?? []);
      altered[40] = (altered[40] ?? 0) ^ 1;
      writeFileSync(place(reza.piece), altered);
      expect((await lookFrom(lead, folder)).late, 'as long as it must be, with a wrong hash').toEqual([{ name: reza.piece, why: 'unfinished' }]);
      writeFileSync(place(reza.piece), reza.made.get(reza.piece) ?? '');
      expect((await lookFrom(lead, folder)).offers.map(({ name }) => name)).toEqual([reza.piece]);
      before.delete(reza.piece);
      expect([...before.keys()].filter((name) => readFileSync(place(name), 'hex') !== before.get(name))).toEqual([]);
    }));
});

describe('times of files', () => {
  it('are never asked: whatever a program that copies files makes of them, the same is read, offered and known', () =>
    inTemporaryFolder(async (root) => {
      const folder = sharedFolderAt(root, { device });
      const { made } = handedIn('sara');
      await folder.put([...made].map(([name, bytes]) => ({ name, bytes: async () => bytes })));
      const lead = () => new Laptop('lead', base.schema, { dataset: base });
      const [listing, seen] = [await folder.list(), await lookFrom(lead(), folder)];
      expect(seen.offers).toHaveLength(1);
      for (const time of [new Date(0), new Date('2099-01-01')]) {
        for (const { name } of listing) utimesSync(join(root, name), time, time);
        expect(await folder.list()).toEqual(listing);
        expect(await lookFrom(lead(), folder)).toEqual(seen);
      }
    }));
});

describe('the shared folders of a profile', () => {
  const folder = makeId('project', 'lead');

  it('are connected by what a person chose, get what waits for them once they can be reached, and are forgotten without a trace in them', () =>
    inTemporaryFolder(async (profile) => {
      const [root, own] = [join(profile, 'shared'), join(profile, 'prj-a')];
      for (const path of [root, own]) mkdirSync(path);
      const { made } = handedIn('sara');
      await keepForFolder(own, [...made].map(([name, bytes]) => ({ name, bytes })));
      const shared = sharedFoldersIn(profile, () => device);
      expect(await shared.look(own, folder)).toBeNull();
      await expect(shared.connect('nobody' as FolderToken, folder, null)).rejects.toMatchObject({ failure: 'not-found' });

      const choice = await shared.take(root);
      expect(choice).toMatchObject({ name: 'shared', hasCard: false, card: null, isEmpty: true });
      await shared.connect(choice.token, folder, text('card'));
      expect(readFileSync(join(root, 'project.json'), 'utf8')).toBe('card');
      expect(await sharedFoldersIn(profile, () => device).take(root)).toMatchObject({ hasCard: true, card: text('card'), isEmpty: false });

      renameSync(root, `${root}-away`);
      const away = await shared.look(own, folder);
      expect(away).toMatchObject({ name: 'shared', found: { ok: false, failure: 'not-found' } });
      expect(away?.outbox.map(({ name }) => name).sort()).toEqual([...made.keys()].sort());
      await expect(shared.send(own, folder, [...made.keys()])).rejects.toMatchObject({ code: 'ENOENT' });
      expect(existsSync(root)).toBe(false);
      renameSync(`${root}-away`, root);

      await shared.send(own, folder, [...made.keys()]);
      const back = await shared.look(own, folder);
      expect(back?.found.ok && back.found.value.filter(({ name }) => sharedName(name)?.kind !== 'card')).toEqual(
        [...made].map(([name, { length }]) => ({ name, kind: 'file', size: length })).sort((a, b) => (a.name < b.name ? -1 : 1)),
      );
      await shared.forget(folder);
      expect(await shared.look(own, folder)).toBeNull();
      expect(lstatSync(join(root, 'project.json')).isFile()).toBe(true);
    }));

  it('keep nothing for a project that is not there', () =>
    inTemporaryFolder(async (profile) => {
      await expect(keepForFolder(join(profile, 'prj-nobody'), [{ name: schemaFile, bytes: text('x') }])).rejects.toMatchObject({ code: 'ENOENT' });
      expect(readdirSync(profile)).toEqual([]);
    }));
});
