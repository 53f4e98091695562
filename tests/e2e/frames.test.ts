import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import seedSchema from '../../seeds/schema.json' with { type: 'json' };
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { unknownSource } from '../../shared/model/article.ts';
import { emptyDataset } from '../../shared/model/dataset.ts';
import { makeId } from '../../shared/model/id.ts';
import { type Schema } from '../../shared/model/schema.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { exportCopy, nativeText } from './export-folder.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const frame = (page: Page) => inspector(page).getByRole('region', { name: 'اجزا' });
/** The button of a part that is missing. */
const emptyRow = (page: Page, relation: string) => frame(page).getByRole('button', { name: new RegExp(`^${relation}.*ندارد؛ افزودن$`) });
const checks = (page: Page) => inspector(page).getByRole('region', { name: 'بررسی‌ها' });
const status = (page: Page) => page.getByRole('contentinfo', { name: 'وضعیت' });
const focusedLine = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option', { selected: true });

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Labels tokens of the text by keys alone: so many from the beginning skipped, so many taken. */
async function label(page: Page, skipped: number, taken: number, digit: string): Promise<void> {
  const times = (count: number, key: string) => Array.from({ length: count }, () => key);
  await press(page, 'Escape', 'Escape', 'Control+Home', ...times(skipped, 'Control+ArrowLeft'), ...times(taken, 'Control+Shift+ArrowLeft'), digit);
}

const damsText = 'وزیر نیرو گفت: سدها را تا مهر پر می‌کنیم.';

/** The window on an article of this text, published on that Gregorian date. */
async function opened(
  start: () => Promise<RunningApp>, published: string | null, { text = damsText, textName = 'متن خبر' }: { readonly text?: string; readonly textName?: string } = {},
): Promise<RunningApp> {
  const running = await start();
  const { app, page, userData } = running;
  const dataset = {
    ...emptyDataset(seedSchema as unknown as Schema),
    articles: [{
      id: makeId('article', 'dams'), title: 'سدها', text, fingerprint: fingerprint(text), language: 'fa', group: null, source: { ...unknownSource, published },
      added: '2026-07-06T00:00:00.000Z', extra: {},
    }],
  };
  const files = encode(native, dataset, 'dams').map(({ name, bytes }) => ({ name: path.join(userData, name), bytes }));
  for (const { name, bytes } of files) await writeFile(name, bytes);
  await answerOpenDialogs(app, ...files.map(({ name }) => name));
  const shown = page.getByRole('textbox', { name: textName });
  await expect(shown).toBeFocused();
  await press(page, 'Control+o');
  await expect(shown).toContainText('سدها را');
  await expect(shown).toBeFocused();
  return running;
}

test('a quote shows its missing parts, the checks lead to it, and a row starts the link', async ({ start }) => {
  const { page, screenshot } = await opened(start, null);
  await expect(checks(page)).toContainText('ایرادی نیست');
  await label(page, 4, 6, '1');
  await expect(checks(page).getByRole('button', { name: /این نقل‌قول گوینده ندارد/ })).toBeVisible();
  await expect(status(page).getByRole('button', { name: '۱ خطا', exact: true })).toBeVisible();
  await expect(frame(page).getByRole('listitem')).toHaveCount(5);

  await label(page, 0, 2, '2');
  await expect(status(page).getByRole('button', { name: '۲ خطا، ۱ هشدار', exact: true })).toBeVisible();
  await screenshot('frame-missing');
  await checks(page).getByRole('button', { name: /این نقل‌قول گوینده ندارد/ }).click();
  await expect(focusedLine(page)).toContainText('سدها را');
  await emptyRow(page, 'گفتهٔ').click();
  await press(page, '1');
  await expect(frame(page).getByRole('button', { name: 'رفتن به ⁨وزیر نیرو⁩' })).toBeVisible();
  await expect(checks(page)).not.toContainText('این نقل‌قول گوینده ندارد');

  await press(page, 'F8');
  await expect(focusedLine(page)).toContainText('وزیر نیرو');
  await expect(frame(page).getByRole('button', { name: /رفتن به .*سدها را/ })).toBeVisible();
  await expect(frame(page), 'a phrase that can be read: whose words these are').toContainText(/گفتهٔ.? «.?وزیر نیرو.?»/);
  await screenshot('frame-served');

  await label(page, 2, 1, '3');
  await press(page, 'j');
  await emptyRow(page, 'با نشانهٔ').click();
  await press(page, '1');
  await expect(frame(page).getByRole('button', { name: 'رفتن به ⁨گفت⁩' })).toBeVisible();
  await frame(page).getByRole('button', { name: 'برداشتن پیوند با ⁨گفت⁩' }).click();
  await expect(emptyRow(page, 'با نشانهٔ')).toBeVisible();
});

