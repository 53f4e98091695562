import { useStore } from 'zustand';
import { type KeyHandlers, useKeys } from '../ui/keyboard.ts';
import { dispatchMenuCommand, useMenuCommand } from '../ui/menu-commands.ts';
import { appKeys, type AppKeyCommand } from './keys.ts';
import { type OpenDialog } from './open-dialog.ts';
import { limitedReadingSize, type SettingsStore, usualReadingSize } from './settings.ts';

const keyHandlers = Object.fromEntries(
  appKeys.map(({ command }) => [command, () => dispatchMenuCommand(command)]),
) as KeyHandlers<AppKeyCommand>;

/** The commands that hold whatever is shown, and the keys of all. */
export function useAppCommands(settings: SettingsStore, setDialog: (dialog: OpenDialog) => void): void {
  const { settings: now, change } = useStore(settings);
  const resize = (readingSize: number) => void change({ readingSize: limitedReadingSize(readingSize) });
  useMenuCommand('zoom-in', () => resize(now.readingSize + 1));
  useMenuCommand('zoom-out', () => resize(now.readingSize - 1));
  useMenuCommand('zoom-reset', () => resize(usualReadingSize));
  useMenuCommand('language-fa', () => void change({ language: 'fa' }), now.language !== 'fa');
  useMenuCommand('language-en', () => void change({ language: 'en' }), now.language !== 'en');
  useMenuCommand('settings', () => setDialog('settings'));
  useMenuCommand('show-keys', () => setDialog('keys'));
  useMenuCommand('about', () => setDialog('about'));
  useMenuCommand('new-project', () => setDialog('new-project'));
  useKeys(appKeys, keyHandlers);
}
