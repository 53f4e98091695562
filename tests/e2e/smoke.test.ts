import { expect, test } from './app.ts';

test('the window opens on the sample article, in Persian and right to left', async ({ start }) => {
  const { page, screenshot } = await start();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await expect(page.locator('.ProseMirror')).toBeVisible();
  await screenshot('smoke-fa');
});

test('the window opens in English, left to right', async ({ start }) => {
  const { page } = await start({ settings: { language: 'en' } });
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the page has no way to Node, and a secure origin of its own', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    origin: location.origin,
    isSecureContext,
  }));
  expect(seen).toEqual({ node: [], origin: 'app://naql', isSecureContext: true });
});

test('quitting ends the app, and it opens again', async ({ start }) => {
  const { page, userData, close } = await start();
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(await close()).toBe(0);
  const again = await start({ userData });
  await expect(again.page.locator('#root')).not.toBeEmpty();
});

test('after a kill it opens again', async ({ start }) => {
  const { page, userData, kill } = await start();
  await expect(page.locator('#root')).not.toBeEmpty();
  await kill();
  const again = await start({ userData });
  await expect(again.page.locator('#root')).not.toBeEmpty();
});
