import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { windows1256 } from '../../shared/text/single-byte.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { dropFiles } from './drop-files.ts';
import { latinWords, misfits } from './layout.ts';
import { settled } from './settled.ts';
import { smallTargets } from './targets.ts';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const reading = (page: Page) => dialog(page, 'این‌ها چگونه خوانده شوند؟');
const report = (page: Page) => dialog(page, 'گزارش افزودن');
const rows = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') });
const faults = async (page: Page) => [...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))];

const inWindows1256 = (text: string): Uint8Array =>
  Uint8Array.from(text, (one) => (one < '\u0080' ? one.charCodeAt(0) : 0x80 + windows1256.indexOf(one)));

const page1 = `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>قیمت برق</title></head><body><nav><a href="/">خانه</a></nav>
<article><h1>قیمت برق تغییر نمی‌کند</h1><p>${'وزیر نیرو گفت برق گران نمی‌شود و تصمیمی هم در این باره گرفته نشده است. '.repeat(5)}</p></article>
<script>document.title = 'اجرا شد'; fetch('https://192.0.2.1/x');</script><img src="https://192.0.2.1/y" onerror="document.title='اجرا شد'"></body></html>`;

async function take({ app, page, userData }: RunningApp, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(userData, name), content);
  await answerOpenDialogs(app, ...Object.keys(files).map((name) => path.join(userData, name)));
  await page.keyboard.press('Control+KeyO');
}

async function toLibrary({ page }: RunningApp): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await expect(rows(page)).toHaveCount(1);
}

/** Lets so many files fall on the window at once, made there: as many paths would not go through the test's own door. */
const dropMany = (page: Page, count: number, size: number): Promise<void> =>
  page.evaluate(
    ([many, length]) => {
      const transfer = new DataTransfer();
      const line = 'وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت. ';
      for (let index = 0; index < many; index++) transfer.items.add(new File([`خبر ${index}\n${line.repeat(Math.ceil(length / 100))}`], `${String(index).padStart(5, '0')}.txt`));
      for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    [count, size] as const,
  );

test('how texts, pages and tables are read is asked once, with a preview, and what was chosen is done', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  await take(running, {
    'کهنه.txt': inWindows1256('خبر كهنه\nوزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود كه وعده دارد.'),
    'صفحه.html': page1,
    'جدول.csv': `سرخط,نوشته,روز\nتیتر یکم,${'متن بلند یک خبر. '.repeat(12)},۱۴۰۳/۰۸/۰۲\nتیتر دوم,${'متن خبر دوم. '.repeat(12)},1403/08/03\n`,
  });
  await expect(reading(page)).toContainText('۱ پرونده کدبندی خود را نمی‌گوید');
  await expect(reading(page)).toContainText('وزير گفت: «ما اين راه را مي‌رويم»');
  await settled(page);
  await running.screenshot('import-reading-fa');
  expect(await faults(page)).toEqual([]);
  const encoding = reading(page).getByRole('combobox', { name: 'خوانده شود با' });
  await encoding.selectOption('iso-8859-6');
  await expect(reading(page)).toContainText('با این کدبندی خواندنی نیست.');
  await encoding.selectOption('windows-1256');
  await expect(reading(page).getByRole('combobox', { name: 'نوشته' })).toHaveValue('text');
  await reading(page).getByRole('combobox', { name: 'سرخط' }).selectOption('title');
  await reading(page).getByRole('combobox', { name: 'روز' }).selectOption('published');
  await reading(page).getByRole('checkbox', { name: /ی و ک عربی/ }).check();
  await reading(page).getByRole('region', { name: 'نخستین ردیف‌ها' }).scrollIntoViewIfNeeded();
  await running.screenshot('import-columns-fa');
  await reading(page).getByRole('checkbox', { name: /ی و ک عربی/ }).scrollIntoViewIfNeeded();
  await running.screenshot('import-cleaning-fa');
  await reading(page).getByRole('button', { name: 'افزودن ۳ پرونده' }).click();
  // What was chosen a moment ago is not asked about again: it is a note.
  await expect(rows(page)).toHaveCount(5);
  await expect(report(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'گزارش', exact: true }).click();
  await expect(report(page)).toContainText('برای آگاهی');
  await expect(report(page)).toContainText('با کدبندی Windows-1256 خوانده شد.');
  await expect(report(page)).toContainText('ی و ک عربی به فارسی');
  await settled(page);
  await running.screenshot('import-report-fa');
  expect(await faults(page)).toEqual([]);
  await report(page).getByRole('button', { name: 'بسیار خوب' }).click();
  await expect(rows(page).filter({ hasText: 'قیمت برق تغییر نمی‌کند' })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: 'خبر کهنه' })).toHaveCount(1);
  await expect(rows(page).filter({ hasText: 'تیتر دوم' })).toHaveCount(1);
  expect(await page.title(), 'nothing of the page was run').not.toContain('اجرا شد');

  await take(running, { 'جدول ۲.csv': 'روز,نوشته,سرخط\n,خبری کوتاه,تیتر سوم\n' });
  await expect(reading(page).getByRole('combobox', { name: 'سرخط' }), 'what columns mean is remembered').toHaveValue('title');
  await reading(page).getByRole('button', { name: 'افزودن ۱ پرونده' }).click();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('خبری کوتاه');
});

