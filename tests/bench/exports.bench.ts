import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication } from '@playwright/test';
import { writeNative } from '../../shared/codecs/native/write.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { answerOpenDialogs, answerSaveDialogs } from '../e2e/dialogs.ts';
import { annotationsEach, newsroom, newsroomSchema } from '../fixtures/newsroom.ts';

/**
 * How much memory an export takes in the window while a newsroom's work grows: what the process of the page holds, its worker with it, and the main
 * process. Articles come in a few files, and the window is opened anew before it exports. `NAQL_BENCH_ARTICLES` and `NAQL_BENCH_FORMATS` as in streaming.ts.
 */
const listIn = (name: string, otherwise: string): readonly string[] => (process.env[name] ?? otherwise).split(',');
const sizes = listIn('NAQL_BENCH_ARTICLES', '1000,4000').map(Number);
const formats = listIn('NAQL_BENCH_FORMATS', 'native,brat');
const titles: Readonly<Record<string, string>> = { native: 'Naql JSON Lines', brat: 'brat standoff' };
const articlesInFile = 1000;

function writePart(file: string, from: number, to: number): void {
  const handle = openSync(file, 'w');
  const { add } = writeNative(newsroomSchema, 'part');
  for (const slice of newsroom(to, from)) for (const { bytes } of add(slice)) writeSync(handle, bytes);
  closeSync(handle);
}

/** MB that the processes hold now. */
const held = (app: ElectronApplication): Promise<{ readonly page: number; readonly main: number }> =>
  app.evaluate(({ app: running }) => {
    const of = (type: string): number =>
      running.getAppMetrics().filter((one) => one.type === type).reduce((sum, { memory }) => sum + memory.workingSetSize / 1024, 0);
    return { page: of('Tab'), main: of('Browser') };
  });

async function filled({ app, page, userData }: RunningApp, articles: number): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyN');
  await page.getByRole('textbox', { name: 'نام پروژه' }).fill('تحریریه');
  await page.keyboard.press('Enter');
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
  for (let from = 0; from < articles; from += articlesInFile) {
    const to = Math.min(articles, from + articlesInFile);
    const file = path.join(userData, `part-${from}.jsonl`);
    writePart(file, from, to);
    await answerOpenDialogs(app, file);
    await page.keyboard.press('Control+KeyO');
    await expect(page.getByRole('grid', { name: 'خبرها' })).toHaveAttribute('aria-rowcount', String(to + 1), { timeout: 1_800_000 });
    rmSync(file);
  }
  await expect(page.locator('[data-save="saved"]').or(page.getByRole('grid', { name: 'خبرها' })).first()).toBeVisible();
}

async function exported({ app, page, userData }: RunningApp, format: string): Promise<string> {
  const before = await held(app);
  const most = { ...before };
  let isRunning = true;
  const watching = (async () => {
    while (isRunning) {
      const now = await held(app);
      most.page = Math.max(most.page, now.page);
      most.main = Math.max(most.main, now.main);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  const begin = performance.now();
  const wizard = new WizardPage(page);
  const folder = path.join(userData, `out-${format}`);
  await answerSaveDialogs(app, folder);
  await wizard.open();
  await wizard.chooseCopy();
  await wizard.go('how');
  await wizard.radio(titles[format] ?? format).click();
  await wizard.radio(wizard.t('export.split.some')).click();
  await wizard.go('check');
  await expect(wizard.dialog.getByRole('group', { name: wizard.t('export.split') })).toBeVisible({ timeout: 3_600_000 });
  const accept = wizard.check(wizard.t('export.accept'));
  if (await accept.isVisible()) await accept.check();
  await expect(wizard.save).toBeEnabled({ timeout: 60_000 });
  await wizard.save.click();
  await expect(wizard.dialog).toHaveCount(0, { timeout: 3_600_000 });
  isRunning = false;
  await watching;
  rmSync(folder, { recursive: true });
  const seconds = (performance.now() - begin) / 1000;
  const told = [before.page, most.page, most.page - before.page, most.main - before.main, seconds].map((number) => number.toFixed(0));
  return `| ${format} | ${told.join(' | ')} |`;
}

for (const articles of sizes) {
  test(`exports of ${articles} articles in the window`, async ({ start }) => {
    test.setTimeout(24 * 3_600_000);
    const first = await start();
    await filled(first, articles);
    await first.close();
    const again = await start({ userData: first.userData });
    await expect(again.page.getByRole('grid', { name: 'خبرها' }).or(again.page.getByRole('textbox', { name: 'متن خبر' })).first()).toBeVisible();
    mkdirSync(again.userData, { recursive: true });
    const rows: string[] = [];
    for (const format of formats) rows.push(await exported(again, format));
    process.stdout.write([
      '', `${articles} articles, ${articles * annotationsEach} annotations`, '',
      '| format | page at the start, MB | page at most | above start | main process above start | seconds |', '|---|---|---|---|---|---|', ...rows, '', '',
    ].join('\n'));
    expect(rows.length).toBe(formats.length);
  });
}
