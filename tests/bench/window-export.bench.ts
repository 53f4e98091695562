import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { formatName } from '../../renderer/messages/format-name.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { writeNative } from '../../shared/codecs/native/write.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../e2e/dialogs.ts';
import { annotationsEach, newsroom, newsroomSchema } from '../fixtures/newsroom.ts';
import { newProject } from '../e2e/new-project.ts';

/**
 * How much memory an export takes in the window while a newsroom's work grows: of the page with its workers and of the main process. Prints one
 * table; nothing is passed or failed by it but that every export ends well.
 *
 * `NAQL_BENCH_ARTICLES` and `NAQL_BENCH_FORMATS`: other sizes, each larger than the one before, and other formats, with commas between them.
 */
const listIn = (name: string, otherwise: string): readonly string[] => (process.env[name] ?? otherwise).split(',');
const isQuick = process.env['NAQL_BENCH'] === 'quick';
const sizes = listIn('NAQL_BENCH_ARTICLES', isQuick ? '500,1000' : '1000,2000,4000').map(Number);
const formats = listIn('NAQL_BENCH_FORMATS', isQuick ? 'native' : 'native,hf-parquet,brat');
/** Milliseconds: with 100,000 articles each half of an export takes longer than ten minutes. */
const patience = 7_200_000;
/** What the window takes in one file. */
const perFile = 1000;

function newsroomFile(folder: string, from: number, to: number): string {
  const name = path.join(folder, `${from}.jsonl`);
  const file = openSync(name, 'w');
  const { add } = writeNative(newsroomSchema, String(from));
  for (const slice of newsroom(to, from)) for (const { bytes } of add(slice)) writeSync(file, bytes);
  closeSync(file);
  return name;
}

interface Held {
  /** Megabytes. */
  readonly page: number;
  readonly main: number;
}

const heldBy = async ({ app }: RunningApp): Promise<Held> =>
  app.evaluate(({ app: electron }) => {
    const metrics = electron.getAppMetrics();
    const of = (type: string): number => metrics.filter((one) => one.type === type).reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0);
    return { page: of('Tab'), main: of('Browser') };
  });

/** Looks four times a second until it is over. */
async function heldDuring(running: RunningApp, work: () => Promise<void>): Promise<readonly Held[]> {
  const held: Held[] = [];
  const watch = setInterval(() => void heldBy(running).then((one) => held.push(one)), 250);
  try {
    await work();
  } finally {
    clearInterval(watch);
  }
  return [...held, await heldBy(running)];
}

/** What is no longer needed goes before it is measured: otherwise what came in would be counted. */
async function rested(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  await session.detach();
}

async function taken(running: RunningApp, from: number, to: number): Promise<void> {
  const { app, page, userData } = running;
  for (let at = from; at < to; at += perFile) {
    const file = newsroomFile(userData, at, Math.min(to, at + perFile));
    await answerOpenDialogs(app, file);
    await page.keyboard.press('Control+KeyO');
    await expect(page.getByRole('grid', { name: 'خبرها' })).toHaveAttribute('aria-rowcount', String(Math.min(to, at + perFile) + 1), { timeout: patience });
    await rm(file);
    if ((at / perFile) % 10 === 9) console.log(`${at + perFile} articles are there`);
  }
}

test('exports of growing size in the window', async ({ start }) => {
  test.setTimeout(24 * 3_600_000);
  const running = await start();
  const { app, page, userData } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await newProject(page, 'اتاق خبر');
  const place = path.join(userData, 'place');
  await mkdir(place);
  const rows = ['| articles | annotations | format | page, MB above start | main process, MB above start | page at each tenth of the time | seconds |', '|---|---|---|---|---|---|---|'];
  let there = 0;
  for (const size of sizes) {
    await taken(running, there, size);
    there = size;
    for (const format of formats) {
      await rested(page);
      const before = await heldBy(running);
      const begin = performance.now();
      const held = await heldDuring(running, async () => {
        const wizard = new WizardPage(page);
        await answerSaveDialogs(app, path.join(place, 'out'));
        await wizard.open();
        await wizard.chooseCopy();
        await wizard.go('how');
        await wizard.radio(formatName(format, translator('fa'))).click();
        await wizard.go('check');
        const losses = wizard.check('می‌دانم که این‌ها در خروجی نمی‌آید');
        await expect(wizard.save.or(losses).first()).toBeVisible({ timeout: patience });
        await expect(async () => {
          if (await losses.isVisible()) await losses.check();
          await expect(wizard.save).toBeEnabled({ timeout: 1_000 });
        }).toPass({ timeout: patience });
        await wizard.save.click();
        await expect(wizard.dialog).toHaveCount(0, { timeout: patience });
      });
      expect(await readdir(place)).toEqual(['out']);
      await rm(path.join(place, 'out'), { recursive: true });
      const most = (who: keyof Held): string => (Math.max(...held.map((one) => one[who])) - before[who]).toFixed(0);
      const series = Array.from({ length: 10 }, (_, tenth) => ((held[Math.ceil(((tenth + 1) * held.length) / 10) - 1]?.page ?? 0) - before.page).toFixed(0));
      rows.push(`| ${size} | ${size * annotationsEach} | ${format} | ${most('page')} | ${most('main')} | ${series.join(' ')} | ${((performance.now() - begin) / 1000).toFixed(0)} |`);
      console.log(rows.at(-1));
    }
  }
  console.log(`\n${rows.join('\n')}`);
});
