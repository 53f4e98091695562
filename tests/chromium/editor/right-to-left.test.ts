import { expect, test } from '../app-page.ts';
import { WizardPage } from '../wizard-page.ts';
import { DeskPage } from './desk-page.ts';
import { conformance } from './right-to-left.ts';

for (const { title, check } of conformance) {
  test(title, async ({ start }) => {
    const { page, stub } = await start({ annotatorName: 'سارا' });
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
    const desk = new DeskPage(page, async () => {
      const wizard = new WizardPage(page);
      await wizard.open();
      await wizard.chooseCopy();
      await wizard.save.click();
      await expect(wizard.dialog).toBeHidden();
      return [...stub.exported].find(([name]) => name.endsWith('.jsonl'))?.[1].toString('utf8') ?? '';
    });
    await check(desk);
  });
}
