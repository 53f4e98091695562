import { type BrowserWindow } from 'electron';
import { eventChannels } from '../shared/bridge.ts';
import { isOurFrame } from './ipc.ts';

/** `unsaved`: the page could not save everything; `silent`: it gave no answer in time; `gone`: there is no page any more. */
export type FlushAnswer = 'flushed' | 'unsaved' | 'silent' | 'gone';

interface Closing {
  /** Milliseconds that the page may take. */
  readonly patience: number;
  /** Called when the page has not saved: whether to close all the same. */
  readonly mayLoseChanges: () => Promise<boolean>;
  readonly beforeClosing: () => Promise<unknown>;
}

/** Keeps the window open until the page has saved: what is begun while a page unloads often never arrives. */
export function holdUntilFlushed(window: BrowserWindow, { patience, mayLoseChanges, beforeClosing }: Closing): void {
  let asking = false;

  async function close(): Promise<void> {
    const answer = await flush(window, patience);
    if (answer !== 'flushed' && answer !== 'gone' && !(await mayLoseChanges())) return;
    await beforeClosing();
    // Not close(): a page that hangs would hold it up for ever.
    if (!window.isDestroyed()) window.destroy();
  }

  window.on('close', (event) => {
    event.preventDefault();
    if (asking) return;
    asking = true;
    void close().finally(() => {
      asking = false;
    });
  });
}

function flush({ webContents }: BrowserWindow, patience: number): Promise<FlushAnswer> {
  return new Promise((resolve) => {
    if (webContents.isCrashed()) return resolve('gone');
    const gone = () => finish('gone');
    const timer = setTimeout(() => finish('silent'), patience);
    function finish(answer: FlushAnswer): void {
      clearTimeout(timer);
      webContents.off('render-process-gone', gone);
      webContents.ipc.removeAllListeners(eventChannels.flushed);
      resolve(answer);
    }
    webContents.once('render-process-gone', gone);
    webContents.ipc.on(eventChannels.flushed, ({ senderFrame }, everything: unknown) => {
      if (isOurFrame(senderFrame)) finish(everything === true ? 'flushed' : 'unsaved');
    });
    webContents.send(eventChannels.flush);
  });
}
