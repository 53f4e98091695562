import { type Page } from '@playwright/test';
import { expect } from './app.ts';

/**
 * Takes the labels away that are done when the app opens for the first time, so that a test begins with the sample and no label of one's
 * own. The colleague's stay.
 */
export async function unmark(page: Page): Promise<void> {
  const lines = page.locator('[id^="annotation-"]');
  await expect(page.locator('[role=textbox].ProseMirror')).toBeFocused();
  for (let left = 3; left > 0; left--) {
    await expect(lines).toHaveCount(left);
    await page.keyboard.press('j');
    await expect(page.locator('[id^="annotation-"][aria-selected="true"]')).toHaveCount(1);
    await page.keyboard.press('x');
  }
  await expect(lines).toHaveCount(0);
  // The offer to take the last step back; those before it are withdrawn.
  const close = page.locator('button[aria-label][data-type=plain]');
  await expect(close).toHaveCount(1);
  await close.click();
  await expect(close).toHaveCount(0);
  await page.locator('[role=textbox].ProseMirror').focus();
  await page.keyboard.press('Control+Home');
}