test('a deadline is written as people write it, and its day stands beside the commitment', async ({ start }) => {
  const { page, screenshot } = await opened(start, '2026-07-06');
  await label(page, 6, 2, '5');
  const value = inspector(page).getByRole('textbox', { name: 'تاریخ یا مدت' });
  await value.fill('به‌زودی');
  await expect(inspector(page)).toContainText('نه تاریخی است و نه مدتی.');
  await value.fill('۱ مهر');
  await expect(inspector(page)).toContainText('۱ مهر ۱۴۰۵');
  await press(page, 'Enter');
  await expect(value).toHaveValue('--07-01');
  await expect(page.locator('[data-said]'), 'what was changed is said, and nothing else').toHaveText(/^.?تاریخ یا مدت.?: .{0,2}۱ مهر ۱۴۰۵/);
  await press(page, 'Escape');

  await label(page, 4, 6, '4');
  await emptyRow(page, 'با موعدِ').click();
  await press(page, '1');
  await expect(frame(page)).toContainText('۱ مهر ۱۴۰۵');
  await expect(frame(page)).toContainText('2026-09-23');
  // Linked, the commitment says itself that it has a deadline, in the same step.
  const kind = inspector(page).getByRole('radiogroup', { name: 'موعد' });
  await expect(kind.getByRole('radio', { name: 'مطلق' })).toBeChecked();
  await expect(checks(page)).not.toContainText('موعد');
  await screenshot('commitment-card');

  // The deadline is altered in the commitment's own card, which keeps the focus.
  const inCard = frame(page).getByRole('textbox', { name: 'تاریخ یا مدت' });
  await inCard.fill('شش ماه');
  await press(page, 'Enter');
  await expect(inCard).toHaveValue('P6M');
  await expect(frame(page)).toContainText('۱۵ دی ۱۴۰۵');
  await expect(focusedLine(page)).toContainText('سدها را تا مهر');
  await press(page, 'Control+z');
  await expect(inCard).toHaveValue('--07-01');
  await kind.getByRole('radio', { name: 'ندارد' }).click();
  await expect(page.locator('[data-said]')).toHaveText(/^.?موعد.?: .?ندارد.?$/);
  await expect(checks(page)).toContainText('ویژگی موعدش «ندارد» است');
});

test('a deadline that names its day says it as soon as it is marked', async ({ start }) => {
  const { page } = await opened(start, '2026-07-06', { text: 'وزیر نیرو گفت: سدها را تا ۱ مهر پر می‌کنیم.' });
  await label(page, 4, 6, '1');
  await press(page, 'Escape', 'Escape', 'Control+Home', ...Array<string>(5).fill('Control+ArrowLeft'), 'Shift+q', '4', 'd', 'Enter');
  await expect(frame(page).getByRole('textbox', { name: 'تاریخ یا مدت' })).toHaveValue('--07-01');
  await expect(frame(page)).toContainText('۱ مهر ۱۴۰۵');
  await expect(inspector(page).getByRole('radiogroup', { name: 'موعد' }).getByRole('radio', { name: 'مطلق' })).toBeChecked();
});

