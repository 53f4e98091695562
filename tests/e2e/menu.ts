import { type ElectronApplication } from '@playwright/test';

/** Chooses a line of the native menu by its words. */
export const clickMenu = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate(({ Menu, BrowserWindow }, wanted) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const found = items.find((item) => item.label === wanted);
    if (!found) throw new Error(`no menu item "${wanted}"`);
    if (!found.enabled) throw new Error(`the menu item "${wanted}" is off`);
    found.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
  }, label);
