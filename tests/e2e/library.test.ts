import { type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { inProject } from '../../build/project.mjs';
import { translator } from '../../renderer/messages/translate.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { misfits } from './layout.ts';
import { settled } from './settled.ts';
import { fewArticles, openShelf, rowsIn } from './shelf.ts';
import { smallTargets } from './targets.ts';

test.beforeAll(() => mkdir(inProject('test-results', 'screenshots'), { recursive: true }));

const titles = (page: Page) => rowsIn(page).evaluateAll((rows) => rows.map((row) => row.querySelector('[role=gridcell] span')?.textContent ?? ''));
const header = (page: Page, name: string) => page.getByRole('columnheader', { name }).getByRole('button');
const side = (page: Page) => page.getByRole('complementary', { name: 'پیشرفت' });
const filterDialog = (page: Page) => page.getByRole('dialog', { name: 'پالایش خبرها' });
const faults = async (page: Page) => [...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))];

test('headers sort, in the order of the Persian alphabet; what is not known comes last either way', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await header(page, 'عنوان').click();
  await expect.poll(() => titles(page)).toEqual(['بی‌خبری', 'پایان خاموشی‌ها', expect.stringContaining('پایگاه'), 'چاپ کتاب‌های درسی', 'گرانی نان']);
  await header(page, 'عنوان').click();
  await expect(page.getByRole('columnheader', { name: 'عنوان' })).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await titles(page))[0]).toBe('گرانی نان');
  await header(page, 'تاریخ').click();
  await expect.poll(async () => (await titles(page)).slice(0, 3)).toEqual(['پایان خاموشی‌ها', 'چاپ کتاب‌های درسی', 'گرانی نان']);
  await header(page, 'منبع').click();
  await expect.poll(async () => (await titles(page)).at(-3)).toBe('چاپ کتاب‌های درسی');
  await header(page, 'برچسب‌ها').click();
  await expect.poll(async () => (await titles(page))[0]).toContain('پایگاه');
  await expect(rowsIn(page).filter({ hasText: 'پایان خاموشی‌ها' })).toContainText('۱ فروردین ۱۴۰۵');
});

test('a filter is made, kept under a name, survives a restart and is there in the export', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await side(page).getByRole('button', { name: 'در دست کار' }).click();
  await expect(rowsIn(page)).toHaveCount(1);
  await side(page).getByRole('button', { name: 'همه' }).click();
  await expect(rowsIn(page)).toHaveCount(5);

  await page.keyboard.press('Control+Shift+KeyL');
  await filterDialog(page).getByLabel('ایرنا').check();
  await filterDialog(page).getByLabel('از', { exact: true }).fill('۱۴۰۵/۰۱/۰۱');
  await expect(filterDialog(page).getByRole('button', { name: 'دیدن ۱ خبر' })).toBeVisible();
  await filterDialog(page).getByLabel('از', { exact: true }).fill('2026-02-01');
  await expect(filterDialog(page).getByRole('button', { name: 'دیدن ۲ خبر' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
  await filterDialog(page).getByRole('button', { name: 'دیدن ۲ خبر' }).click();
  await expect(rowsIn(page)).toHaveCount(2);
  await side(page).getByRole('textbox', { name: 'نام پالایش' }).fill('ایرنای تازه');
  await page.keyboard.press('Enter');
  await expect(side(page).getByRole('button', { name: 'ایرنای تازه', exact: true })).toHaveAttribute('aria-pressed', 'true');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'برداشتن پالایش' }).click();
  await expect(rowsIn(page)).toHaveCount(5);
  expect(await running.close()).toBe(0);

  const again = await start({ userData: running.userData });
  await expect(rowsIn(again.page)).toHaveCount(5);
  await side(again.page).getByRole('button', { name: 'ایرنای تازه', exact: true }).click();
  await expect(rowsIn(again.page)).toHaveCount(2);
  await again.page.keyboard.press('Control+KeyE');
  const wizard = again.page.getByRole('dialog').filter({ hasText: 'گزینش‌های ذخیره‌شده' });
  await wizard.getByRole('button', { name: 'ایرنای تازه', exact: true }).click();
  await expect(wizard.getByLabel('ایرنا', { exact: true })).toBeChecked();
});

