import { access, appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { unmark } from './unmarked.ts';

const marks = (page: Page) => page.locator('[id^="annotation-"]');

/** Marks the n-th word as a speaker, n being how many there will be then, and waits until the window says that it is saved. */
async function markNextWord(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+Home');
  for (let i = 1; i < count; i++) await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect(marks(page)).toHaveCount(count);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

async function projectFolder(userData: string): Promise<string> {
  const [name, ...others] = await readdir(path.join(userData, 'projects'));
  if (name === undefined || others.length > 0) throw new Error(`one project expected, found ${[name, ...others].join(', ')}`);
  return path.join(userData, 'projects', name);
}

test('killed right after a save is shown: the annotation is there', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markNextWord(first.page, 1);
  await first.kill();
  const { page } = await start({ userData: first.userData });
  await expect(marks(page)).toHaveCount(1);
});

test('killed five times in a row while annotating: every acknowledged annotation is there', async ({ start }) => {
  test.setTimeout(180_000);
  let userData: string | undefined;
  let count = 0;
  for (let round = 0; round < 5; round++) {
    const running = await start(userData === undefined ? {} : { userData });
    if (userData === undefined) await unmark(running.page);
    userData = running.userData;
    await expect(marks(running.page)).toHaveCount(count);
    await markNextWord(running.page, ++count);
    await running.kill();
  }
  const { page } = await start(userData === undefined ? {} : { userData });
  await expect(marks(page)).toHaveCount(5);
});

test('the folder of the database is deleted while the app is closed: everything is there, and the window says what it did', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markNextWord(first.page, 1);
  await markNextWord(first.page, 2);
  await first.close();
  const database = path.join(first.userData, 'IndexedDB');
  await access(database);
  await rm(database, { recursive: true });

  const { page, screenshot } = await start({ userData: first.userData });
  await expect(marks(page)).toHaveCount(2);
  await expect(page.getByText('از روی دفتر ثبت دوباره ساخته شد')).toBeVisible();
  await screenshot('rebuilt-fa');
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(1);
});

test('every file of the database is emptied while the app is closed: everything is there', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markNextWord(first.page, 1);
  await first.close();
  const database = path.join(first.userData, 'IndexedDB');
  for (const entry of await readdir(database, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await writeFile(path.join(entry.path, entry.name), '');
  const { page } = await start({ userData: first.userData });
  await expect(marks(page)).toHaveCount(1);
});

test('a torn last line of the journal is kept aside and named, and work goes on', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markNextWord(first.page, 1);
  await first.close();
  const folder = await projectFolder(first.userData);
  await appendFile(path.join(folder, 'journal.ndjson'), '0123456789abcdef {"entry":{"sequence"');
  const { page } = await start({ userData: first.userData });
  await expect(page.getByText('دفتر ثبت از سطر')).toBeVisible();
  await expect(marks(page)).toHaveCount(1);
  expect((await readdir(folder)).some((name) => name.startsWith('journal-damaged'))).toBe(true);
  await markNextWord(page, 2);
});

test('whole lines at the end of the journal are lost: the database completes it', async ({ start }) => {
  const first = await start();
  await unmark(first.page);
  await markNextWord(first.page, 1);
  await first.close();
  const journal = path.join(await projectFolder(first.userData), 'journal.ndjson');
  const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
  await writeFile(journal, `${lines.slice(0, -1).join('\n')}\n`);
  const { page, close } = await start({ userData: first.userData });
  await expect(page.getByText('از پایگاه داده کامل شد')).toBeVisible();
  await expect(marks(page)).toHaveCount(1);
  await close();
  expect((await readFile(journal, 'utf8')).trimEnd().split('\n')).toHaveLength(lines.length);
});
