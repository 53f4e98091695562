import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { dropFiles } from './drop-files.ts';
import { unmark } from './unmarked.ts';

const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const who = (page: Page) => page.getByRole('combobox', { name: 'این کیست؟' });
const people = (page: Page) => page.getByRole('listbox', { name: 'شخص‌ها و نهادها' }).getByRole('option');
const sayings = (page: Page) => page.getByRole('listbox', { name: 'گفته‌ها و تعهدها' }).getByRole('option');
const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

const presser = (page: Page) => async (...chords: readonly string[]) => {
  for (const chord of chords) await page.keyboard.press(chord);
};

/** Speaker «ایرنا» and quote «مسعود پزشکیان»; the quote has the focus. */
async function annotated(start: () => Promise<RunningApp>) {
  const running = await start();
  const { page } = running;
  const press = presser(page);
  await unmark(page);
  await press('Control+Home', ...Array<string>(5).fill('Control+ArrowLeft'), 'Control+Shift+ArrowLeft', 'Digit2');
  await press(...Array<string>(3).fill('Control+ArrowLeft'), ...Array<string>(2).fill('Control+Shift+ArrowLeft'), 'Digit1');
  await expect(lines(page)).toHaveCount(2);
  return { ...running, press };
}

/** The same, said by a speaker who is the new person «نرگس احمدی». */
async function saidByNarges(start: () => Promise<RunningApp>) {
  const running = await annotated(start);
  const { page, press } = running;
  await press('KeyL', 'Digit1', 'KeyK', 'KeyP');
  await expect(who(page)).toBeFocused();
  await page.keyboard.type('نرگس احمدی');
  await press('Enter');
  await expect(inspector(page).getByRole('button', { name: /برداشتن .*نرگس احمدی/ })).toBeVisible();
  return running;
}

test('from a field the keys of the app lead on, and what was written there is kept', async ({ start }) => {
  const { page, press } = await saidByNarges(start);
  await press('Control+KeyG');
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await press('Control+KeyK');
  await expect(page.getByRole('combobox', { name: 'جست‌وجوی فرمان' })).toBeFocused();
  await press('Escape');
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await people(page).filter({ hasText: 'نرگس احمدی' }).click();
  const party = page.getByRole('textbox', { name: 'حزب یا جناح' });
  await party.fill('مستقل');
  await press('Control+KeyL');
  await expect(page.getByRole('grid')).toBeVisible();
  await press('Control+KeyG');
  await people(page).filter({ hasText: 'نرگس احمدی' }).click();
  await expect(party).toHaveValue('مستقل');
  // What writes stays the field's.
  await party.press('Control+KeyA');
  await page.keyboard.type('L?');
  await expect(party).toHaveValue('L?');
});

test('a quote whose speaker stands nowhere in the text is linked to somebody new, in one step', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('KeyL', 'KeyE');
  await expect(page.getByRole('combobox', { name: /کدام؟/ })).toBeFocused();
  await page.keyboard.type('سخنگوی دولت');
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(inspector(page)).toContainText('سخنگوی دولت');
  await expect(inspector(page).getByRole('radio', { name: 'ضمنی' })).toBeChecked();
  await press('Control+KeyZ');
  await expect(inspector(page)).not.toContainText('سخنگوی دولت');
  await press('Control+KeyG');
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await page.keyboard.type('سخنگوي');
  await expect(page.getByText('کسی با این نام نیست.')).toBeVisible();
  await press('Escape');
  await expect(people(page)).not.toHaveCount(0);
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await press('Escape');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
});

