import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { dropFiles } from './drop-files.ts';
import { exportCopy, nativeFile, nativeText } from './export-folder.ts';
import { unmark } from './unmarked.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const rows = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') });
const marks = (page: Page) => page.locator('[id^="annotation-"]');
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible();

/** Marks the first `count` words of the text as a quote. */
async function markFirstWords(page: Page, count: number): Promise<void> {
  await expect(article(page)).toBeFocused();
  const before = await marks(page).count();
  await page.keyboard.press('Control+Home');
  for (let i = 0; i < count; i++) await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('1');
  await expect(marks(page)).toHaveCount(before + 1);
  await saved(page);
}

const toLibrary = (page: Page) => page.keyboard.press('Control+l');

async function newProject(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+n');
  // Messages in passing are dialogs, too, but hold nothing up.
  const dialog = page.locator('[role=dialog]:not([aria-modal=false])');
  await dialog.getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('an article comes in by dialog, by dropping and by pasting; it is marked, done, and listed with its state', async ({ start }) => {
  const running = await start();
  const { app, page, userData, screenshot } = running;
  await expect(article(page)).toBeFocused();

  const file = path.join(userData, 'خبر برق.txt');
  await writeFile(file, '🔴 وزیر نیرو گفت: «برق را گران نمی‌کنیم».\nپایان خبر.\n');
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+o');
  await expect(article(page)).toContainText('برق را گران نمی‌کنیم');
  await markFirstWords(page, 3);

  await dropFiles(page, { name: 'dropped.txt', text: 'سخنگوی دولت وعده داد که جاده تا پاییز باز شود.' });
  await expect(article(page)).toContainText('تا پاییز');
  await page.keyboard.press('Control+Enter');
  await expect(article(page)).not.toContainText('تا پاییز');

  await toLibrary(page);
  await expect(rows(page)).toHaveCount(3);
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'متنی که از جای دیگری آمد.\nسطر دوم.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  });
  await expect(article(page)).toContainText('سطر دوم');

  await toLibrary(page);
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).filter({ hasText: 'برق' })).toContainText('در دست کار');
  await expect(rows(page).filter({ hasText: 'سخنگوی دولت' })).toContainText('پایان‌یافته');
  await expect(rows(page).filter({ hasText: 'متنی که' })).toContainText('انجام‌نشده');
  await screenshot('library-fa');
});

test('the same text twice is one article, and the window says so', async ({ start }) => {
  const { page } = await start();
  await expect(article(page)).toBeFocused();
  await dropFiles(page, { name: 'a.txt', text: 'یک خبر.' });
  await expect(article(page)).toContainText('یک خبر');
  await dropFiles(page, { name: 'b.txt', text: 'یک خبر.' });
  await expect(page.getByText('تکراری')).toBeVisible();
  await page.keyboard.press('Escape');
  await toLibrary(page);
  await expect(rows(page)).toHaveCount(2);
});

test('an export taken into an empty project gives the same annotations, id for id, and the same bytes when exported again', async ({ start }) => {
  const running = await start();
  const { app, page, userData } = running;
  await markFirstWords(page, 2);
  const [first, second] = [path.join(userData, 'first'), path.join(userData, 'second')];
  await exportCopy(running, first);
  expect((await nativeText(first)).trimEnd().split('\n')).toHaveLength(2);

  await newProject(page, 'پروژهٔ خالی');
  await answerOpenDialogs(app, await nativeFile(first));
  await page.keyboard.press('Control+o');
  await expect(rows(page).or(article(page)).first()).toBeVisible();
  await exportCopy(running, second);
  expect(await nativeText(second)).toBe(await nativeText(first));
});

test('undo and redo go on after a restart', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markFirstWords(first.page, 1);
  await markFirstWords(first.page, 3);
  await first.close();

  const { page } = await start({ userData: first.userData });
  await expect(marks(page)).toHaveCount(2);
  await expect(article(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expect(marks(page)).toHaveCount(2);
});