test('10,000 files come in with a count and a time; a stop leaves whole articles and says so; the same files again add the rest, and then nothing', async ({ start }) => {
  test.setTimeout(900_000);
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  await dropMany(page, 10_000, 3000);
  await expect(reading(page)).toContainText('۱۰٬۰۰۰ پرونده', { timeout: 60_000 });
  await settled(page);
  await running.screenshot('import-many-fa');
  // These all say the same, and are to come in all the same.
  await reading(page).getByRole('radio', { name: 'جدا بمانند' }).check();
  expect(await faults(page)).toEqual([]);
  await page.evaluate(() => {
    const seen = window as unknown as { emptyRows: number };
    seen.emptyRows = 0;
    new MutationObserver(() => void (seen.emptyRows = Math.max(seen.emptyRows, document.querySelectorAll('[role="grid"] [aria-busy]').length)))
      .observe(document.body, { childList: true, subtree: true });
  });
  await reading(page).getByRole('button', { name: 'افزودن ۱۰٬۰۰۰ پرونده' }).click();
  const bar = page.getByRole('progressbar', { name: 'پیشرفت افزودن خبرها' });
  await expect(bar).toHaveAttribute('aria-valuetext', /مانده/, { timeout: 60_000 });
  // What has come stands in the list while the rest comes.
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toContainText(/\p{L}/u);
  await expect(bar).toBeVisible();
  await running.screenshot('import-progress-fa');
  await page.getByRole('button', { name: 'توقف' }).click();
  await expect(report(page)).toContainText('به خواست شما متوقف شد', { timeout: 60_000 });
  await running.screenshot('import-stopped-fa');
  expect(await page.evaluate(() => (window as unknown as { emptyRows: number }).emptyRows), 'no row stands empty while the count is ahead of the rows').toBe(0);
  await report(page).getByRole('button', { name: 'بسیار خوب' }).click();

  const begun = Date.now();
  await dropMany(page, 10_000, 3000);
  await reading(page).getByRole('radio', { name: 'جدا بمانند' }).check({ timeout: 60_000 });
  await reading(page).getByRole('button', { name: 'افزودن ۱۰٬۰۰۰ پرونده' }).click();
  await expect(page.getByText(/خبر تکراری کنار گذاشته شد/)).toBeVisible({ timeout: 600_000 });
  console.log(`the rest of 10,000 files in ${Date.now() - begun} ms`);
  await running.screenshot('library-after-many-fa');

  await dropMany(page, 10_000, 3000);
  await reading(page).getByRole('radio', { name: 'جدا بمانند' }).check({ timeout: 60_000 });
  await reading(page).getByRole('button', { name: 'افزودن ۱۰٬۰۰۰ پرونده' }).click();
  await expect(page.getByText('خبر تازه‌ای افزوده نشد؛ ۱۰٬۰۰۰ خبر تکراری کنار گذاشته شد')).toBeVisible({ timeout: 600_000 });
});

