import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Page } from '@playwright/test';
import { type Dexie as DexieClass } from 'dexie';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { mainThread } from './main-thread.ts';

const isQuick = process.env['NAQL_BENCH'] === 'quick';
const articles = isQuick ? 2_000 : 10_000;
/** Bytes of each, about. */
const bytesEach = 3_000;
/** Megabytes for the question whether memory grows, and of one import among them. */
const [megabytes, perImport] = isQuick ? [100, 50] : [1_000, 100];

/** In the page: as many files as a folder has, each with words of its own; `round` makes them other ones. */
const dropArticles = (page: Page, count: number, bytes: number, round: number): Promise<void> =>
  page.evaluate(
    ([many, length, turn]) => {
      const transfer = new DataTransfer();
      const line = 'وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت. ';
      for (let index = 0; index < many; index++)
        transfer.items.add(new File([`خبر ${turn} ${index}\n${line.repeat(Math.ceil(length / 108))}`], `${turn}-${String(index).padStart(6, '0')}.txt`));
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    [count, bytes, round] as const,
  );

/** Milliseconds from the click that begins it until it is told that all is in. */
async function imported(page: Page, count: number, bytes: number, round: number): Promise<number> {
  await dropArticles(page, count, bytes, round);
  const dialog = page.getByRole('dialog', { name: 'این‌ها چگونه خوانده شوند؟' });
  await expect(dialog).toBeVisible();
  await page.evaluate((words) => {
    const told = window as unknown as { importTook?: Promise<number> };
    const begin = performance.now();
    told.importTook = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!document.body.textContent.includes(words)) return;
        watch.disconnect();
        resolve(performance.now() - begin);
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, 'خبر افزوده شد');
  // What says the same is not to be looked for: these all do.
  await dialog.getByRole('radio', { name: 'جدا بمانند' }).check();
  await dialog.getByRole('button', { name: /^افزودن/ }).click();
  const took = await page.evaluate(() => (window as unknown as { importTook: Promise<number> }).importTook);
  // The words stay for a while: the next import must not take them for its own.
  await expect(page.getByText('خبر افزوده شد')).toHaveCount(0, { timeout: 60_000 });
  return took;
}

/**
 * The same words as rows of a bare table, strict, by Dexie's `bulkAdd`, in steps of as many; with `all` everything that the store keeps of them:
 * the text, a row with the indexes of the library, and the Entry, which holds the text once more. What is between the two is the price of being
 * found, sorted and recovered; what is above the second is ours.
 */
async function bare(page: Page, count: number, bytes: number, all: boolean): Promise<number> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('dexie/dist/dexie.js'), 'utf8'));
  return page.evaluate(
    async ([many, length, step, isAll]) => {
      const { Dexie } = window as unknown as { readonly Dexie: typeof DexieClass };
      const database = new Dexie('bench-import', { chromeTransactionDurability: 'strict', cache: 'disabled' });
      const indexes = 'id, fingerprint, [added+id], [status+added+id], titleKey, [publisherKey+publisher], published, annotations, agreement, *tags, *leftOut';
      database.version(1).stores({ texts: 'id', ...(isAll && { articles: indexes, entries: 'sequence' }) });
      const line = 'وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت. ';
      const rows = Array.from({ length: many }, (_, index) => ({ id: `art-${index}`, text: `خبر x ${index}\n${line.repeat(Math.ceil(length / 108))}` }));
      await database.open();
      const begin = performance.now();
      const hash = (number: number): string => ((number * 2654435761) % 4294967296).toString(16).padStart(64, '0');
      const added = '2026-11-29T00:00:00.000Z';
      for (let from = 0; from < many; from += step) {
        const part = rows.slice(from, from + step);
        if (!isAll) await database.table('texts').bulkAdd(part);
        else
          await database.transaction('rw', database.tables, () => Promise.all([
            database.table('texts').bulkAdd(part),
            database.table('articles').bulkAdd(part.map(({ id }, index) => ({
              id, title: id, titleKey: id, length, fingerprint: hash(from + index), added, publisher: '', publisherKey: '', published: '', tags: [],
              status: 'todo', annotations: 0, labels: {}, flagged: 0, otherSets: 0, annotators: [], updated: added,
            }))),
            database.table('entries').add({ sequence: from, entry: { change: { added: part, updated: [], removed: [] } } }),
          ]));
      }
      const took = performance.now() - begin;
      await database.delete();
      return took;
    },
    [count, bytes, 400, all] as const,
  );
}

async function inLibrary({ page }: RunningApp): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('grid', { name: 'خبرها' })).toBeVisible();
}

test(`import of ${articles} articles of ${bytesEach / 1000} kB`, async ({ start }) => {
  const running = await start();
  await inLibrary(running);
  const ours = await imported(running.page, articles, bytesEach, 0);
  await running.page.waitForTimeout(3_000);
  const raw = await bare(running.page, articles, bytesEach, false);
  const kept = await bare(running.page, articles, bytesEach, true);
  const rows = [
    ['files to database and Journal', ours.toFixed(0)], ['bare bulkAdd of the texts', raw.toFixed(0)], ['bare bulkAdd of all that is kept of them', kept.toFixed(0)],
    ['ratio to the texts (bar: 0.7)', (raw / ours).toFixed(2)], ['ratio to all that is kept', (kept / ours).toFixed(2)],
  ];
  console.log(['', `| import of ${articles} articles of ${bytesEach} bytes | ms |`, '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'));
});

test(`memory while ${megabytes} MB of text come in`, async ({ start }) => {
  test.setTimeout(3_600_000);
  const running = await start();
  await inLibrary(running);
  const main = await mainThread(running.page);
  const rows = [`| MB in | heap MB |`, '|---|---|', `| 0 | ${(await main.heap()).toFixed(1)} |`];
  for (let done = perImport; done <= megabytes; done += perImport) {
    await imported(running.page, (perImport * 1_000) / 50, 50_000, done);
    rows.push(`| ${done} | ${(await main.heap()).toFixed(1)} |`);
  }
  console.log(`\n${rows.join('\n')}`);
});
