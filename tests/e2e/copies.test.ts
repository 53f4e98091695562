import path from 'node:path';
import { copies, otherStories, sent } from '../fixtures/wire-copies.ts';
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
  await openShelf(running, [{ title: 'خبر نخست', text: sent, publisher: 'ایرنا', published: '2026-03-21' }, { title: 'هوا', text: 'سازمان هواشناسی برای فردا رگبار و باد پیش‌بینی کرد.' }]);
  const file = path.join(userData, 'copies.jsonl');
  await writeShelf(file, [
    { title: 'رونوشت روزنامه', text: copies['with a corrected headline'] }, { title: 'خبری دیگر', text: 'نانوایان گفتند که نان امسال گران نمی‌شود و آرد هست.' },
  ], 10);
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  const dialog = page.getByRole('dialog', { name: '۱ گروه خبر همسان' });
  await expect(dialog).toContainText('خبر نخست');
  await expect(dialog.getByText(/٪ همسان/)).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'خبر نخست' }).last(), 'copies often have one title').toContainText('ایرنا۱ فروردین ۱۴۰۵');
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

for (const settings of [{ language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' }] as const)
  test(`groups of copies: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    const running = await start({ settings });
    const { app, page, userData } = running;
    const look = async (name: string): Promise<void> => {
      await settled(page);
      await running.screenshot(`${name}-${settings.language}-${settings.theme}`);
      expect([...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))]).toEqual([]);
    };
    await openShelf(running, [
      { title: 'خبر نخست', text: sent, url: 'https://a.example/1' }, { title: 'The minister’s power plan, as the agency sent it to every newspaper that morning and again in the evening, with all its figures', text: otherStories['another ministry in the same pattern'] },
    ]);
    const file = path.join(userData, 'copies.jsonl');
    await writeShelf(file, [
      { title: 'رونوشت روزنامه با تیتری بلند که در یک سطر این پنجره جا نمی‌شود و از پایان کوتاه می‌شود، هرچه پنجره پهن باشد', text: copies['with a corrected headline'] },
      { title: 'همان خبر', text: copies['with a paragraph dropped'], publisher: 'خبرگزاری دانشجویان ایران، شعبهٔ خراسان رضوی', published: '2026-05-18' }, { title: 'قطار', text: `${otherStories['another ministry in the same pattern']}\nپایان پیام` },
    ], 10);
    await answerOpenDialogs(app, file);
    await page.keyboard.press('Control+KeyO');
    const dialog = page.getByRole('dialog', { name: /۲ گروه خبر همسان|2 groups of articles/ });
    await expect(dialog.getByText(/٪ همسان|% the same/).first()).toBeVisible();
    await expect(dialog.getByText(/٪ متن کوتاه‌تر|% of the shorter text/).first(), 'a paragraph is missing: they are not all the same').toBeVisible();
    await look('copies');
    // A dialog stands outside the page that it belongs to: its keys go in the window's direction all the same (ux.md 4).
    const [first, second] = [dialog.getByRole('radio').first(), dialog.getByRole('radio').nth(1)];
    await first.press(settings.language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
    await expect(second).toBeChecked();
    await second.press(settings.language === 'fa' ? 'ArrowRight' : 'ArrowLeft');
    await expect(first).toBeChecked();
    await dialog.getByRole('radio', { name: /تنها یکی بماند|Only one stays/ }).last().click();
    await dialog.getByRole('button', { name: /^(?:انجام|Apply)$/ }).click();
    await expect(page.getByRole('button', { name: /^(?:واگرد|Undo)$/ })).toBeVisible();
    await look('copies-settled');
  });

for (const [width, height] of [[1280, 800], [900, 640]] as const)
  test(`what is said in passing covers nothing of the groups of copies, and moves the dialog only where it would: ${width} × ${height}`, async ({ start }) => {
    const running = await start();
    const { app, page, userData } = running;
    await openShelf(running);
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [width, height] as [number, number]);
    const file = path.join(userData, 'copies.jsonl');
    // A group that fills the dialog.
    await writeShelf(file, Array.from({ length: 16 }, (_, of) => ({ title: `خبر ${of}`, text: `${sent}\nپایان پیام ${of}` })), 10);
    await answerOpenDialogs(app, file);
    await page.keyboard.press('Control+KeyO');
    const dialog = page.getByRole('dialog', { name: '۱ گروه خبر همسان' });
    const told = page.getByRole('region', { name: 'پیام‌ها' }).getByRole('dialog');
    await expect(dialog).toBeVisible();
    await expect(told.first()).toBeVisible();
    // It stands for as long as the pointer is on it.
    await told.first().hover();
    await settled(page);
    await running.screenshot(`copies-told-${width}`);
    const beside = { dialog: await dialog.boundingBox(), told: await told.first().boundingBox() };
    if (!beside.dialog || !beside.told) throw new Error('something is not there');
    expect(beside.dialog.y + beside.dialog.height, 'the dialog ends above the message').toBeLessThanOrEqual(beside.told.y);
    expect(beside.told.y + beside.told.height, 'which lies in the window').toBeLessThanOrEqual(height);
    expect(await misfits(page)).toEqual([]);
    await page.mouse.move(width / 2, 20);
    await expect(told).toHaveCount(0, { timeout: 15_000 });
    await settled(page);
    expect((await dialog.boundingBox())?.height, 'without a message the dialog has its room again').toBeGreaterThanOrEqual(beside.dialog.height);
  });
