import { type Language, type Menu, type MenuCommand, type MenuItem } from '../../shared/bridge.ts';
import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Translator } from '../messages/translate.ts';
import { type Chord } from '../ui/keyboard.ts';
import { appKeys } from './keys.ts';

/** Keys that a view answers itself; the menu only shows them. */
const viewKeys: Readonly<Partial<Record<MenuCommand, Chord>>> = {
  undo: 'Ctrl+KeyZ',
  redo: 'Ctrl+KeyY',
  'mark-done': 'Ctrl+Enter',
};

/** A chord as Electron writes it: `Ctrl+Shift+KeyZ` is `CmdOrCtrl+Shift+Z`. */
export const accelerator = (chord: Chord): string =>
  chord.replace('Ctrl+', 'CmdOrCtrl+').replace(/(?:Key|Digit)(?=.$)/, '').replace('Equal', '=').replace('Minus', '-').replace('Slash', '/');

function keyOf(command: MenuCommand): string | null {
  const chord = viewKeys[command] ?? appKeys.find((binding) => binding.command === command)?.chord;
  return chord ? accelerator(chord) : null;
}

type RoleItem = Extract<MenuItem, { readonly kind: 'role' }>;

/** The native menus of the window, in the interface's language. What nothing on the screen answers is greyed out. */
export function nativeMenus({ t, language }: Translator, enabled: ReadonlySet<MenuCommand>): readonly Menu[] {
  const command = (name: MenuCommand): MenuItem => ({
    kind: 'command', command: name, label: t(`menu.${name}`), accelerator: keyOf(name), enabled: enabled.has(name),
  });
  const role = (name: RoleItem['role'], label: MessageCode): MenuItem => ({ kind: 'role', role: name, label: t(label) });
  const other: Language = language === 'fa' ? 'en' : 'fa';
  const separator: MenuItem = { kind: 'separator' };
  return [
    {
      label: t('menu.file'),
      items: [
        command('open-files'), command('new-project'), separator, command('export'), separator, command('settings'), separator,
        role('quit', 'menu.quit'),
      ],
    },
    {
      label: t('menu.edit'),
      items: [command('undo'), command('redo'), separator, role('copy', 'menu.copy'), separator, command('mark-done'), command('next-article')],
    },
    {
      label: t('menu.view'),
      items: [
        command('library'), separator, command('zoom-in'), command('zoom-out'), command('zoom-reset'), separator,
        command(`language-${other}`), separator, role('togglefullscreen', 'menu.fullscreen'), role('minimize', 'menu.minimize'),
      ],
    },
    { label: t('menu.help'), items: [command('show-keys'), separator, command('about')] },
  ];
}
