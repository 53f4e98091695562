import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { arrived, dialog, faults, giveOut, handIn, leadWith, rows, saved, text } from './laptops.ts';

const { t } = translator('fa');
const list = (page: Page) => page.getByRole('region', { name: t('roster.title') });
const number = (page: Page, n: string) => expect(list(page)).toContainText(new RegExp(`شمارهٔ .?${n}`));
/** As its own screen shows it. */
const ownWords = async (page: Page): Promise<string> => (await page.getByRole('region', { name: t('exchange.key.own') }).getByRole('paragraph').first().textContent()) ?? '';

async function arrive({ app, page }: RunningApp, file: string): Promise<void> {
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  await expect(arrived(page).getByRole('button', { name: /برداشتن/ })).toBeVisible();
}

/** Agrees by keys alone. */
async function agree(page: Page): Promise<void> {
  await arrived(page).getByRole('button', { name: /برداشتن/ }).press('Enter');
  await expect(arrived(page)).toHaveCount(0);
}

/** Marks the first words of the Article, whatever the checks say, and calls it done. */
async function markAndFinish(page: Page): Promise<void> {
  await rows(page).filter({ hasText: 'برق' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (const key of ['Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft', 'Digit2']) await page.keyboard.press(key);
  await expect(page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Control+Enter');
  const checks = page.getByRole('dialog').filter({ hasText: 'دلیل' });
  await checks.getByRole('textbox').fill('نام در متن نیامده است');
  await page.keyboard.press('Control+Enter');
  await expect(checks).toHaveCount(0);
  await saved(page);
}

test('the team list of a lead reaches a laptop and is agreed to by its words; so does the laptop reach the list, and what it signs once it was taken off is doubtful', async ({ start }) => {
  test.setTimeout(300_000);
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await leadWith(lead, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  await giveOut(lead, path.join(lead.userData, 'سارا.naql'), ['سارا']);
  await number(lead.page, '۱');

  const sara = await start({ settings: { annotatorName: 'سارا' }, args: [path.join(lead.userData, 'سارا.naql')] });
  await dialog(sara.page, 'کجا باز شود؟').getByRole('button', { name: 'باز کردن' }).click();
  await expect(arrived(sara.page), 'the first list that comes is agreed to by its words').toContainText(await ownWords(lead.page));
  await expect(arrived(sara.page)).toContainText('از این پس به کار می‌رود');
  await sara.screenshot('roster-first');
  await agree(sara.page);
  await markAndFinish(sara.page);
  const file = path.join(sara.userData, 'تحویل.naql');
  await handIn(sara, file);
  await number(sara.page, '۱');

  const { page } = lead;
  await arrive(lead, file);
  await expect(arrived(page)).toContainText('در فهرست همکاران نیست');
  await expect(arrived(page)).toContainText(await ownWords(sara.page));
  await arrived(page).getByRole('checkbox').press('Space');
  expect(await faults(page)).toEqual([]);
  await lead.screenshot('roster-vouch');
  await agree(page);
  await number(page, '۲');
  await expect(list(page).getByRole('row').filter({ hasText: 'سارا' })).toContainText(await ownWords(sara.page));
  expect(await faults(page)).toEqual([]);
  await lead.screenshot('roster-lead');

  const revoke = list(page).getByRole('row').filter({ hasText: 'سارا' }).getByRole('button', { name: t('roster.revoke') });
  await revoke.press('Enter');
  await dialog(page, t('roster.revoke.title', { name: 'سارا' })).getByRole('button', { name: t('roster.revoke.do') }).press('Enter');
  await number(page, '۳');
  await expect(list(page).getByRole('row').filter({ hasText: 'سارا' })).toContainText('کنار گذاشته شده');
  await expect(list(page).getByRole('row').filter({ hasText: 'مینا' }).getByRole('button'), 'who signs the list cannot take it off').toHaveCount(0);

  await sara.page.getByRole('button', { name: t('exchange.reopen') }).click();
  await dialog(sara.page, t('exchange.reopen.title')).getByRole('textbox').fill('مرز گوینده');
  await dialog(sara.page, t('exchange.reopen.title')).getByRole('button', { name: t('exchange.reopen.do') }).click();
  const again = path.join(sara.userData, 'دوباره.naql');
  await answerSaveDialogs(sara.app, again);
  await sara.page.getByRole('button', { name: /^تحویل/ }).click();
  await expect.poll(() => stat(again).then(({ size }) => size > 0, () => false)).toBe(true);
  await arrive(lead, again);
  await expect(arrived(page)).toContainText('کنار گذاشته شده است');
  await expect(arrived(page).getByRole('checkbox')).toHaveCount(0);
  await agree(page);
});