test('the people named last come first on digits, after a restart too', async ({ start }) => {
  const { page, press, close, userData } = await annotated(start);
  await press('KeyL', 'KeyE');
  await page.keyboard.type('سخنگوی دولت');
  await press('Enter');
  await press('KeyK', 'KeyP');
  await expect(who(page)).toBeFocused();
  await press('Digit1');
  await expect(inspector(page).getByRole('button', { name: 'برداشتن ⁨سخنگوی دولت⁩' })).toBeVisible();
  await saved(page);
  await close();

  const again = await start({ userData });
  const pressAgain = presser(again.page);
  await expect(lines(again.page)).toHaveCount(2);
  await expect(again.page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await pressAgain('Control+Home', ...Array<string>(2).fill('Control+ArrowLeft'), 'Control+Shift+ArrowLeft', 'Digit2');
  await expect(lines(again.page)).toHaveCount(3);
  // Quicker than the field can take the focus: it means the same.
  await pressAgain('KeyP', 'Digit1');
  await expect(inspector(again.page).getByRole('button', { name: 'برداشتن ⁨سخنگوی دولت⁩' })).toBeVisible();
});

test('everything that somebody said is found in one place and opens there; two names become one and apart again', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('KeyL', 'Digit1', 'KeyK', 'KeyP');
  await expect(who(page)).toBeFocused();
  await page.keyboard.type('خبرگزاري ايرنا');
  await press('Enter');
  await expect(inspector(page).getByRole('button', { name: /برداشتن .*خبرگزاري/ })).toBeVisible();
  await press('KeyJ', 'KeyR', 'Digit3', 'KeyE');
  await page.keyboard.type('مردم');
  await press('Enter');
  await saved(page);

  await press('Control+KeyG');
  await expect(people(page)).toHaveCount(5);
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await page.keyboard.type('خبرگزاری');
  await expect(people(page)).toHaveCount(1);
  await expect(people(page)).toContainText(/نقل‌قول\W*۱/u);
  await expect(sayings(page)).toHaveCount(1);
  await expect(sayings(page)).toContainText('مسعود پزشکیان');

  const alias = page.getByRole('textbox', { name: 'نام دیگری بنویسید' });
  await alias.fill('ایرنا');
  await alias.press('Enter');
  await expect(page.getByRole('button', { name: 'برداشتن نام «⁨ایرنا⁩»' })).toBeVisible();

  await page.getByRole('button', { name: 'ادغام با دیگری…' }).click();
  await page.keyboard.type('مردم');
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: /ادغام/ });
  await expect(dialog).toContainText(/۱ پیوند شما در .?۱.? خبر/);
  await dialog.getByRole('button', { name: 'ادغام', exact: true }).click();
  await page.getByRole('combobox', { name: /جست‌وجوی نام/ }).fill('');
  await expect(people(page)).toHaveCount(4);
  await expect(people(page).filter({ hasText: 'مردم' })).toHaveAttribute('aria-selected', 'true');
  await expect(sayings(page)).toHaveCount(2);
  // What was one too many is two again by the name that was merged.
  await page.getByRole('button', { name: 'جدا کردن…' }).click();
  await sayings(page).first().click();
  await page.getByRole('button', { name: /^جدا کردن .?۱.? مورد/ }).click();
  await page.keyboard.type('خبرگزاري ايرنا');
  await press('Enter');
  await expect(people(page)).toHaveCount(5);
  await expect(people(page).filter({ hasText: 'خبرگزاري ايرنا' }), 'a name of nobody else any more').toHaveCount(1);
  await people(page).filter({ hasText: 'خبرگزاري ايرنا' }).click();
  await expect(sayings(page)).toHaveCount(1);
  await page.getByRole('main').getByRole('button', { name: 'ادغام با دیگری…' }).focus();
  await press('Control+KeyZ');
  await expect(people(page)).toHaveCount(4);
  await page.getByRole('main').getByRole('button', { name: 'ادغام با دیگری…' }).focus();
  await press('Control+KeyZ');
  await expect(people(page)).toHaveCount(5);

  await people(page).filter({ hasText: 'خبرگزاري' }).click();
  await expect(sayings(page)).toHaveCount(1);
  await page.getByRole('listbox', { name: 'گفته‌ها و تعهدها' }).focus();
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(lines(page).filter({ hasText: 'مسعود پزشکیان' })).toHaveAttribute('aria-selected', 'true');
});

