import { describe, expect, it, vi } from 'vitest';
import { type Menu, type MenuCommand } from '../../shared/bridge.ts';
import { menuTemplate } from '../../electron/menu.ts';

const menus: readonly Menu[] = [
  {
    label: 'ویرایش',
    items: [
      { kind: 'command', command: 'undo', label: 'واگرد', accelerator: 'CmdOrCtrl+Z', enabled: false },
      { kind: 'separator' },
      { kind: 'role', role: 'copy', label: 'رونوشت' },
      { kind: 'command', command: 'library', label: 'کتابخانه', accelerator: null, enabled: true },
      { kind: 'submenu', label: 'تازه‌دیده', items: [{ kind: 'command', command: 'recent-1', label: 'خبر', accelerator: null, enabled: true }] },
    ],
  },
];

describe('the native menu', () => {
  it('shows the keys of commands without taking them', () => {
    const send = vi.fn<(command: MenuCommand) => void>();
    const [edit] = menuTemplate(menus, 'linux', 'fa', send);
    expect(edit).toMatchObject({
      label: 'ویرایش',
      submenu: [
        { label: 'واگرد', enabled: false, accelerator: 'CmdOrCtrl+Z', registerAccelerator: false },
        { type: 'separator' },
        { role: 'copy', label: 'رونوشت' },
        { label: 'کتابخانه', enabled: true },
        { label: 'تازه‌دیده', submenu: [{ label: 'خبر', enabled: true }] },
      ],
    });
    const items = edit?.submenu as unknown as readonly { readonly click?: () => void }[];
    expect(items[3]).not.toHaveProperty('accelerator');
    items[3]?.click?.();
    expect(send).toHaveBeenCalledExactlyOnceWith('library');
  });

  it('answers keys on macOS, where fields need edit commands in a menu', () => {
    const [app, edit, hidden] = menuTemplate(menus, 'darwin', 'fa', vi.fn<(command: MenuCommand) => void>());
    expect(edit).toMatchObject({ submenu: [{ registerAccelerator: true }, {}, {}, {}, {}] });
    expect(app).toMatchObject({ label: 'نقل' });
    expect(hidden).toMatchObject({ visible: false, submenu: [{ role: 'cut' }, { role: 'paste' }, { role: 'selectAll' }] });
  });

  it.each([['fa', /^[^a-z]+$/i], ['en', /^[a-z ]+$/i]] as const)('has the menu of the program on macOS in the language of the window: %s', (language, letters) => {
    const [app] = menuTemplate(menus, 'darwin', language, vi.fn<(command: MenuCommand) => void>());
    const items = (app?.submenu ?? []) as readonly { readonly role?: string; readonly label?: string; readonly type?: string }[];
    expect(items.flatMap(({ role }) => role ?? [])).toEqual(['services', 'hide', 'hideOthers', 'unhide', 'quit']);
    for (const { type, label } of items) if (type !== 'separator') expect(label).toMatch(letters);
  });
});
