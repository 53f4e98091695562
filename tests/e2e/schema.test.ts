import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { isolate } from '../../shared/messages/isolate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { unmark } from './unmarked.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const parts = (page: Page) => page.getByRole('navigation', { name: 'بخش‌های طرح' });
const part = (page: Page, name: RegExp | string) => parts(page).getByRole('button', { name });
const field = (page: Page, name: string) => page.getByRole('main').getByLabel(name).first();
/** Toasts are dialogs, too. */
const dialog = (page: Page) => page.locator('[role=dialog][data-size]');
const version = (page: Page, number: string) => expect(page.getByText(`نسخهٔ \u2068${number}\u2069`)).toBeVisible();

async function opened(start: () => Promise<RunningApp>): Promise<RunningApp> {
  const running = await start();
  await unmark(running.page);
  await running.page.keyboard.press('Control+KeyB');
  await expect(running.page.getByRole('heading', { level: 1, name: 'طرح برچسب‌ها' })).toBeVisible();
  return running;
}

async function written(page: Page, name: string, value: string): Promise<void> {
  await field(page, name).fill(value);
  await field(page, name).press('Enter');
}

test('a label is renamed, the article shows it at once, and Ctrl+Z takes it back', async ({ start }) => {
  const { page } = await opened(start);
  await expect(part(page, /نقل‌قول/)).toBeFocused();
  await written(page, 'نام فارسی', 'گفته');
  await expect(part(page, /^۱ گفته ۱۹$/)).toBeVisible();
  await version(page, '1.1');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyZ');
  await version(page, '1.0');
  await page.keyboard.press('Control+KeyY');
  await version(page, '1.1');
  await page.getByRole('button', { name: 'بازگشت' }).click();
  await expect(text(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /گفته/ }).first()).toBeVisible();
});

test('a key that is taken is refused at its field, and a faint colour with its ratio', async ({ start }) => {
  const { page } = await opened(start);
  await page.getByRole('radiogroup', { name: 'کلید' }).getByRole('radio', { name: '۲' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'کلید ۲ از آنِ «⁨گوینده⁩» است.' })).toBeVisible();
  await page.getByRole('radio', { name: 'رنگ دیگر' }).click();
  await page.getByLabel('در پوستهٔ روشن').fill('#e69f00');
  await expect(page.getByText('تمایز \u2068۲٫۲\u2069')).toBeVisible();
  await page.getByRole('button', { name: 'همین رنگ' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'نسبت تمایزش ۲٫۲۵ است' })).toBeVisible();
  await version(page, '1.0');
});

test('an id that checks know is not changed without a word about them', async ({ start }) => {
  const { page } = await opened(start);
  await written(page, 'شناسه', 'SAID');
  await expect(dialog(page)).toContainText('با این تغییر بررسی‌هایی از کار می‌افتد');
  await expect(dialog(page)).toContainText(/[۱-۹]+ بررسی دیگر انجام نمی‌شود/);
  await dialog(page).getByRole('button', { name: 'لغو' }).click();
  await version(page, '1.0');
  await expect(field(page, 'شناسه')).toHaveValue('QUOTE');
  await written(page, 'شناسه', 'SAID');
  await dialog(page).getByRole('button', { name: 'تغییر بده' }).click();
  await version(page, '1.1');
  await expect(field(page, 'شناسه')).toHaveValue('SAID');
});

test('a label is merged into another with a count, and comes back whole', async ({ start }) => {
  const { page } = await opened(start);
  await expect(part(page, /^۶ شرط ۰$/)).toBeVisible();
  await expect(part(page, /^۵ موعد ۲$/)).toBeVisible();
  await part(page, /موعد/).first().click();
  await page.getByRole('button', { name: 'یکی کردن ⁨موعد⁩ با دیگری…' }).click();
  await dialog(page).getByRole('radio', { name: /شرط/ }).click();
  await expect(dialog(page).getByRole('status')).toContainText('۲ پیوند حذف می‌شود.');
  await expect(dialog(page).getByRole('status')).toContainText('۲ برچسب تغییر می‌کند.');
  await dialog(page).getByRole('button', { name: 'یکی کردن' }).click();
  await expect(part(page, /^۵ موعد/)).toHaveCount(0);
  await expect(part(page, /^۶ شرط ۲$/)).toBeFocused();
  await page.keyboard.press('Control+KeyZ');
  await expect(part(page, /^۵ موعد ۲$/)).toBeVisible();
  await expect(part(page, /^با موعدِ ۲$/)).toBeVisible();
});

