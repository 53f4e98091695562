import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { type Settings } from '../../shared/bridge.ts';
import { isolate } from '../../shared/messages/isolate.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { foreignNames, unclearUnits } from './foreign-files.ts';
import { convertSample } from './sample.ts';
import { smallTargets } from './targets.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const unitDialog = (page: Page) => dialog(page, 'جای برچسب‌ها با چه واحدی شمرده شده است؟');
const namesDialog = (page: Page) => dialog(page, 'این نام‌ها در طرح پروژه نیستند');
const report = (page: Page) => dialog(page, 'گزارش افزودن');
const rows = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') });
const marks = (page: Page) => page.getByRole('listbox').getByRole('option');

/** Writes the files and opens them, from the library. */
async function take({ app, page, userData }: RunningApp, files: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.keys(files).map((name) => path.join(userData, name));
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(userData, name), content);
  await answerOpenDialogs(app, ...paths);
  await page.keyboard.press('Control+KeyO');
}

async function inLibrary(running: RunningApp): Promise<RunningApp> {
  await expect(running.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await running.page.keyboard.press('Control+KeyL');
  await expect(rows(running.page)).toHaveCount(1);
  return running;
}

const faults = async (page: Page) => [...(await accessibilityFaults(page)), ...(await smallTargets(page))];

test('what offsets count is asked where the text cannot tell, once for all files of the format, by keys alone; the report says it', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page } = running;
  await take(running, { 'یک.jsonl': unclearUnits('نخست'), 'دو.jsonl': unclearUnits('دوم') });
  await expect(unitDialog(page)).toContainText('یک.jsonl');
  const candidates = unitDialog(page).getByRole('radio');
  await expect(candidates).toHaveCount(4);
  for (const [index, unit] of ['واحدهای UTF-16', 'نویسه‌های یونیکد', 'نویسه‌های دیداری'].entries()) {
    await expect(candidates.nth(index)).toHaveAccessibleName(unit);
    await expect(candidates.nth(index)).toHaveAccessibleDescription(/[۰-۹]+٪ بر لبهٔ واژه‌ها/);
    await expect(candidates.nth(index).locator('mark')).toHaveCount(3);
  }
  await expect(candidates.nth(0), 'the best score is chosen at first').toBeChecked();
  await expect(candidates.nth(0)).toBeFocused();
  await expect(candidates.nth(0).locator('mark').first()).toHaveText('وزیر نیرو');
  expect(await faults(page)).toEqual([]);

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(candidates.nth(2)).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: 'برای ۱ پروندهٔ دیگر از همین قالب هم' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');

  await expect(report(page)).toContainText('چنان‌که گفته شد، با «نویسهٔ دیداری» خوانده شد');
  await expect(report(page)).toContainText('سالم است: ۲ خبر، ۸ برچسب. هنوز');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(3);
});

test('a file whose unit nobody knows need not be taken in, and Escape takes in nothing at all', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page } = running;
  const files = { 'یک.jsonl': unclearUnits('نخست'), 'متن.txt': 'خبری دیگر' };
  await take(running, files);
  await expect(unitDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(unitDialog(page)).toHaveCount(0);
  await expect(page.getByText('پرسش بی‌پاسخ ماند')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);

  await page.getByRole('button', { name: 'نمایش دوباره' }).click();
  await unitDialog(page).getByRole('radio', { name: 'این پرونده گرفته نشود' }).click();
  await unitDialog(page).getByRole('button', { name: 'ادامه' }).click();
  await expect(report(page)).toContainText('به خواست شما این پرونده گرفته نشد');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('خبری دیگر');
});

test('names that the schema lacks are asked about once, can become labels of it, and are remembered', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page, userData } = running;
  await take(running, { 'یک.jsonl': foreignNames('نخست'), 'دو.jsonl': foreignNames('دوم') });
  await expect(namesDialog(page)).toBeVisible();
  const field = (name: string) => namesDialog(page).getByRole('combobox', { name: new RegExp(`^${name} `) });
  await expect(namesDialog(page).getByRole('combobox'), 'Cue and «نقل قول» are known').toHaveCount(3);
  await expect(field('شخص')).toBeFocused();
  await expect(field('شخص')).toHaveAccessibleName('شخص ۲ بار');
  await expect(field('شخص')).toHaveAccessibleDescription(/وزیر نیرو/);
  expect(await faults(page)).toEqual([]);

  await field('شخص').selectOption({ label: isolate('گوینده') });
  await field('مکان').selectOption({ label: 'برچسبی تازه در طرح' });
  await field('ازآن').selectOption({ label: isolate('گفتهٔ') });
  await namesDialog(page).getByRole('button', { name: 'ادامه' }).press('Enter');
  await expect(report(page)).toContainText('«شخص» (۱ بار) به معنای «گوینده» گرفته شد');
  await expect(report(page)).toContainText('سالم است: ۲ خبر، ۸ برچسب، ۲ پیوند.');
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(3);

  await rows(page).filter({ hasText: 'وزیر نیرو' }).first().dblclick();
  await page.getByRole('group', { name: 'برچسب‌های چه کسی' }).getByRole('button').nth(1).click();
  await expect(marks(page)).toHaveCount(4);
  await expect(marks(page).nth(1)).toHaveAccessibleName(/^⁨مکان⁩، «⁨تهران⁩»/);
  await expect(page.getByRole('complementary', { name: 'برچسب‌ها' })).toContainText('مکان');

  await page.keyboard.press('Control+KeyL');
  await take(running, { 'سه.jsonl': foreignNames('سوم') });
  await expect(namesDialog(page).getByRole('combobox'), '«مکان» is a label now').toHaveCount(2);
  await expect(field('شخص')).toHaveValue('SPEAKER');
  await expect(field('ازآن')).toHaveValue('SAID_BY');
  await field('شخص').selectOption({ label: 'کنار گذاشته شود' });
  await namesDialog(page).getByRole('button', { name: 'ادامه' }).click();
  await expect(report(page)).toContainText('برچسب «شخص» کنار گذاشته شد: ۱ مورد');
  await expect(report(page)).toContainText('سالم است: ۱ خبر، ۳ برچسب. هنوز');
  await report(page).getByRole('button', { name: 'چیزی گرفته نشود' }).click();
  await page.waitForTimeout(300);
  await expect(rows(page)).toHaveCount(3);
  const { imports } = JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as Settings;
  const [formats] = Object.values(imports);
  expect(formats?.['doccano-relations'], 'an offer that was turned down is not remembered').toContainEqual({ part: { kind: 'label', name: 'شخص' }, to: 'SPEAKER' });
});

