import path from 'node:path';
import { copies, sent } from '../fixtures/wire-copies.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { misfits } from './layout.ts';
import { settled } from './settled.ts';
import { openShelf, rowsIn, writeShelf } from './shelf.ts';
import { smallTargets } from './targets.ts';

test('copies of a story are shown as the last step of the import, and counted as one story or left out, with a way back', async ({ start }) => {
  const running = await start();
  const { app, page, userData } = running;
  await openShelf(running, [{ title: 'خبر نخست', text: sent }, { title: 'هوا', text: 'سازمان هواشناسی برای فردا رگبار و باد پیش‌بینی کرد.' }]);
  const file = path.join(userData, 'copies.jsonl');
  await writeShelf(file, [
    { title: 'رونوشت روزنامه', text: copies['with a corrected headline'] }, { title: 'خبری دیگر', text: 'نانوایان گفتند که نان امسال گران نمی‌شود و آرد هست.' },
  ], 10);
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  const dialog = page.getByRole('dialog', { name: '۱ گروه خبر همسان' });
  await expect(dialog).toContainText('خبر نخست');
  await expect(dialog.getByText(/٪ همسان/)).toBeVisible();
  await settled(page);
  expect([...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))]).toEqual([]);
  await running.screenshot('copies-fa');
  await dialog.getByRole('radio', { name: 'تنها یکی بماند' }).click();
  await dialog.getByRole('button', { name: 'انجام' }).click();
  await expect(rowsIn(page)).toHaveCount(4);
  await expect(rowsIn(page).filter({ hasText: 'خبر نخست' })).toHaveCount(1);
  await page.getByRole('button', { name: 'واگرد' }).click();
  await expect(rowsIn(page)).toHaveCount(5);
  await page.getByRole('grid', { name: 'خبرها' }).focus();
  await page.keyboard.press('Control+KeyY');
  await expect(rowsIn(page)).toHaveCount(4);
  // What was left out is not offered again.
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  await expect(page.getByText('خبر تازه‌ای افزوده نشد؛ ۲ خبر تکراری کنار گذاشته شد')).toBeVisible();
  await expect(rowsIn(page)).toHaveCount(4);
  await expect(dialog).toHaveCount(0);
});
