import { type Page } from '@playwright/test';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { dropFiles } from './drop-files.ts';
import { misfits } from './layout.ts';
import { smallTargets } from './targets.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });

test('what became of a commitment is logged by day beside it, and how sure one is of any label', async ({ start }) => {
  const { page, screenshot } = await start();
  await expect(text(page)).toBeFocused();
  await dropFiles(page, { name: 'own.txt', text: 'وزیر نیرو گفت: سدها را تا مهر پر می‌کنیم.' });
  await expect(text(page)).toContainText('سدها');
  const hands = new CountedHands(page);
  await hands.drag('سدها را تا مهر پر می‌کنیم');
  await hands.press('4');

  // Nothing is asked for: the log is folded away, and nobody has said yet how sure they are.
  const confidence = inspector(page).getByRole('radiogroup', { name: 'اطمینان' });
  await expect(confidence.getByRole('radio', { checked: true })).toHaveCount(0);
  const date = inspector(page).getByRole('textbox', { name: 'تاریخ پیگیری' });
  await expect(date).toBeHidden();
  await inspector(page).getByText(/پیگیری.*ثبت نشده/).click();
  await date.fill('۳۱ شهریور');
  await inspector(page).getByRole('button', { name: 'ثبت', exact: true }).click();
  await expect(inspector(page)).toContainText('روز کامل بنویسید، با سال.');
  await date.fill('۳۱ شهریور ۱۴۰۵');
  await inspector(page).getByRole('combobox', { name: 'سرانجام' }).selectOption('انجام شد');
  await inspector(page).getByRole('textbox', { name: 'نشانی سند' }).fill('https://example.ir/sad');
  await inspector(page).getByRole('combobox', { name: 'روشنی سند' }).selectOption('روشن');
  await inspector(page).getByRole('button', { name: 'ثبت', exact: true }).click();
  const log = inspector(page).getByRole('list', { name: 'پیگیری' }).getByRole('listitem');
  await expect(log).toHaveCount(1);
  await expect(log).toContainText(/انجام شد.*۳۱ شهریور ۱۴۰۵.*روشن.*https:\/\/example\.ir\/sad/s);
  await expect(date).toHaveValue('');

  // An earlier day stands before it, whenever it is written.
  await date.fill('1405-04-15');
  await inspector(page).getByRole('combobox', { name: 'سرانجام' }).selectOption('متوقف مانده');
  await date.press('Enter');
  await expect(log).toHaveText([/متوقف مانده/, /انجام شد/]);
  await confidence.getByRole('radio', { name: 'محتمل' }).click();
  await expect(confidence.getByRole('radio', { name: 'محتمل' })).toBeChecked();
  await confidence.getByRole('radio', { name: 'محتمل' }).scrollIntoViewIfNeeded();
  await screenshot('follow-up');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
  expect(await misfits(page)).toEqual([]);
  await confidence.getByRole('radio', { name: 'محتمل' }).click();
  await expect(confidence.getByRole('radio', { checked: true })).toHaveCount(0);
  await inspector(page).getByRole('button', { name: /^برداشتن .*۱۵ تیر/ }).click();
  await expect(log).toHaveText([/انجام شد/]);
  await text(page).focus();
  await page.keyboard.press('Control+z');
  await expect(log).toHaveCount(2);
});
