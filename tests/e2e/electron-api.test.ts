import { sourceFiles, textOf } from '../build/project-files.ts';
import { expect, test } from './app.ts';

/** Every `name.member` of Electron's own names that the main process writes down. */
function membersInUse(): readonly (readonly [name: string, member: string])[] {
  const inMain = sourceFiles().filter((file) => file.startsWith('electron/') && !file.endsWith('/preload.ts'));
  const uses = inMain.flatMap((file) => {
    const text = textOf(file);
    const [, imported = ''] = /import \{([^}]*)\} from 'electron';/.exec(text) ?? [];
    const names = imported.split(',').map((name) => name.trim()).filter((name) => name !== '' && !name.startsWith('type '));
    return names.flatMap((name) => [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, member = '']) => [name, member] as const));
  });
  return [...new Map(uses.map((use) => [use.join('.'), use])).values()];
}

test('what the main process uses of Electron is there in the one that runs', async ({ start }) => {
  const uses = membersInUse();
  expect(uses.length).toBeGreaterThan(15);
  const { app } = await start();
  const missing = await app.evaluate((electron, wanted) => wanted.filter(([name, member]) => {
    const part = Reflect.get(electron, name) as object | undefined;
    return part === undefined || !(member in part);
  }), uses);
  expect(missing).toEqual([]);
});

/** What it uses of the objects that Electron hands out: these are not named in an import, so they are listed here. */
const handedOut = {
  'app.commandLine': ['appendSwitch', 'hasSwitch'],
  window: [
    'destroy', 'focus', 'getNormalBounds', 'isDestroyed', 'isFullScreen', 'isMaximized', 'isMinimized', 'loadURL', 'maximize', 'on', 'once', 'restore',
    'setFullScreen', 'setTitle', 'show',
  ],
  'window.webContents': ['ipc', 'isCrashed', 'off', 'on', 'once', 'reload', 'send', 'setWebRTCIPHandlingPolicy', 'setWindowOpenHandler'],
  'window.webContents.ipc': ['on', 'removeAllListeners'],
  'window.webContents.mainFrame': ['parent', 'url'],
  'session.defaultSession': [
    'clearStorageData', 'setDevicePermissionHandler', 'setPermissionCheckHandler', 'setPermissionRequestHandler', 'setSpellCheckerLanguages',
  ],
  'session.defaultSession.webRequest': ['onBeforeRequest'],
};

test('so is what it uses of the objects that Electron hands out', async ({ start }) => {
  const { app } = await start();
  const missing = await app.evaluate((electron, wanted) => {
    const roots = { ...electron, window: electron.BrowserWindow.getAllWindows()[0] };
    const at = (path: string) => path.split('.').reduce<unknown>((place, name) => Reflect.get(place as object, name), roots);
    return Object.entries(wanted).flatMap(([path, names]) => names.filter((name) => !(name in (at(path) as object))).map((name) => `${path}.${name}`));
  }, handedOut);
  expect(missing).toEqual([]);
});
