import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { findChromium } from '../../build/runtime/libraries.mjs';
import { type Language } from '../../shared/bridge.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { clickMenu } from './menu.ts';
import { pdfText } from './pdf-text.ts';
import { sampleDataset } from './sample.ts';

/** The window on the sample with a colleague's 61 labels. */
async function shown(start: (options: { settings: { language: Language } }) => Promise<RunningApp>, language: Language): Promise<RunningApp> {
  const running = await start({ settings: { language } });
  const { t } = translator(language);
  await expect(running.page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await running.page.getByRole('group', { name: t('annotate.whose') }).getByRole('button').nth(1).click();
  await expect(running.page.getByRole('listbox').getByRole('option')).toHaveCount(61);
  return running;
}

async function saved({ app, page, userData }: RunningApp, command: 'save-pdf' | 'save-html', language: Language): Promise<Buffer> {
  const { t } = translator(language);
  const file = path.join(userData, `paper${command.slice('save'.length).replace('-', '.')}`);
  await answerSaveDialogs(app, file);
  await clickMenu(app, t(`menu.${command}`));
  await expect(page.getByText(t('print.saved', { name: path.basename(file) }))).toBeVisible({ timeout: 30_000 });
  return readFile(file);
}

const paragraphsOf = (page: Page) => page.locator('.text p').allTextContents();

test('an article is put on A4 pages with its labels, the table of quotes, and page numbers in Persian', async ({ start }) => {
  const running = await shown(start, 'fa');
  const bytes = await saved(running, 'save-pdf', 'fa');
  await mkdir(inProject('test-results', 'screenshots'), { recursive: true });
  await writeFile(inProject('test-results', 'screenshots', 'paper.pdf'), bytes);
  const pdf = pdfText(bytes);
  expect(pdf.pages).toBeGreaterThan(2);
  expect(pdf.pages).toBeLessThan(8);
  // 210 × 297 mm in points.
  expect(pdf.sizes).toEqual(['595×842']);
  for (const digit of '۰۱۲۳') expect(pdf.characters).toContain(digit);
  expect(pdf.characters).not.toContain('1');
  for (const letter of 'پزشکیان') expect(pdf.characters).toContain(letter);
  // The window is as it was.
  await expect(running.page.locator('#print-sheet')).toHaveCount(0);
  await expect(running.page.getByRole('textbox', { name: 'متن خبر' })).toBeVisible();
});

test('printing gives the system the sheet with its pages numbered, and says only what went wrong', async ({ start }) => {
  const { app, page } = await shown(start, 'fa');
  // There is no printer here, and the system's dialog would wait for a person: what it is given is looked at in its place.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const answers = [[true, ''], [false, 'Print job canceled'], [false, 'Invalid printer settings']] as const;
    const given: unknown[] = [];
    Object.assign(globalThis, { givenToPrinter: given });
    window.webContents.print = (options, done) => {
      const look = "(() => { const sheet = document.querySelector('#print-sheet')?.shadowRoot; return [sheet?.querySelectorAll('.text p').length ?? 0, sheet?.textContent?.includes('صفحهٔ') ?? false]; })()";
      const answer = async () => {
        const seen: unknown = await window.webContents.executeJavaScript(look);
        const [success, reason] = answers[given.length] ?? [true, ''];
        given.push([options, seen]);
        done?.(success, reason);
      };
      void answer();
    };
  });
  const given = () => app.evaluate(() => (globalThis as unknown as { readonly givenToPrinter: readonly unknown[] }).givenToPrinter);
  const paragraphs = (await sampleDataset()).articles[0]?.text.split('\n').length;
  for (const time of [1, 2, 3]) {
    await clickMenu(app, 'چاپ…');
    await expect.poll(async () => (await given()).length).toBe(time);
    expect((await given()).at(-1)).toEqual([{ printBackground: true }, [paragraphs, true]]);
    await expect(page.locator('#print-sheet')).toHaveCount(0);
    const failure = page.getByRole('region', { name: 'پیام‌ها' }).getByText('Invalid printer settings');
    if (time < 3) await expect(failure).toHaveCount(0);
    else await expect(failure).toBeVisible();
  }
});

for (const language of ['fa', 'en'] as const) {
  test(`the same as one file for a browser: it needs nothing else, and the text in it is the text (${language})`, async ({ start }) => {
    const running = await shown(start, language);
    const html = (await saved(running, 'save-html', language)).toString('utf8');
    const article = (await sampleDataset()).articles[0];
    const executablePath = findChromium();
    test.skip(executablePath === null, 'there is no Chromium to open the file in');
    const browser = await chromium.launch({ executablePath: executablePath ?? '' });
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', ({ url }) => asked.push(url()));
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.setContent(html);
      await page.evaluate(() => document.fonts.ready);
      expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(html).not.toMatch(/(?:src|href)=["']?(?!data:)[a-z]+:/i);
      expect(html).not.toContain('<script');
      expect((await paragraphsOf(page)).join('\n')).toBe(article?.text);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'fa' ? 'rtl' : 'ltr');
      expect(await page.evaluate(() => document.fonts.check('16px Vazirmatn', 'نقل'))).toBe(true);
      // A row for each quote and commitment, and whose it is.
      const rows = page.locator('.rows tbody tr');
      expect(await rows.count()).toBeGreaterThan(15);
      await expect(rows.first()).toContainText('ایرنا');
      await expect(page.locator('.rows thead')).toContainText(translator(language).t('print.source'));
      await page.screenshot({ path: inProject('test-results', 'screenshots', `paper-${language}.png`), fullPage: true });
    } finally {
      await browser.close();
    }
  });
}
