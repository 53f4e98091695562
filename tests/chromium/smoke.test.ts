import { expect, test } from './app-page.ts';

test('the page opens in Persian, and the window is named', async ({ start }) => {
  const { page, stub } = await start({ language: 'fa' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('#root')).not.toBeEmpty();
  await expect.poll(() => stub.title).not.toBe('');
});

test('the page opens in English', async ({ start }) => {
  const { page } = await start({ language: 'en' });
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('a full start asks for nothing but the page\'s own files', async ({ start, page }) => {
  const requested: string[] = [];
  page.context().on('request', (request) => requested.push(request.url()));
  const { stub } = await start();
  await expect.poll(() => stub.title).not.toBe('');
  expect(requested.length).toBeGreaterThan(2);
  expect(requested.filter((url) => !url.startsWith('https://naql.test/'))).toEqual([]);
});
