import { readFile } from 'node:fs/promises';
import { inProject } from '../../build/project.mjs';
import { expect, type RunningPage, test } from './app-page.ts';
import { accessibilityFaults } from './accessibility.ts';
import { droppedOn, filesDragged } from './drop.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const article = 'وزیر نیرو گفت: نیروگاه ساخته می‌شود\nوی افزود: تا پایان سال.';

const chosen = (name: string, content: string) => {
  const bytes = new TextEncoder().encode(content);
  return { name, size: bytes.length, bytes };
};

const list = ({ page }: RunningPage) => page.getByRole('grid', { name: 'خبرها' });
const text = ({ page }: RunningPage) => page.getByRole('textbox', { name: 'متن خبر' });

async function inLibrary(running: RunningPage): Promise<RunningPage> {
  await expect(text(running)).toBeVisible();
  await running.page.keyboard.press('Control+KeyL');
  await expect(list(running)).toBeVisible();
  return running;
}

test.describe('the first run', () => {
  test('opens the sample in the editor, right to left, with a colleague’s set beside the own one, which is begun', async ({ start }) => {
    const running = await start();
    const { page, stub } = running;
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(text(running)).toContainText('پایگاه اطلاعرسانی دکتر پزشکیان');
    expect(stub.projects.map(({ name }) => name)).toEqual(['پروژهٔ نمونه']);
    expect(stub.title).toBe('\u2068پروژهٔ نمونه\u2069 – نقل');

    await inLibrary(running);
    const row = list(running).getByRole('row').nth(1);
    await expect(row).toContainText('در دست کار');
    await expect(row.getByRole('gridcell').nth(4)).toHaveText('۳');
  });

  test('nothing on the screen is English while the interface is Persian', async ({ start }) => {
    const { page } = await inLibrary(await start());
    const shown = await page.evaluate(() => document.body.innerText);
    expect(shown).not.toMatch(/[A-Za-z]/);
  });
});

test.describe('taking articles in', () => {
  test('a chosen text file opens in the editor and stands in the library after a reload', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page, stub } = running;
    stub.chosen = [chosen('khabar.txt', article)];
    await page.getByRole('button', { name: 'افزودن خبر…' }).click();
    await expect(text(running)).toContainText('نیروگاه ساخته می‌شود');
    await expect(page.getByText('۱ خبر افزوده شد')).toBeVisible();

    await page.reload();
    await expect(text(running)).toContainText('نیروگاه ساخته می‌شود');
    await page.keyboard.press('Control+KeyL');
    await expect(list(running).getByRole('row')).toHaveCount(3);
  });

  test('files dropped on the window come in', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page } = running;
    const files = [{ name: 'a.txt', content: article }, { name: 'b.txt', content: 'خبر دوم\nمتن' }];
    await filesDragged(page, files);
    await expect(page.getByText('خبر را همین‌جا رها کنید')).toBeVisible();
    await droppedOn(page, files);
    await expect(page.getByText('خبر را همین‌جا رها کنید')).toBeHidden();
    await expect(list(running).getByRole('row')).toHaveCount(4);
  });

  test('a text pasted into the library comes in', async ({ start }) => {
    const running = await inLibrary(await start());
    await running.page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, article);
    await expect(text(running)).toContainText('نیروگاه ساخته می‌شود');
  });

  const copied = {
    'text/html': '<h1>خبر از صفحه</h1><nav>خانه</nav><p>بند <b>یکم</b>،<br>سطر دوم.</p><script>document.title = "اجرا شد"</script><p>بند دوم.</p>',
    'text/plain': 'خبر از صفحه\n\nخانه\n\nبند یکم،\nسطر دوم.\n\nبند دوم.',
  };

  test('what is copied from a page and pasted into the library is its words, a line for each block', async ({ start }) => {
    const running = await inLibrary(await start());
    await running.page.evaluate((kinds) => {
      const clipboardData = new DataTransfer();
      for (const [kind, content] of Object.entries(kinds)) clipboardData.setData(kind, content);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, copied);
    await expect.poll(() => text(running).innerText().then((words) => words.replaceAll(/\n+/g, '\n'))).toContain('بند یکم،\nسطر دوم.\nبند دوم.');
    expect(await running.page.title()).not.toContain('اجرا شد');
  });

  test('the same in the paste dialog, between what stands there already', async ({ start }) => {
    const { page } = await inLibrary(await start());
    await page.getByRole('button', { name: 'چسباندن متن…' }).click();
    const field = page.getByRole('dialog').getByRole('textbox');
    await field.fill('پیش|پس');
    await field.evaluate((element: HTMLTextAreaElement, kinds) => {
      element.setSelectionRange(3, 4);
      const clipboardData = new DataTransfer();
      for (const [kind, content] of Object.entries(kinds)) clipboardData.setData(kind, content);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, copied);
    await expect(field).toHaveValue('پیشخبر از صفحه\nخانه\nبند یکم،\nسطر دوم.\nبند دوم.پس');
  });

  test('a text written into the paste dialog comes in', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page } = running;
    await page.getByRole('button', { name: 'چسباندن متن…' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill(article);
    await page.getByRole('button', { name: 'افزودن خبر', exact: true }).click();
    await expect(text(running)).toContainText('نیروگاه ساخته می‌شود');
  });

  test('what is not sound is named by file and reason, what is sound comes in, nothing stored changes', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page, stub } = running;
    stub.chosen = [
      chosen('good.txt', article),
      // It says itself that it is UTF-16: nothing of it calls for anybody.
      { name: 'utf-16.txt', size: 4, bytes: new Uint8Array([0xff, 0xfe, 0xfd, 0xe9]) },
      chosen('empty.txt', ''),
      { name: 'huge.txt', size: 100 * 2 ** 20, bytes: null },
      chosen('picture.png', 'x'),
      chosen('broken.jsonl', 'not json\n'),
    ];
    await page.keyboard.press('Control+KeyO');
    const report = page.getByRole('dialog', { name: 'گزارش افزودن' });
    await expect(report).toContainText('سالم است: ۲ خبر');
    await expect(report).not.toContainText('utf-16.txt');
    for (const name of ['empty.txt', 'huge.txt', 'picture.png', 'broken.jsonl']) await expect(report).toContainText(name);
    await expect(report).toContainText('پرونده از ۶۴ مگابایت بزرگ‌تر است');
    await expect(report).toContainText('سطر ۱');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(report).toBeHidden();
    await page.keyboard.press('Control+KeyL');
    await expect(list(running).getByRole('row')).toHaveCount(4);
  });
});

