import { describe, expect, test } from 'vitest';
import { accelerator, nativeMenus } from '../../../renderer/app/native-menus.ts';
import { translator } from '../../../renderer/messages/translate.ts';
import { menuCommands } from '../../../shared/bridge.ts';

const fa = nativeMenus(translator('fa'), new Set(['undo', 'library']));
const en = nativeMenus(translator('en'), new Set());
const items = fa.flatMap(({ items: own }) => own);
const commands = items.flatMap((item) => (item.kind === 'command' ? [item] : []));

describe('the native menus', () => {
  test('hold every command, the language being the other one', () => {
    const expected = menuCommands.filter((command) => command !== 'language-fa');
    expect(new Set(commands.map(({ command }) => command))).toEqual(new Set(expected));
  });

  test('speak the language of the interface', () => {
    expect(fa.map(({ label }) => label)).toEqual(['پرونده', 'ویرایش', 'نما', 'راهنما']);
    expect(en.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
  });

  test('grey out what nothing on the screen answers', () => {
    expect(commands.filter(({ enabled }) => enabled).map(({ command }) => command)).toEqual(['undo', 'library']);
  });

  test('show the keys', () => {
    const shown = Object.fromEntries(commands.map(({ command, accelerator: key }) => [command, key]));
    expect(shown).toMatchObject({
      'open-files': 'CmdOrCtrl+O', undo: 'CmdOrCtrl+Z', 'zoom-in': 'CmdOrCtrl+=', 'zoom-reset': 'CmdOrCtrl+0', 'show-keys': 'F1', about: null,
    });
  });
});

test.each([
  ['Ctrl+Shift+KeyZ', 'CmdOrCtrl+Shift+Z'],
  ['Ctrl+Digit0', 'CmdOrCtrl+0'],
  ['Ctrl+Minus', 'CmdOrCtrl+-'],
  ['Ctrl+Enter', 'CmdOrCtrl+Enter'],
  ['F1', 'F1'],
] as const)('%s is %s to Electron', (chord, expected) => {
  expect(accelerator(chord)).toBe(expected);
});
