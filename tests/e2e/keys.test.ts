import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { newProject } from './new-project.ts';
import { unmark } from './unmarked.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const sheet = (page: Page) => page.getByRole('dialog', { name: 'کلیدها' });

/** A key of another layout as it arrives: the place of the board, and the letter that stands on it. */
async function pressOn(page: Page, code: string, key: string, held: { readonly ctrl?: boolean; readonly shift?: boolean } = {}) {
  await page.evaluate(
    ([place, letter, { ctrl = false, shift = false }]) =>
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { code: place, key: letter, ctrlKey: ctrl, shiftKey: shift, bubbles: true, cancelable: true }),
      ),
    [code, key, held] as const,
  );
}

/** The button of a command in the key sheet: its name begins with the command's words and ends with its keys. */
const change = (page: Page, command: string) => sheet(page).getByRole('button', { name: new RegExp(`^${command}`) });

test('a person’s own keys hold at once, everywhere, and after a restart', async ({ start }) => {
  const first = await start();
  const { page } = first;
  await unmark(page);
  await page.keyboard.press('F1');
  await change(page, 'بزرگ کردن انتخاب: واژه، جمله، بند').click();
  await expect(sheet(page).getByText('کلید تازه را بزنید…'), 'its dots stand at its end').toHaveCSS('direction', 'rtl');
  await pressOn(page, 'KeyX', 'ط');
  await expect(sheet(page).getByText('«\u2068حذف برچسب\u2069»', { exact: false }).first()).toBeVisible();
  await pressOn(page, 'Space', '\u200c', { shift: true });
  await expect(sheet(page).getByText('نیم‌فاصله است', { exact: false }).first()).toBeVisible();
  await pressOn(page, 'Semicolon', 'ک');
  await expect(change(page, 'بزرگ کردن انتخاب: واژه، جمله، بند')).toBeFocused();
  await expect(change(page, 'بزرگ کردن انتخاب: واژه، جمله، بند')).toHaveAccessibleName(/;/);
  await change(page, 'نمایش کلیدها').click();
  await page.keyboard.press('F2');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('Control+Home');
  await pressOn(page, 'KeyW', 'ص');
  await pressOn(page, 'Digit1', '۱');
  await expect(lines(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await pressOn(page, 'Semicolon', 'ک');
  await pressOn(page, 'Digit1', '۱');
  await expect(lines(page)).toHaveText([/پایگاه/]);
  const shownKeys = () => first.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items[0]?.accelerator);
  await expect.poll(shownKeys).toBe('F2');
  await page.keyboard.press('F1');
  await expect(sheet(page)).toHaveCount(0);
  expect(await first.close()).toBe(0);

  const again = await start({ userData: first.userData });
  await expect(text(again.page)).toBeFocused();
  await again.page.keyboard.press('F2');
  await expect(change(again.page, 'بزرگ کردن انتخاب: واژه، جمله، بند')).toHaveAccessibleName(/;/);
  await again.page.getByRole('button', { name: 'همهٔ کلیدها مانند اول' }).click();
  await expect(change(again.page, 'بزرگ کردن انتخاب: واژه، جمله، بند')).toHaveAccessibleName(/W/);
  await again.page.keyboard.press('Escape');
  await again.page.keyboard.press('F1');
  await expect(sheet(again.page)).toBeVisible();
});

test('keys are letters again while one writes a note, and commands again after it; undo names its step', async ({ start }) => {
  const { page } = await start();
  await unmark(page);
  await page.keyboard.press('Control+Home');
  await pressOn(page, 'KeyW', 'ص');
  await pressOn(page, 'Digit1', '۱');
  await pressOn(page, 'KeyM', 'پ');
  const note = page.getByRole('textbox', { name: 'یادداشت' });
  await expect(note).toBeFocused();
  for (const key of ['x', '1', 'j', 'q', '?']) await page.keyboard.press(key);
  await expect(note).toHaveValue('x1jq?');
  await expect(lines(page)).toHaveAttribute('aria-label', /نقل‌قول/);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await pressOn(page, 'KeyX', 'ط');
  await expect(lines(page)).toHaveCount(0);
  await pressOn(page, 'KeyZ', 'ظ', { ctrl: true });
  await expect(lines(page)).toHaveCount(1);
  await expect(page.locator('[data-said]')).toHaveText(/^برگشت: .*حذف/);
});

test('the question mark of a German board shows the keys, the plus and minus of the numeric pad zoom', async ({ start }) => {
  const { page } = await start();
  await expect(text(page)).toBeFocused();
  const size = () => text(page).evaluate((dom) => parseFloat(getComputedStyle(dom).fontSize));
  const usual = await size();
  await pressOn(page, 'NumpadAdd', '+', { ctrl: true });
  await expect.poll(size).toBeGreaterThan(usual);
  await pressOn(page, 'NumpadSubtract', '-', { ctrl: true });
  await expect.poll(size).toBe(usual);
  await pressOn(page, 'Minus', '?', { shift: true });
  await expect(sheet(page)).toBeVisible();
});

test('the palette finds a command in any spelling and does it where the person was', async ({ start }) => {
  const { page, screenshot } = await start();
  await unmark(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Digit1');
  await expect(lines(page)).toHaveCount(1);
  await pressOn(page, 'KeyK', 'ن', { ctrl: true });
  const palette = page.getByRole('dialog', { name: 'فرمان‌ها' });
  await expect(page.getByRole('combobox', { name: 'جست‌وجوی فرمان' })).toBeFocused();
  await screenshot('palette');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.insertText('نشان ترديد');
  await expect(palette.getByRole('option').first()).toContainText('F');
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(lines(page).first()).toHaveAttribute('aria-label', /با نشان تردید/);
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('Control+KeyK');
  await page.keyboard.insertText('هیچ فرمانی چنین نیست');
  await expect(palette).toContainText('واژهٔ دیگری را بیازمایید');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
});

test('keys that come while an article is still being opened mean what they mean once it is there', async ({ start }) => {
  const { page } = await start();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+l');
  const row = page.getByRole('row').filter({ hasText: 'پزشکیان' }).first();
  await expect(row).toBeVisible();
  // The click, and two keys behind it as soon as the library has gone, before anything of the article can be there.
  const isEarly = await row.evaluate(async (one) => {
    (one as HTMLElement).click();
    while (one.isConnected) await Promise.resolve();
    const isBefore = document.querySelector('[role=textbox]') === null;
    for (const code of ['KeyJ', 'KeyJ'])
      document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: code.slice(-1).toLowerCase(), bubbles: true, cancelable: true }));
    return isBefore;
  });
  expect(isEarly).toBe(true);
  await expect(text(page)).toBeFocused();
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('keys behind Ctrl+Enter are for the next article; pressed twice, held, or its button pressed twice, it finishes one', async ({ start }) => {
  const { app, page, userData } = await start();
  await expect(text(page)).toBeFocused();
  const files = ['یک', 'دو', 'سه', 'چهار'].map((name) => ({ name, file: path.join(userData, `${name}.txt`) }));
  for (const { name, file } of files) await writeFile(file, `خبر ${name}\nشهردار رفت.`);
  await answerOpenDialogs(app, ...files.map(({ file }) => file));
  await newProject(page, 'پشت سر هم');
  await page.keyboard.press('Control+KeyO');
  const rows = page.getByRole('row').filter({ hasText: 'خبر' });
  await expect(rows).toHaveCount(4);
  await rows.first().click();
  await expect(text(page)).toBeFocused();
  const heading = () => page.getByRole('heading', { level: 1 }).textContent();
  const before = await heading();
  // All of them before anything of the next article can be there, as hands do it that are faster than the machine.
  await page.evaluate(() => {
    const press = (code: string, more: KeyboardEventInit = {}) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code, key: code.replace(/^(?:Key|Digit)/, ''), bubbles: true, cancelable: true, ...more }));
    press('Enter', { ctrlKey: true });
    press('Enter', { ctrlKey: true });
    press('Enter', { ctrlKey: true, repeat: true });
    for (const code of ['KeyW', 'Digit8', 'KeyF']) press(code);
  });
  await expect.poll(heading).not.toBe(before);
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page)).toHaveAttribute('aria-label', /«⁨خبر⁩».*با نشان تردید/);
  // Held on: the next article is there, and has not been looked at.
  const second = await heading();
  await page.evaluate(() =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', ctrlKey: true, repeat: true, bubbles: true, cancelable: true })),
  );
  await page.getByRole('button', { name: 'پایان' }).dblclick();
  await expect.poll(heading).not.toBe(second);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await expect(rows.filter({ hasText: 'پایان‌یافته' })).toHaveCount(2);
  await expect(rows.filter({ hasText: 'انجام‌نشده' })).toHaveCount(2);
});
