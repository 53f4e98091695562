import { type Page } from '@playwright/test';

export interface DraggedFile {
  readonly name: string;
  readonly content: string;
}

const dispatch = (page: Page, types: readonly string[], files: readonly DraggedFile[]): Promise<void> =>
  page.evaluate(
    ([events, dragged]) => {
      const dataTransfer = new DataTransfer();
      for (const { name, content } of dragged) dataTransfer.items.add(new File([content], name));
      for (const type of events) document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [types, files] as const,
  );

/** Files are held over the window. */
export const filesDragged = (page: Page, files: readonly DraggedFile[]): Promise<void> => dispatch(page, ['dragenter', 'dragover'], files);

/** And let go. */
export const droppedOn = (page: Page, files: readonly DraggedFile[]): Promise<void> => dispatch(page, ['drop'], files);
