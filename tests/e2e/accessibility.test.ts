import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { smallTargets } from './targets.ts';
import { walkScreens } from './screens.ts';

const windows = (['fa', 'en'] as const).flatMap((language) => (['light', 'dark'] as const).map((theme) => ({ language, theme })));

for (const settings of windows) {
  test(`axe finds nothing on any screen, and every target has 24 pixels: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    test.slow();
    const running = await start({ settings });
    const faults: string[] = [];
    await walkScreens(running, settings.language, async (screen) => {
      const found = [...(await accessibilityFaults(running.page)), ...(await smallTargets(running.page))];
      faults.push(...found.map((fault) => `${screen}: ${fault}`));
    });
    expect(faults).toEqual([]);
  });
}

test('what went wrong at the start is sound to a screen reader, too', async ({ start }) => {
  const first = await start();
  await expect(first.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await first.close();
  await rm(path.join(first.userData, 'IndexedDB'), { recursive: true });
  const mended = await start({ userData: first.userData });
  await expect(mended.page.getByText('از روی دفتر ثبت دوباره ساخته شد')).toBeVisible();
  expect(await accessibilityFaults(mended.page)).toEqual([]);
  expect(await smallTargets(mended.page)).toEqual([]);
  await mended.close();

  const [project] = await readdir(path.join(first.userData, 'projects'));
  const journal = path.join(first.userData, 'projects', project ?? '', 'journal.ndjson');
  await rm(journal);
  await mkdir(journal);
  const failed = await start({ userData: first.userData });
  await expect(failed.page.getByRole('alert')).toContainText('پروژه باز نشد');
  expect(await accessibilityFaults(failed.page)).toEqual([]);
  expect(await smallTargets(failed.page)).toEqual([]);
});
