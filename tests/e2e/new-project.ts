import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { expect } from './app.ts';

/** Makes a project by the keys; its empty library is there, and the question has gone: until then keys are for that. */
export async function newProject(page: Page, name: string, words = translator('fa').t): Promise<void> {
  await page.keyboard.press('Control+KeyN');
  await page.getByRole('textbox', { name: words('project.name') }).fill(name);
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=dialog]:not([aria-modal=false])')).toHaveCount(0);
  await expect(page.getByText(words('library.empty.title'))).toBeVisible();
}
