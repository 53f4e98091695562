import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../build/project.mjs';
import { translator } from '../../renderer/messages/translate.ts';
import { type Settings } from '../../shared/bridge.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { annotate, arrived, dialog, faults, giveOut, handIn, leadWith, rows, takeUp, text } from './laptops.ts';
import { latinWords, misfits } from './layout.ts';
import { newProject } from './new-project.ts';
import { settled } from './settled.ts';

test('work goes from a lead to two annotators on their own laptops and back, file by file', async ({ start }) => {
  test.setTimeout(240_000);
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await leadWith(lead, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  const folder = path.join(lead.userData, 'دور یک');
  await giveOut(lead, folder, ['سارا', 'رضا']);
  expect((await readdir(folder)).sort()).toEqual(['رضا.naql', 'سارا.naql']);
  await expect(lead.page.getByRole('row').filter({ hasText: 'سارا' })).toContainText('۰ از ۲');

  const files: string[] = [];
  for (const [name, skipped] of [['سارا', 0], ['رضا', 1]] as const) {
    const annotator = await start({ settings: { annotatorName: name }, args: [path.join(folder, `${name}.naql`)] });
    await takeUp(annotator, 2);
    await annotate(annotator.page, 'برق', skipped);
    await annotate(annotator.page, 'آب', null);
    const file = path.join(annotator.userData, `${name}.naql`);
    await handIn(annotator, file);
    files.push(file);
    // What was handed in is closed, and says so.
    await annotator.page.getByRole('button', { name: 'برق' }).click();
    await expect(text(annotator.page)).toBeFocused();
    await annotator.page.keyboard.press('Control+Home');
    await annotator.page.keyboard.press('Control+Shift+ArrowLeft');
    await annotator.page.keyboard.press('Digit3');
    await expect(annotator.page.getByText('تحویل داده شده و بسته است', { exact: false }).first()).toBeVisible();
    await annotator.close();
  }

  const { app, page } = lead;
  await answerOpenDialogs(app, ...files);
  await page.keyboard.press('Control+KeyO');
  await expect(arrived(page)).toContainText(/تحویل .?سارا/);
  await expect(arrived(page)).toContainText(/تحویل .?رضا/);
  await page.screenshot({ path: inProject('test-results', 'screenshots', 'take-in-many.png') });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('row').filter({ hasText: 'سارا' }), 'nothing before the person agrees').toContainText('۰ از ۲');
  await page.keyboard.press('Control+KeyO');
  await arrived(page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'سارا' })).toContainText('۲ از ۲');
  await expect(page.getByRole('row').filter({ hasText: 'رضا' })).toContainText('۲ از ۲');
  await page.screenshot({ path: inProject('test-results', 'screenshots', 'exchange-lead.png') });
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Control+KeyO');
  await expect(arrived(page).getByText('چیز تازه‌ای ندارد', { exact: false })).toHaveCount(2);
  await arrived(page).getByRole('button', { name: 'بستن' }).last().click();
});

test('a whole project goes to another laptop in one file', async ({ start }) => {
  test.setTimeout(120_000);
  const here = await start();
  await leadWith(here, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  const file = path.join(here.userData, 'پروژه.naql');
  await answerSaveDialogs(here.app, file);
  await here.page.getByRole('button', { name: 'ساختن پروندهٔ پروژه…' }).click();
  await expect(here.page.getByText('ساخته شد', { exact: false }).first()).toBeVisible();
  const there = await start({ args: [file] });
  const where = dialog(there.page, 'کجا باز شود؟');
  await where.getByRole('checkbox').check();
  await there.page.screenshot({ path: inProject('test-results', 'screenshots', 'where.png') });
  await where.getByRole('button', { name: 'باز کردن' }).click();
  await expect(rows(there.page)).toHaveCount(2);
  await expect(there.page.getByRole('button', { name: /نقل‌های انرژی/ })).toBeVisible();
});

test('a file that is no longer whole says so and changes nothing', async ({ start }) => {
  const lead = await start();
  await leadWith(lead, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  const { app, page, userData } = lead;
  const file = path.join(userData, 'پروژه.naql');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: 'ساختن پروندهٔ پروژه…' }).click();
  await expect(page.getByText('ساخته شد', { exact: false }).first()).toBeVisible();
  const bytes = await readFile(file);
  const [cut, altered] = [path.join(userData, 'بریده.naql'), path.join(userData, 'دگرگون.naql')];
  await writeFile(cut, bytes.subarray(0, bytes.length / 2));
  await writeFile(altered, bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte)));
  await answerOpenDialogs(app, cut, altered);
  await page.keyboard.press('Control+KeyO');
  await expect(arrived(page)).toContainText('پایان این پرونده نرسیده است');
  await expect(arrived(page)).toContainText('دگرگون شده یا آسیب دیده است');
  expect((await latinWords(page)).filter((words) => !words.includes('.naql'))).toEqual([]);
  expect(await misfits(page)).toEqual([]);
});

test.describe('looks', () => {
  for (const settings of [
    { language: 'fa', theme: 'light' }, { language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' },
  ] as const satisfies readonly Partial<Settings>[]) {
    test(`handing over is sound to axe, fits, and speaks its language: ${settings.language}, ${settings.theme}`, async ({ start }) => {
      const running = await start({ settings: { ...settings, annotatorName: 'مینا' } });
      const { app, page, userData } = running;
      const { t } = translator(settings.language);
      const found: string[] = [];
      const look = async (screen: string) => {
        await settled(page);
        await running.screenshot(`hand-over-${screen}-${settings.language}-${settings.theme}`);
        const latin = settings.language === 'fa' ? (await latinWords(page)).filter((words) => !words.includes('naql')) : [];
        found.push(...[...(await faults(page)), ...(await misfits(page)), ...latin].map((fault) => `${screen}: ${fault}`));
      };
      await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
      await newProject(page, 'نقل‌های انرژی', t);
      const news = path.join(userData, 'برق.txt');
      await writeFile(news, 'وزیر نیرو گفت برق قطع نمی‌شود.');
      await answerOpenDialogs(app, news);
      await page.keyboard.press('Control+KeyO');
      await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
      await page.keyboard.press('Control+Shift+KeyH');
      await expect(page.getByRole('heading', { name: t('exchange.title'), level: 1 })).toBeVisible();
      await page.getByRole('button', { name: t('exchange.hand-out') }).click();
      const give = page.getByRole('dialog', { name: t('hand-out.title') });
      await give.getByRole('textbox', { name: t('hand-out.new-people') }).fill('سارا\nرضا');
      await expect(give.getByRole('row')).toHaveCount(2);
      await look('give');
      const folder = path.join(userData, 'دور');
      await answerSaveDialogs(app, folder);
      await give.getByRole('button').last().click();
      await expect(give).toHaveCount(0);
      await look('lead');
      const bytes = await readFile(path.join(folder, 'سارا.naql'));
      const cut = path.join(userData, 'بریده.naql');
      await writeFile(cut, bytes.subarray(0, bytes.length / 2));
      await answerOpenDialogs(app, path.join(folder, 'سارا.naql'), cut);
      await page.keyboard.press('Control+KeyO');
      await expect(page.getByRole('dialog', { name: t('take.title') })).toBeVisible();
      await look('taking');
      expect(found).toEqual([]);
    });
  }
});
