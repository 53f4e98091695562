import { type Locator, type Page } from '@playwright/test';
import { tokens } from '../../shared/text/segment.ts';
import { expect, type RunningApp, test } from './app.ts';
import { sampleDataset } from './sample.ts';

/** What is outlined for a newcomer, and who said it. */
const quote = { first: 'لازم', last: 'هستم' };
const speaker = 'وی';

const coach = (page: Page): Locator => page.getByRole('contentinfo', { name: 'وضعیت' });
const lines = (page: Page): Locator => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const outline = (page: Page): Locator => page.locator('[role=textbox] [class*=pendingPiece]');
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'بازبین' });

/** The middle of the first such word of a paragraph, in viewport pixels. */
const middleOf = (page: Page, paragraph: number, word: string): Promise<{ readonly x: number; readonly y: number }> =>
  page.evaluate(
    ([index, wanted]) => {
      const text = document.querySelectorAll('[role="textbox"] > div > div:nth-child(2)')[index]?.firstChild;
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
  await expect(outline(running.page).first()).toBeVisible();
  return running;
}

/** Quote and speaker are marked and linked; says who it is, by whatever way `choose` goes, and finishes, after which the coach is silent. */
async function ended({ page }: RunningApp, choose: () => Promise<void>, finish: () => Promise<void>): Promise<void> {
  await expect(lines(page)).toHaveText([/وی/, /لازم است از دعوت شما/]);
  await expect(outline(page)).toHaveCount(0);
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*لازم است/ })).toBeVisible();
  await expect(coach(page)).toContainText('این گوینده کیست؟');
  await choose();
  await expect(coach(page)).toContainText('همین! کار این خبر که تمام شد');
  await finish();
  await expect(page.getByText('پایان یافت. همهٔ خبرها انجام شده است.')).toBeVisible();
  await expect(coach(page)).not.toContainText('همین!');
}

test('a newcomer marks and links a quote by mouse alone, led by what the window says', async ({ start }) => {
  const running = await begun(start);
  const { page, screenshot } = running;
  await screenshot('first-run-1');
  const bar = page.getByRole('toolbar', { name: 'برچسب برای انتخاب' });

  const [from, to] = [await middleOf(page, 1, quote.first), await middleOf(page, 1, quote.last)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect(coach(page)).toContainText('حالا ۱ را بزنید');
  await screenshot('first-run-2');
  await bar.getByRole('button', { name: 'نقل‌قول' }).click();
  await expect(lines(page)).toHaveText([/لازم است از دعوت شما/]);
  await expect(coach(page)).toContainText('حالا گوینده‌اش را انتخاب کنید و ۲ را بزنید.');
  await screenshot('first-run-3');

  const place = await middleOf(page, 1, speaker);
  await page.mouse.dblclick(place.x, place.y);
  await bar.getByRole('button', { name: 'گوینده' }).click();
  await ended(
    running,
    async () => {
      await inspector(page).getByRole('button', { name: /تعیین/ }).click();
      await page.getByRole('option', { name: /مسعود پزشکیان/ }).click();
      await screenshot('first-run-4');
    },
    () => coach(page).getByRole('button', { name: 'پایان' }).click(),
  );
});

test('a newcomer marks and links a quote by keys alone, led by what the window says', async ({ start }) => {
  const running = await begun(start);
  const { page } = running;
  const sampleText = (await sampleDataset()).articles[0]?.text ?? '';
  const words = tokens(sampleText);
  const press = async (chord: string, times = 1) => {
    for (let time = 0; time < times; time++) await page.keyboard.press(chord);
  };
  /** Walks from the beginning to the first such word after the first paragraph, and takes so many words. */
  const select = async (word: string, count: number) => {
    const first = words.findIndex(({ start: offset, end }, index) => index > 30 && sampleText.slice(offset, end) === word);
    await press('Control+Home');
    await press('Control+ArrowLeft', first);
    await press('Control+Shift+ArrowLeft', count);
  };
  await select(quote.first, 12);
  await expect(coach(page)).toContainText('حالا ۱ را بزنید');
  await press('1');
  await expect(coach(page)).toContainText('حالا گوینده‌اش را انتخاب کنید و ۲ را بزنید.');
  await select(speaker, 1);
  await press('2');
  await ended(
    running,
    async () => {
      await press('p');
      await expect(page.getByRole('combobox', { name: 'این کیست؟' })).toBeFocused();
      await page.keyboard.type('مسعود پزشکیان');
      await press('Enter');
    },
    () => press('Control+Enter'),
  );
});
