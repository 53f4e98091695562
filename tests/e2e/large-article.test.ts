import { type Page } from '@playwright/test';
import { large, largeFile } from '../fixtures/large-article.ts';
import { expect, test } from './app.ts';
import { dropFiles } from './drop-files.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const saved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible();
const lanes = (page: Page) => article(page).locator('svg').last().locator('path');
const size = { characters: 500_000, annotations: 10_000, annotator: large };

test('500,000 characters with 10,000 spans open, are labelled by key at their end, undone and scrolled', async ({ start }) => {
  const { page, screenshot } = await start({ settings: { annotator: large.id, annotatorName: large.name } });
  await expect(article(page)).toBeFocused();
  await dropFiles(page, largeFile(size));
  await expect(lines(page).first()).toHaveAttribute('aria-setsize', String(size.annotations), { timeout: 30_000 });
  await expect(article(page)).toBeFocused();

  await page.keyboard.press('Control+End');
  await expect(lanes(page)).not.toHaveCount(0);
  const before = await lanes(page).count();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('8');
  await expect(lines(page).first()).toHaveAttribute('aria-setsize', String(size.annotations + 1));
  await expect(lanes(page)).not.toHaveCount(before);
  await saved(page);
  await screenshot('large-article-end');

  await page.keyboard.press('Control+z');
  await expect(lines(page).first()).toHaveAttribute('aria-setsize', String(size.annotations));
  await expect(lanes(page)).toHaveCount(before);
  await saved(page);

  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -20_000);
  await expect(article(page).locator('svg').last()).not.toBeInViewport();
  await page.keyboard.press('Control+Home');
  await expect(article(page).locator('svg').first()).toBeInViewport();
  await expect(article(page).locator('svg').first().locator('path')).not.toHaveCount(0);
});
