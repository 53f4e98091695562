import { mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { type Dexie as DexieClass } from 'dexie';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { answerOpenDialogs } from '../e2e/dialogs.ts';
import { clickMenu } from '../e2e/menu.ts';
import { barredImport } from './bars.ts';
import { mainThread } from './main-thread.ts';
import { processorTime } from './processor-time.ts';

const isQuick = process.env['NAQL_BENCH'] === 'quick';
const articles = isQuick ? 2_000 : 10_000;
/** Bytes of each, about. */
const bytesEach = 3_000;
/** Megabytes for the question whether memory grows, and of one import among them. */
const [megabytes, perImport] = isQuick ? [200, 50] : [1_000, 100];
/** After so many minutes no further megabytes are taken in. */
const mostMinutes = Number(process.env['NAQL_BENCH_MINUTES'] ?? Infinity);

const line = 'وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت. ';
const article = (round: number, index: number, bytes: number): string => `خبر ${round} ${index}\n${line.repeat(Math.ceil(bytes / 108))}`;

/** A folder on the disk is chosen, as people do it: each file with words of its own; `round` makes them other ones. */
async function chooseFolder({ app, userData }: RunningApp, count: number, bytes: number, round: number): Promise<void> {
  const folder = path.join(userData, `articles-${round}`);
  await mkdir(folder);
  for (let index = 0; index < count; index++) await writeFile(path.join(folder, `${round}-${String(index).padStart(6, '0')}.txt`), article(round, index, bytes));
  await answerOpenDialogs(app, folder);
  await clickMenu(app, 'افزودن پوشه…');
}

/** Milliseconds, on the wall and of the processor; the longest task of the page, on the wall. */
type Took = readonly [wall: number, processor: number, longest: number];

/** From the click that begins it until it is told that all is in. */
async function imported(running: RunningApp, count: number, bytes: number, round: number): Promise<Took> {
  const { page } = running;
  await chooseFolder(running, count, bytes, round);
  const dialog = page.getByRole('dialog', { name: 'این‌ها چگونه خوانده شوند؟' });
  await expect(dialog).toBeVisible();
  await page.evaluate((words) => {
    const told = window as unknown as { importTook?: Promise<readonly [number, number]> };
    const begin = performance.now();
    let longest = 0;
    const tasks = new PerformanceObserver((list) => (longest = Math.max(longest, ...list.getEntries().map(({ duration }) => duration))));
    tasks.observe({ entryTypes: ['longtask'] });
    told.importTook = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!document.body.textContent.includes(words)) return;
        watch.disconnect();
        tasks.disconnect();
        resolve([performance.now() - begin, longest]);
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  }, 'خبر افزوده شد');
  // What says the same is not to be looked for: these all do.
  await dialog.getByRole('radio', { name: 'جدا بمانند' }).check();
  const before = await processorTime(running);
  await dialog.getByRole('button', { name: /^افزودن/ }).click();
  const [wall, longest] = await page.evaluate(() => (window as unknown as { importTook: Promise<readonly [number, number]> }).importTook);
  const processor = (await processorTime(running)) - before;
  // The words stay for a while: the next import must not take them for its own.
  await expect(page.getByText('خبر افزوده شد')).toHaveCount(0, { timeout: 60_000 });
  return [wall, processor, longest];
}

/**
 * What of the articles is written by Dexie's `bulkAdd` alone: `texts`, as the bar has it; `once`, each with its row and the indexes of the library and
 * an Entry that names it; `all`, which is what the store keeps: the Entry holds the text once more.
 */
type Kept = 'texts' | 'once' | 'all';

/** What one part of the import has written. */
interface Step {
  readonly texts: readonly { readonly id: string; readonly text: string }[];
  readonly articles: readonly object[];
  readonly entries: readonly { readonly entry: { readonly change: { readonly added: readonly { readonly kind: string; readonly value: { readonly id: string; readonly fingerprint: string } }[] } } }[];
}

