import { describe, expect, it } from 'vitest';
import { articleName, cardName, copiedName, envelopeName, isLitter, isSharedFolder, rosterName, schemaName, sharedName, sharedPieceName } from '../../../../shared/exchange/folder/names.ts';
import { makeId } from '../../../../shared/model/id.ts';

const hash = 'ab'.repeat(32);
const range = { device: makeId('device', '3f0b8a52-5a0c-4c55-9d5e-0f6f2b1d7a10'), channel: 'to-0123456789abcdef', from: 120, to: 187, head: hash };
const piece = sharedPieceName(range, 4096);
const envelope = envelopeName({ device: range.device, holds: hash }, 70_000);
const ours = [cardName, articleName(hash), schemaName(hash), piece, rosterName(`000003-${hash}.json`), envelope];

describe('names in a shared folder', () => {
  it('say what a file is', () => {
    expect(ours.map((name) => sharedName(name)?.kind)).toEqual(['card', 'article', 'schema', 'piece', 'roster', 'envelope']);
    expect(sharedName(envelope)).toEqual({ kind: 'envelope', device: range.device, holds: hash, size: 70_000 });
    expect(piece).toBe('log/dev-3f0b8a52-5a0c-4c55-9d5e-0f6f2b1d7a10/to-0123456789abcdef/000000000120-000000000187-abababababababab-4096.jsonl');
    expect(sharedName(piece)).toEqual({ kind: 'piece', device: range.device, channel: range.channel, to: 187, head: 'abababababababab', size: 4096 });
  });

  it('are small letters, digits, dashes and points of at most 90 characters, also for a device whose id is none', () => {
    const longest = sharedPieceName({ ...range, device: makeId('device', 'سارا'), channel: 'c'.repeat(40), from: 999_999_999_999, to: 999_999_999_999 }, 999_999_999_999);
    for (const name of [...ours, longest]) {
      expect(sharedName(name)).not.toBeNull();
      for (const part of name.split('/')) expect(part).toMatch(/^[a-z0-9.-]{1,90}$/);
    }
  });

  it.each([
    ['leads up', '../project.json'],
    ['leads up from within', `docs/../docs/ab/${hash}.json`],
    ['begins at the root', `/${piece}`],
    ['goes by Windows’ strokes', piece.replaceAll('/', '\\')],
    ['is a device of Windows', piece.replace(range.device, 'nul')],
    ['is a channel that is a device of Windows', piece.replace(range.channel, 'con')],
    ['lies in the wrong folder', `docs/cd/${hash}.json`],
    ['has an end of line in it', `${cardName}\n`],
    ['has something hidden behind it', `${cardName}\0.jsonl`],
    ['is in capital letters', piece.toUpperCase()],
    ['is written with other digits', piece.replace('000000000120', '۰۰۰۰۰۰۰۰۰۱۲۰')],
    ['lies deeper', `log/a/${piece}`],
    ['is a team list of half a hash', `roster/000003-${hash.slice(0, 16)}.json`],
    ['has no length', piece.replace('-4096', '')],
    ['is an envelope without a length', envelope.replace('-70000', '')],
    ['is an envelope that lies elsewhere', envelope.replace('sealed/', 'log/')],
    ['is longer than any of ours', piece.replace('-4096', `-${'4'.repeat(80)}`)],
  ])('none is ours that %s', (_why, name) => expect(sharedName(name)).toBeNull());

  it.each([
    ['Syncthing', piece.replace('.jsonl', '.sync-conflict-20260101-120000-ABCDEFG.jsonl')],
    ['Dropbox', piece.replace('.jsonl', " (Sara's conflicted copy 2026-01-01).jsonl")],
    ['Dropbox, where only the case differs', piece.replace('.jsonl', ' (Case Conflict).jsonl')],
    ['Dropbox, where only the form of Unicode differs', piece.replace('.jsonl', ' (Unicode Encoding Conflict).jsonl')],
    ['Dropbox, where only white space differs', piece.replace('.jsonl', ' (White Space Conflict).jsonl')],
    ['Nextcloud', piece.replace('.jsonl', ' (conflicted copy 2026-01-01 120000).jsonl')],
    ['OneDrive', piece.replace('.jsonl', '-LAPTOP.jsonl')],
    ['Windows', piece.replace('.jsonl', ' - Copy.jsonl')],
    ['a stick that knows capitals only', piece.toUpperCase()],
  ])('of a copy that %s made, what it is one of', (_program, name) => {
    expect(sharedName(name)).toBeNull();
    expect(copiedName(name)).toBe(piece);
  });

  it('of any other name, nothing', () => {
    for (const name of ['notes.txt', 'گزارش.docx', `docs/ab/${hash}`, 'log/readme.md', '']) expect(copiedName(name)).toBeNull();
    expect(copiedName(cardName)).toBeNull();
    expect(copiedName('project (1).json')).toBe(cardName);
  });

  it('what systems leave behind is passed over, and no folder but ours is looked into', () => {
    for (const name of ['.stfolder', '.DS_Store', 'desktop.ini', 'Thumbs.db', '~naql-ab.tmp', 'log/.sync.ffs_lock']) expect(isLitter(name)).toBe(true);
    for (const name of ['notes.txt', 'project (1).json']) expect(isLitter(name)).toBe(false);
    for (const folder of ['', 'docs', 'docs/ab', 'log', `log/${range.device}`, `log/${range.device}/submitted`, 'schema', 'roster', 'sealed', `sealed/${range.device}`]) expect(isSharedFolder(folder)).toBe(true);
    for (const folder of ['docs/abc', 'LOG', 'photos', 'log/a/b/c', 'log/nul', 'log/a/con', '..', 'docs/..', '/']) expect(isSharedFolder(folder)).toBe(false);
  });
});
