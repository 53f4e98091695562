import { type Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { newProject } from './new-project.ts';
import { unmark } from './unmarked.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const list = (page: Page) => page.getByRole('complementary', { name: 'برچسب‌ها' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'کدام برچسب‌ها' });

test('where there is nothing yet, the next step is said, or a button takes it', async ({ start }) => {
  const { page } = await start();
  const text = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(text).toBeFocused();
  await unmark(page);
  await expect(list(page)).toContainText('هنوز برچسبی نیست. بخشی از متن را انتخاب کنید و رقم برچسبش را بزنید.');
  await expect(inspector(page)).toContainText('مکان‌نما را در آن بگذارید و ⁨W⁩ را بزنید؛ سپس رقم برچسب را.');

  for (const key of ['Control+Home', 'Control+ArrowLeft', 'KeyW', 'Digit8']) await page.keyboard.press(key);
  await expect(list(page).getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toContainText('روی برچسبی در متن کلیک کنید');
  await filter(page).selectOption({ label: 'با یادداشت ۰' });
  await expect(list(page)).toContainText('برچسبی از این دست نیست.');
  await list(page).getByRole('button', { name: 'نمایش همه' }).click();
  await expect(list(page).getByRole('listbox').getByRole('option')).toHaveCount(1);

  await page.keyboard.press('Control+KeyF');
  await page.keyboard.insertText('ناموجود');
  await expect(page.getByRole('search')).toContainText('پیدا نشد؛ واژهٔ دیگری را بیازمایید');
  await page.keyboard.press('Escape');

  await newProject(page, 'تهی');
  await expect(page.getByText('یک پروندهٔ متنی را اینجا رها کنید')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'افزودن خبر…' })).toBeVisible();
  await page.keyboard.press('Control+KeyP');
  await expect(page.getByRole('dialog')).toContainText('هنوز خبری نیست. از منوی پرونده خبری بیفزایید.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyG');
  await expect(page.getByText('هنوز نامی نیست')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'بازگشت' }).click();
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
});
