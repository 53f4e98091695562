import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app.ts';
import { unmark } from './unmarked.ts';

/** The sample article as a person with a keyboard meets it: right to left, so a left arrow goes on. */
function keyboard(page: Page) {
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
  const times = (count: number, chord: string) => press(...Array.from({ length: count }, () => chord));
  return {
    press,
    /** Selects tokens of the text: so many further on from the caret, so many long. */
    async select(skipped: number, taken: number) {
      await times(skipped, 'Control+ArrowLeft');
      await times(taken, 'Control+Shift+ArrowLeft');
    },
  };
}

const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const saved = (page: Page) => expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');

async function opened(start: () => Promise<RunningApp>) {
  const running = await start();
  await unmark(running.page);
  return { ...running, ...keyboard(running.page) };
}

/** Speaker «ایرنا», cue «نوشت», quote «مسعود پزشکیان، رئیسجمهور»; the quote has the focus. */
async function annotated(start: () => Promise<RunningApp>) {
  const desk = await opened(start);
  await desk.press('Control+Home');
  await desk.select(5, 1);
  await desk.press('Digit2');
  await desk.select(1, 1);
  await desk.press('Digit3');
  await desk.select(1, 4);
  await desk.press('Digit1');
  await expect(lines(desk.page)).toHaveText([/ایرنا/, /نوشت/, /مسعود پزشکیان، رئیسجمهور/]);
  return desk;
}

test('words selected by keys become labels by digits, and all is saved', async ({ start }) => {
  const { page, press, select } = await annotated(start);
  await select(3, 2);
  await press('Digit4');
  await expect(lines(page)).toHaveCount(4);
  await expect(lines(page).nth(3)).toHaveAttribute('aria-label', /تعهد/);
  await expect(lines(page).nth(3)).toHaveAttribute('aria-selected', 'true');
  await saved(page);
});

test('a quote is linked to its speaker and its cue by keys, and unlinked', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('KeyL', 'Digit1', 'KeyR', 'Digit2', 'Digit1');
  await expect(inspector(page).getByRole('button', { name: 'رفتن به ⁨ایرنا⁩' })).toBeVisible();
  await expect(inspector(page).getByRole('button', { name: 'رفتن به ⁨نوشت⁩' })).toBeVisible();
  await press('KeyU', 'Digit1');
  await expect(inspector(page).getByRole('button', { name: 'رفتن به ⁨ایرنا⁩' })).toHaveCount(0);
  await expect(page.locator('[data-said]')).toHaveText('پیوند برداشته شد.');
});

test('a focused label is walked to, relabelled, moved at its borders, deleted and brought back', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('KeyK', 'Digit8');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-label', /اشاره/);
  await press('KeyJ', 'KeyE', 'ArrowRight', 'ArrowRight', 'Enter');
  await expect(lines(page).nth(2)).toHaveText(/مسعود پزشکیان$/);
  await press('KeyE', 'ArrowLeft', 'Escape');
  await expect(lines(page).nth(2)).toHaveText(/مسعود پزشکیان$/);
  await press('KeyX');
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'واگرد' }).click();
  await expect(lines(page)).toHaveCount(3);
  await press('Control+KeyZ');
  await expect(lines(page).nth(2)).toHaveText(/رئیسجمهور$/);
  await press('Control+KeyY');
  await expect(lines(page).nth(2)).toHaveText(/مسعود پزشکیان$/);
});

test('a quote in two pieces is one label', async ({ start }) => {
  const { page, press, select } = await opened(start);
  await press('Control+Home');
  await select(0, 2);
  await press('KeyC');
  await select(2, 1);
  await press('KeyC', 'Digit1');
  await expect(lines(page)).toHaveText([/پایگاه اطلاعرسانی … ایرنا|پایگاه اطلاعرسانی … پزشکیان/]);
  await select(2, 1);
  await press('KeyC');
  await expect(inspector(page).getByRole('list', { name: 'تکه‌ها' }).getByRole('listitem')).toHaveCount(3);
});

