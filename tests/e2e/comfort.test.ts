import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { type Settings } from '../../shared/bridge.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { unmark } from './unmarked.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر', includeHidden: true });
const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const style = (page: Page, property: string) => text(page).evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
const storedSettings = async ({ userData }: RunningApp) => JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as Settings;

/** Adds articles of these titles, each of many paragraphs, and leaves the person in the library. */
async function addArticles({ app, page, userData }: RunningApp, titles: readonly string[]) {
  const files = titles.map((_, index) => path.join(userData, `${index}.txt`));
  // Each about something of its own: copies of one story would be asked about.
  const bodyOf = (title: string) => `در ${title} آمده که ${title} از ${title} است.\n`.repeat(60);
  await Promise.all(files.map((file, index) => writeFile(file, `${titles[index]}\n${bodyOf(titles[index] ?? '')}`)));
  await answerOpenDialogs(app, ...files);
  await page.keyboard.press('Control+KeyO');
  await expect(page.getByText(/خبر افزوده شد/)).toBeVisible();
  await page.keyboard.press('Control+KeyL');
}

test('every setting is live: font, size, line height, theme, and selecting by letters', async ({ start }) => {
  const running = await start();
  const { page, screenshot } = running;
  await unmark(page);
  await page.keyboard.press('Control+Comma');
  const dialog = page.getByRole('dialog', { name: 'تنظیمات' });
  await dialog.getByRole('radio', { name: 'نوتو نسخ' }).click();
  await dialog.getByRole('button', { name: 'سطرها دورتر' }).click();
  await dialog.getByRole('button', { name: 'بزرگ‌تر' }).click();
  await expect.poll(() => style(page, 'font-family')).toContain('Noto Naskh Arabic');
  expect(await style(page, 'font-size')).toBe('20px');
  expect(await style(page, 'line-height')).toBe('48px');
  expect((await style(page, '--measure')).trim()).toBe('38em');
  expect(await page.evaluate(() => document.fonts.check('20px "Noto Naskh Arabic"', 'نقل'))).toBe(true);
  await dialog.getByRole('radio', { name: 'انتخاب حرف‌به‌حرف' }).click();
  await screenshot('settings');
  expect(await accessibilityFaults(page)).toEqual([]);
  await dialog.getByRole('searchbox', { name: 'جست‌وجو در تنظیمات' }).fill('پوسته');
  await expect(dialog.getByRole('radiogroup')).toHaveCount(1);
  await dialog.getByRole('radio', { name: 'تیره' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await accessibilityFaults(page)).toEqual([]);
  // Backups are found where one looks for settings, and lead back to the text as well.
  await dialog.getByRole('searchbox', { name: 'جست‌وجو در تنظیمات' }).fill('پشتیبان');
  await screenshot('settings-backups');
  await dialog.getByRole('button', { name: 'دیدن یا بازگرداندن…' }).click();
  await expect(page.getByRole('dialog', { name: 'پشتیبان‌ها' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('Control+Home');
  for (let letter = 0; letter < 3; letter++) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Digit1');
  await expect(lines(page)).toHaveText([/^[^ا-ی]*پای[^ا-ی]*$/]);
  expect(await storedSettings(running)).toMatchObject({ readingFont: 'noto-naskh', lineHeight: 2.4, selectionUnit: 'letter', theme: 'dark' });
});

test('focus mode shows text and gutter, full screen fills the screen, the wheel enlarges the text alone', async ({ start }) => {
  const { app, page, screenshot } = await start();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('F9');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.getByRole('contentinfo')).toHaveCount(0);
  await expect(page.getByText('حالت تمرکز؛').first()).toBeVisible();
  await expect(text(page)).toBeFocused();
  await screenshot('focus-mode');
  expect(await accessibilityFaults(page)).toEqual([]);
  // Then there is the text and nothing else.
  await expect(page.getByText('حالت تمرکز؛').and(page.locator('main p'))).toHaveCount(0, { timeout: 9000 });
  // What the hidden bar would tell is told over the text: which step was taken back.
  for (const chord of ['KeyJ', 'KeyF', 'Control+KeyZ']) await page.keyboard.press(chord);
  await expect(page.locator('main p').filter({ hasText: 'برگشت' })).toBeVisible();
  await screenshot('focus-mode-told');
  // What stands beside the text can only be seen outside of it.
  await page.keyboard.press('KeyG');
  await expect(page.getByRole('complementary', { name: translator('fa').t('guideline.title') })).toBeVisible();
  for (const chord of ['KeyG', 'Escape', 'F9']) await page.keyboard.press(chord);
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: 'بازبین' })).toBeVisible();

  const isFull = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
  await page.keyboard.press('F11');
  await expect.poll(isFull).toBe(true);
  await page.keyboard.press('F11');
  await expect.poll(isFull).toBe(false);

  await page.mouse.move(400, 300);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(() => style(page, 'font-size')).toBe('20px');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('14px');
  await page.keyboard.press('Control+Digit0');
  await expect.poll(() => style(page, 'font-size')).toBe('19px');
});

