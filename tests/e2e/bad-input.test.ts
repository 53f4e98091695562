import { open, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { convertSample } from './sample.ts';

const report = (page: Page) => page.getByRole('dialog', { name: 'گزارش افزودن' });
const rows = (page: Page) => page.getByRole('grid', { name: 'خبرها' }).getByRole('row').filter({ has: page.getByRole('gridcell') });

/** What the report says of one file; the report is closed again. */
async function openFile(page: Page): Promise<string> {
  await page.keyboard.press('Control+o');
  await expect(report(page)).toBeVisible();
  const words = await report(page).innerText();
  await page.keyboard.press('Escape');
  await expect(report(page)).toHaveCount(0);
  return words;
}

test('every kind of bad file is named with line and reason in Persian, and alters nothing that is stored', async ({ start }) => {
  const { app, page, userData } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const inProfile = (name: string) => path.join(userData, name);
  await convertSample(inProfile('sound.jsonl'));
  const sound = JSON.parse(await readFile(inProfile('sound.jsonl'), 'utf8')) as Record<string, unknown>;
  const jsonLines = (...lines: readonly unknown[]) => lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n') + '\n';
  const [first, ...others] = sound['spans'] as readonly { readonly id: string; readonly fragments: readonly { readonly text: string }[] }[];
  const outside = { ...first, fragments: [{ start: 9000, end: 9005, text: first?.fragments[0]?.text }] };

  const cases: readonly (readonly [name: string, content: string | Uint8Array, ...said: readonly (string | RegExp)[]])[] = [
    ['کدبندی.txt', Uint8Array.of(0xff, 0xfe, 0x33, 0x06, 0x44), 'UTF-16 LE', 'بایت ۵'],
    ['خالی.txt', '', 'متنی ندارد'],
    ['شکسته.jsonl', jsonLines('{"format":"naql.annotations"', { text: 'بی‌قالب' }), 'سطر ۱', 'سطر ۲', 'JSON'],
    ['نسخه.jsonl', jsonLines({ ...sound, schema: { id: 'naql.attribution', version: '9.0' } }), '9.0', 'سطر ۱'],
    ['بیرون.jsonl', jsonLines({ ...sound, spans: [outside, ...others] }), 'سطر ۱', first?.id ?? ''],
    ['دوباره.jsonl', jsonLines({ ...sound, spans: [first, first, ...others] }), 'سطر ۱', first?.id ?? ''],
  ];
  for (const [name, content, ...said] of cases) {
    await writeFile(inProfile(name), content);
    await answerOpenDialogs(app, inProfile(name));
    const words = await openFile(page);
    for (const one of [name, ...said]) expect(words, name).toContain(one);
    expect(words, name).toContain('آنچه پیش‌تر ذخیره شده بود دست نخورده است.');
  }

  const huge = await open(inProfile('بزرگ.txt'), 'w');
  await huge.truncate(100 * 1024 * 1024);
  await huge.close();
  await answerOpenDialogs(app, inProfile('بزرگ.txt'));
  expect(await openFile(page)).toContain('بزرگ.txt');

  await page.keyboard.press('Control+l');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('در دست کار۳');
});

test('what is sound in a damaged file comes in, the rest is named', async ({ start }) => {
  const { app, page, userData } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const file = path.join(userData, 'نیمه.jsonl');
  await convertSample(file);
  const sound = (await readFile(file, 'utf8')).trimEnd();
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox').fill('پروژهٔ دیگر');
  await page.keyboard.press('Enter');
  await expect(page.getByText('هنوز خبری نیست')).toBeVisible();

  await writeFile(file, `{"broken\n${sound}\n`);
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+o');
  await expect(report(page)).toContainText('سطر ۱');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('پایگاه اطلاعرسانی');
});
