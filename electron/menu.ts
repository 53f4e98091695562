import type { MenuItemConstructorOptions } from 'electron';
import { type Menu, type MenuCommand, type MenuItem } from '../shared/bridge.ts';

/**
 * The native menus for what the page has sent. Keys of commands are shown only: the page matches keys by their place
 * on the keyboard, while accelerators follow the system's layout and would miss them on a Persian one. On macOS the
 * menu must answer the keys, and fields work only with edit commands in some menu.
 */
export function menuTemplate(
  menus: readonly Menu[],
  platform: NodeJS.Platform,
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
  return isMac ? [{ role: 'appMenu' }, ...ours, hiddenEditMenu] : ours;
}

const hiddenEditMenu: MenuItemConstructorOptions = {
  label: '',
  visible: false,
  submenu: (['cut', 'paste', 'selectAll'] as const).map((role) => ({ role, acceleratorWorksWhenHidden: true })),
};
