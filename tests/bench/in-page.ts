import { type Page } from '@playwright/test';

/** Times taken inside the page, in milliseconds on its own clock; each resolves after the frame in question is painted. */

export interface Opening {
  /** Until the frame in which the article stands there, with its first lanes where it has any. */
  readonly shown: number;
  /** Until the end of the last busy frame after that. */
  readonly calm: number;
}

/** From the next click until an article is open. Where few spans are strewn over a long text, none may lie where it opens. */
export const opened = (page: Page, hasLanes: boolean): Promise<Opening> =>
  page.evaluate(
    (isLaned) =>
      new Promise<{ shown: number; calm: number }>((resolve) => {
        const begin = (event: Event): void => {
          let [last, calmFrames, shown, end] = [performance.now(), 0, 0, 0];
          const frame = (now: number): void => {
            const isThere = document.querySelector(isLaned ? '[role=textbox] svg path' : '[role=textbox] [data-line]') !== null;
            const isBusy = now - last > 25;
            if (isThere && (isBusy || end === 0)) [end, calmFrames] = [performance.now(), 0];
            else if (isThere) calmFrames += 1;
            if (isThere) shown ||= end;
            last = now;
            if (calmFrames > 12) resolve({ shown: shown - event.timeStamp, calm: end - event.timeStamp });
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        };
        addEventListener('click', begin, { capture: true, once: true });
      }),
    hasLanes,
  );

/** Marks in the page's own time line; the work is cut at them. */
export const marks = { key: 'bench key', drawn: 'bench drawn', painted: 'bench painted' } as const;

/** From the next key to the end of the frame in which the layers of the text change: a span appears, or goes. */
export const painted = (page: Page): Promise<number> =>
  page.evaluate(
    (names) =>
      new Promise<number>((resolve) => {
        const editor = document.querySelector('[role=textbox]');
        if (!editor) throw new Error('no article is open');
        const begin = (event: Event): void => {
          performance.mark(names.key);
          const observer = new MutationObserver((records) => {
            // A paragraph's first lane brings its layer with it.
            if (!records.some(({ target, addedNodes }) => [target, ...addedNodes].some((node) => node instanceof SVGElement))) return;
            observer.disconnect();
            performance.mark(names.drawn);
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => {
              performance.mark(names.painted);
              resolve(performance.now() - event.timeStamp);
            });
            channel.port1.start();
            channel.port2.postMessage(null);
          });
          observer.observe(editor, { childList: true, subtree: true });
        };
        addEventListener('keydown', begin, { capture: true, once: true });
      }),
    marks,
  );

/** From the next key that is no modifier to the end of the frame after it. */
export const framed = (page: Page): Promise<number> =>
  page.evaluate(
    (names) =>
      new Promise<number>((resolve) => {
        const begin = (event: KeyboardEvent): void => {
          if (event.key === 'Control' || event.key === 'Shift') return;
          removeEventListener('keydown', begin, { capture: true });
          performance.mark(names.key);
          requestAnimationFrame(() => {
            performance.mark(names.drawn);
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => {
              performance.mark(names.painted);
              resolve(performance.now() - event.timeStamp);
            });
            channel.port1.start();
            channel.port2.postMessage(null);
          });
        };
        addEventListener('keydown', begin, { capture: true });
      }),
    marks,
  );

export interface Saving {
  /** From "saving" to "saved". */
  readonly took: number;
  /** From the key to "saved". */
  readonly sinceKey: number;
}

/** The next saving as the status bar says it, database with counters and Journal, and the last key before it. */
export const saved = (page: Page): Promise<Saving> =>
  page.evaluate(
    () =>
      new Promise<Saving>((resolve) => {
        let [key, began] = [NaN, 0];
        const note = (event: KeyboardEvent): void => void (key = event.timeStamp);
        addEventListener('keydown', note, { capture: true });
        // Looked for once: behind a text of thousands of paragraphs that takes as long as drawing a label.
        const status = document.querySelector<HTMLElement>('[data-save]');
        if (!status) throw new Error('nothing says whether all is saved');
        const observer = new MutationObserver(() => {
          if (status.dataset['save'] !== 'saved') began ||= performance.now();
          else if (began > 0) {
            observer.disconnect();
            removeEventListener('keydown', note, { capture: true });
            resolve({ took: performance.now() - began, sinceKey: performance.now() - key });
          }
        });
        observer.observe(status, { attributes: true, attributeFilter: ['data-save'] });
      }),
  );

