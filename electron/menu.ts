import type { MenuItemConstructorOptions } from 'electron';
import { type Language, type Menu, type MenuCommand, type MenuItem } from '../shared/bridge.ts';
import { nativeMessage } from './native-message.ts';

/**
 * The native menus for what the page has sent. Keys of commands are shown only: the page matches keys by their place
 * on the keyboard, while accelerators follow the system's layout and would miss them on a Persian one. On macOS the
 * menu must answer the keys, and fields work only with edit commands in some menu.
 */
export function menuTemplate(
  menus: readonly Menu[],
  platform: NodeJS.Platform,
  language: Language,
  send: (command: MenuCommand) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';

  function item(one: MenuItem): MenuItemConstructorOptions {
    switch (one.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'submenu':
        return { label: one.label, submenu: one.items.map(item) };
      case 'role':
        return { role: one.role, label: one.label };
      case 'command':
        return {
          label: one.label,
          enabled: one.enabled,
          registerAccelerator: isMac,
          ...(one.accelerator !== null && { accelerator: one.accelerator }),
          click: () => send(one.command),
        };
    }
  }

  const ours = menus.map(({ label, items }) => ({ label, submenu: items.map(item) }));
  return isMac ? [appMenu(language), ...ours, hiddenEditMenu] : ours;
}

/** What macOS asks of every program; made by role alone it would be English in any window. */
const appMenu = (language: Language): MenuItemConstructorOptions => ({
  label: nativeMessage(language, 'native.title'),
  submenu: [
    { role: 'services', label: nativeMessage(language, 'native.services') },
    { type: 'separator' },
    { role: 'hide', label: nativeMessage(language, 'native.hide') },
    { role: 'hideOthers', label: nativeMessage(language, 'native.hide-others') },
    { role: 'unhide', label: nativeMessage(language, 'native.unhide') },
    { type: 'separator' },
    { role: 'quit', label: nativeMessage(language, 'native.quit') },
  ],
});

const hiddenEditMenu: MenuItemConstructorOptions = {
  label: '',
  visible: false,
  submenu: (['cut', 'paste', 'selectAll'] as const).map((role) => ({ role, acceleratorWorksWhenHidden: true })),
};
