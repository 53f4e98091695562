import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { clickMenu } from './menu.ts';
import { newProject } from './new-project.ts';
import { differing, writeReadings } from './readings.ts';

const { t } = translator('fa');
const line = (page: Page, index: number) => page.locator('[role=textbox] [data-line]').nth(index);

test('a paragraph that was laid out in another direction lies so under review, side by side, in the past and on paper', async ({ start }) => {
  test.slow();
  const { app, page, userData } = await start();
  const file = path.join(userData, 'readings.jsonl');
  await writeReadings(file, ['نرگس', 'کاوه'], differing);
  await answerOpenDialogs(app, file);
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await newProject(page, 'جهت‌ها');
  await page.keyboard.press('Control+KeyO');
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('Digit2');
  await expect(line(page, 0)).toHaveCSS('direction', 'rtl');
  await line(page, 0).click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitemradio', { name: t('text-menu.direction.ltr') }).click();
  await expect(line(page, 0)).toHaveCSS('direction', 'ltr');

  const paper = path.join(userData, 'paper.html');
  await answerSaveDialogs(app, paper);
  await clickMenu(app, t('menu.save-html'));
  await expect(page.getByText(t('print.saved', { name: 'paper.html' }))).toBeVisible({ timeout: 30_000 });
  const directions = [...(await readFile(paper, 'utf8')).matchAll(/<p dir="(rtl|ltr)"/g)].map(([, direction]) => direction);
  expect(directions.slice(0, 2)).toEqual(['ltr', 'rtl']);

  await clickMenu(app, t('menu.past'));
  await expect(page.getByRole('textbox', { name: t('past.text') })).toBeVisible();
  await expect(line(page, 0), 'the past').toHaveCSS('direction', 'ltr');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await page.keyboard.press('Control+KeyD');
  await expect(page.getByRole('textbox', { name: t('adjudicate.text') })).toBeFocused();
  await expect(line(page, 0), 'under review').toHaveCSS('direction', 'ltr');
  await expect(line(page, 1)).toHaveCSS('direction', 'rtl');
  await page.getByRole('button', { name: t('adjudicate.side-by-side') }).click();
  const columns = page.locator('[role=textbox]');
  await expect(columns).toHaveCount(2);
  for (const column of await columns.all()) await expect(column.locator('[data-line]').first(), 'side by side').toHaveCSS('direction', 'ltr');
});

test('where a Persian paragraph is laid out from left to right, the blank at the end of a wrapped line is nobody’s: it stands apart and gets no lane', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  const quoted = line(page, 2);
  const drawn = (what: string) => quoted.locator(what).evaluateAll((shapes) => shapes.map((shape) => Math.round(shape.getBoundingClientRect().width)));
  const lanes = 'svg [class*=lanes] path';
  const [before, outlined] = [await drawn(lanes), await drawn('[class*=pendingPiece]')];
  expect(before.length).toBeGreaterThan(3);
  await quoted.click({ button: 'right' });
  await page.getByRole('menu').getByRole('menuitemradio', { name: t('text-menu.direction.ltr') }).click();
  await expect(quoted).toHaveCSS('direction', 'ltr');
  // A blank is some five pixels wide, and the shortest of the words eighty.
  await expect.poll(async () => (await drawn(lanes)).length).toBe(before.length);
  expect(Math.min(...(await drawn(lanes)))).toBeGreaterThan(40);
  expect(await drawn('[class*=pendingPiece]')).toHaveLength(outlined.length);
});
