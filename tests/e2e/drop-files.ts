import { type Page } from '@playwright/test';

/** Lets files fall on the window, as the file manager would. */
export async function dropFiles(page: Page, ...files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of dropped) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, files);
}
