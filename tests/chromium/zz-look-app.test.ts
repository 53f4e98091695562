import { test } from './app-page.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { emptyDataset } from '../../shared/model/dataset.ts';
import { unknownSource } from '../../shared/model/article.ts';
import { makeId } from '../../shared/model/id.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import schema from '../../seeds/schema.json' with { type: 'json' };
test.use({ viewport: { width: 1280, height: 800 } });
test(`big`, async ({ start }) => {
  test.setTimeout(400_000);
  const { page, stub } = await start();
  await page.waitForTimeout(1500);
  await page.keyboard.press('Control+KeyL');
  const n = 20000;
  const articles = Array.from({ length: n }, (_, i) => { const text = `خبر شمارهٔ ${i}\nمتن خبر شمارهٔ ${i} در یک سطر`; return { id: makeId('article', String(i)), title: `خبر شمارهٔ ${i}`, text, fingerprint: fingerprint(text), language: 'fa', group: null, source: unknownSource, added: '2026-03-21T08:00:00.000Z', extra: {} }; });
  const files = native.encode!({ ...emptyDataset(schema as any), articles }, 'big');
  stub.chosen = [{ name: 'big.jsonl', size: files[0]!.bytes.length, bytes: files[0]!.bytes }];
  let t = Date.now();
  await page.keyboard.press('Control+KeyO');
  await page.getByText(/خبر افزوده شد/).waitFor({ timeout: 300_000 });
  console.log('import', Date.now() - t, 'ms', files[0]!.bytes.length);
  for (const key of ['End', 'Home', 'PageDown', 'End', 'ArrowUp']) {
    t = Date.now();
    await page.keyboard.press(key);
    await page.waitForFunction(() => { const r = document.querySelector('[aria-selected=true]'); return r && !r.querySelector('[aria-busy]'); });
    console.log(key, Date.now() - t, 'ms', await page.locator('[aria-selected=true]').innerText());
  }
  await page.screenshot({ path: '/tmp/look/shots/big.png' });
});
