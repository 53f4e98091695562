import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { type ProjectId } from '../../shared/model/id.ts';
import { expect, type RunningApp, type StartOptions, test } from './app.ts';
import { dropFiles } from './drop-files.ts';

type Start = (options?: StartOptions) => Promise<RunningApp>;

const marks = (page: Page) => page.locator('[id^="annotation-"]');
const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const menu = (page: Page) => page.getByRole('button', { name: /^پروژه:/ });
const firstRow = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') }).first();

async function mark(page: Page, count: number): Promise<void> {
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect(marks(page)).toHaveCount(count);
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
}

/** A profile with work in two projects, a backup of each with all of it, and closed; the second is the last that was open. */
async function twoProjects(start: Start): Promise<{ readonly userData: string; readonly counts: readonly [sample: number, second: number] }> {
  const { page, userData, close } = await start();
  await expect(text(page)).toBeFocused();
  const sample = (await marks(page).count()) + 1;
  await mark(page, sample);
  await page.keyboard.press('Control+KeyL');
  await menu(page).click();
  await page.getByRole('menuitem', { name: 'پروژهٔ تازه…' }).click();
  await page.getByRole('textbox', { name: 'نام پروژه' }).fill('دنباله');
  await page.keyboard.press('Enter');
  await expect(menu(page)).toContainText('دنباله');
  // One article that comes in alone is opened at once.
  await dropFiles(page, { name: 'خبر.txt', text: 'وزیر نیرو گفت برق می‌آید.' });
  await mark(page, 1);
  const projects = (await readdir(path.join(userData, 'projects'))) as ProjectId[];
  expect(projects).toHaveLength(2);
  await page.evaluate(async (ids) => {
    for (const id of ids) await window.naql.backUp(id, 'by-hand');
  }, projects);
  expect(await close()).toBe(0);
  return { userData, counts: [sample, 1] };
}

/** The last project stands open with its work; then the other one is opened, with its own. */
async function expectBoth(page: Page, [sample, second]: readonly [number, number], told: string): Promise<void> {
  await expect(page.getByText(told)).toBeVisible();
  await expect(marks(page)).toHaveCount(second);
  await page.keyboard.press('Control+KeyL');
  await expect(menu(page)).toContainText('دنباله');
  await menu(page).click();
  await page.getByRole('menuitemradio', { name: 'پروژهٔ نمونه' }).click();
  await expect(menu(page)).toContainText('نمونه');
  await expect(page.getByText(told)).toBeVisible();
  // Pressed as soon as it is there: a row that is still being read is opened, too.
  await firstRow(page).click();
  await expect(text(page)).toBeFocused();
  await expect(marks(page)).toHaveCount(sample);
}

test('the database of two projects is deleted while the app is closed: each is whole again when it is opened, and says so', async ({ start }) => {
  const { userData, counts } = await twoProjects(start);
  await rm(path.join(userData, 'IndexedDB'), { recursive: true });
  const { page } = await start({ userData });
  await expectBoth(page, counts, 'از روی دفتر ثبت دوباره ساخته شد');
});

test('so are two projects whose folders and database are deleted: both are listed and told at the start', async ({ start }) => {
  const { userData, counts } = await twoProjects(start);
  for (const folder of ['IndexedDB', 'projects']) await rm(path.join(userData, folder), { recursive: true });
  const { page, screenshot, close } = await start({ userData });
  await expect(page.getByText('پوشهٔ یک پروژهٔ دیگر هم سر جایش نبود')).toContainText('پروژهٔ نمونه');
  await screenshot('folders-gone-fa');
  const bars = await page.getByRole('status').filter({ hasText: 'سر جایش نبود' }).evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom }) => [top, bottom]));
  expect(bars, 'one below the other, above the screen').toEqual([[0, expect.any(Number)], [bars[0]?.[1], expect.any(Number)]]);
  await expectBoth(page, counts, 'پوشهٔ این پروژه سر جایش نبود و از نو ساخته شد.');
  await close();
  // What was made anew is as any other.
  const again = await start({ userData, settings: {} });
  await expect(marks(again.page)).toHaveCount(counts[0]);
  await expect(again.page.getByText('سر جایش نبود')).toHaveCount(0);
});

test('one of which nothing is left is told by its name, in English and dark too', async ({ start }) => {
  const first = await start({ settings: { language: 'en', theme: 'dark' } });
  await expect(first.page.getByRole('textbox').first()).toBeFocused();
  const { id } = await first.page.evaluate(async () => {
    const made = await window.naql.createProject('کار پارسال');
    if (!made.ok) throw new Error(made.detail);
    return made.value;
  });
  await first.close();
  await rm(path.join(first.userData, 'projects', id), { recursive: true });
  const { page, screenshot, close, userData } = await start({ userData: first.userData });
  await expect(page.getByText('A project that was here could not be found')).toContainText('کار پارسال');
  await screenshot('folder-lost-en-dark');
  await close();
  const again = await start({ userData });
  await expect(again.page.getByRole('textbox').first()).toBeFocused();
  await expect(again.page.getByText('could not be found')).toHaveCount(0);
});
