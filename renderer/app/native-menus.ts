import { type Language, type Menu, type MenuCommand, type MenuItem, type MenuLine, recentCommands } from '../../shared/bridge.ts';
import { type MessageCode } from '../../shared/messages/catalogue.ts';
import { type Translator } from '../messages/translate.ts';
import { type Chord, type KeyMap } from '../ui/keyboard.ts';
import { keyCommandOf } from './key-command.ts';

const signs: Readonly<Record<string, string>> = {
  Equal: '=', Minus: '-', Slash: '/', Comma: ',', Period: '.', Semicolon: ';', Quote: '\'', BracketLeft: '[', BracketRight: ']',
  Backslash: '\\', Backquote: '`',
};

/** A chord as Electron writes it: `Ctrl+Shift+KeyZ` is `CmdOrCtrl+Shift+Z`. */
export const accelerator = (chord: Chord): string =>
  chord.replace('Ctrl+', 'CmdOrCtrl+').replace(/(?:Key|Digit)(?=.$)/, '').replace(/(?<!\w)\w+$/, (place) => signs[place] ?? place);

/** macOS answers the keys of menus itself, in fields too: a bare letter must stay a letter there. */
const isMenuKey = (chord: Chord): boolean => chord.startsWith('Ctrl+') || /(?:^|\+)F\d+$/.test(chord);

function keyOf(command: MenuCommand, bindings: KeyMap): string | null {
  const chord = bindings.find((binding) => binding.command === keyCommandOf(command))?.chord;
  return chord && isMenuKey(chord) ? accelerator(chord) : null;
}

type RecentCommand = (typeof recentCommands)[number];
type RoleItem = Extract<MenuItem, { readonly kind: 'role' }>;

export interface MenuState {
  /** What something on the screen would answer now; the rest is greyed out. */
  readonly enabled: ReadonlySet<MenuCommand>;
  /** All keys, as the person has chosen them. */
  readonly bindings: KeyMap;
  /** Titles of the Articles that were open last. */
  readonly recent: readonly string[];
}

/** Characters; menus are no wider than they have to be. */
const longestTitle = 60;

/** A title as a label: a menu would take «&» for the mark of its key. */
const titleLabel = (title: string): string => Array.from(title).slice(0, longestTitle).join('').replaceAll('&', '&&');

/** The native menus of the window, in the interface's language. */
export function nativeMenus({ t, language }: Translator, { enabled, bindings, recent }: MenuState): readonly Menu[] {
  const labelled = (name: MenuCommand, label: string): MenuLine => ({
    kind: 'command', command: name, label, accelerator: keyOf(name, bindings), enabled: enabled.has(name),
  });
  const command = (name: Exclude<MenuCommand, RecentCommand>): MenuLine => labelled(name, t(`menu.${name}`));
  const role = (name: RoleItem['role'], label: MessageCode): RoleItem => ({ kind: 'role', role: name, label: t(label) });
  const other: Language = language === 'fa' ? 'en' : 'fa';
  const separator: MenuItem = { kind: 'separator' };
  const recentItems = recentCommands.flatMap((name, index) => {
    const title = recent[index];
    return title === undefined ? [] : [labelled(name, titleLabel(title))];
  });
  const recentMenu: readonly MenuItem[] = recentItems.length > 0 ? [{ kind: 'submenu', label: t('menu.recent'), items: recentItems }] : [];
  return [
    {
      label: t('menu.file'),
      items: [
        command('open-files'), command('open-folder'), command('new-project'), separator, command('open-article'), ...recentMenu, separator, command('export'), command('exchange'), separator,
        command('print'), command('save-pdf'), command('save-html'), separator, command('backups'), command('settings'), separator, role('quit', 'menu.quit'),
      ],
    },
    {
      label: t('menu.edit'),
      items: [command('undo'), command('redo'), separator, role('copy', 'menu.copy'), separator, command('search'), separator, command('comment'), command('ask-guideline'), command('flag-article'), separator, command('mark-done'), command('next-article')],
    },
    {
      label: t('menu.view'),
      items: [
        command('palette'), command('library'), command('people'), command('concordance'), command('adjudicate'), command('against-gold'), command('past'), command('discussion'), command('questions'), command('schema'), command('agreement'), separator, command('zoom-in'), command('zoom-out'), command('zoom-reset'), separator,
        { kind: 'submenu', label: t('menu.theme'), items: [command('theme-auto'), command('theme-light'), command('theme-dark')] },
        command(`language-${other}`), separator, command('focus-mode'), command('full-screen'), role('minimize', 'menu.minimize'),
      ],
    },
    { label: t('menu.help'), items: [command('show-keys'), command('guideline'), command('label-rule'), separator, command('about')] },
  ];
}
