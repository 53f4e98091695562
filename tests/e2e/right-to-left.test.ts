import { rm } from 'node:fs/promises';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { DeskPage } from '../chromium/editor/desk-page.ts';
import { conformance } from '../chromium/editor/right-to-left.ts';
import { expect, launch } from './app.ts';
import { exportCopy, nativeText } from './export-folder.ts';

/** One window for all: they differ in the articles brought in, and a start takes longer than most of them. */
const test = base.extend<object, { desk: DeskPage }>({
  desk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const { running, complaints } = await launch({ settings: { annotatorName: 'سارا' } });
      const { page, userData } = running;
      await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
      const folder = path.join(userData, 'export');
      await use(
        new DeskPage(page, async () => {
          await exportCopy(running, folder);
          return nativeText(folder);
        }),
      );
      await running.kill();
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
      expect(complaints, 'complaints of the page').toEqual([]);
    },
    { scope: 'worker' },
  ],
});

for (const { title, check } of conformance) test(title, ({ desk }) => check(desk));
