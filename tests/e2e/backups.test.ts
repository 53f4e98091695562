import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { expect, type RunningApp, type StartOptions, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { dropFiles } from './drop-files.ts';
import { clickMenu } from './menu.ts';

type Start = (options?: StartOptions) => Promise<RunningApp>;

const marks = (page: Page) => page.locator('[id^="annotation-"]');

test('backups: made by themselves and on request, looked into, restored as a project of its own, and kept in a second folder', async ({ start }) => {
  const stick = await mkdtemp(path.join(tmpdir(), 'naql-stick-'));
  try {
    const { app, page, userData, screenshot } = await start();
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    const count = await marks(page).count();
    const [project = ''] = await readdir(path.join(userData, 'projects'));
    const folder = path.join(userData, 'backups', project);
    await expect.poll(() => readdir(folder).then((names) => names.filter((name) => name.includes('daily')).length, () => 0)).toBe(1);

    // One label more than the backup has.
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('2');
    await expect(marks(page)).toHaveCount(count + 1);

    await clickMenu(app, 'پشتیبان‌ها…');
    const dialog = page.getByRole('dialog', { name: 'پشتیبان‌ها' });
    await expect(dialog.getByRole('radio')).toHaveCount(1);
    await answerOpenDialogs(app, stick);
    await dialog.getByRole('button', { name: 'گزینش پوشهٔ دوم…' }).click();
    await expect(dialog.getByText('پوشهٔ دوم:')).toBeVisible();
    await dialog.getByRole('button', { name: 'پشتیبان‌گیری همین حالا' }).click();
    await expect(dialog.getByRole('radio')).toHaveCount(3);
    expect(await readdir(path.join(stick, 'naql-backups', project))).toHaveLength(1);

    await dialog.getByRole('radio').last().click();
    await expect(dialog.getByText('خوانده شد.')).toBeVisible();
    await screenshot('backups-fa');
    await dialog.getByLabel('نام پروژهٔ تازه').fill('پیش از آن');
    await dialog.getByRole('button', { name: 'بازگرداندن به شکل پروژهٔ تازه' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('پیش از آن').first()).toBeVisible();
    expect(await readdir(path.join(userData, 'projects'))).toHaveLength(2);
    expect(await page.title()).toContain('پیش از آن');
  } finally {
    await rm(stick, { recursive: true });
  }
});

test('a backup that cannot be made is told quietly with its reason, until one can be; the work goes on', async ({ start }) => {
  for (const language of ['fa', 'en'] as const) {
    const words = language === 'fa'
      ? { failed: 'پشتیبان خودکار ساخته نشد', look: 'پشتیبان‌ها…', now: 'پشتیبان‌گیری همین حالا' }
      : { failed: 'A backup could not be made', look: 'Backups…', now: 'Back up now' };
    const first = await start({ settings: { language, theme: language === 'fa' ? 'light' : 'dark' } });
    const { userData } = first;
    await expect(first.page.getByRole('textbox').first()).toBeFocused();
    const [project = ''] = await readdir(path.join(userData, 'projects'));
    const folder = path.join(userData, 'backups', project);
    await first.close();
    await rm(path.join(userData, 'backups'), { recursive: true, force: true });
    await mkdir(path.join(userData, 'backups'));
    await writeFile(folder, 'a file stands where the folder should be');

    const { page, screenshot } = await start({ userData });
    const bar = page.getByRole('status').filter({ hasText: words.failed });
    await expect(bar).toBeVisible();
    await screenshot(`backup-failed-${language}`);
    const count = await marks(page).count();
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('2');
    await expect(marks(page)).toHaveCount(count + 1);
    await expect(page.locator('[data-save="saved"]')).toBeVisible();

    await bar.getByRole('button', { name: words.look }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText(words.failed)).toBeVisible();
    await screenshot(`backup-failed-list-${language}`);
    await rm(folder);
    await dialog.getByRole('button', { name: words.now }).click();
    await expect(dialog.getByRole('radio')).toHaveCount(1);
    await expect(dialog.getByText(words.failed)).toBeHidden();
    await expect(bar).toBeHidden();
  }
});

/** A profile with one label more than the sample has, in its backup too, and closed. */
async function labelled(start: Start): Promise<{ readonly userData: string; readonly project: string; readonly count: number }> {
  const { page, userData, close } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const before = await marks(page).count();
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect(marks(page)).toHaveCount(before + 1);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  const [project = ''] = await readdir(path.join(userData, 'projects'));
  await expect.poll(() => readdir(path.join(userData, 'backups', project)).then((names) => names.length, () => 0)).toBe(1);
  await close();
  return { userData, project, count: before + 1 };
}

test('a journal and a database that are both lost come back from a backup, and it is told', async ({ start }) => {
  const { userData, project, count } = await labelled(start);
  await rm(path.join(userData, 'IndexedDB'), { recursive: true });
  const journal = path.join(userData, 'projects', project, 'journal.ndjson');
  await truncate(journal, Math.floor((await stat(journal)).size / 2));

  const { page, screenshot } = await start({ userData });
  await expect(page.getByText('از یک پشتیبان برگشت')).toBeVisible();
  await expect(marks(page)).toHaveCount(count);
  await screenshot('refilled-fa');
});

test('a project whose folder was deleted comes back from its database, and it is told', async ({ start }) => {
  const { userData, project, count } = await labelled(start);
  await rm(path.join(userData, 'projects', project), { recursive: true });
  await rm(path.join(userData, 'backups'), { recursive: true });

  const { page, screenshot } = await start({ userData });
  await expect(page.getByText('پوشهٔ این پروژه سر جایش نبود و از نو ساخته شد.')).toBeVisible();
  await expect(page.getByText('از پایگاه داده کامل شد')).toBeVisible();
  await expect(marks(page)).toHaveCount(count);
  expect(await readdir(path.join(userData, 'projects'))).toEqual([project]);
  await screenshot('folder-gone-fa');
});

test('a project whose folder and database were deleted comes back from its backup under its name, and it is told', async ({ start }) => {
  const { userData, project, count } = await labelled(start);
  await rm(path.join(userData, 'projects', project), { recursive: true });
  await rm(path.join(userData, 'IndexedDB'), { recursive: true });

  const settings = path.join(userData, 'settings.json');
  await writeFile(settings, JSON.stringify({ ...(JSON.parse(await readFile(settings, 'utf8')) as object), language: 'en' }));
  const { page, screenshot } = await start({ userData });
  await expect(page.getByText('The folder of this project was gone and was made anew.')).toBeVisible();
  await expect(page.getByText('came back from a backup')).toBeVisible();
  await expect(marks(page)).toHaveCount(count);
  expect(await readdir(path.join(userData, 'projects'))).toEqual([project]);
  expect(await page.title()).toContain('پروژهٔ نمونه');
  await screenshot('folder-gone-en');
});

test('a project from the future is refused politely, and a copy of it can be saved', async ({ start }) => {
  const { userData, close, page } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.evaluate(async () => {
    const [found] = await indexedDB.databases();
    const request = indexedDB.open(found?.name ?? '');
    const database = await new Promise<IDBDatabase>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const meta = database.transaction('meta', 'readwrite').objectStore('meta');
    const opened = await new Promise<{ value: object }>((resolve) => {
      const asked = meta.get('opened');
      asked.addEventListener('success', () => resolve(asked.result as { value: object }));
    });
    const written = meta.put({ key: 'opened', value: { ...opened.value, shape: 999 } });
    await new Promise((resolve) => written.addEventListener('success', resolve));
    database.close();
  });
  await close();
  const again = await start({ userData });
  await expect(again.page.getByText('پروژه باز نشد')).toBeVisible();
  const copy = path.join(userData, 'copy.naql-backup.gz');
  await answerSaveDialogs(again.app, copy);
  await again.page.getByRole('button', { name: 'ذخیرهٔ رونوشتی از پروژه…' }).click();
  await expect(again.page.getByText('رونوشت ذخیره شد')).toBeVisible();
  await again.screenshot('from-the-future-fa');
  expect(await readdir(userData)).toContain('copy.naql-backup.gz');
});

test('backups in English and dark', async ({ start }) => {
  const { app, page, screenshot } = await start({ settings: { language: 'en', theme: 'dark' } });
  await expect(page.getByRole('textbox').first()).toBeFocused();
  await clickMenu(app, 'Backups…');
  const dialog = page.getByRole('dialog', { name: 'Backups' });
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  await dialog.getByRole('radio').first().click();
  await expect(dialog.getByText('read.')).toBeVisible();
  await screenshot('backups-en-dark');
});

test('a backup on another computer is one’s own work there once one says so: its labels can be altered', async ({ start }) => {
  const first = await start({ settings: { annotatorName: 'سارا' } });
  await expect(first.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const count = (await marks(first.page).count()) + 1;
  await first.page.keyboard.press('Control+Shift+ArrowLeft');
  await first.page.keyboard.press('2');
  // The list follows what was saved.
  await expect(marks(first.page)).toHaveCount(count);
  await expect(first.page.locator('[data-save="saved"]')).toBeVisible();
  await clickMenu(first.app, 'پشتیبان‌ها…');
  const here = first.page.getByRole('dialog', { name: 'پشتیبان‌ها' });
  await here.getByRole('button', { name: 'پشتیبان‌گیری همین حالا' }).click();
  const [project = ''] = await readdir(path.join(first.userData, 'projects'));
  const kept = path.join(first.userData, 'backups', project);
  const byHand = async () => (existsSync(kept) ? await readdir(kept) : []).filter((name) => name.includes('by-hand') && !name.startsWith('.'));
  await expect.poll(byHand).toHaveLength(1);
  await here.getByRole('radio').first().click();
  // One’s own work is asked about by nobody.
  await expect(here.getByText('خوانده شد.')).toBeVisible();
  await expect(here.getByRole('checkbox')).toHaveCount(0);
  const [file = ''] = await byHand();
  await first.close();

  const { app, page, userData, screenshot } = await start({ settings: { annotatorName: 'رضا' } });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await clickMenu(app, 'پشتیبان‌ها…');
  const dialog = page.getByRole('dialog', { name: 'پشتیبان‌ها' });
  await answerOpenDialogs(app, path.join(first.userData, 'backups', project, file));
  await dialog.getByRole('button', { name: 'باز کردن' }).click();
  await dialog.getByRole('checkbox', { name: /این کار خود من است: با نام ⁨?سارا⁩? پی می‌گیرم/ }).check();
  await screenshot('backups-as-me-fa');
  await dialog.getByRole('button', { name: 'بازگرداندن به شکل پروژهٔ تازه' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') }).first().click();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(marks(page)).toHaveCount(count);
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyX');
  await expect(marks(page)).toHaveCount(count - 1);
  expect((JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as { annotatorName: string }).annotatorName).toBe('سارا');
});

test('a disk that is almost full is told at the start, and when articles are about to come in', async ({ start }) => {
  const before = inProject('tests', 'e2e', 'little-space.cjs');
  const beginning = async (first: number, later: number) => {
    Object.assign(process.env, { NAQL_SPACE: String(first), NAQL_SPACE_LATER: String(later) });
    const running = await start({ before });
    await expect(running.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    return running;
  };
  const told = (page: Page) => page.getByRole('status').filter({ hasText: 'فضای دیسک کم است' });
  const full = await beginning(120, 5_000);
  await expect(told(full.page)).toContainText('۱۲۰ مگابایت');
  await full.screenshot('little-space-fa');
  // Whoever has made room and goes on hears no more of it.
  await dropFiles(full.page, { name: 'یک.txt', text: 'خبر تازه.' });
  await expect(told(full.page)).toBeHidden();
  await full.close();

  const { page } = await beginning(5_000, 80);
  await expect(told(page)).toBeHidden();
  await dropFiles(page, { name: 'دو.txt', text: 'خبر دیگر.' });
  await expect(told(page)).toContainText('۸۰ مگابایت');
});
