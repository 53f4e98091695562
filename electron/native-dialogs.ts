import { app, type BrowserWindow, dialog } from 'electron';
import { type Language } from '../shared/bridge.ts';
import { type NativeCode, nativeMessage } from './native-message.ts';
import { stopTest, underTest } from './under-test.ts';

/** Asks whether to close although the page has not saved everything. */
export async function mayLoseChanges(window: BrowserWindow, language: Language): Promise<boolean> {
  const say = (code: NativeCode) => nativeMessage(language, code);
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('native.close-unsaved'),
    detail: say('native.close-unsaved-detail'),
    buttons: [say('native.keep-open'), say('native.close-anyway')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Loads the page again when its process dies; from the second time on the person decides. */
export function reloadsAfterCrash(window: BrowserWindow, language: () => Language): void {
  let crashes = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    if (crashes === 1) window.webContents.reload();
    else if (underTest) stopTest(new Error(`the page's process is gone again: ${reason}`));
    else void askAfterCrash(window, language());
  });
}

async function askAfterCrash(window: BrowserWindow, language: Language): Promise<void> {
  const say = (code: NativeCode) => nativeMessage(language, code);
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: say('native.page-gone'),
    buttons: [say('native.reload'), say('native.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}

/** Says why the app does not start, and ends it. A dialog needs a ready app. */
export async function refuseToStart(title: string, message: string, exitCode: number): Promise<void> {
  if (underTest) {
    process.stderr.write(`${message}\n`);
  } else {
    await app.whenReady();
    dialog.showErrorBox(title, message);
  }
  app.exit(exitCode);
}

/** A bug in the main process is told once and ends the app; the Journal holds whatever was saved. */
export function endOnBug(language: () => Language): void {
  const end = (error: unknown) => {
    if (underTest) return stopTest(error);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    dialog.showErrorBox(nativeMessage(language(), 'native.title'), nativeMessage(language(), 'native.crash', { detail }));
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