test('one large table: what cleaning would alter is counted in all of it; it tells how far it is while it is read, can be stopped there, and nothing of it comes in', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    const words = 'وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت. '.repeat(20);
    const lines = Array.from({ length: 20_000 }, (_, index) => `خبر ${index},${words}كتاب ${index}`);
    transfer.items.add(new File([['سرخط,متن', ...lines].join('\n')], 'بزرگ.csv'));
    for (const type of ['dragenter', 'dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
  });
  const letters = reading(page).getByRole('checkbox', { name: /ی و ک عربی/ });
  await expect(letters).toHaveAccessibleName(/در حال شمردن…/, { timeout: 60_000 });
  await letters.scrollIntoViewIfNeeded();
  await settled(page);
  await running.screenshot('import-counting-fa');
  await expect(letters).toHaveAccessibleName(/۲۰٬۰۰۰ جا/, { timeout: 60_000 });
  await settled(page);
  await running.screenshot('import-counted-fa');
  await reading(page).getByRole('combobox', { name: 'سرخط' }).selectOption('text');
  await expect(letters).toHaveAccessibleName(/در حال شمردن…/);
  await reading(page).getByRole('combobox', { name: 'متن' }).selectOption('text');
  await expect(letters).toHaveAccessibleName(/۲۰٬۰۰۰ جا/);
  await reading(page).getByRole('button', { name: 'افزودن ۱ پرونده' }).click();
  const bar = page.getByRole('progressbar', { name: 'پیشرفت افزودن خبرها' });
  await expect(bar).toHaveAttribute('aria-valuetext', /^در حال خواندن ۱ از ۱/);
  await expect(bar).toHaveAttribute('aria-valuenow', /^[1-9]\d?$/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'توقف' }).click();
  await expect(report(page)).toContainText('به خواست شما متوقف شد');
  await report(page).getByRole('button', { name: 'بسیار خوب' }).click();
  await expect(rows(page)).toHaveCount(1);
  await take(running, { 'کوچک.txt': 'خبر\nمتن' });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('متن');
});

test('a table that is too large to be in memory is looked through, and comes in row by row', async ({ start }) => {
  test.slow();
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  // Most of it is a column that no article keeps: what is stored is little.
  const markup = '<p>وزیر نیرو گفت برق گران نمی‌شود و خاموشی هم نخواهیم داشت.</p>'.repeat(650);
  await take(running, { 'پیکره.csv': ['سرخط,متن,شناسه,html', ...Array.from({ length: 1000 }, (_, index) => `خبر ${index},"متن خبر ${index}\nپایان",${index},"${markup}"`)].join('\n') });
  await reading(page).getByRole('radio', { name: 'جدا بمانند' }).check({ timeout: 60_000 });
  await reading(page).getByRole('button', { name: 'افزودن ۱ پرونده' }).click();
  const bar = page.getByRole('progressbar', { name: 'پیشرفت افزودن خبرها' });
  await expect(bar).toHaveAttribute('aria-valuetext', /^در حال وارسی ۱ از ۱/);
  await expect(bar).toHaveAttribute('aria-valuetext', /^در حال ذخیرهٔ ۱ از ۱/, { timeout: 60_000 });
  await running.screenshot('import-large-table-fa');
  await expect(page.getByText('۱٬۰۰۰ خبر افزوده شد')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('grid', { name: 'خبرها' })).toHaveAttribute('aria-rowcount', '1002');
});

test('a text that sets directions opens at once; that it does is a note in the report', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  await take(running, { 'جهت.txt': 'خبر تازه \u202edlrow\u202c رسید.' });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('خبر تازه');
  await expect(report(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'گزارش', exact: true }).click();
  await expect(report(page)).toContainText('برای آگاهی');
  await expect(report(page)).toContainText('جهت.txt');
  await settled(page);
  await running.screenshot('import-note-fa');
  expect(await faults(page)).toEqual([]);
});