interface Measured {
  readonly Dexie: typeof DexieClass;
  /** In the page: the very rows that the import has written, part by part. */
  steps: readonly Step[];
}

async function readSteps(page: Page): Promise<void> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('dexie/dist/dexie.js'), 'utf8'));
  await page.evaluate(async () => {
    const measured = window as unknown as Measured;
    const [name = ''] = (await indexedDB.databases()).flatMap((one) => (one.name?.startsWith('naql-') ? one.name : []));
    const database = await new measured.Dexie(name).open();
    const steps: Step[] = [];
    for (const row of (await database.table('entries').toArray()) as Step['entries'][number][]) {
      const ids = row.entry.change.added.flatMap(({ kind, value: { id } }) => (kind === 'article' ? id : []));
      const of = (table: string): Promise<unknown> => database.table(table).bulkGet(ids);
      if (ids.length > 1) steps.push({ texts: (await of('texts')) as Step['texts'], articles: (await of('articles')) as Step['articles'], entries: [row] });
    }
    database.close();
    measured.steps = steps;
  });
}

/**
 * The very same rows in bare tables with the same indexes, strict, in the same steps. What is between `texts` and `all` is the price of being found,
 * sorted and recovered; what is above `all` is ours.
 */
async function bare(page: Page, kept: Kept): Promise<number> {
  return page.evaluate(async (what) => {
    const { Dexie, steps } = window as unknown as Measured;
    const database = new Dexie('bench-import', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    const indexes = 'id, fingerprint, [added+id], [status+added+id], titleKey, [publisherKey+publisher], published, annotations, agreement, *tags, *leftOut';
    database.version(1).stores({ texts: 'id', ...(what !== 'texts' && { articles: indexes, entries: 'sequence' }) });
    const rows = steps.map(({ texts, entries, ...step }) => ({
      ...step,
      texts: what === 'texts' ? texts.map(({ id, text }) => ({ id, text })) : texts,
      entries: what === 'all' ? entries : entries.map(({ entry, ...rest }) => ({ ...rest, entry: { change: { added: entry.change.added.map(({ value: { id, fingerprint } }) => ({ id, fingerprint })) } } })),
    }));
    await database.open();
    const begin = performance.now();
    for (const step of rows)
      await database.transaction('rw', database.tables, () => Promise.all(database.tables.map((table) => table.bulkAdd(step[table.name as keyof Step]))));
    const took = performance.now() - begin;
    await database.delete();
    return took;
  }, kept);
}

/** Milliseconds that the second copy takes alone: the same Entries as lines of a file, in steps of as many, each on the disk before the next. */
async function bareLines(count: number, bytes: number): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-bench-lines-'));
  const file = await open(path.join(folder, 'lines.ndjson'), 'wx');
  const rows = Array.from({ length: count }, (_, index) => ({ id: `art-${index}`, text: article(0, index, bytes) }));
  const begin = performance.now();
  for (let from = 0; from < count; from += 400) {
    await file.write(`${JSON.stringify({ entry: { change: { added: rows.slice(from, from + 400), updated: [], removed: [] } } })}\n`);
    await file.datasync();
  }
  const took = performance.now() - begin;
  await file.close();
  await rm(folder, { recursive: true });
  return took;
}

async function inLibrary({ page }: RunningApp): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('grid', { name: 'خبرها' })).toBeVisible();
}

