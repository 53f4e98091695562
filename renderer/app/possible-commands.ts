import { type MenuCommand, menuCommands, recentCommands } from '../../shared/bridge.ts';
import { type Translator } from '../messages/translate.ts';
import { type ActiveKey } from '../ui/active-keys.ts';
import { isFixed } from '../ui/key-choices.ts';
import { dispatchMenuCommand } from '../ui/menu-commands.ts';
import { type PaletteCommand } from '../views/palette/CommandPalette.tsx';
import { keyCommandOf } from './key-command.ts';
import { type MenuState } from './native-menus.ts';

type RecentCommand = (typeof recentCommands)[number];
type NamedCommand = Exclude<MenuCommand, RecentCommand>;
const isNamed = (command: MenuCommand): command is NamedCommand => !(recentCommands as readonly MenuCommand[]).includes(command);

/** Everything that a menu or a key would do now, each once: the screen's own commands, then the menus', then Articles that were open last. */
export function possibleCommands(
  { t }: Translator, { enabled, bindings, recent }: MenuState, keys: readonly ActiveKey[],
): readonly PaletteCommand[] {
  const chordOf = (command: NamedCommand) => bindings.find((binding) => binding.command === keyCommandOf(command))?.chord;
  const run = (command: MenuCommand) => () => void dispatchMenuCommand(command);
  const inMenus = new Set<string>(menuCommands.map(keyCommandOf));
  const own = new Map<string, PaletteCommand>();
  for (const { command, message, chord, run: press } of keys)
    if (!inMenus.has(command) && !isFixed(chord) && !own.has(command)) own.set(command, { id: command, words: t(message), chord, run: press });
  const named = menuCommands.filter((command) => enabled.has(command)).filter(isNamed).filter((command) => command !== 'palette');
  return [
    ...own.values(),
    ...named.map((command) => ({ id: command, words: t(`menu.${command}`), chord: chordOf(command), run: run(command) })),
    ...recent.flatMap((title, index) => {
      const command = recentCommands[index];
      return command && enabled.has(command) ? [{ id: command, words: title, detail: t('palette.recent'), run: run(command) }] : [];
    }),
  ];
}