test('a new label is added, given its place by keys, and labels text', async ({ start }) => {
  const { page } = await opened(start);
  await page.getByRole('button', { name: 'برچسب تازه…' }).click();
  await dialog(page).getByLabel('نام فارسی').fill('مکان');
  await dialog(page).getByLabel('نام انگلیسی').fill('Place');
  await dialog(page).getByLabel('شناسه').fill('QUOTE');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('شناسهٔ «⁨QUOTE⁩» را دیگری دارد.');
  await dialog(page).getByLabel('شناسه').fill('PLACE');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(part(page, /^۹ مکان ۰$/)).toHaveAttribute('aria-current', 'true');
  await part(page, /^۹ مکان ۰$/).focus();
  await page.keyboard.press('Control+ArrowUp');
  await expect(parts(page).getByRole('listitem').nth(7)).toContainText('مکان');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  for (const key of ['Control+Home', 'Control+Shift+ArrowLeft', 'Digit9']) await page.keyboard.press(key);
  await expect(page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option')).toHaveAttribute('aria-label', /^⁨مکان⁩، /);
});

test('what is added to the schema is in the article at once: an attribute with its choices, a link, a crossing that is allowed; what is removed comes back', async ({ start }) => {
  const { page, screenshot } = await opened(start);
  const named = async (fa: string, en: string, id: string) => {
    await dialog(page).getByLabel('نام فارسی').fill(fa);
    await dialog(page).getByLabel('نام انگلیسی').fill(en);
    await dialog(page).getByLabel('شناسه').fill(id);
    await page.keyboard.press('Enter');
    await expect(dialog(page)).toHaveCount(0);
  };
  await part(page, /^۸ اشاره/).click();
  await page.getByRole('button', { name: 'ویژگی تازه…' }).click();
  await named('لحن', 'Tone', 'tone');
  const tone = page.getByRole('main').locator('details').filter({ has: page.locator('summary', { hasText: 'لحن' }) });
  await tone.locator('summary').click();
  for (const [fa, en] of [['آرام', 'calm'], ['تند', 'harsh']] as const) {
    await tone.getByRole('button', { name: 'گزینهٔ تازه…' }).click();
    await named(fa, en, en);
  }
  await page.getByRole('button', { name: 'پیوند تازه…' }).click();
  await named('واکنش به', 'Reacts to', 'REACTS_TO');
  for (const end of ['از', 'به']) {
    const mention = page.getByRole('group', { name: end, exact: true }).getByRole('checkbox', { name: 'اشاره' });
    await mention.click();
    await expect(mention).toBeChecked();
  }
  await screenshot('schema-new-relation');
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();

  const select = async (from: number, words: number, digit: string) => {
    const keys = ['Control+Home', ...Array.from({ length: from }, () => 'Control+ArrowLeft'), ...Array.from({ length: words }, () => 'Control+Shift+ArrowLeft'), digit];
    for (const key of keys) await page.keyboard.press(key);
  };
  const inspector = page.getByRole('complementary', { name: 'بازبین' });
  await select(0, 1, 'Digit8');
  await select(3, 1, 'Digit8');
  // The first label is in the inspector until the second is there.
  await expect(page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option', { selected: true })).toHaveAttribute('aria-label', /پزشکیان/);
  await inspector.getByRole('radiogroup', { name: 'لحن' }).getByRole('radio', { name: 'تند' }).click();
  await expect(inspector.getByRole('radiogroup', { name: 'لحن' }).getByRole('radio', { name: 'تند' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyR');
  await expect(inspector.getByRole('region', { name: 'کدام پیوند؟' }).getByRole('listitem')).toHaveText([/واکنش به/]);
  await page.keyboard.press('Digit1');
  await page.keyboard.press('Digit1');
  await expect(inspector.getByRole('button', { name: /^رفتن به/ })).toBeVisible();

  await select(0, 4, 'Digit1');
  await select(2, 4, 'Digit4');
  const crosses = page.getByText(/^این بازه از مرز .* می‌گذرد/);
  await expect(crosses.first()).toBeVisible();
  await page.keyboard.press('Control+KeyB');
  await parts(page).getByRole('button', { name: 'از هم نگذشتن' }).click();
  const pair = page.getByRole('checkbox', { name: /تعهد.* و .*نقل‌قول.* از هم نگذرند/ });
  await pair.click();
  await expect(pair).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(crosses).toHaveCount(0);

  await page.keyboard.press('Control+KeyB');
  const mentions = part(page, /^۸ اشاره/);
  const before = (await mentions.textContent()) ?? '';
  await mentions.click();
  await page.getByRole('button', { name: /^برداشتن .*اشاره.*…$/ }).click();
  await expect(dialog(page).getByRole('status')).toContainText(`${/([۰-۹]+)\s*$/.exec(before)?.[1]} برچسب حذف می‌شود.`);
  await expect(dialog(page).getByRole('status')).toContainText(/پیوند حذف می‌شود\./);
  await screenshot('schema-retire');
  await dialog(page).getByRole('button', { name: 'برداشتن', exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(mentions).toHaveCount(0);
  await page.keyboard.press('Control+KeyZ');
  await expect(mentions).toHaveText(before);
});

test('the schema goes out as schema.json and comes in again, with what is wrong told by line', async ({ start }) => {
  const { page, app, userData } = await opened(start);
  const file = path.join(userData, 'schema.json');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'ذخیره در پرونده…' }).click();
  await expect(page.getByText('طرح در «⁨schema.json⁩» نوشته شد')).toBeVisible();
  const sound = await readFile(file, 'utf8');

  await writeFile(file, sound.replace('"pattern": "dots"', '"pattern": "waves"'));
  await answerOpenDialogs(app, file);
  await page.getByRole('button', { name: 'وارد کردن…' }).click();
  const line = sound.split('\n').findIndex((one) => one.includes('"pattern": "dots"')) + 1;
  await expect(dialog(page).getByRole('alert')).toContainText(new Intl.NumberFormat('fa-IR').format(line));
  await page.keyboard.press('Escape');

  await writeFile(file, sound.replace('"ink": "#246FDE"', '"ink": "#FFFFF0"'));
  await page.getByRole('button', { name: 'وارد کردن…' }).click();
  await expect(dialog(page).getByRole('alert')).toContainText('این رنگ کم‌رنگ است');
  await expect(dialog(page).getByRole('button', { name: 'جایگزین کردن' })).toHaveCount(0);
  await page.keyboard.press('Escape');

  await writeFile(file, sound.replace('"version": "1.0"', '"version": "1.5"').replace('"fa": "نقل‌قول"', '"fa": "گفته"'));
  await page.getByRole('button', { name: 'وارد کردن…' }).click();
  await expect(dialog(page)).toContainText('هیچ برچسبی در متن‌ها تغییر نمی‌کند.');
  await dialog(page).getByRole('button', { name: 'جایگزین کردن' }).click();
  await version(page, '1.5');
  await expect(part(page, /^۱ گفته ۱۹$/)).toBeVisible();
});

test('a label is dragged by its grip to another place; Escape leaves it where it was, and undo brings it back', async ({ start }) => {
  const { page, screenshot } = await opened(start);
  const names = () => parts(page).getByRole('list').first().getByRole('listitem').getByRole('button').allInnerTexts();
  const order = async () => (await names()).map((words) => words.replace(/[^ا-ی‌ٔ ]+/g, ' ').trim());
  const begun = await order();
  const row = (index: number) => parts(page).getByRole('list').first().getByRole('listitem').nth(index);
  const drag = async (from: number, to: number) => {
    const [grip, target] = [await row(from).locator('span[class*=grip]').boundingBox(), await row(to).boundingBox()];
    if (!grip || !target) throw new Error('a row is not there');
    await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
    await page.mouse.down();
    await page.mouse.move(grip.x + grip.width / 2, target.y + (to < from ? 4 : target.height - 4), { steps: 5 });
  };
  await drag(0, 2);
  await expect(row(2)).toHaveAttribute('data-drop', 'after');
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  await screenshot('schema-drag');
  await page.mouse.up();
  await expect.poll(order).toEqual([begun[1], begun[2], begun[0], ...begun.slice(3)]);
  await version(page, '1.1');

  await drag(3, 0);
  await expect(row(0)).toHaveAttribute('data-drop', 'before');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(row(0)).not.toHaveAttribute('data-drop');
  await version(page, '1.1');
  await page.keyboard.press('Control+KeyZ');
  await expect.poll(order).toEqual(begun);
});

test('what the task asks is part of the schema: how grave it is, what it asks for, and the checks of the article follow', async ({ start }) => {
  const { page, screenshot } = await opened(start);
  await part(page, /^بررسی‌های کار ۹$/).click();
  const rules = page.getByRole('main').getByRole('list', { name: 'بررسی‌های کار' }).getByRole('listitem');
  await expect(rules).toHaveCount(9);
  const who = rules.filter({ hasText: 'گفته شده که کیست' });
  await who.getByRole('combobox').selectOption({ label: 'هشدار' });
  await version(page, '1.1');
  await expect(who.getByRole('combobox')).toHaveValue('warning');

  await page.getByRole('button', { name: 'افزودن بررسی…' }).click();
  await dialog(page).getByLabel('چه چیز بررسی شود').selectOption({ label: isolate('برچسب بیش از اندازه بلند نیست') });
  await dialog(page).getByLabel('بیشترین شمار واژه‌ها').fill('۳');
  await dialog(page).getByLabel('وزن').selectOption({ label: isolate('خطا') });
  await expect(dialog(page)).toContainText('هیچ \u2068نقل‌قول\u2069 بیش از ۳ واژه ندارد');
  await screenshot('schema-new-rule');
  await dialog(page).getByRole('button', { name: 'افزودن' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(rules).toHaveCount(10);
  await screenshot('schema-rules');
  await page.keyboard.press('Escape');

  await expect(text(page)).toBeFocused();
  for (const key of ['Control+Home', ...Array.from({ length: 6 }, () => 'Control+Shift+ArrowLeft'), 'Digit1']) await page.keyboard.press(key);
  await expect(page.getByText('واژه است؛ بیش از ۳')).toBeVisible();
  await page.keyboard.press('Control+KeyB');
  await part(page, /^بررسی‌های کار ۱۰$/).click();
  await rules.filter({ hasText: 'بیش از ۳ واژه' }).getByRole('button', { name: /^برداشتن این بررسی/ }).click();
  await expect(rules).toHaveCount(9);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(page.getByText('واژه است؛ بیش از ۳')).toHaveCount(0);
});

test('the rules that are code are listed too: one is only told, then switched off, then back by undo, and the article follows', async ({ start }) => {
  const { page, screenshot } = await opened(start);
  const missing = page.getByRole('complementary', { name: 'بازبین' }).getByText('این نقل‌قول گوینده ندارد.').first();
  const goTo = async (screen: 'schema' | 'article') => {
    await page.keyboard.press(screen === 'schema' ? 'Control+KeyB' : 'Escape');
    if (screen === 'article') await expect(text(page)).toBeFocused();
    else await part(page, /^بررسی‌های کار/).click();
  };
  const coded = page.getByRole('main').getByRole('list', { name: 'بررسی‌های خود برنامه' }).getByRole('listitem');
  const ofSource = coded.filter({ hasText: 'منبع نقل‌قول با وضعیتش می‌خواند' }).getByRole('combobox');
  await part(page, /^بررسی‌های کار/).click();
  await expect(coded).toHaveCount(10);
  await expect(ofSource).toHaveValue('error');
  await screenshot('schema-coded-rules');
  await goTo('article');
  for (const key of ['Control+Home', ...Array.from({ length: 3 }, () => 'Control+Shift+ArrowLeft'), 'Digit1']) await page.keyboard.press(key);
  await expect(missing).toBeVisible();

  for (const weight of ['warning', 'off', 'warning'] as const) {
    await goTo('schema');
    if (weight === 'warning' && (await ofSource.inputValue()) === 'off') await page.keyboard.press('Control+KeyZ');
    else await ofSource.selectOption(weight);
    await expect(ofSource).toHaveValue(weight);
    await goTo('article');
    await expect(missing).toHaveCount(weight === 'off' ? 0 : 1);
  }
});

test('what the sample schema has more than a project’s is offered in a line, and added in one step', async ({ start }) => {
  const { page, screenshot } = await opened(start);
  const news = page.getByRole('note');
  await expect(news).toHaveCount(0);
  await part(page, /^تکرارِ/).click();
  await page.getByRole('button', { name: 'برداشتن ⁨تکرارِ⁩…' }).click();
  await dialog(page).getByRole('button', { name: 'برداشتن', exact: true }).click();
  await expect(part(page, /^تکرارِ/)).toHaveCount(0);
  await expect(news).toContainText('تکرارِ');
  await screenshot('schema-news');
  await news.getByRole('button', { name: 'افزودن' }).click();
  await expect(part(page, /^تکرارِ/)).toHaveCount(1);
  await expect(news).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('the guideline stands beside the text, and leads to the rule of the label at hand by one key', async ({ start }) => {
  const { page } = await start();
  await expect(text(page)).toBeFocused();
  const guideline = page.getByRole('complementary', { name: 'راهنمای برچسب‌زنی' });
  await page.keyboard.press('KeyG');
  await expect(guideline.getByRole('heading', { name: 'ترتیب تصمیم‌ها' })).toBeInViewport();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Digit4');
  await page.keyboard.press('Shift+KeyG');
  await expect(guideline.getByRole('heading', { name: 'تعهد', exact: true })).toBeFocused();
  await expect(guideline.getByRole('heading', { name: 'تعهد', exact: true })).toBeInViewport();
  await page.keyboard.press('KeyG');
  await expect(guideline).toHaveCount(0);
  await expect(text(page)).toBeFocused();
});
