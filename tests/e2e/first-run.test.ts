import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Locator, type Page } from '@playwright/test';
import { tokens } from '../../shared/text/segment.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { sampleDataset } from './sample.ts';

/** What is outlined for a newcomer: its first word, and its last two. */
const quote = { first: 'الان', last: 'امضا' };

const coach = (page: Page): Locator => page.getByRole('contentinfo', { name: 'وضعیت' });
const lines = (page: Page): Locator => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
/** Of the labels that are there from the start. */
const done = [/رئیسجمهور/, /با بیان اینکه/, /پس از بازگشت/];
const outline = (page: Page): Locator => page.locator('[role=textbox] [class*=pendingPiece]');
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'بازبین' });

/** The middle of the first such word of a paragraph, in viewport pixels. */
const middleOf = (page: Page, paragraph: number, word: string): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate(
    ([index, wanted]) => {
      const text = document.querySelectorAll('[role="textbox"] [data-line] > div:nth-child(2)')[index]?.firstChild;
      const start = text?.textContent?.indexOf(wanted) ?? -1;
      if (!text || start < 0) throw new Error(`paragraph ${index} lacks "${wanted}"`);
      const range = document.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    [paragraph, word] as const,
  );

async function begun(start: () => Promise<RunningApp>): Promise<RunningApp> {
  const running = await start();
  await expect(running.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(coach(running.page)).toContainText('این خبر نمونه است. واژه‌ای را انتخاب کنید و ۱ را بزنید.');
  await expect(lines(running.page)).toHaveText(done);
  await expect(outline(running.page).first()).toBeVisible();
  return running;
}

/** The quote is marked; links it by whatever way `link` goes, and finishes, after which the coach is silent for good. */
async function ended({ page, userData, screenshot }: RunningApp, link: () => Promise<void>, finish: () => Promise<void>): Promise<void> {
  await expect(lines(page)).toHaveText([...done, /الان هم با برادرانمان/]);
  await expect(outline(page)).toHaveCount(0);
  await expect(coach(page)).toContainText(/نقل‌قول شد\. برای پیوند با گوینده‌اش .* و سپس ۱ را بزنید\./);
  await screenshot('first-run-3');
  await link();
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*رئیسجمهور/ })).toBeVisible();
  await expect(coach(page)).toContainText('همین! کار این خبر که تمام شد');
  await screenshot('first-run-5');
  await finish();
  await expect(page.getByText('پایان یافت. همهٔ خبرها انجام شده است.')).toBeVisible();
  await expect(coach(page)).not.toContainText('همین!');
  await coach(page).getByRole('button', { name: 'بازگشایی' }).click();
  await expect(coach(page).getByRole('button', { name: 'پایان' })).toBeEnabled();
  await expect(coach(page)).not.toContainText('همین!');
  await expect.poll(() => readFile(path.join(userData, 'settings.json'), 'utf8')).toContain('"coached": true');
}

test('the first window shows what finished looks like: a quote with its speaker and its cue, all linked', async ({ start }) => {
  const { page } = await begun(start);
  await lines(page).nth(2).click();
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*رئیسجمهور/ })).toBeVisible();
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*با بیان اینکه/ })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('button', { name: /خطا/ })).toHaveCount(0);
  // It is the person's own, to be altered like anything else.
  await page.keyboard.press('x');
  await expect(lines(page)).toHaveCount(2);
});

test('a newcomer marks and links a quote by mouse alone, led by what the window says', async ({ start }) => {
  const running = await begun(start);
  const { app, page, userData, screenshot } = running;
  await screenshot('first-run-1');

  const [from, to] = [await middleOf(page, 2, quote.first), await middleOf(page, 2, quote.last)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(coach(page)).toContainText('حالا ۱ را بزنید');
  await screenshot('first-run-2');
  await page.getByRole('toolbar', { name: 'برچسب برای انتخاب' }).getByRole('button', { name: 'نقل‌قول' }).click();
  await ended(
    running,
    async () => {
      await inspector(page).getByRole('button', { name: /گفتهٔ/ }).first().click();
      await screenshot('first-run-4');
      await inspector(page).getByRole('button', { name: /^.?۱.*رئیسجمهور/ }).click();
    },
    () => coach(page).getByRole('button', { name: 'پایان' }).click(),
  );

  // What comes next stands below the sample: one's own article, by the same hand.
  const file = path.join(userData, 'own.txt');
  await writeFile(file, 'وزیر نیرو گفت: سدها پر می‌شود.');
  await answerOpenDialogs(app, file);
  const own = page.getByRole('main').getByRole('button', { name: 'خبر خودتان را اینجا رها کنید' });
  await own.scrollIntoViewIfNeeded();
  await screenshot('first-run-6');
  await own.click();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('سدها پر می‌شود');
  await expect(own).toHaveCount(0);
});

test('a newcomer marks and links a quote by keys alone, led by what the window says', async ({ start }) => {
  const running = await begun(start);
  const { page } = running;
  const sampleText = (await sampleDataset()).articles[0]?.text ?? '';
  const first = tokens(sampleText).findIndex(({ start: offset, end }) => sampleText.slice(offset, end) === quote.first);
  const press = async (chord: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(chord);
  };
  await press('Control+Home');
  await press('Control+ArrowLeft', first);
  await press('q');
  await expect(coach(page)).toContainText('حالا ۱ را بزنید');
  await press('1');
  await ended(
    running,
    async () => {
      await press('l');
      await press('1');
    },
    () => press('Control+Enter'),
  );
});

test('whoever reads English is led the same way', async ({ start }) => {
  const { page, screenshot } = await start({ settings: { language: 'en' } });
  const { t } = translator('en');
  const line = page.getByRole('contentinfo', { name: t('bar.title') });
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await expect(line).toContainText('This is a sample. Select a word and press 1.');
  await expect(outline(page).first()).toBeVisible();
  await screenshot('first-run-en-1');
  const at = await middleOf(page, 2, quote.first);
  await page.mouse.dblclick(at.x, at.y);
  await expect(line).toContainText('Good. Now press 1.');
  await page.keyboard.press('q');
  await page.keyboard.press('1');
  await expect(line).toContainText(/That is a quote\. To link its speaker press .?L.?, then 1\./);
  await screenshot('first-run-en-2');
  await page.keyboard.press('l');
  await page.keyboard.press('1');
  await expect(line).toContainText(/That is all! When the article is finished press .?Ctrl\+Enter.?\./);
  await screenshot('first-run-en-3');
  await page.keyboard.press('Control+Enter');
  await expect(line).not.toContainText('That is all!');
});