test.describe('the library', () => {
  test('the keys walk the list and open an article', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page, stub } = running;
    stub.chosen = Array.from({ length: 30 }, (_, index) => chosen(`${index}.txt`, `خبر ${index}\nمتن ${index}`));
    await page.keyboard.press('Control+KeyO');
    await expect(page.getByText('۳۰ خبر افزوده شد')).toBeVisible();
    const active = list(running).locator('[aria-selected=true]');
    await page.keyboard.press('End');
    await expect(active).toContainText('پایگاه اطلاعرسانی');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(active).toHaveAttribute('aria-rowindex', '3');
    await page.keyboard.press('Enter');
    await expect(text(running)).toContainText('خبر 28');
  });

  test('is sound to a screen reader', async ({ start }) => {
    const { page } = await inLibrary(await start());
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

test.describe('settings', () => {
  test('the language switches at once, with direction, menus and title, and holds after a reload', async ({ start }) => {
    const { page, stub } = await inLibrary(await start());
    expect(stub.menus.map(({ label }) => label)).toEqual(['پرونده', 'ویرایش', 'نما', 'راهنما']);
    await stub.choose(page, 'language-en');
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    await expect(page.getByRole('grid', { name: 'Articles' })).toBeVisible();
    await expect.poll(() => stub.menus.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Help']);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });

  test('theme, size and name are kept', async ({ start }) => {
    const { page, stub } = await inLibrary(await start());
    await page.getByRole('button', { name: 'تنظیمات' }).click();
    await page.getByRole('radio', { name: 'تیره' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'بزرگ‌تر' }).click();
    await page.getByRole('textbox', { name: 'نام شما' }).fill('رضا');
    expect(await accessibilityFaults(page)).toEqual([]);
    await expect.poll(() => stub.settings).toMatchObject({ theme: 'dark', readingSize: 20, annotatorName: 'رضا' });
  });

  test('the keys change the reading size, within limits', async ({ start }) => {
    const { page, stub } = await inLibrary(await start({ readingSize: 31 }));
    await page.keyboard.press('Control+Equal');
    await page.keyboard.press('Control+Equal');
    await expect.poll(() => stub.settings.readingSize).toBe(32);
    await page.keyboard.press('Control+Digit0');
    await expect.poll(() => stub.settings.readingSize).toBe(19);
  });

  test('the theme of the system is followed until one is chosen', async ({ start }) => {
    const { page } = await start({ theme: 'auto' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  });
});

test.describe('dialogs', () => {
  test('hold the focus, close with Escape, and nothing behind them answers', async ({ start }) => {
    const { page, stub } = await inLibrary(await start());
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: 'کلیدها' });
    await expect(sheet).toContainText('ض');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Control+KeyE');
    await stub.choose(page, 'settings');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    for (let press = 0; press < 5; press++) await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('projects are made, renamed and switched', async ({ start }) => {
    const running = await inLibrary(await start());
    const { page, stub } = running;
    await page.getByRole('button', { name: 'پروژه: \u2068پروژهٔ نمونه\u2069' }).click();
    await page.getByRole('menuitem', { name: 'تغییر نام…' }).click();
    await page.getByRole('textbox', { name: 'نام پروژه' }).fill('ایرنا');
    await page.keyboard.press('Enter');
    await expect.poll(() => stub.title).toBe('\u2068ایرنا\u2069 – نقل');
    await page.keyboard.press('Control+KeyN');
    await page.getByRole('textbox', { name: 'نام پروژه' }).fill('فارس');
    await page.getByRole('button', { name: 'ساختن' }).click();
    await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: /فارس/ }).click();
    await page.getByRole('menuitemradio', { name: 'ایرنا' }).click();
    await expect(list(running).getByRole('row')).toHaveCount(2);
  });
});

test('the sample of the seeds is a sound pair for import, too', async ({ start }) => {
  const running = await inLibrary(await start());
  const { page, stub } = running;
  await page.keyboard.press('Control+KeyN');
  await page.getByRole('textbox', { name: 'نام پروژه' }).fill('جفت');
  await page.keyboard.press('Enter');
  // The new project shows behind the dialog before that closes, and an open dialog answers for the menu.
  await expect(page.locator('[role=dialog][data-size]')).toHaveCount(0);
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();
  const seed = async (name: string) => chosen(name, await readFile(inProject('seeds', 'sample', name), 'utf8'));
  stub.chosen = [await seed('seed.txt'), await seed('seed.json')];
  await page.keyboard.press('Control+KeyO');
  await expect(text(running)).toContainText('پایگاه اطلاعرسانی');
});

test.describe('when something went wrong', () => {
  test('a database that came up empty is rebuilt from the journal, and the person is told once', async ({ start }) => {
    const running = await start();
    const { page } = running;
    await expect(text(running)).toBeVisible();
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
    await page.reload();
    await expect(text(running)).toContainText('پایگاه اطلاعرسانی');
    const told = page.getByText('پایگاه داده خالی بود و از روی دفتر ثبت دوباره ساخته شد');
    await expect(told).toBeVisible();
    await page.getByRole('button', { name: 'فهمیدم' }).click();
    await expect(told).toBeHidden();
  });

  test('a project whose journal cannot be read is named with the reason, and another try opens it', async ({ start }) => {
    const running = await start();
    const { page, stub } = running;
    await expect(text(running)).toBeVisible();
    stub.journalFailure = 'no-permission';
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('پروژه باز نشد');
    await expect(page.getByRole('alert')).toContainText('اجازه');
    stub.journalFailure = null;
    await page.getByRole('button', { name: 'تلاش دوباره' }).click();
    await expect(text(running)).toContainText('پایگاه اطلاعرسانی');
  });

  test.describe('by a bug', () => {
    test.use({ expectedComplaints: /a bug of the test/ });

    test('the page says what is safe, and a reload goes on', async ({ start }) => {
      const running = await start();
      const { page } = running;
      await expect(text(running)).toBeVisible();
      await page.evaluate(() => void Promise.reject(new Error('a bug of the test')));
      await expect(page.getByRole('alert')).toContainText('نقل از کار افتاد');
      await expect(page.getByRole('alert')).toContainText('a bug of the test');
      await page.getByRole('button', { name: 'بار کردن دوباره' }).click();
      await expect(text(running)).toContainText('پایگاه اطلاعرسانی');
    });
  });
});
