import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, type RunningApp } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { newProject } from './new-project.ts';
import { smallTargets } from './targets.ts';

/** What a lead and annotators do on their own laptops when work goes round, in the Persian window. */

export const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
export const rows = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') });
export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
export const arrived = (page: Page) => dialog(page, 'آنچه رسیده است');
/** The lead has read the words with whoever sent what has come: every device that is unknown goes on the team list. */
export async function vouchForAll(page: Page): Promise<void> {
  await expect(arrived(page).getByRole('button', { name: /برداشتن/ })).toBeVisible();
  for (const box of await arrived(page).getByRole('checkbox').all()) await box.check();
}
export const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
export const faults = async (page: Page) => [...(await accessibilityFaults(page)), ...(await smallTargets(page))];

/** A project of its own with these articles, and its screen of handing over. */
export async function leadWith({ app, page, userData }: RunningApp, articles: Readonly<Record<string, string>>): Promise<void> {
  await expect(text(page)).toBeFocused();
  await newProject(page, 'نقل‌های انرژی');
  await expect(page.getByRole('button', { name: 'چسباندن متن…' })).toBeVisible();
  const paths = Object.keys(articles).map((name) => path.join(userData, name));
  for (const [name, content] of Object.entries(articles)) await writeFile(path.join(userData, name), content);
  await answerOpenDialogs(app, ...paths);
  await page.keyboard.press('Control+KeyO');
  await expect(rows(page)).toHaveCount(paths.length);
  await page.keyboard.press('Control+Shift+KeyH');
  await expect(page.getByRole('heading', { name: 'واگذاری و تحویل کار', level: 1 })).toBeVisible();
}

/** @param strict under strict blindness */
export async function giveOut({ app, page }: RunningApp, folder: string, names: readonly string[], strict = false): Promise<void> {
  await page.getByRole('button', { name: 'واگذاری کار…' }).click();
  const give = dialog(page, 'واگذاری کار');
  await give.getByRole('textbox', { name: 'نام‌های تازه، هر سطر یک نام' }).fill(names.join('\n'));
  // Few Articles: everybody gets all of them.
  await give.getByRole('textbox', { name: 'چند درصد به همه داده شود' }).fill('۱۰۰');
  if (strict) await give.getByRole('checkbox', { name: /^سربسته/ }).check();
  await expect(give.getByRole('row')).toHaveCount(names.length);
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: inProject('test-results', 'screenshots', strict ? 'hand-out-strict.png' : 'hand-out.png') });
  await answerSaveDialogs(app, folder);
  await give.getByRole('button', { name: /ساختن|واگذاری به/ }).click();
  await expect(give).toHaveCount(0);
}

/** Opens the assignment by the system, as a double click does, as a project of its own. */
export async function takeUp({ page }: RunningApp, articles: number): Promise<void> {
  await dialog(page, 'کجا باز شود؟').getByRole('button', { name: 'باز کردن' }).click();
  await expect(arrived(page)).toContainText('واگذاری از ');
  await expect(arrived(page)).toContainText('امضا شده');
  expect(await faults(page)).toEqual([]);
  await page.screenshot({ path: inProject('test-results', 'screenshots', 'take-in.png') });
  await arrived(page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(rows(page)).toHaveCount(articles);
}

export async function handIn({ app, page }: RunningApp, file: string): Promise<void> {
  await page.keyboard.press('Control+Shift+KeyH');
  await page.screenshot({ path: inProject('test-results', 'screenshots', 'exchange-annotator.png') });
  expect(await faults(page)).toEqual([]);
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: /^تحویل/ }).click();
  await expect(page.getByText('تحویل شد', { exact: false }).first()).toBeVisible();
  await expect.poll(() => stat(file).then(({ size }) => size > 0, () => false)).toBe(true);
}

/** Opens an Article by its title, marks words as a speaker and calls it done, whatever the checks say. */
export async function annotate(page: Page, title: string, skipped: number | null): Promise<void> {
  await rows(page).filter({ hasText: title }).click();
  await expect(text(page)).toBeFocused();
  if (skipped !== null) {
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < skipped; step++) await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Digit2');
    await expect(page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option')).toHaveCount(1);
  }
  await page.keyboard.press('Control+Enter');
  const checks = page.getByRole('dialog').filter({ hasText: 'دلیل' });
  // Where another one is left, it is there; where none is, this one says that it is done.
  const isDone = page.getByRole('button', { name: 'بازگشایی' }).or(text(page).filter({ hasNotText: title }));
  await expect(checks.or(isDone).first()).toBeVisible();
  if (await checks.isVisible()) {
    await checks.getByRole('textbox').fill('نام در متن نیامده است');
    await page.keyboard.press('Control+Enter');
    await expect(checks).toHaveCount(0);
  }
  await expect(isDone.first()).toBeVisible();
  await saved(page);
  await page.keyboard.press('Control+KeyL');
  await expect(rows(page).filter({ hasText: title })).toContainText('پایان‌یافته');
}