test('while the largest pages are read the window goes on drawing, and says what it does', async ({ start }) => {
  test.setTimeout(300_000);
  const running = await start();
  const { page } = running;
  await toLibrary(running);
  const paragraph = `<p>${'وزیر نیرو گفت برق گران نمی‌شود و تصمیمی هم گرفته نشده است. '.repeat(2)}</p>`;
  const most = 8_000_000;
  const bytes = (markup: string): number => Buffer.byteLength(markup);
  const wrapped = (body: string): string => `<!doctype html><html lang="fa"><head><title>بلند</title></head><body><article><h1>خبر بلند</h1>${body}</article></body></html>`;
  const pages = {
    'بلند.html': wrapped(paragraph.repeat(Math.floor(most / bytes(paragraph)))),
    'پراکنده.html': wrapped('<p>یک <b>دو</b> سه، <i>چهار</i> پنج</p>'.repeat(14_000)),
    // Its pieces end in the middle of tags, letters and words.
    'میانه.html': `<!doctype html><title>خبر میانه</title><article><h1>خبر میانه</h1>${Array.from({ length: 3000 }, (_, index) => `<p class="x">بند ${index} از این خبر &amp; <b>سخنِ</b> وزیر 🔴.</p>\r\n`).join('')}</article>`,
    'ریز.html': wrapped('<b>خ</b>'.repeat(Math.floor(most / bytes('<b>خ</b>')))),
  };
  // Together, so that none of them is opened: how long the desk takes for such a text is another question.
  await take(running, pages);
  const begin = reading(page).getByRole('button', { name: 'افزودن ۴ پرونده' });
  await expect(begin).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => {
    const seen = { frames: 0, longest: 0 };
    (window as unknown as { seen: typeof seen }).seen = seen;
    let last = performance.now();
    const frame = (now: number): void => {
      seen.longest = Math.max(seen.longest, now - last);
      last = now;
      if (document.querySelector('[role=progressbar]')) seen.frames++;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await begin.click();
  await expect(report(page)).toBeVisible({ timeout: 120_000 });
  const { frames, longest } = await page.evaluate(() => (window as unknown as { seen: { readonly frames: number; readonly longest: number } }).seen);
  const sizes = Object.values(pages).map((markup) => (bytes(markup) / 1e6).toFixed(1)).join(', ');
  console.log(`${sizes} MB of markup: ${frames} frames with the progress, the longest pause between two ${longest.toFixed(0)} ms`);
  // Were a page read where it is drawn, there would be a frame or two for each.
  expect(frames).toBeGreaterThan(30);
  expect(longest).toBeLessThan(5_000);
  // In one of them no article was found: that is shown before anything is stored.
  await report(page).getByRole('button', { name: /گرفتن/ }).click();
  await expect(rows(page)).toHaveCount(5, { timeout: 60_000 });
  await rows(page).filter({ hasText: 'خبر میانه' }).dblclick();
  const text = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(text).toContainText('بند 2999 از این خبر & سخنِ وزیر 🔴.', { timeout: 60_000 });
  const lines = await text.evaluate((element) => element.textContent.match(/بند \d+ از این خبر & سخنِ وزیر 🔴\./gu) ?? []);
  expect(lines).toEqual(Array.from({ length: 3000 }, (_, index) => `بند ${index} از این خبر & سخنِ وزیر 🔴.`));
});

test('the same in English', async ({ start }) => {
  const running = await start({ settings: { language: 'en', theme: 'dark' } });
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  await page.keyboard.press('Control+KeyL');
  await take(running, { 'old.txt': inWindows1256('خبر كهنه\nوزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود.'), 'table.csv': 'a,b\nالف,ب\n', 'page.html': page1 });
  await expect(dialog(page, 'How are these to be read?')).toContainText('Say which column holds the text.');
  await expect(page.getByRole('button', { name: 'Add 3 files' })).toBeDisabled();
  await settled(page);
  await running.screenshot('import-reading-en');
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

for (const settings of [{ language: 'en', theme: 'dark' }, { language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }] as const)
  test(`10,000 files in ${settings.language}, ${settings.theme}: the question, the progress, the report of a stop`, async ({ start }) => {
    test.setTimeout(300_000);
    const running = await start({ settings });
    const { page } = running;
    const name = (part: string): string => `import-many-${part}-${settings.language}-${settings.theme}`;
    await expect(page.getByRole('textbox', { name: /متن خبر|Article text/ })).toBeFocused();
    await page.keyboard.press('Control+KeyL');
    await dropMany(page, 10_000, 3000);
    await page.getByRole('radio', { name: /جدا بمانند|Stay apart/ }).check({ timeout: 60_000 });
    await settled(page);
    await running.screenshot(name('question'));
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: /^(?:افزودن ۱۰٬۰۰۰|Add 10,000)/ }).click();
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', /مانده|left/, { timeout: 60_000 });
    await running.screenshot(name('progress'));
    await page.getByRole('button', { name: /^(?:توقف|Stop)$/ }).click();
    await expect(page.getByRole('dialog', { name: /گزارش افزودن|report/i })).toBeVisible({ timeout: 60_000 });
    await settled(page);
    await running.screenshot(name('stopped'));
    expect(await faults(page)).toEqual([]);
  });

test('no Latin word stands in the Persian screen but names of formats', async ({ start }) => {
  const running = await start();
  await toLibrary(running);
  await take(running, { 'خبر.txt': 'كتاب ها '.repeat(20) });
  await expect(reading(running.page)).toBeVisible();
  expect((await latinWords(running.page)).filter((word) => !/^(?:UTF|Windows|ISO|LE|BE)/.test(word))).toEqual([]);
});

test('what is said in passing lies below a report, however high that is', async ({ start }) => {
  const { app, page } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 835));
  await dropFiles(page, { name: 'یک.txt', text: 'وزیر نیرو گفت: سدها پر می‌شود.' });
  const said = page.getByRole('dialog', { name: /یک خبر|۱ خبر/ });
  await said.hover();
  await dropFiles(page, ...Array.from({ length: 25 }, (_, index) => ({ name: `${index}.txt`, text: '' })));
  await expect(report(page)).toBeVisible();
  const above = await report(page).boundingBox();
  const below = await said.boundingBox();
  if (!above || !below) throw new Error('nothing is said any more');
  expect(above.y + above.height).toBeLessThan(below.y);
  await report(page).getByRole('button', { name: 'بسیار خوب' }).click();
});

