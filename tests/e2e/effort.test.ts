import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { dropFiles } from './drop-files.ts';
import { unmark } from './unmarked.ts';

/** What was promised, from the caret standing in the quote or in the commitment. */
const most = { quote: 7, commitment: 6 };

const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
/** Lines of the list as they are read out, without the marks that isolate names. */
const heard = async (page: Page): Promise<readonly string[]> =>
  (await lines(page).evaluateAll((all) => all.map((line) => line.getAttribute('aria-label') ?? ''))).map((line) => line.replace(/[\u2066-\u2069]/g, ''));
const toHear = (page: Page, ...wanted: readonly RegExp[]) =>
  expect(async () => {
    const said = await heard(page);
    for (const one of wanted) expect(said.filter((line) => one.test(line)), String(one)).toHaveLength(1);
  }).toPass({ timeout: 5_000 });
const proposal = (page: Page) => page.getByRole('complementary', { name: 'پیشنهاد از روی متن' });

async function opened(start: () => Promise<RunningApp>) {
  const { page, screenshot } = await start();
  await unmark(page);
  return { page, screenshot, hands: new CountedHands(page) };
}

test('a quote with speaker and cue, all linked, costs at most seven actions on the sample', async ({ start }) => {
  const { page, hands, screenshot } = await opened(start);
  const quotes = [
    ['a colon quote of two sentences', 'قطعاً برای ما مفید', /^نقل‌قول، «مشکلات را شخصاً.*گفتهٔ پزشکیان، با نشانهٔ اضافه کرد/],
    ['a colon quote behind an addressee', 'تشکر کنم', /^نقل‌قول، «لازم است.*گفتهٔ وی، با نشانهٔ گفت/],
    ['a quote behind «اینکه»', 'تفاهماتی که', /^نقل‌قول، «پس از بازگشت.*گفتهٔ رئیسجمهور، با نشانهٔ با بیان اینکه/],
    ['the second one of that sentence', 'برادرانمان', /^نقل‌قول، «الان هم.*گفتهٔ رئیسجمهور، با نشانهٔ افزود/],
    ['a heading', 'آیتالله خامنهای را ارزشمند', /^نقل‌قول، «مواضع سازنده.*گفتهٔ پوتین، با نشانهٔ :/],
  ] as const;
  for (const [, words, wanted] of quotes) {
    await hands.putCaret(words);
    await hands.press('q', '1', 'd');
    await expect(proposal(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
    if (words === 'تفاهماتی که') await screenshot('frame-proposed');
    await hands.press('Enter');
    await toHear(page, wanted);
    expect(hands.actions).toBeLessThanOrEqual(most.quote);
  }
  // The speaker of two quotes is marked once.
  expect((await heard(page)).filter((line) => line.startsWith('گوینده، «رئیسجمهور»'))).toHaveLength(1);
  await page.keyboard.press('Control+z');
  await expect(lines(page)).toHaveCount(5 + 4 + 5 - 2);
});

test('quotes in marks and behind «که» cost no more', async ({ start }) => {
  const { page, hands } = await opened(start);
  const text = 'شهردار تهران دیروز گفت: «پل سفید را نمی‌فروشیم».\n«راه باز است»، استاندار گیلان افزود.\nسخنگوی دولت اعلام کرد که کرایه زیاد نمی‌شود.';
  await dropFiles(page, { name: 'own.txt', text });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('شهردار تهران');
  for (const [words, wanted] of [
    ['سفید را', /^نقل‌قول، «پل سفید را نمی‌فروشیم».*گفتهٔ شهردار تهران، با نشانهٔ گفت/],
    ['باز است', /^نقل‌قول، «راه باز است».*گفتهٔ استاندار گیلان، با نشانهٔ افزود/],
    ['کرایه', /^نقل‌قول، «کرایه زیاد نمی‌شود».*گفتهٔ سخنگوی دولت، با نشانهٔ اعلام کرد/],
  ] as const) {
    await hands.putCaret(words);
    await hands.press('q', '1', 'd', 'Enter');
    await toHear(page, wanted);
    expect(hands.actions).toBeLessThanOrEqual(most.quote);
  }
});

test('without any proposal a quote costs at most seven actions, since what stands beside it is linked at once', async ({ start }) => {
  const { page, hands } = await opened(start);
  await hands.putCaret('قطعاً برای ما مفید');
  await hands.press('q', '1');
  await hands.drag('پزشکیان', 'پزشکیان اضافه کرد');
  await hands.press('2');
  await expect(page.locator('[data-said]')).toContainText('خودبه‌خود پیوند خورد');
  await hands.drag('اضافه کرد');
  await hands.press('3');
  await toHear(page, /^نقل‌قول.*گفتهٔ پزشکیان، با نشانهٔ اضافه کرد/);
  expect(hands.actions).toBeLessThanOrEqual(most.quote);
  // Label and link are one step.
  await page.keyboard.press('Control+z');
  await expect(lines(page)).toHaveCount(2);
  await toHear(page, /^نقل‌قول.*گفتهٔ پزشکیان$/);
});

test('a wrong proposal is left out by a key, and its border moved by two', async ({ start }) => {
  const { page, hands } = await opened(start);
  await hands.putCaret('تشکر کنم');
  await hands.press('q', '1', 'd', 'Space', 'j', 'e', 'ArrowLeft');
  await expect(proposal(page).getByRole('checkbox').first()).not.toBeChecked();
  await hands.press('ArrowRight', 'Enter');
  await toHear(page, /^نقل‌قول، «لازم است.*»، [۰-۹]+ واژه، با نشانهٔ گفت(?!.*گفتهٔ)/);
  await expect(lines(page)).toHaveCount(2);
});

test('a commitment with promiser and deadline costs at most six actions', async ({ start }) => {
  const { page, hands } = await opened(start);
  await hands.putCaret('به سرعت بتوانیم');
  await hands.press('q', '1', 'd', 'Enter');
  await toHear(page, /^نقل‌قول، «امیدوارم.*گفتهٔ وی/);

  await hands.putCaret('فرصت ممکن');
  await hands.press('Shift+q', '4', 'd', 'Enter');
  await toHear(page, /^تعهد، «در اولین فرصت ممکن آنها.*تعهدِ وی(?=.*با موعدِ در اولین فرصت ممکن)(?=.*با موعدِ در یک روز مشخص)/);
  expect(hands.actions).toBeLessThanOrEqual(most.commitment);

  await hands.putCaret('مصمم هستم');
  await hands.press('Shift+q', '4');
  await toHear(page, /^تعهد، «مصمم هستم.*تعهدِ وی$/);
  expect(hands.actions).toBeLessThanOrEqual(most.commitment);
});

test('the day that a deadline names is read with it, at no further cost', async ({ start }) => {
  const { page, hands } = await opened(start);
  const text = 'وزیر نیرو گفت: سدها را تا ۳۱ شهریور ۱۴۰۵ پر می‌کنیم.';
  await dropFiles(page, { name: 'own.txt', text });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('وزیر نیرو');
  await hands.putCaret('را تا');
  await hands.press('q', '1', 'd', 'Enter');
  await toHear(page, /^نقل‌قول.*گفتهٔ وزیر نیرو/);
  await hands.putCaret('را تا');
  await hands.press('Shift+q', '4', 'd', 'Enter');
  await toHear(page, /^تعهد، .*تعهدِ وزیر نیرو، با موعدِ تا ۳۱ شهریور ۱۴۰۵/);
  expect(hands.actions).toBeLessThanOrEqual(most.commitment);
  await expect(page.getByRole('region', { name: 'اجزا' }).getByRole('textbox', { name: 'تاریخ یا مدت' })).toHaveValue('1405-06-31');
});

test('a deadline marked by hand is linked to its commitment at once, which then says that it has one', async ({ start }) => {
  const { page, hands } = await opened(start);
  await hands.putCaret('به سرعت بتوانیم');
  await hands.press('q', '1', 'd', 'Enter');
  await toHear(page, /^نقل‌قول.*گفتهٔ وی/);

  await hands.putCaret('فرصت ممکن');
  await hands.press('Shift+q', '4');
  await hands.drag('در یک روز مشخص');
  await hands.press('5');
  await toHear(page, /^تعهد، .*تعهدِ وی، با موعدِ در یک روز مشخص/);
  expect(hands.actions).toBeLessThanOrEqual(most.commitment);
  await page.keyboard.press('k');
  await expect(page.getByRole('radiogroup', { name: 'موعد', exact: true }).getByRole('radio', { name: 'مبهم', exact: true })).toBeChecked();
});