test('a filter by counts and by tags; one that nothing meets says so', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await page.keyboard.press('Control+Shift+KeyL');
  await filterDialog(page).getByLabel('انرژی').check();
  await filterDialog(page).getByRole('button', { name: 'دیدن ۱ خبر' }).click();
  await expect(rowsIn(page)).toHaveCount(1);
  await expect(rowsIn(page)).toContainText('پایان خاموشی‌ها');
  await page.keyboard.press('Control+Shift+KeyL');
  await filterDialog(page).getByLabel('دست‌کم').first().fill('۱');
  await filterDialog(page).getByRole('button', { name: 'دیدن ۰ خبر' }).click();
  await expect(page.getByText('چیزی با این پالایش نمی‌خواند')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'برداشتن پالایش' }).last().click();
  await expect(rowsIn(page)).toHaveCount(5);
});

test('a title has the width of its column, whatever stands beneath it', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running, [{ title: 'وزیر نیرو از پایان خاموشی‌ها و ساخت ۱۲ نیروگاه تازه خبر داد', text: 'خبر', tags: ['انرژی', 'فوری', 'دولت'] }, ...fewArticles]);
  const row = rowsIn(page).filter({ hasText: 'فوری' });
  await expect(row).toBeVisible();
  const widths = await rowsIn(page).evaluateAll((rows) => rows.map((one) => one.querySelector('[role=gridcell] > span')?.clientWidth));
  expect(new Set(widths).size).toBe(1);
  expect(await row.locator('bdi').evaluateAll((tags) => tags.filter((tag) => tag.scrollWidth > tag.clientWidth).map((tag) => tag.textContent))).toEqual([]);
  await settled(page);
  await running.screenshot('library-tags-fa');
  expect(await faults(page)).toEqual([]);
});

test('Space shows what stands in an article, the arrows go on, Escape leaves', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  const preview = page.getByRole('region', { name: 'پیش‌نمایش' });
  await expect(preview).toBeVisible();
  await page.keyboard.press('End');
  await expect(preview.getByRole('heading')).toHaveText('پایان خاموشی‌ها');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
  await expect(page.getByRole('grid', { name: 'خبرها' })).toBeFocused();
});

test('several articles get a state and tags and go, each undone as one step', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await header(page, 'عنوان').click();
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  const toolbar = page.getByRole('toolbar', { name: 'کار با برگزیده‌ها' });
  await expect(toolbar).toContainText('۲ خبر برگزیده');
  expect(await faults(page)).toEqual([]);
  await toolbar.getByRole('button', { name: 'وضعیت' }).click();
  await page.getByRole('menuitem', { name: 'نیازمند بازبینی' }).click();
  await expect(rowsIn(page).filter({ hasText: 'نیازمند بازبینی' })).toHaveCount(2);
  await expect(side(page).getByRole('button', { name: 'نیازمند بازبینی' })).toContainText('۲');
  await expect(toolbar, 'what is done next means the same articles').toContainText('۲ خبر برگزیده');
  await page.keyboard.press('Shift+KeyT');
  await expect(page.getByRole('dialog', { name: 'کلیدواژه‌های ۲ خبر' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'واگرد' }).click();
  await expect(rowsIn(page).filter({ hasText: 'نیازمند بازبینی' })).toHaveCount(0);
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Escape');
  await expect(toolbar).toHaveCount(0);

  await rowsIn(page).filter({ hasText: 'گرانی نان' }).click({ modifiers: ['Control'] });
  await rowsIn(page).filter({ hasText: 'چاپ کتاب' }).click({ modifiers: ['Control'] });
  await page.keyboard.press('Shift+KeyT');
  const tags = page.getByRole('dialog', { name: /کلیدواژه‌های/ });
  await tags.getByRole('textbox', { name: 'کلیدواژهٔ تازه' }).fill('فوری');
  await tags.getByRole('button', { name: 'ثبت' }).click();
  await expect(rowsIn(page).filter({ hasText: 'فوری' })).toHaveCount(3);

  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Control+KeyA');
  await expect(toolbar).toContainText('۵ خبر برگزیده');
  await page.keyboard.press('Delete');
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
  await page.getByRole('button', { name: 'واگرد' }).click();
  await expect(rowsIn(page)).toHaveCount(5);
  await expect(rowsIn(page).filter({ hasText: 'فوری' })).toHaveCount(3);
});