test('a mention gets a person by name, the next one by digit', async ({ start }) => {
  const { page, press, select } = await opened(start);
  await press('Control+Home');
  await select(5, 1);
  await press('Digit2', 'KeyP');
  await page.getByRole('combobox', { name: 'این کیست؟' }).fill('خبرگزاری ایرنا');
  await press('Enter');
  await expect(inspector(page).getByText('خبرگزاری ایرنا')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await select(3, 2);
  await press('Digit8', 'KeyP');
  await expect(page.getByRole('listbox', { name: 'این کیست؟' }).getByRole('option').first()).toHaveText(/خبرگزاری ایرنا/);
  await press('Digit1');
  await expect(inspector(page).getByText('خبرگزاری ایرنا')).toBeVisible();
});

test('attributes are set by keys, and Escape leads back to the text', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('KeyA');
  await expect(page.getByRole('radio', { name: 'مستقیم', exact: true })).toBeFocused();
  await press('ArrowLeft', 'Enter', 'Tab', 'Tab', 'ArrowDown', 'Enter');
  await expect(page.getByRole('radio', { name: 'غیرمستقیم' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'نوشتار' })).toBeChecked();
  await press('Escape');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
});

test('attributes are set by hands that wait for no panel: what comes behind A is for the attributes, though what comes before it is still being saved', async ({ start }) => {
  const { page, press } = await annotated(start);
  await saved(page);
  await page.evaluate(() => {
    // Each in a turn of its own, as the system gives them.
    const keys = ['KeyF', 'KeyF', 'KeyA', 'ArrowLeft', 'Enter', 'Escape', 'KeyF'];
    const named: Readonly<Record<string, string>> = { KeyF: 'f', KeyA: 'a' };
    const pressNext = (): void => {
      const code = keys.shift();
      if (code === undefined) return;
      setTimeout(pressNext);
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { code, key: named[code] ?? code, bubbles: true, cancelable: true }));
    };
    pressNext();
  });
  await expect(page.getByRole('radio', { name: 'غیرمستقیم' })).toBeChecked();
  await expect(lines(page).nth(2)).toHaveAttribute('aria-label', /با نشان تردید/);
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await press('KeyK');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
});

test('keys work on a Persian board, where they arrive as Persian letters and digits', async ({ start }) => {
  const { page } = await annotated(start);
  const type = (code: string, key: string) =>
    page.evaluate(
      ([place, letter]) =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { code: place, key: letter, bubbles: true, cancelable: true })),
      [code, key] as const,
    );
  await type('KeyK', 'ن');
  await type('Digit4', '۴');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-label', /تعهد/);
});

test('a click focuses what is drawn, a label in the panel relabels it', async ({ start }) => {
  const { page, press } = await annotated(start);
  await press('Escape');
  await lines(page).nth(0).click();
  await expect(lines(page).nth(0)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: /^۷/ }).click();
  await expect(lines(page).nth(0)).toHaveAttribute('aria-label', /مخاطب/);
});

test("a colleague's labels can be walked through and not altered", async ({ start }) => {
  const { page, press } = await opened(start);
  await page.getByRole('button', { name: 'نمونه', exact: true }).click();
  await expect(lines(page)).toHaveCount(61);
  await press('KeyJ', 'KeyJ', 'Digit1');
  await expect(page.locator('[data-said]')).toHaveText('این‌ها برچسب‌های همکارتان است؛ فقط می‌توان دید.');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-label', /نشانهٔ نقل/);
});

test('after a restart everything is there, and the last step can still be taken back', async ({ start }) => {
  const { page, press, userData, close } = await annotated(start);
  await press('KeyL', 'Digit1', 'KeyF', 'KeyM');
  await expect(inspector(page).getByRole('textbox', { name: 'یادداشت' })).toBeFocused();
  await page.keyboard.type('شاید');
  await press('Escape');
  await saved(page);
  await close();
  const again = await start({ userData });
  await expect(lines(again.page)).toHaveCount(3);
  await lines(again.page).nth(2).click();
  await expect(inspector(again.page).getByRole('textbox', { name: 'یادداشت' })).toHaveValue('شاید');
  await expect(inspector(again.page).getByRole('button', { name: 'رفتن به ⁨ایرنا⁩' })).toBeVisible();
  await again.page.keyboard.press('Control+KeyZ');
  await expect(inspector(again.page).getByRole('textbox', { name: 'یادداشت' })).toHaveValue('');
});
