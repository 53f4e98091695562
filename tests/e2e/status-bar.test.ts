import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { type Settings } from '../../shared/bridge.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, test } from './app.ts';
import { dropFiles } from './drop-files.ts';
import { misfits } from './layout.ts';

const isolates = /[\u2066-\u2069]/g;
const words = async (page: Page) => (await page.getByRole('contentinfo').innerText()).replace(isolates, '').replace(/\s+/g, ' ');

for (const [language, wanted] of [
  ['fa', [/ذخیره شد/, /۱ برچسب|بی‌برچسب/, /چسبیدن: واژه/, /اندازه ۱۹/, /۱ از ۳/]],
  ['en', [/Saved/, /no labels/, /snap: word/, /size 19/, /1\/3/]],
] as const) {
  test(`the bar says what is saved, how one selects and reads, and where one is in the library: ${language}`, async ({ start }) => {
    const { app, page, userData, screenshot } = await start({ settings: { language } });
    const { t } = translator(language);
    const text = page.getByRole('textbox', { name: t('annotate.text') });
    await expect(text).toBeFocused();
    // Menus and native dialogs follow the language as well.
    expect(await app.evaluate(({ app: main }) => main.commandLine.getSwitchValue('force-ui-direction'))).toBe(language === 'fa' ? 'rtl' : 'ltr');
    await dropFiles(page, { name: 'one.txt', text: 'وزیر نیرو گفت: سدها پر می‌شود.' });
    await expect(text).toContainText('سدها');
    await dropFiles(page, { name: 'two.txt', text: 'شهردار افزود: پل باز است.' });
    await expect(text).toContainText('پل باز است');
    for (const one of wanted) await expect.poll(() => words(page)).toMatch(one);

    // A press changes what selecting takes, at once and for good.
    await page.getByRole('button', { name: t('bar.snap', { unit: 'word' }) }).click();
    await expect(page.getByRole('button', { name: t('bar.snap', { unit: 'letter' }) })).toBeVisible();
    await expect.poll(async () => (JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8')) as Settings).selectionUnit).toBe('letter');
    await page.keyboard.press('Control+Equal');
    await expect.poll(() => words(page)).toContain(t('bar.size', { size: 20 }));
    await page.getByRole('button', { name: t('bar.next') }).click();
    await expect(text).toContainText('سدها');
    await expect.poll(() => words(page)).toContain(t('bar.place', { place: 2, count: 3 }));

    // What was taken back is told there for a while, to those who read as well.
    for (const key of ['Control+Home', 'w', '8', 'Control+z']) await page.keyboard.press(key);
    const undone = t('annotate.undone', { step: t('command.annotate') }).replace(isolates, '');
    await expect.poll(() => words(page)).toContain(undone);
    for (const width of [1440, 1280, 1024]) {
      await app.evaluate(({ BrowserWindow }, wide) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, 700), width);
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
      expect(await misfits(page), `${width} pixels`).toEqual([]);
      // Everything stays on one line.
      expect((await page.getByRole('contentinfo').boundingBox())?.height).toBeLessThan(60);
      await screenshot(`status-bar-${language}-${width}`);
    }
  });
}
