import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { dropFiles } from './drop-files.ts';

const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const said = (page: Page) => page.locator('[data-said]');
const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });

async function opened(start: () => Promise<RunningApp>, text: string) {
  const { page, screenshot } = await start();
  await expect(article(page)).toBeFocused();
  await dropFiles(page, { name: 'own.txt', text });
  await expect(article(page)).toContainText(text.slice(0, 10));
  return { page, screenshot, hands: new CountedHands(page) };
}

const repeated = [
  'پوتین در کازان سخن گفت.',
  'روز بعد پوتین و پزشکیان دیدار کردند؛ سخنگوی «پوتین» چیزی نگفت و پوتینیسم واژهٔ دیگری است.',
  'وپوتین رفت.',
].join('\n');

test('the same text elsewhere is shown, ticked off, and labelled in one step with attributes and person', async ({ start }) => {
  const { page, hands, screenshot } = await opened(start, repeated);
  await hands.drag('پوتین', 'پوتین در کازان');
  await hands.press('2', 'p');
  await page.getByRole('combobox', { name: 'این کیست؟' }).fill('ولادیمیر پوتین');
  await hands.press('Enter');
  await expect(article(page)).toBeFocused();

  await hands.press('t');
  const panel = page.getByRole('complementary', { name: '۳ بار دیگر در متن هست. همه؟' });
  await expect(panel.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await screenshot('same-text');
  await hands.press('j', 'Space');
  await expect(panel.getByRole('checkbox').nth(1)).not.toBeChecked();
  await expect(said(page)).toContainText('بی‌تیک');
  await hands.press('Enter');
  await expect(lines(page)).toHaveCount(3);
  for (const line of await lines(page).all()) await expect(line).toHaveAttribute('aria-label', /ولادیمیر پوتین/);
  await expect(lines(page)).toHaveText(['پوتین', 'پوتین', 'پوتین']);

  // What is labelled already is not offered again; all that was made goes in one step.
  await hands.press('t');
  await expect(page.getByRole('complementary', { name: '۱ بار دیگر در متن هست. همه؟' }).getByRole('checkbox')).toHaveCount(1);
  await hands.press('Escape', 'Control+z');
  await expect(lines(page)).toHaveCount(1);
});

test('an armed label goes wherever the selection stands', async ({ start }) => {
  const { page, hands } = await opened(start, repeated);
  await hands.putCaret('کازان');
  await hands.press('8', 'w', 't');
  await expect(said(page)).toContainText('جای بی‌برچسب دیگری نیست');
  await hands.press('Escape');
  await hands.putCaret('پوتین در کازان');
  await hands.press('8', 'w', 't', 'Enter');
  await expect(lines(page)).toHaveCount(4);
});

test('a label takes the attributes of the last one of its kind', async ({ start }) => {
  const { page, hands } = await opened(start, 'وزیر گفت: راه باز است.\nشهردار گفت: پل باز است.\nاو رفت.');
  await hands.putCaret('راه باز');
  await hands.press('q', '1', 'a');
  await expect(page.getByRole('radio', { name: 'مستقیم', exact: true })).toBeFocused();
  await hands.press('ArrowDown', 'Enter', 'Escape');
  const indirect = page.getByRole('radio', { name: 'غیرمستقیم', exact: true });
  await expect(indirect).toBeChecked();
  await hands.putCaret('پل باز');
  await hands.press('q', '1');
  await expect(lines(page)).toHaveCount(2);
  await expect(indirect).not.toBeChecked();
  await hands.press('v');
  await expect(indirect).toBeChecked();
  await hands.press('Control+z');
  await expect(indirect).not.toBeChecked();
});

test('words are found in any spelling, walked through, and labelled from there', async ({ start }) => {
  const { page, screenshot } = await opened(start, 'كتاب‌ها گران شد.\nکتابها را خریدند.\nکتاب ها ماند.');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  const field = page.getByRole('textbox', { name: 'واژه یا عبارت' });
  await expect(field).toBeFocused();
  await page.keyboard.insertText('کتاب‌ها');
  const bar = page.getByRole('search', { name: 'جست‌وجو در این خبر' });
  await expect(bar.getByRole('status')).toHaveText('۱ از ۳');
  await screenshot('find');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('۳ از ۳');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(article(page)).toBeFocused();
  await page.keyboard.press('8');
  await expect(lines(page)).toHaveText(['کتابها']);
});
