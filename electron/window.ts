import { BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import { join } from 'node:path';
import { type Language } from '../shared/bridge.ts';
import { backgroundColour } from './appearance.ts';
import { holdUntilFlushed } from './closing.ts';
import { fieldMenu } from './field-menu.ts';
import { mayLoseChanges, reloadsAfterCrash } from './native-dialogs.ts';
import { nativeMessage } from './native-message.ts';
import { pageUrl } from './origin.ts';
import { stateFile } from './state-file.ts';
import { reachableBounds, smallestWindow, windowPlaceSchema } from './window-place.ts';

interface WindowOptions {
  readonly userData: string;
  /** Path of the built preload script. */
  readonly preload: string;
  readonly language: () => Language;
}

/** How long the page may take to save before the person is asked, in milliseconds. */
const flushPatience = 10_000;

/** The one window, where it was last; it appears when the page that `loadPage` loads has something to show. */
export async function openWindow({ userData, preload, language }: WindowOptions): Promise<BrowserWindow> {
  const kept = stateFile(join(userData, 'window.json'), windowPlaceSchema);
  const place = await kept.read();
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const window = new BrowserWindow({
    ...reachableBounds(place?.bounds ?? null, [main.workArea, ...others.map(({ workArea }) => workArea)]),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: nativeMessage(language(), 'native.title'),
    backgroundColor: backgroundColour(nativeTheme.shouldUseDarkColors),
    show: false,
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false, spellcheck: false },
  });
  // Not before: maximizing shows a window, and there would be nothing in it yet.
  window.once('ready-to-show', () => (place?.maximized ? window.maximize() : window.show()));
  holdUntilFlushed(window, {
    patience: flushPatience,
    mayLoseChanges: () => mayLoseChanges(window, language()),
    beforeClosing: () => kept.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  });
  reloadsAfterCrash(window, language);
  window.webContents.on('context-menu', (_event, asked) => {
    const items = fieldMenu(asked, language());
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
  // The page sets the title over the bridge, in the person's language.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

export function loadPage(window: BrowserWindow): void {
  window.webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    if (isMainFrame && code !== overtaken) throw new Error(`cannot load ${url}: ${description} (${code})`);
  });
  // The promise says no more than the event, except that it fails when the page's process dies; that is mended already.
  void Promise.allSettled([window.loadURL(pageUrl)]);
}

/** Chromium's net::ERR_ABORTED: another load began before this one was over. */
const overtaken = -3;
