import { type Page } from '@playwright/test';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { misfits } from './layout.ts';
import { settled } from './settled.ts';
import { smallTargets } from './targets.ts';

const all = (page: Page) => page.getByRole('dialog', { name: 'همهٔ پروژه‌ها' });
const openAll = async (page: Page) => {
  await page.getByRole('button', { name: /^پروژه:/ }).click();
  await page.getByRole('menuitem', { name: 'همهٔ پروژه‌ها…' }).click();
  await expect(all(page)).toBeVisible();
};

test('a project begins with the schema of another, is put away, deleted and brought back', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyB');
  await page.getByRole('button', { name: 'برچسب تازه…' }).click();
  const adding = page.locator('[role=dialog][data-size]');
  await adding.getByLabel('نام فارسی').fill('مکان');
  await adding.getByLabel('نام انگلیسی').fill('Place');
  await adding.getByLabel('شناسه').fill('PLACE');
  await page.keyboard.press('Enter');
  await expect(adding).toHaveCount(0);
  await page.keyboard.press('Control+KeyL');
  await page.getByRole('button', { name: /^پروژه:/ }).click();
  await page.getByRole('menuitem', { name: 'پروژهٔ تازه با همین طرح…' }).click();
  await page.getByRole('textbox', { name: 'نام پروژه' }).fill('دنباله');
  await page.keyboard.press('Enter');
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
  await page.keyboard.press('Control+KeyB');
  await expect(page.getByRole('navigation', { name: 'بخش‌های طرح' })).toContainText('مکان');
  await page.keyboard.press('Control+KeyL');

  await openAll(page);
  await expect(all(page)).toContainText('مگابایت');
  await settled(page);
  expect([...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))]).toEqual([]);
  await running.screenshot('projects-fa');
  await all(page).getByRole('button', { name: /^حذف «.*نمونه/ }).click();
  await expect(all(page).getByRole('region', { name: 'حذف‌شده' })).toContainText('۳۰ روز تا حذف همیشگی');
  await expect(all(page).getByRole('button', { name: /^حذف «.*دنباله/ }), 'the last one stays').toBeDisabled();
  await all(page).getByRole('button', { name: /^بازگرداندن/ }).click();
  await expect(all(page).getByRole('region', { name: 'حذف‌شده' })).toHaveCount(0);
  await all(page).getByRole('button', { name: /^بایگانی «.*دنباله/ }).click();
  await expect(all(page).getByRole('region', { name: 'بایگانی' })).toContainText('دنباله');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^پروژه:/ })).toContainText('نمونه');
  expect(await running.close()).toBe(0);

  const again = await start({ userData: running.userData });
  await expect(again.page.getByRole('button', { name: /^پروژه:/ })).toContainText('نمونه');
  await openAll(again.page);
  await all(again.page).getByRole('button', { name: /^بیرون آوردن/ }).click();
  await all(again.page).getByRole('button', { name: /^باز کردن «.*دنباله/ }).click();
  await expect(again.page.getByText('هنوز خبری نیست')).toBeVisible();
});