test('those that a state takes out of the list are chosen no more', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await side(page).getByRole('button', { name: 'انجام‌نشده' }).click();
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Control+KeyA');
  const toolbar = page.getByRole('toolbar', { name: 'کار با برگزیده‌ها' });
  await expect(toolbar).toBeVisible();
  await toolbar.getByRole('button', { name: 'وضعیت' }).click();
  await page.getByRole('menuitem', { name: 'نیازمند بازبینی' }).click();
  await expect(toolbar).toHaveCount(0);
});

test('words are found in any spelling, shown in their sentence, and opened at their place; the index is still there after a restart', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await page.keyboard.press('Control+KeyF');
  await expect(page.getByRole('textbox', { name: 'جست‌وجو در خبرها، با هر املایی' })).toBeFocused();
  await page.keyboard.insertText('كتاب‌ها مهر');
  const results = page.getByRole('listbox', { name: 'یافته‌ها' }).getByRole('option');
  await expect(results).toHaveCount(1);
  await expect(results.first()).toContainText('وزیر آموزش افزود که كتابها تا مهر می‌رسد.');
  await expect(results.first().locator('mark')).toHaveText(['کتاب‌های', 'كتابها', 'مهر']);
  expect(await faults(page)).toEqual([]);
  await running.screenshot('library-search-fa');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('چاپ کتاب‌های درسی');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('كتابها');

  await page.keyboard.press('Control+Shift+KeyF');
  const field = page.getByRole('textbox', { name: 'جست‌وجو در خبرها، با هر املایی' });
  await expect(field).toBeFocused();
  await expect(field, 'what was looked for is still there').toHaveValue('كتاب‌ها مهر');
  await page.keyboard.insertText('نیرو');
  await expect(results.filter({ hasText: 'پایان خاموشی‌ها' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(rowsIn(page)).toHaveCount(5);
  expect(await running.close()).toBe(0);

  const again = await start({ userData: running.userData });
  await expect(rowsIn(again.page)).toHaveCount(5);
  await again.page.keyboard.press('Control+Shift+KeyF');
  await again.page.keyboard.insertText('نانوایان');
  await expect(again.page.getByRole('listbox', { name: 'یافته‌ها' }).getByRole('option')).toHaveCount(1);
  await again.page.keyboard.insertText('zzz');
  await expect(again.page.getByText('واژهٔ دیگری را بیازمایید.')).toBeVisible();
});

test('letters typed on the list look for articles, as in the field; Space still shows a preview, and what has a key keeps it', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  const grid = page.getByRole('grid', { name: 'خبرها' });
  const field = page.getByRole('textbox', { name: 'جست‌وجو در خبرها، با هر املایی' });
  await grid.focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'پیش‌نمایش', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await grid.focus();
  await page.keyboard.type('zz');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('zz');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Shift+KeyT');
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('the concordance: quotes of a person, commitments with a deadline, opened at their place', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+Shift+KeyK');
  const lines = page.getByRole('listbox', { name: 'نمایهٔ برچسب‌ها' }).getByRole('option');
  await expect(lines.first()).toBeVisible();
  const all = Number(await lines.first().getAttribute('aria-setsize'));
  expect(all).toBeGreaterThan(5);
  expect(await faults(page)).toEqual([]);
  await running.screenshot('concordance-fa');
  const words = page.getByRole('searchbox', { name: 'واژه‌هایی از متن' });
  const [some = ''] = ((await lines.nth(2).locator('mark').textContent()) ?? '').split(' ');
  await words.fill(some);
  await expect.poll(async () => Number(await lines.first().getAttribute('aria-setsize'))).toBeLessThan(all);
  await expect(lines.first()).toContainText(some);
  await running.screenshot('concordance-words-fa');
  await words.press('Escape');
  await expect(lines.first()).toHaveAttribute('aria-setsize', String(all));
  await page.getByRole('combobox', { name: 'با چه شرطی' }).selectOption({ label: 'با یادداشت' });
  await expect(page.getByText('هیچ جایی نیست')).toBeVisible();
  await page.getByRole('combobox', { name: 'با چه شرطی' }).selectOption('');
  await expect(lines.first()).toHaveAttribute('aria-setsize', String(all));
  await page.getByRole('combobox', { name: 'از چه کسی' }).selectOption({ index: 1 });
  await expect.poll(async () => Number(await lines.first().getAttribute('aria-setsize'))).toBeLessThan(all);
  await page.getByRole('combobox', { name: 'از چه کسی' }).selectOption('');
  await page.getByRole('combobox', { name: 'کدام برچسب' }).selectOption('COMMITMENT');
  await page.getByRole('combobox', { name: 'با چه شرطی' }).selectOption('relation HAS_DEADLINE');
  await expect(lines.first()).toBeVisible();
  const marked = await lines.first().locator('mark').textContent();
  await lines.first().click();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeVisible();
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText((marked ?? '').slice(0, 12));
});

test('the list stands in the order of those who labelled and of doubts, and shows them', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  const grid = page.getByRole('grid', { name: 'خبرها' });
  const order = page.getByRole('combobox', { name: 'ترتیب' });
  await expect(grid.getByRole('columnheader', { name: 'منبع' })).toBeVisible();
  await order.selectOption('annotator');
  await expect(grid.getByRole('columnheader', { name: 'برچسب‌زن' })).toHaveAttribute('aria-sort', 'ascending');
  // Whom nobody has labelled comes last, either way; the sample is somebody's.
  await expect(grid.getByRole('row').nth(1)).toContainText('نمونه');
  await settled(page);
  await running.screenshot('library-by-annotator-fa');
  expect(await faults(page)).toEqual([]);
  await page.getByRole('button', { name: 'وارونه کردن ترتیب' }).click();
  await expect(grid.getByRole('columnheader', { name: 'برچسب‌زن' })).toHaveAttribute('aria-sort', 'descending');
  await expect(grid.getByRole('row').nth(1)).toContainText('نمونه');
  await order.selectOption('flagged');
  await expect(grid.getByRole('columnheader', { name: 'تردیدها' })).toHaveAttribute('aria-sort', 'descending');
  await grid.getByRole('columnheader', { name: 'عنوان' }).getByRole('button').click();
  await expect(order).toHaveValue('title');
});

for (const settings of [
  { language: 'fa', theme: 'light' }, { language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' },
] as const) {
  test(`the library looks as it should: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    const running = await start({ settings });
    const { page } = running;
    const { t } = translator(settings.language);
    const name = `${settings.language}-${settings.theme}`;
    // The longest date of either calendar.
    await openShelf(running, [...fewArticles, { title: 'پاییز', text: 'پاییز آمد.', published: '2026-09-30' }, { title: 'بهار', text: 'بهار آمد.', published: '2026-05-18' }]);
    expect(await rowsIn(page).locator('[data-column=published]').evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent))).toEqual([]);
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await settled(page);
    await running.screenshot(`library-chosen-${name}`);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Space');
    await settled(page);
    await running.screenshot(`library-preview-${name}`);
    expect(await faults(page)).toEqual([]);
    // The sample article is longer than the pane: its text is reached by Tab, and scrolled by keys.
    await page.keyboard.press('End');
    await settled(page);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+KeyL');
    await page.getByRole('dialog', { name: t('library.filter.title') }).getByRole('checkbox').nth(1).check();
    await settled(page);
    await running.screenshot(`library-filter-${name}`);
    await page.getByRole('button', { name: t('library.filter.done', { n: 1 }) }).click();
    await settled(page);
    await running.screenshot(`library-filtered-${name}`);
    expect(await faults(page)).toEqual([]);
  });
}

test('what is selected is given to people: they are asked for at once, and only these articles are meant', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await openShelf(running);
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.getByRole('toolbar', { name: 'کار با برگزیده‌ها' }).getByRole('button', { name: 'واگذاری…' }).click();
  const dialog = page.getByRole('dialog', { name: 'واگذاری کار' });
  await expect(dialog.getByRole('radio', { name: 'برگزیدهٔ کتابخانه (۲ خبر)' })).toBeChecked();
  await expect(dialog.getByRole('status')).toHaveText('۲ خبر');
  await settled(page);
  await running.screenshot('library-give-fa');
  expect(await faults(page)).toEqual([]);
});