test('a folder is chosen in the dialog of the system, and all that lies in it comes in, however deep', async ({ start }) => {
  const running = await start();
  const { app, page, userData } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const folder = path.join(userData, 'خبرهای مهر');
  await mkdir(path.join(folder, 'دی', '.git'), { recursive: true });
  await answerOpenDialogs(app, folder);
  await page.keyboard.press('Control+Shift+KeyO');
  await expect(page.getByText('در این پوشه پرونده‌ای نیست.')).toBeVisible();
  await writeFile(path.join(folder, 'الف.txt'), 'وزیر نیرو گفت برق گران نمی‌شود.');
  await writeFile(path.join(folder, 'دی', 'ب.txt'), inWindows1256('وزير گفت: «ما اين راه را مي‌رويم» و در پايان افزود.'));
  await writeFile(path.join(folder, 'دی', '.git', 'c.txt'), 'litter');
  await writeFile(path.join(folder, '.DS_Store'), 'litter');
  await page.keyboard.press('Control+Shift+KeyO');
  await expect(dialog(page, 'این‌ها چگونه خوانده شوند؟')).toContainText('Windows-1256');
  await rm(path.join(folder, 'الف.txt'));
  await page.getByRole('button', { name: /^افزودن/ }).click();
  await expect(report(page), 'what has gone meanwhile is told').toContainText('خبرهای مهر/الف.txt');
  await running.screenshot('import-folder');
  await report(page).getByRole('button', { name: 'گرفتن ۱ رکورد سالم' }).click();
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('grid', { name: 'خبرها' })).toHaveAttribute('aria-rowcount', '3');
});