/** What a transaction was asked for. */
interface Asked {
  readonly database: string;
  readonly stores: readonly string[];
  readonly requests: { readonly store: string; readonly method: 'get' | 'put'; readonly given: readonly unknown[] }[];
}

/**
 * From the first thing that the next writing transaction asks for to its end, as the database tells it: records, rows, counters, history and Log of
 * one Change, without the Journal and without what stands on the screen. The database's own `transaction` was bound by whoever opened it. What it
 * asked for is kept for `storedAlone`.
 */
export const stored = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const { objectStore } = IDBTransaction.prototype;
        const { get, put } = IDBObjectStore.prototype;
        const listen = (asked: Asked): void => {
          for (const [method, own] of Object.entries({ get, put }))
            IDBObjectStore.prototype[method as 'get'] = function (this: IDBObjectStore, ...given) {
              asked.requests.push({ store: this.name, method: method as 'get', given });
              return Reflect.apply(own, this, given) as IDBRequest;
            };
        };
        IDBTransaction.prototype.objectStore = function (this: IDBTransaction, name) {
          if (this.mode === 'readwrite') {
            IDBTransaction.prototype.objectStore = objectStore;
            const asked: Asked = { database: this.db.name, stores: [...this.objectStoreNames], requests: [] };
            listen(asked);
            const began = performance.now();
            // When it was told, not when all who hear it had done what they do then.
            this.addEventListener('complete', ({ timeStamp }) => {
              Object.assign(IDBObjectStore.prototype, { get, put });
              Object.assign(window, { benchAsked: asked });
              resolve(timeStamp - began);
            });
          }
          return Reflect.apply(objectStore, this, [name]);
        };
      }),
  );

/** The very requests of the last such transaction, so many times again, strict, while the page does nothing else: what of its time is the database's own. */
export const storedAlone = (page: Page, times: number): Promise<readonly number[]> =>
  page.evaluate(async (count) => {
    const { database, stores, requests } = (window as unknown as { readonly benchAsked: Asked }).benchAsked;
    const connection = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(database);
      opening.addEventListener('success', () => resolve(opening.result));
      opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    });
    const took: number[] = [];
    for (let turn = 0; turn < count; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      took.push(
        await new Promise<number>((resolve, reject) => {
          const began = performance.now();
          const transaction = connection.transaction(stores, 'readwrite', { durability: 'strict' });
          for (const { store, method, given } of requests) Reflect.apply(transaction.objectStore(store)[method], transaction.objectStore(store), given);
          transaction.addEventListener('complete', ({ timeStamp }) => resolve(timeStamp - began));
          transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')));
        }),
      );
    }
    connection.close();
    return took;
  }, times);

/** Frames later than one sixtieth of a second while a pane scrolls by so many CSS pixels a frame. */
export const lateFrames = (page: Page, frames: number, step: number): Promise<number> =>
  page.evaluate(
    ([count, by]) =>
      new Promise<number>((resolve) => {
        const pane = document.querySelector('main');
        if (!pane) throw new Error('nothing to scroll');
        pane.scrollTop = 0;
        let [last, late, left] = [performance.now(), 0, count];
        const frame = (now: number): void => {
          if (now - last > 17.7) late += 1;
          last = now;
          pane.scrollTop += by;
          if (left-- > 0) requestAnimationFrame(frame);
          else resolve(late);
        };
        requestAnimationFrame((now) => {
          last = now;
          requestAnimationFrame(frame);
        });
      }),
    [frames, step] as const,
  );