test('in English and in the dark: an article without a date cannot tell the day, and all is sound to a screen reader', async ({ start }) => {
  const { page, screenshot } = await opened(() => start({ settings: { language: 'en', theme: 'dark' } }), null, { textName: 'Article text' });
  await label(page, 6, 2, '5');
  const value = page.getByRole('textbox', { name: 'Date or duration' });
  await value.fill('6 months');
  await expect(page.getByText('The article’s date is not known')).toBeVisible();
  await press(page, 'Enter');
  await expect(value).toHaveValue('P6M');
  await press(page, 'Escape');
  await label(page, 4, 6, '4');
  await page.getByRole('button', { name: /^has deadline.*none; add$/ }).click();
  await press(page, '1');
  await expect(page.getByRole('region', { name: 'Checks' })).toContainText('This commitment has no promiser.');
  await screenshot('commitment-card-en-dark');
  expect(await accessibilityFaults(page)).toEqual([]);
  await press(page, 'Control+Enter');
  await expect(page.getByRole('dialog', { name: '2 errors are left' })).toBeVisible();
  await screenshot('checks-dialog-en-dark');
  expect(await accessibilityFaults(page)).toEqual([]);
});

test('errors stand before "done": one goes back and mends, or gives a reason, which is kept and exported', async ({ start }) => {
  const { app, page, userData, screenshot } = await opened(start, null);
  const dialog = page.getByRole('dialog', { name: '۱ خطا مانده است' });
  await label(page, 4, 6, '1');
  await press(page, 'Escape', 'Control+Enter');
  await expect(dialog).toContainText('این نقل‌قول گوینده ندارد');
  await screenshot('checks-dialog');
  await dialog.getByRole('button', { name: 'برگرد و درست کن' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(focusedLine(page)).toContainText('سدها را');
  await expect(status(page).getByRole('button', { name: 'پایان', exact: true })).toBeVisible();

  await press(page, 'Control+Enter');
  await expect(dialog.getByRole('button', { name: 'با این دلیل پایان بده' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('منبع در تیتر است');
  await dialog.getByRole('button', { name: 'با این دلیل پایان بده' }).click();
  // It goes on to the one that is left, which stands above it in the library.
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('پزشکیان');

  const folder = path.join(userData, 'exported');
  await exportCopy({ app, page }, folder);
  const lines = (await nativeText(folder)).trimEnd().split('\n').map((line) => JSON.parse(line) as { text: string; set: object | null });
  expect(lines.find((line) => line.text === damsText)?.set).toMatchObject({
    status: 'done', override: { reason: 'منبع در تیتر است', codes: ['E3.explicit'] },
  });
});

for (const [language, texts, words] of [
  ['fa', 'متن خبر', { library: 'خبرها', broken: 'پایان‌یافته، با ۱ خطا', reopen: 'بازگشایی', bar: 'وضعیت' }],
  ['en', 'Article text', { library: 'Articles', broken: 'Done, but with 1 error', reopen: 'Reopen', bar: 'Status' }],
] as const)
  test(`an article that is done says at once that a later label has broken a rule, leads to it, and refuses no label: ${language}`, async ({ start }) => {
    const { page, screenshot } = await opened(() => start({ settings: { language } }), null, { textName: texts });
    const bar = page.getByRole('contentinfo', { name: words.bar });
    await press(page, 'Control+Enter');
    await expect(page.getByRole('textbox', { name: texts })).toContainText('پزشکیان');
    await press(page, 'Control+l');
    await page.getByRole('grid', { name: words.library }).getByRole('row', { name: /سدها/ }).dblclick();
    await expect(page.getByRole('textbox', { name: texts })).toBeFocused();
    await expect(bar.getByRole('button', { name: words.reopen })).toBeVisible();
    await label(page, 4, 6, '1');
    await press(page, 'Escape');
    await bar.getByRole('button', { name: words.broken }).click();
    await expect(page.getByRole('option', { selected: true, name: /سدها را/ })).toBeVisible();
    await screenshot(`done-with-error-${language}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await press(page, 'Control+z');
    await expect(bar.getByRole('button', { name: words.broken })).toHaveCount(0);
    await expect(bar.getByRole('button', { name: words.reopen })).toBeVisible();
  });