test(`import of ${articles} articles of ${bytesEach / 1000} kB`, async ({ start }) => {
  const running = await start();
  await inLibrary(running);
  const timed = async (kept: Kept): Promise<readonly [wall: number, processor: number]> => {
    await running.page.waitForTimeout(3_000);
    const before = await processorTime(running);
    const wall = await bare(running.page, kept);
    return [wall, (await processorTime(running)) - before];
  };
  const [ours, ourWork, longest] = await imported(running, articles, bytesEach, 0);
  await readSteps(running.page);
  const [raw, rawWork] = await timed('texts');
  const [once] = await timed('once');
  const [kept, keptWork] = await timed('all');
  const lines = await bareLines(articles, bytesEach);
  const ratio = (of: number, to: number): string => (of / to).toFixed(2);
  const rows = [
    ['import: files to database and Journal (in brackets: at the pace of this machine)', `${ours.toFixed(0)} ${barredImport(articles, 'whole', ours, [kept, keptWork])}`],
    ['bare bulkAdd of the texts alone', raw.toFixed(0)],
    ['bare bulkAdd of texts, rows with their indexes, and Entries without texts', once.toFixed(0)],
    ['bare bulkAdd of everything that is kept: the same, with the texts in the Entries too', kept.toFixed(0)],
    ['the same Entries as lines of a file, each step on the disk before the next', lines.toFixed(0)],
    ['texts alone / import (bar: 0.7)', `${ratio(raw, ours)} ${raw / ours >= 0.7 ? '✓' : '✗'}`],
    ['processor time of all processes: import', ourWork.toFixed(0)],
    ['the same: bare bulkAdd of the texts alone; of everything that is kept', `${rawWork.toFixed(0)}; ${keptWork.toFixed(0)}`],
    ['**on the wall: everything that is kept / import** (bar: 0.7)', `${ratio(kept, ours)} ${kept / ours >= 0.7 ? '✓' : '✗'}`],
    ['**processor time: everything that is kept / import** (bar: 0.7)', `${ratio(keptWork, ourWork)} ${keptWork / ourWork >= 0.7 ? '✓' : '✗'}`],
    ['longest task of the page meanwhile (the same)', `${longest.toFixed(0)} ${barredImport(articles, 'longest', longest, [kept, keptWork])}`],
    ['what is kept, in the database and then in the file / import', ratio(kept + lines, ours)],
    ['texts alone / what is kept in the database: the most that an import could reach', ratio(raw, kept)],
    ['texts alone / the same, were each text kept once there', ratio(raw, once)],
    ['texts alone / what is kept, in the database and then in the file', ratio(raw, kept + lines)],
  ];
  console.log(['', `| import of ${articles} articles of ${bytesEach} bytes | ms |`, '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'));
});

/** Megabytes that the system counts for the page with its threads, and for the main process. */
async function workingSets({ app, page }: RunningApp): Promise<readonly [page: number, main: number]> {
  const pid = await (await app.browserWindow(page)).evaluate((window) => window.webContents.getOSProcessId());
  const metrics = await app.evaluate(({ app: running }) => running.getAppMetrics().map((one) => ({ pid: one.pid, type: one.type, kilobytes: one.memory.workingSetSize })));
  const of = (found: (one: (typeof metrics)[number]) => boolean): number => (metrics.find(found)?.kilobytes ?? NaN) / 1024;
  return [of((one) => one.pid === pid), of(({ type }) => type === 'Browser')];
}

test(`memory while ${megabytes} MB of text come in`, async ({ start }) => {
  test.setTimeout(3_600_000);
  const running = await start();
  await inLibrary(running);
  const main = await mainThread(running.page);
  const heaps: number[] = [];
  // Line by line: it takes long, and what is known by then is worth something when it is stopped.
  console.log('\n| MB in | heap of the page after a collection, MB | the page with its threads, as the system counts, MB | main process, MB |\n|---|---|---|---|');
  const measure = async (done: number): Promise<void> => {
    const heap = await main.heap();
    heaps.push(heap);
    console.log(`| ${done} | ${[heap, ...(await workingSets(running))].map((value) => value.toFixed(1)).join(' | ')} |`);
  };
  await measure(0);
  const until = Date.now() + mostMinutes * 60_000;
  for (let done = perImport; done <= megabytes && Date.now() < until; done += perImport) {
    await imported(running, (perImport * 1_000) / 50, 50_000, done);
    await measure(done);
  }
  const [warm = NaN, ...later] = heaps.slice(2);
  console.log(`| after the second import | from ${warm.toFixed(1)} to at most ${Math.max(...later).toFixed(1)} | | |`);
});