test('what is known about somebody is written field by field without losing the focus; what is somebody else’s is split off', async ({ start }) => {
  const { page, press, screenshot } = await saidByNarges(start);
  await saved(page);
  await press('Control+KeyG');
  await people(page).filter({ hasText: 'نرگس احمدی' }).click();

  const form = page.getByRole('region', { name: 'شناسنامه' });
  const name = form.getByRole('textbox', { name: 'نام', exact: true });
  await name.fill('نرگس احمدی‌نیا');
  await press('Tab');
  await expect(people(page).filter({ hasText: 'نرگس احمدی‌نیا' })).toHaveCount(1);
  await expect(form.getByRole('combobox', { name: 'گونه' }), 'the form stays when it is saved').toBeFocused();
  await form.getByRole('textbox', { name: 'حزب یا جناح' }).fill('کارگزاران');
  const wikidata = form.getByRole('textbox', { name: 'شناسهٔ ویکی‌داده' });
  await wikidata.fill('P31');
  await press('Enter');
  await expect(form.getByText('شناسهٔ ویکی‌داده Q و چند رقم است')).toBeVisible();
  await screenshot('person-wikidata-wrong');
  await wikidata.fill('q794');
  await press('Enter');
  await expect(wikidata).toHaveValue('Q794');
  await expect(wikidata).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'حزب یا جناح' })).toHaveValue('کارگزاران');
  await form.getByRole('button', { name: 'سمت دیگر' }).click();
  await form.getByRole('textbox', { name: 'عنوان سمت' }).fill('وزیر راه');
  await press('Enter');
  await expect(form.getByRole('button', { name: 'برداشتن سمت «⁨وزیر راه⁩»' })).toBeVisible();
  const from = form.getByRole('textbox', { name: 'از', exact: true });
  await from.fill('۱۴۰۲/۱۳/۲۰');
  await press('Enter');
  await expect(form.getByText('این تاریخ در تقویم نیست.')).toBeVisible();
  await expect(from).toBeFocused();
  await from.fill('1402/5/20');
  await press('Enter');
  await expect(from).toHaveValue('۱۴۰۲/۰۵/۲۰');
  await expect(from).toBeFocused();
  await form.getByRole('textbox', { name: 'نام دیگری بنویسید' }).fill('احمدی‌نیا');
  await press('Enter');
  await expect(form.getByRole('button', { name: 'برداشتن نام «⁨احمدی‌نیا⁩»' })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'نام دیگری بنویسید' })).toHaveValue('');
  await page.getByRole('main').getByRole('button', { name: 'ادغام با دیگری…' }).focus();
  await press('Control+KeyZ', 'Control+KeyZ');
  await expect(from, 'what is taken back is taken back in the form, too').toHaveValue('');
  await page.getByRole('combobox', { name: /جست‌وجوی نام/ }).fill('وزير راه');
  await expect(people(page), 'found by the office, in any spelling').toHaveCount(1);

  await expect(sayings(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'جدا کردن…' }).click();
  await page.getByRole('listbox', { name: 'گفته‌ها و تعهدها' }).focus();
  await press('Space');
  await page.getByRole('button', { name: /^جدا کردن .?۱.? مورد/ }).click();
  await page.keyboard.type('سخنگوی دولت');
  await press('Enter');
  await expect(sayings(page)).toHaveCount(0);
  await page.getByRole('combobox', { name: /جست‌وجوی نام/ }).fill('سخنگوی دولت');
  await people(page).filter({ hasText: 'سخنگوی دولت' }).click();
  await expect(sayings(page)).toHaveCount(1);
  await expect(sayings(page)).toContainText('مسعود پزشکیان');
});

test('«وی» and a title are linked by a key to whoever spoke last, and all of it stands together, across articles', async ({ start }) => {
  const { page, press } = await saidByNarges(start);

  await dropFiles(page, { name: 'own.txt', text: 'وی گفت: راه را می‌سازیم.\nرئیس‌جمهور افزود: پل را باز می‌کنیم.' });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText('راه را');
  const hands = new CountedHands(page);
  for (const [words, speaker] of [['راه را', 'وی'], ['پل را', 'رئیس‌جمهور']] as const) {
    await hands.putCaret(words);
    await hands.press('KeyQ', 'Digit1', 'KeyD', 'Enter');
    await expect(lines(page).filter({ hasText: words })).toHaveAttribute('aria-label', new RegExp(`گفتهٔ\u2069 \u2068${speaker}\u2069`));
    await lines(page).filter({ hasText: new RegExp(`${speaker}$`, 'u') }).click();
    await press('KeyP', 'Digit1');
    await expect(inspector(page).getByRole('button', { name: /برداشتن .*نرگس احمدی/ })).toBeVisible();
  }
  await hands.putCaret('باز می');
  await hands.press('Shift+KeyQ', 'Digit4');
  await expect(lines(page).filter({ hasText: 'باز می‌کنیم' })).toHaveCount(2);
  await saved(page);

  await press('Control+KeyG');
  await expect(page.getByRole('combobox', { name: /جست‌وجوی نام/ })).toBeFocused();
  await page.keyboard.type('احمدی');
  await expect(people(page)).toHaveCount(1);
  await expect(people(page)).toContainText(/نقل‌قول[^۰-۹]*۳.*تعهد[^۰-۹]*۱/s);
  await expect(sayings(page)).toHaveCount(4);
  for (const words of ['راه را می‌سازیم', 'پل را باز می‌کنیم', 'مسعود پزشکیان']) await expect(sayings(page).getByText(words, { exact: true }).first()).toBeVisible();
  await page.getByRole('radio', { name: 'تعهد', exact: true }).click();
  await expect(sayings(page)).toHaveCount(1);
});
