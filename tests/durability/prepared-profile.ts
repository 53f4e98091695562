import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type RunningApp, type StartOptions } from '../e2e/app.ts';
import { linesOf } from './profile.ts';

type Start = (options?: StartOptions) => Promise<RunningApp>;

const articleCount = 90;
const sentence = 'وزیر نیرو در نشست خبری گفت که برق صنایع تا پایان تابستان قطع نمی‌شود و سدها پر است. ';

/**
 * A profile that was worked in and closed: the sample, labels by hand, and so many articles that the browser has begun to sort its files (a
 * database that fits its first log file has only half of what can be damaged).
 */
export async function preparedProfile(start: Start): Promise<string> {
  const { page, userData, close } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await markWords(page, 6);
  await relabelAndUndo(page);
  await close();

  const folder = await mkdtemp(path.join(tmpdir(), 'naql-articles-'));
  try {
    const files = await Promise.all(
      Array.from({ length: articleCount }, async (_, index) => {
        const file = path.join(folder, `خبر-${index}.txt`);
        await writeFile(file, `خبر شمارهٔ ${index}\n\n${sentence.repeat(300)}`);
        return file;
      }),
    );
    const importing = await start({ userData, args: files });
    await expect.poll(async () => (await linesOf(userData)).at(-1)?.counts.articles, { timeout: 120_000 }).toBe(articleCount + 1);
    await importing.close();
  } finally {
    await rm(folder, { recursive: true });
  }

  const last = await start({ userData });
  await last.page.waitForTimeout(1_000);
  await last.close();
  return userData;
}

/** Changes that leave every count as it was: one label becomes another, and another does and is taken back. */
async function relabelAndUndo(page: RunningApp['page']): Promise<void> {
  const cues = page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option', { name: /اشاره/ });
  const before = await cues.count();
  for (const more of [1, 2]) {
    await page.keyboard.press('KeyK');
    await page.keyboard.press('Digit8');
    await expect(cues).toHaveCount(before + more);
  }
  await page.keyboard.press('Control+KeyZ');
  await expect(cues).toHaveCount(before + 1);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

/** Labels so many words by keys, and waits until each is drawn and saved: "saved" alone may be said between two of them. */
export async function markWords(page: RunningApp['page'], count: number, label = '2'): Promise<void> {
  const marks = page.locator('[id^="annotation-"]');
  const before = await marks.count();
  for (let mark = 0; mark < count; mark++) {
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press(label);
    await page.keyboard.press('Control+ArrowLeft');
  }
  await expect(marks).toHaveCount(before + count);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}
