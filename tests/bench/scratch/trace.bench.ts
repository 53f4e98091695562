import { expect, test } from '../../e2e/app.ts';
import { dropFiles } from '../../e2e/drop-files.ts';
import { large, largeArticle, largeFile } from '../../fixtures/large-article.ts';
import { writeFileSync } from 'node:fs';
const [C, A] = (process.env['PSIZE'] ?? '50000 1000').split(' ').map(Number) as [number, number];
const what = process.env['PWHAT'] ?? 'add';
test('trace', async ({ start }) => {
  const { page } = await start({ settings: { annotator: large.id, annotatorName: large.name } });
  const size = { characters: C, annotations: A, annotator: large };
  const made = largeArticle(size).articles[0]!;
  const article = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(article).toBeFocused();
  await dropFiles(page, largeFile(size));
  await expect(article).toContainText(made.text.slice(0, 40));
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await page.waitForTimeout(1500);
  const s = await page.context().newCDPSession(page);
  const row = page.getByRole('row').filter({ hasText: made.title });
  for (let turn = 0; turn < 3; turn++) {
    if (what === 'open') {
      await page.keyboard.press('Control+l');
      await expect(row).toBeVisible();
      await page.waitForTimeout(300);
    } else {
      await page.keyboard.press('Control+Home');
      for (let word = 0; word < 12 + turn; word++) await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.waitForTimeout(600);
      if (what === 'undo') { await page.keyboard.press('2'); await page.waitForTimeout(1200); }
    }
    if (turn === 2) {
      const events: unknown[] = [];
      s.on('Tracing.dataCollected', ({ value }) => void events.push(...value));
      await s.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'disabled-by-default-devtools.timeline.stack', 'blink.user_timing', 'cc', 'IndexedDB', 'ipc', 'mojom'] } } as never);
      await page.waitForTimeout(50);
      if (what === 'open') await row.click();
      else await page.keyboard.press(what === 'add' ? '2' : what === 'undo' ? 'Control+z' : what === 'snap' ? 'Control+Shift+ArrowLeft' : 'j');
      await page.waitForTimeout(1200);
      const done = new Promise<void>((r) => s.once('Tracing.tracingComplete', () => r()));
      await s.send('Tracing.end');
      await done;
      writeFileSync('/tmp/perf-trace.json', JSON.stringify({ traceEvents: events }));
    }
    if (what === 'add') { await page.keyboard.press('Control+z'); await page.waitForTimeout(1200); }
  }
});
