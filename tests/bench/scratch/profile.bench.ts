import { expect, test } from '../../e2e/app.ts';
import { dropFiles } from '../../e2e/drop-files.ts';
import { large, largeArticle, largeFile } from '../../fixtures/large-article.ts';
import { writeFileSync } from 'node:fs';
const [C, A] = (process.env['PSIZE'] ?? '50000 1000').split(' ').map(Number) as [number, number];
const what = process.env['PWHAT'] ?? 'add';
test('profile', async ({ start }) => {
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
  await s.send('Profiler.enable');
  await s.send('Profiler.setSamplingInterval', { interval: 50 });
  await s.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () => Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
  const row = page.getByRole('row').filter({ hasText: made.title });
  const profiles: unknown[] = [];
  const parts: Record<string, number[]> = {};
  for (let turn = 0; turn < 16; turn++) {
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
    await s.send('Profiler.start');
    const before = await metrics();
    if (what === 'open') await row.click();
    else await page.keyboard.press(what === 'add' ? '2' : what === 'undo' ? 'Control+z' : what === 'snap' ? 'Control+Shift+ArrowLeft' : 'j');
    await page.waitForTimeout(300);
    const mid = await metrics();
    await page.waitForTimeout(900);
    const end = await metrics();
    const { profile } = await s.send('Profiler.stop');
    profiles.push(profile);
    for (const k of ['TaskDuration', 'ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration', 'LayoutCount', 'RecalcStyleCount']) {
      const f = k.endsWith('Count') ? 1 : 1000;
      (parts[k] ??= []).push((mid[k]! - before[k]!) * f);
      (parts[k + ' rest'] ??= []).push((end[k]! - mid[k]!) * f);
    }
    if (what === 'add') { await page.keyboard.press('Control+z'); await page.waitForTimeout(1200); }
  }
  for (const [k, v] of Object.entries(parts)) console.log(k.padEnd(26), v.map((x) => x.toFixed(1)).join('  '));
  writeFileSync('/tmp/perf-profile.json', JSON.stringify(profiles));
});
