import { expect, test } from '../app-page.ts';
import { DeskPage } from './desk-page.ts';
import { conformance } from './right-to-left.ts';

for (const { title, check } of conformance) {
  test(title, async ({ start }) => {
    const { page, stub } = await start({ annotatorName: 'سارا' });
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    const desk = new DeskPage(page, async () => {
      await page.keyboard.press('Control+KeyE');
      await page.getByRole('button', { name: 'ذخیرهٔ پرونده…' }).click();
      await expect(page.getByRole('dialog', { name: 'خروجی گرفتن' })).toBeHidden();
      return stub.saved.find(({ name }) => name.endsWith('.jsonl'))?.text ?? '';
    });
    await check(desk);
  });
}