test('a label that comes in with files is there for the article that is open meanwhile', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await take(running, { 'یک.jsonl': foreignNames('نخست'), 'دو.jsonl': foreignNames('دوم') });
  await namesDialog(page).getByRole('combobox', { name: /^مکان / }).selectOption({ label: 'برچسبی تازه در طرح' });
  await namesDialog(page).getByRole('button', { name: 'ادامه' }).press('Enter');
  await expect(report(page)).toContainText('سالم است');
  await page.keyboard.press('Enter');
  await expect(report(page)).toHaveCount(0);
  await expect(page.getByRole('complementary', { name: 'برچسب‌ها' })).toContainText('مکان');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('پایگاه اطلاعرسانی');
});

test('to leave the names unanswered stores nothing and leaves the schema as it is', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page } = running;
  await take(running, { 'یک.jsonl': foreignNames('نخست') });
  await namesDialog(page).getByRole('combobox').nth(1).selectOption({ label: 'برچسبی تازه در طرح' });
  await page.keyboard.press('Escape');
  await expect(namesDialog(page)).toHaveCount(0);
  await expect(page.getByText('پرسش بی‌پاسخ ماند')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await take(running, { 'یک.jsonl': foreignNames('نخست') });
  await expect(namesDialog(page).getByRole('combobox')).toHaveCount(3);
});

test('of a file with bad records the sound ones come in on request, and nothing otherwise', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page, userData } = running;
  await convertSample(path.join(userData, 'sample.jsonl'));
  const sample = JSON.parse(await readFile(path.join(userData, 'sample.jsonl'), 'utf8')) as { doc_id: string; spans: readonly object[] };
  const [first, ...others] = sample.spans as readonly { fragments: readonly object[] }[];
  const damaged = { ...sample, spans: [{ ...first, fragments: [{ start: 9000, end: 9005, text: 'نیست' }] }, ...others] };
  const content = `${JSON.stringify(damaged)}\n{"broken\n`;

  await take(running, { 'نیمه.jsonl': content });
  await expect(report(page)).toContainText('پذیرفته نمی‌شود');
  await expect(report(page)).toContainText('سطر ۱، رکورد');
  await expect(report(page)).toContainText('سطر ۲');
  await expect(report(page)).toContainText('سالم است: ۱ خبر، ۶۰ برچسب');
  await page.keyboard.press('Escape');
  await expect(report(page)).toHaveCount(0);
  await expect(page.getByText('۱ خبر سالم گرفته نشد')).toBeVisible();
  await running.screenshot('import-turned-down-fa');
  await page.getByRole('button', { name: 'نمایش دوباره' }).click();
  await expect(report(page)).toContainText('سالم است: ۱ خبر، ۶۰ برچسب');
  await page.keyboard.press('Escape');
  await expect(report(page)).toHaveCount(0);
  await rows(page).first().dblclick();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeVisible();
  const sets = await page.getByRole('group', { name: 'برچسب‌های چه کسی' }).getByRole('button').count();
  await page.keyboard.press('Control+KeyL');

  await take(running, { 'نیمه.jsonl': content.replaceAll(`"${sample.doc_id}"`, '"art-other"') });
  await report(page).getByRole('button', { name: /^گرفتن [۰-۹٬]+ رکورد سالم$/ }).click();
  await expect(report(page), 'this annotator has labelled the article already: the set comes beside it').toContainText('۱ مجموعه با ۶۰ برچسب پذیرفته شد');
  await page.keyboard.press('Escape');
  await expect(report(page)).toHaveCount(0);
  await rows(page).first().dblclick();
  await expect(page.getByRole('group', { name: 'برچسب‌های چه کسی' }).getByRole('button')).toHaveCount(sets + 1);
});
