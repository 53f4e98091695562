import { useStore } from 'zustand';
import { type Settings } from '../../shared/bridge.ts';
import { bridge } from '../bridge/bridge.ts';
import { type KeyHandlers, useKeys } from '../ui/use-keys.ts';
import { dispatchMenuCommand, useMenuCommand } from '../ui/menu-commands.ts';
import { appKeys, type AppKeyCommand } from './keys.ts';
import { type OpenDialog } from './open-dialog.ts';
import { enlarge, type SettingsStore, usualReadingSize } from './settings.ts';
import { useWheelZoom } from './use-wheel-zoom.ts';

const keyHandlers = Object.fromEntries(
  appKeys.map(({ command }) => [command, () => dispatchMenuCommand(command)]),
) as KeyHandlers<AppKeyCommand>;

/** The commands that hold whatever is shown, and the keys of all. */
export function useAppCommands(settings: SettingsStore, setDialog: (dialog: OpenDialog) => void): void {
  const { language, theme } = useStore(settings, ({ settings: now }) => now);
  const change = (part: Partial<Settings>) => void settings.getState().change(part);
  useMenuCommand('zoom-in', () => enlarge(settings, 1));
  useMenuCommand('zoom-out', () => enlarge(settings, -1));
  useMenuCommand('zoom-reset', () => change({ readingSize: usualReadingSize }));
  useMenuCommand('language-fa', () => change({ language: 'fa' }), language !== 'fa');
  useMenuCommand('language-en', () => change({ language: 'en' }), language !== 'en');
  useMenuCommand('theme-auto', () => change({ theme: 'auto' }), theme !== 'auto');
  useMenuCommand('theme-light', () => change({ theme: 'light' }), theme !== 'light');
  useMenuCommand('theme-dark', () => change({ theme: 'dark' }), theme !== 'dark');
  useMenuCommand('full-screen', () => void bridge.toggleFullScreen());
  useMenuCommand('settings', () => setDialog('settings'));
  useMenuCommand('show-keys', () => setDialog('keys'));
  useMenuCommand('about', () => setDialog('about'));
  useMenuCommand('new-project', () => setDialog('new-project'));
  useMenuCommand('backups', () => setDialog('backups'));
  useKeys(appKeys, keyHandlers, undefined, { inFields: true });
  useWheelZoom(settings);
}
