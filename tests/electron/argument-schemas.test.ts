import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callChannels } from '../../shared/bridge.ts';
import { argumentSchemas } from '../../electron/argument-schemas.ts';
import { runs } from '../arbitraries/runs.ts';
import { linesFor, packed } from './journal-lines.ts';

const takes = (channel: (typeof callChannels)[number], ...args: unknown[]): boolean => argumentSchemas[channel].safeParse(args).success;
const bytes = new Uint8Array([1]);

describe('arguments of the bridge', () => {
  it('keep a journal line as it is, fields of a later version included', () => {
    const [line] = linesFor(['متن']).map(packed);
    const later = { ...line, later: 1 };
    const checked = argumentSchemas.appendJournal.safeParse(['prj-a', [line, later]]);
    expect(checked.data).toEqual(['prj-a', [line, later]]);
  });

  it.each([
    ['an unknown field', takes('saveSettings', { language: 'fa', extra: 1 })],
    ['a project name of spaces', takes('createProject', ' \u2003 ')],
    ['a project name too long', takes('createProject', 'ن'.repeat(201))],
    ['a folder that leads out', takes('openJournal', 'prj-../x')],
    ['no limit', takes('readJournal', 'prj-a', 0)],
    ['a fractional limit', takes('readJournal', 'prj-a', 0, 1.5)],
    ['a limit out of range', takes('readJournal', 'prj-a', 0, 1e9)],
    ['one argument too many', takes('start', 1)],
    ['a line without counts', takes('appendJournal', 'prj-a', linesFor(['a']).map(packed).map(({ entry }) => ({ entry })))],
    ['a line that is no bytes', takes('appendJournal', 'prj-a', linesFor(['a']))],
    ['a label that leads out', takes('setAside', 'prj-a', '../x', '')],
    ['a suffix that leads out', takes('saveFiles', 't', 'n.jsonl', [{ suffix: '/../x', bytes }])],
    ['bytes that are text', takes('saveFiles', 't', 'n.jsonl', [{ suffix: '.jsonl', bytes: 'x' }])],
    ['no file at all', takes('saveFiles', 't', 'n.jsonl', [])],
    ['an export file that leads out', takes('appendExport', '3f0b8a52-5a0c-4c55-9d5e-0f6f2b1d7a10', '../x', bytes)],
    ['an export token that is a path', takes('appendExport', '../a', 'x', bytes)],
    ['an export that is no token', takes('finishExport', 1)],
    ['a file of a shared folder that leads out', takes('readSharedFiles', 'prj-a', ['docs/../../x'])],
    ['a file for a shared folder that leads out', takes('keepForSharedFolder', 'prj-a', [{ name: '../x.json', bytes }])],
    ['a card in place of work', takes('sendToSharedFolder', 'prj-a', 'prj-a', ['project.json'])],
    ['a shared folder that is a path', takes('connectSharedFolder', '/home', 'prj-a', null)],
    ['an unknown menu command', takes('setMenu', [{ label: 'x', items: [{ kind: 'command', command: 'rm', label: 'x', accelerator: null, enabled: true }] }])],
    ['a menu inside a submenu', takes('setMenu', [{ label: 'x', items: [{ kind: 'submenu', label: 'x', items: [{ kind: 'submenu', label: 'x', items: [] }] }] }])],
    ['a role that is not ours', takes('setMenu', [{ label: 'x', items: [{ kind: 'role', role: 'toggleDevTools', label: 'x' }] }])],
  ])('do not allow %s', (_what, taken) => expect(taken).toBe(false));

  it('name no file: where a text is taken, it is shown to people or asked of them, and never opened', () => {
    const paths = ['/etc/passwd', '..\\..\\x', 'file:///etc/passwd', 'C:\\Windows\\win.ini', '../../x'];
    const taking = callChannels.filter((channel) => paths.some((path) => [1, 2, 3].some((count) => takes(channel, ...Array.from({ length: count }, () => path)))));
    expect(taking.toSorted()).toEqual([
      // The name that a dialog begins with: the person decides.
      'beginExport',
      'chooseBackup', 'chooseBackupFolder', 'chooseFiles', 'chooseFolder', 'chooseSharedFolder',
      // What stands over a project or a window, and what is signed.
      'createProject', 'setTitle', 'signBundle',
    ].toSorted());
  });

  it('never throw, and give garbage no way in', () =>
    fc.assert(
      fc.property(fc.constantFrom(...callChannels), fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true }), { maxLength: 4 }), (channel, args) => {
        const checked = argumentSchemas[channel].safeParse(args);
        if (checked.success) expect(checked.data).toHaveLength(args.length);
      }),
      { numRuns: runs },
    ));
});
