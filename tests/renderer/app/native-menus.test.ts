import { describe, expect, test } from 'vitest';
import { allKeys } from '../../../renderer/app/key-groups.ts';
import { accelerator, nativeMenus } from '../../../renderer/app/native-menus.ts';
import { translator } from '../../../renderer/messages/translate.ts';
import { chosenMap } from '../../../renderer/ui/key-choices.ts';
import { menuCommands, type MenuCommand, recentCommands } from '../../../shared/bridge.ts';

const recent = recentCommands.map((command) => `خبر ${command} & دیگران`);
const shown = (enabled: readonly MenuCommand[], bindings = allKeys, titles = recent) =>
  nativeMenus(translator('fa'), { enabled: new Set(enabled), bindings, recent: titles });
const commandsIn = (menus: ReturnType<typeof nativeMenus>) =>
  menus
    .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'submenu' ? item.items : [item])))
    .flatMap((item) => (item.kind === 'command' ? [item] : []));
const keysIn = (menus: ReturnType<typeof nativeMenus>) => Object.fromEntries(commandsIn(menus).map(({ command, accelerator: key }) => [command, key]));

const fa = shown(['undo', 'library']);
const en = nativeMenus(translator('en'), { enabled: new Set(), bindings: allKeys, recent });

describe('the native menus', () => {
  test('hold every command, the language being the other one', () => {
    const expected = menuCommands.filter((command) => command !== 'language-fa');
    expect(new Set(commandsIn(fa).map(({ command }) => command))).toEqual(new Set(expected));
  });

  test('speak the language of the interface', () => {
    expect(fa.map(({ label }) => label)).toEqual(['پرونده', 'ویرایش', 'نما', 'راهنما']);
    expect(en.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
  });

  test('grey out what nothing on the screen answers', () => {
    expect(commandsIn(fa).filter(({ enabled }) => enabled).map(({ command }) => command).toSorted()).toEqual(['library', 'undo']);
  });

  test('show the keys', () => {
    expect(keysIn(fa)).toMatchObject({
      'open-files': 'CmdOrCtrl+O', undo: 'CmdOrCtrl+Z', 'zoom-in': 'CmdOrCtrl+=', 'zoom-reset': 'CmdOrCtrl+0', 'show-keys': 'F1', about: null,
      'mark-done': 'CmdOrCtrl+Enter', settings: 'CmdOrCtrl+,', palette: 'CmdOrCtrl+K', 'focus-mode': 'F9', 'full-screen': 'F11',
    });
  });

  test('show the keys that the person has chosen', () => {
    const bindings = chosenMap(allKeys, { palette: 'Ctrl+Semicolon', finish: 'F8' });
    expect(keysIn(shown([], bindings))).toMatchObject({ palette: 'CmdOrCtrl+;', 'mark-done': 'F8' });
  });

  test('name the articles that were open last, and no menu when there is none', () => {
    const [first] = commandsIn(fa).filter(({ command }) => command === 'recent-1');
    expect(first?.label).toBe('خبر recent-1 && دیگران');
    expect(commandsIn(shown([], allKeys, [])).filter(({ command }) => command.startsWith('recent'))).toEqual([]);
    expect(shown([], allKeys, []).flatMap(({ items }) => items).filter((item) => item.kind === 'submenu')).toHaveLength(1);
  });
});

test.each([
  ['Ctrl+Shift+KeyZ', 'CmdOrCtrl+Shift+Z'],
  ['Ctrl+Digit0', 'CmdOrCtrl+0'],
  ['Ctrl+Minus', 'CmdOrCtrl+-'],
  ['Ctrl+Enter', 'CmdOrCtrl+Enter'],
  ['Ctrl+Comma', 'CmdOrCtrl+,'],
  ['F1', 'F1'],
] as const)('%s is %s to Electron', (chord, expected) => {
  expect(accelerator(chord)).toBe(expected);
});
