import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Page } from '@playwright/test';
import { type Dexie as DexieClass } from 'dexie';

/** The least that the platform itself needs, in the same window: what the product is compared with. Milliseconds. */

/** Bare paragraphs of the same text, nothing else: until their frame is painted. */
export const barePage = (page: Page, text: string): Promise<number> =>
  page.evaluate(
    (whole) =>
      new Promise<number>((resolve) => {
        const begin = performance.now();
        const pane = document.createElement('div');
        Object.assign(pane.style, { position: 'fixed', inset: '0', overflow: 'auto', background: 'white', fontSize: '19px', lineHeight: '2.3' });
        pane.dir = 'rtl';
        for (const line of whole.split('\n')) {
          const paragraph = document.createElement('p');
          paragraph.textContent = line;
          pane.append(paragraph);
        }
        document.body.append(pane);
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => {
            const time = performance.now() - begin;
            pane.remove();
            resolve(time);
          });
          channel.port1.start();
          channel.port2.postMessage(null);
        });
      }),
    text,
  );

/** One record put with Dexie alone, strict, so many times: from the call until it is on the disk. */
export async function barePuts(page: Page, record: object, times: number): Promise<readonly number[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('dexie/dist/dexie.js'), 'utf8'));
  return page.evaluate(
    async ([value, count]) => {
      const { Dexie } = window as unknown as { readonly Dexie: typeof DexieClass };
      const database = new Dexie('bench', { chromeTransactionDurability: 'strict', cache: 'disabled' });
      database.version(1).stores({ records: 'id' });
      const took: number[] = [];
      for (let turn = 0; turn < count; turn++) {
        const begin = performance.now();
        await database.table('records').put({ ...value, turn });
        took.push(performance.now() - begin);
      }
      await database.delete();
      return took;
    },
    [record, times] as const,
  );
}
