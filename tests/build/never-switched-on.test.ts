import { describe, expect, test } from 'vitest';
import { sourceFiles, textOf } from './project-files.ts';

/** Code alone: what a comment speaks of is not done. */
const code = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/**
 * Items of Electron's checklist (https://www.electronjs.org/docs/latest/tutorial/security) that are kept by leaving something alone, each with what
 * would have to be written to break it.
 */
const leftAlone: readonly (readonly [item: string, word: RegExp])[] = [
  ['2 Node in the page', /nodeIntegration\w*['"]?\s*:\s*true/],
  ['3 one world for page and preload', /contextIsolation['"]?\s*:\s*false/],
  ['4 a page outside the sandbox', /sandbox['"]?\s*:\s*false/],
  ['6 webSecurity', /webSecurity|disable-web-security/],
  ['8 insecure content', /allowRunningInsecureContent|allow-running-insecure-content/],
  ['9 experimental features', /experimentalFeatures|enable-experimental/],
  ['10 Blink features', /enableBlinkFeatures|enable-blink-features/],
  ['11 webview', /webviewTag|allowpopups/],
  ['15 programs of the system', /openExternal|openPath/],
  ['18 pages from files', /registerFileProtocol|loadFile\(/],
  ['20 Electron itself on the page', /exposeInMainWorld\([^)]*ipcRenderer\s*[,)]/],
];

const files = sourceFiles().filter((file) => file.startsWith('electron/'));

/** Buttons of our own collide with the title in right-to-left Windows (electron 35825, 51003): the window has the frame of its system. */
test('nobody draws a frame of their own round the window', () => {
  const ownFrame = /\b(?:frame|thickFrame)\s*:\s*false|titleBarStyle|titleBarOverlay|trafficLightPosition/;
  expect(files.filter((file) => code(file).includes('new BrowserWindow('))).not.toEqual([]);
  expect(files.filter((file) => ownFrame.test(code(file)))).toEqual([]);
  expect('new BrowserWindow({ titleBarStyle: "hidden" })').toMatch(ownFrame);
});

describe('what Electron warns of and nobody switches on', () => {
  test('the files that could are read', () => {
    const windows = files.filter((file) => code(file).includes('webPreferences'));
    expect(windows).not.toEqual([]);
    for (const file of windows) expect(code(file)).toMatch(/nodeIntegration: false[\s\S]*contextIsolation: true|contextIsolation: true[\s\S]*nodeIntegration: false/);
  });

  test.each(leftAlone)('%s', (_item, word) => expect(files.filter((file) => word.test(code(file)))).toEqual([]));

  test.each([
    ['webPreferences: { webSecurity: false }', '6 webSecurity'],
    ['new BrowserWindow({ webPreferences: { nodeIntegration: true } })', '2 Node in the page'],
    ['void shell.openExternal(url)', '15 programs of the system'],
    ['contextBridge.exposeInMainWorld(\'all\', ipcRenderer)', '20 Electron itself on the page'],
  ])('the words are found where they stand: %s', (line, item) => expect(leftAlone.filter(([, word]) => word.test(line)).map(([name]) => name)).toEqual([item]));
});

describe('what has to be switched on', () => {
  test.each([
    ['4 the sandbox of every page, before the first window', 'electron/main.ts', 'app.enableSandbox()'],
    ['4 the sandbox of this window', 'electron/window.ts', 'sandbox: true'],
    ['3 a world of the page’s own', 'electron/window.ts', 'contextIsolation: true'],
  ])('%s', (_item, file, word) => expect(code(file)).toContain(word));
});