test('an article is found by its title in any spelling, and opens where it was left, after a restart too', async ({ start }) => {
  const running = await start();
  const { app, page } = running;
  await expect(text(page)).toBeFocused();
  await addArticles(running, ['تعهد وزیر نیرو', 'کتاب‌های تازه', 'بودجهٔ سال']);
  await page.keyboard.press('Control+KeyP');
  const titles = page.getByRole('dialog', { name: 'باز کردن خبر' });
  await expect(titles.getByRole('option').first()).toContainText('تازه‌دیده');
  await page.keyboard.insertText('كتابهاي');
  await expect(titles.getByRole('option')).toHaveCount(1);
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(text(page)).toContainText('کتاب‌های تازه');
  const recent = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items.find(({ submenu }) => submenu)?.submenu?.items[0]?.label);
  await expect.poll(recent).toContain('پایگاه');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Digit1');
  await expect(lines(page)).toHaveCount(1);
  await page.keyboard.press('Control+KeyL');
  const grid = page.getByRole('grid', { name: 'خبرها' });
  await expect(grid.locator('[aria-selected=true]')).toContainText('کتاب‌های تازه');
  await page.keyboard.press('Enter');
  await expect(text(page)).toBeFocused();
  const scrolled = () => page.getByRole('main').evaluate((pane) => pane.scrollTop);
  await expect.poll(scrolled).toBeGreaterThan(300);
  await expect(lines(page).and(page.locator('[aria-selected=true]'))).toHaveCount(1);
  expect(await running.close()).toBe(0);

  const again = await start({ userData: running.userData });
  await expect(text(again.page)).toContainText('کتاب‌های تازه');
  await expect.poll(() => again.page.getByRole('main').evaluate((pane) => pane.scrollTop)).toBeGreaterThan(300);
  await expect(lines(again.page).and(again.page.locator('[aria-selected=true]'))).toHaveCount(1);

  // It was left there then: another size of the letters or another unit does not lead back.
  const now = { pane: again.page.getByRole('main'), selected: () => again.page.evaluate(() => String(getSelection())) };
  for (const chord of ['Escape', 'Control+Home', 'Control+Shift+ArrowLeft']) await again.page.keyboard.press(chord);
  const words = await now.selected();
  expect(words).not.toBe('');
  await again.page.keyboard.press('Control+Equal');
  await expect.poll(() => style(again.page, 'font-size')).toBe('20px');
  expect([await now.pane.evaluate((pane) => pane.scrollTop), await now.selected()]).toEqual([0, words]);
});

test('the name is asked for when the first file is about to carry it', async ({ start }) => {
  const running = await start({ settings: { annotatorName: '' } });
  const { page } = running;
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+KeyE');
  await page.getByRole('textbox', { name: 'نام شما' }).fill('سارا');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'خروجی گرفتن' })).toBeVisible();
  await expect.poll(async () => (await storedSettings(running)).annotatorName).toBe('سارا');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyE');
  await expect(page.getByRole('dialog', { name: 'خروجی گرفتن' })).toBeVisible();
});

test('so it is before work is reviewed or handed over, which then goes on; whoever gives none is asked once', async ({ start }) => {
  const { page } = await start({ settings: { annotatorName: '' } });
  const name = page.getByRole('textbox', { name: 'نام شما' });
  const review = page.getByRole('textbox', { name: 'متن خبر با خوانش همه' });
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+KeyD');
  await page.getByRole('button', { name: 'بدون نام' }).click();
  await expect(review).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+KeyH');
  await expect(page.getByRole('heading', { name: 'واگذاری و تحویل کار' })).toBeVisible();
  await expect(name).toHaveCount(0);

  const other = await start({ settings: { annotatorName: '' } });
  await expect(text(other.page)).toBeFocused();
  await other.page.keyboard.press('Control+KeyD');
  await other.page.getByRole('textbox', { name: 'نام شما' }).fill('سارا');
  await other.page.keyboard.press('Enter');
  await expect(other.page.getByRole('textbox', { name: 'متن خبر با خوانش همه' })).toBeFocused();
  await expect.poll(async () => (await storedSettings(other)).annotatorName).toBe('سارا');
});

test('so it is before articles are given out of the library; those that were chosen are then given out', async ({ start }) => {
  const running = await start({ settings: { annotatorName: '' } });
  const { page } = running;
  await expect(text(page)).toBeFocused();
  await addArticles(running, ['پایگاه', 'کتاب‌ها']);
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('toolbar', { name: 'کار با برگزیده‌ها' }).getByRole('button', { name: 'واگذاری…' }).click();
  await page.getByRole('textbox', { name: 'نام شما' }).fill('سارا');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'واگذاری کار' }).getByRole('radio', { name: 'برگزیدهٔ کتابخانه (۲ خبر)' })).toBeChecked();
  await expect.poll(async () => (await storedSettings(running)).annotatorName).toBe('سارا');
});
