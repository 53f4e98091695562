import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { isolate } from '../../shared/messages/isolate.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { newProject } from './new-project.ts';
import { unmark } from './unmarked.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const list = (page: Page) => page.getByRole('complementary', { name: 'برچسب‌ها' });
const filter = (page: Page) => page.getByRole('combobox', { name: 'کدام برچسب‌ها' });

test('where there is nothing yet, the next step is said, or a button takes it', async ({ start }) => {
  const { app, page, userData, screenshot } = await start();
  const text = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(text).toBeFocused();
  await unmark(page);
  await expect(list(page)).toContainText('هنوز برچسبی نیست. بخشی از متن را انتخاب کنید و رقم برچسبش را بزنید.');
  await expect(inspector(page)).toContainText('مکان‌نما را در آن بگذارید و ⁨W⁩ را بزنید؛ سپس رقم برچسب را.');
  await screenshot('empty-inspector-bare');

  for (const key of ['Control+Home', 'Control+ArrowLeft']) await page.keyboard.press(key);
  // The button takes the word in which the caret stands, which keeps the focus.
  await inspector(page).getByRole('button', { name: 'گرفتن واژه' }).click();
  await expect(text).toBeFocused();
  await page.keyboard.press('Digit8');
  await expect(list(page).getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toContainText('روی برچسبی در متن کلیک کنید');
  await screenshot('empty-inspector');
  await inspector(page).getByRole('button', { name: 'برچسب قبلی' }).click();
  await expect(inspector(page).getByRole('heading', { name: 'اشاره' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(inspector(page)).toContainText('روی برچسبی در متن کلیک کنید');
  await filter(page).selectOption({ label: `${isolate('با یادداشت')} ۰` });
  await expect(list(page)).toContainText('برچسبی از این دست نیست.');
  await list(page).getByRole('button', { name: 'نمایش همه' }).click();
  await expect(list(page).getByRole('listbox').getByRole('option')).toHaveCount(1);

  await page.keyboard.press('Control+KeyF');
  await page.keyboard.insertText('ناموجود');
  await expect(page.getByRole('search')).toContainText('پیدا نشد؛ واژهٔ دیگری را بیازمایید');
  await page.keyboard.press('Escape');

  await newProject(page, 'تهی');
  await expect(page.getByText('پرونده‌ها یا پوشه‌ای را اینجا رها کنید')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'افزودن پوشه…' })).toBeVisible();
  await screenshot('empty-library');
  await expect(page.getByRole('main').getByRole('button', { name: 'افزودن خبر…' })).toBeVisible();
  await page.keyboard.press('Control+KeyP');
  await expect(page.getByRole('dialog')).toContainText('هنوز خبری نیست.');
  await screenshot('empty-article-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyG');
  await expect(page.getByText('هنوز نامی نیست')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'بازگشت' }).click();
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();

  const file = path.join(userData, 'dam.txt');
  await writeFile(file, 'وزیر نیرو گفت: سدها پر می‌شود.');
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyP');
  await page.getByRole('dialog').getByRole('button', { name: 'افزودن خبر…' }).click();
  await expect(text).toContainText('سدها');
});
