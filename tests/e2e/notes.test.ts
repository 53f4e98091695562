import { type Page } from '@playwright/test';
import { isolate } from '../../shared/messages/isolate.ts';
import { expect, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { unmark } from './unmarked.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' });
/** As the filter names it: names stand isolated. */
const counted = (name: string, count: string) => `${isolate(name)} ${count}`;
const lines = (page: Page) => list(page).getByRole('option');
const signs = (page: Page, kind: 'flagged' | 'noted') => page.locator(`[role="textbox"] [data-signs~="${kind}"]`);

test('the other mouse button offers to cut, copy and paste in a field, and in the text nothing but the text\'s own menu', async ({ start }) => {
  const { app, page } = await start();
  await unmark(page);
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function () {
      Object.assign(globalThis, { offered: this.items.map(({ label, type }) => (type === 'separator' ? '-' : label)) });
    };
  });
  const offered = () => app.evaluate(() => (globalThis as { offered?: readonly string[] }).offered);
  const hands = new CountedHands(page);
  await hands.putCaret('کازان');
  await hands.press('w');
  await page.getByRole('textbox', { name: 'متن خبر' }).click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await offered()).toBeUndefined();
  await hands.putCaret('کازان');
  await hands.press('w', '8', 'm');
  await page.getByRole('textbox', { name: 'یادداشت' }).click({ button: 'right' });
  await expect.poll(offered).toEqual(['برش', 'رونوشت', 'چسباندن', '-', 'انتخاب همه']);
});

test('notes and doubts are marked beside the text, listed, filtered and walked to', async ({ start }) => {
  const { page, screenshot } = await start();
  await unmark(page);
  const hands = new CountedHands(page);
  for (const [words, digit] of [['ایرنا', '2'], ['عصر', '3'], ['اجلاس', '8'], ['کازان', '8']] as const) {
    await hands.putCaret(words);
    await hands.press('w', digit);
  }
  await expect(lines(page)).toHaveCount(4);
  await hands.press('f', 'm');
  await expect(page.getByRole('textbox', { name: 'یادداشت' })).toBeFocused();
  await page.keyboard.insertText('شهر است یا رود؟');
  await hands.press('Escape', 'k', 'k', 'k', 'f');
  await expect(signs(page, 'flagged')).toHaveCount(2);
  await expect(signs(page, 'noted')).toHaveCount(1);
  await expect(lines(page).nth(3)).toHaveAttribute('aria-label', /با نشان تردید، با یادداشت/);
  await screenshot('notes');

  await hands.press('Shift+f');
  await expect(lines(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  await hands.press('Shift+f');
  await expect(lines(page).nth(0)).toHaveAttribute('aria-selected', 'true');

  const filter = page.getByRole('combobox', { name: 'کدام برچسب‌ها' });
  await expect(filter.getByRole('option')).toHaveText([counted('همه', '۴'), counted('با نشان تردید', '۲'), counted('با یادداشت', '۱'), counted('گوینده', '۱'), counted('نشانهٔ نقل', '۱'), counted('اشاره', '۲')]);
  await filter.selectOption(counted('با نشان تردید', '۲'));
  await expect(lines(page)).toHaveText(['ایرنا', 'کازان']);
  await filter.selectOption(counted('با یادداشت', '۱'));
  await expect(lines(page)).toHaveText(['کازان']);
  await filter.selectOption(counted('اشاره', '۲'));
  await expect(lines(page)).toHaveText(['اجلاس', 'کازان']);
  await list(page).press('End');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});
