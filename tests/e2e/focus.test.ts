import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from './app.ts';
import { unmark } from './unmarked.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const list = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' });
const lines = (page: Page) => list(page).getByRole('option');
const inspector = (page: Page) => page.getByRole('complementary', { name: 'بازبین' });
const said = (page: Page) => page.locator('[data-said]');

const press = async (page: Page, ...chords: readonly string[]) => {
  for (const chord of chords) await page.keyboard.press(chord);
};
const times = (count: number, chord: string): readonly string[] => Array.from({ length: count }, () => chord);

/** Speaker «ایرنا», cue «نوشت», quote «مسعود پزشکیان، رئیسجمهور»; the quote has the focus. */
async function annotated(start: () => Promise<RunningApp>): Promise<RunningApp> {
  const running = await start();
  const { page } = running;
  await unmark(page);
  await press(page, 'Control+Home', ...times(5, 'Control+ArrowLeft'), 'Control+Shift+ArrowLeft', 'Digit2');
  await press(page, 'Control+ArrowLeft', 'Control+Shift+ArrowLeft', 'Digit3');
  await press(page, 'Control+ArrowLeft', ...times(4, 'Control+Shift+ArrowLeft'), 'Digit1');
  await expect(lines(page)).toHaveCount(3);
  return running;
}

test('the list does what the text does: walk, relabel, link, unlink, move a border, flag, annotate, delete, take back', async ({ start }) => {
  const { page } = await annotated(start);
  await list(page).focus();
  await press(page, 'End');
  await expect(lines(page).nth(2)).toHaveAttribute('aria-label', /^⁨?نقل‌قول⁩?، «⁨مسعود پزشکیان، رئیسجمهور⁩»، /);
  await press(page, 'KeyU');
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*ایرنا/ })).toHaveCount(0);
  await expect(lines(page).nth(2)).toHaveAttribute('aria-label', /، ۱ خطا/);
  await press(page, 'KeyL', 'Digit1');
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*ایرنا/ })).toBeVisible();
  await press(page, 'KeyE', 'ArrowRight', 'ArrowRight', 'Enter');
  await expect(lines(page).nth(2)).toHaveText(/مسعود پزشکیان$/);
  await press(page, 'KeyF');
  await expect(lines(page).nth(2)).toHaveAttribute('aria-label', /با نشان تردید/);
  await expect(list(page)).toBeFocused();

  await press(page, 'KeyM');
  await expect(inspector(page).getByRole('textbox', { name: 'یادداشت' })).toBeFocused();
  await page.keyboard.type('شاید');
  await press(page, 'Escape');
  await expect(list(page)).toBeFocused();
  await expect(lines(page).nth(2)).toHaveAttribute('aria-label', /با یادداشت/);

  await press(page, 'ArrowUp', 'Digit8');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-label', /^⁨?اشاره/);
  await press(page, 'KeyX');
  await expect(lines(page)).toHaveCount(2);
  await expect(list(page)).toBeFocused();
  await press(page, 'ArrowDown');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await press(page, 'Control+KeyZ');
  await expect(lines(page)).toHaveCount(3);
  await expect(list(page)).toBeFocused();
  await press(page, 'Home', 'Enter');
  await expect(text(page)).toBeFocused();
});

test('the list opens attributes, names, frames and the same text elsewhere, and has the focus again afterwards', async ({ start }) => {
  const { page } = await annotated(start);
  await list(page).focus();
  await press(page, 'Home', 'KeyP');
  await expect(page.getByRole('combobox', { name: 'این کیست؟' })).toBeFocused();
  await press(page, 'Digit1');
  await expect(lines(page).nth(0)).toHaveAttribute('aria-label', /^⁨?گوینده⁩?، «⁨ایرنا⁩»، ۱ واژه، .*ایرنا/);
  await expect(list(page)).toBeFocused();
  await press(page, 'KeyA');
  await expect(inspector(page).getByRole('radio', { checked: true }).first()).toBeFocused();
  await press(page, 'Escape');
  await expect(list(page)).toBeFocused();

  await press(page, 'End', 'KeyD');
  const proposals = page.getByRole('complementary', { name: 'پیشنهاد از روی متن' });
  await expect(proposals).toBeVisible();
  await press(page, 'Enter');
  await expect(proposals).toHaveCount(0);
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*نوشت/ })).toBeVisible();
  await expect(list(page)).toBeFocused();

  await press(page, 'Home', 'KeyT');
  await expect(said(page)).toContainText('همین متن جای بی‌برچسب دیگری نیست.');
  await expect(list(page)).toBeFocused();
  await press(page, 'Escape');
  await expect(text(page)).toBeFocused();
});

test('hands that never wait lose no key: people named, fields reached and spans walked while everything before is still being saved', async ({ start }) => {
  const { page } = await annotated(start);
  await list(page).focus();
  // Three people named one after another, none of them waited for; then a flag, and the field of the attributes.
  await press(page, 'Home', 'KeyP', 'Digit1', 'KeyF', 'KeyJ', 'KeyF', 'KeyJ', 'KeyF', 'KeyU', 'KeyL', 'Digit1', 'Home', 'KeyP', 'Digit1', 'KeyA');
  await expect(inspector(page).getByRole('radio', { checked: true }).first()).toBeFocused();
  await expect(lines(page).nth(0)).toHaveAttribute('aria-label', /^⁨?گوینده⁩?، «⁨ایرنا⁩»، ۱ واژه، .*ایرنا.*با نشان تردید/);
  for (const line of [1, 2]) await expect(lines(page).nth(line)).toHaveAttribute('aria-label', /با نشان تردید/);
  await press(page, 'Escape');
  await expect(list(page)).toBeFocused();
  await press(page, 'End');
  await expect(inspector(page).getByRole('button', { name: /رفتن به .*ایرنا/ })).toBeVisible();

  // The field for a name is open already when its answer has to wait for the flag: J and M are not letters of a name.
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await press(page, 'Home', 'KeyF', 'KeyP', 'Digit1', 'KeyJ', 'KeyM');
  await expect(inspector(page).getByRole('textbox', { name: 'یادداشت' })).toBeFocused();
  await page.keyboard.type('شاید');
  await press(page, 'Escape');
  await expect(lines(page).nth(1)).toHaveAttribute('aria-label', /با یادداشت/);
  await expect(lines(page).nth(0)).not.toHaveAttribute('aria-label', /با نشان تردید/);

  // F is saved, F waits for that, P for both: the name is typed before there is a field for it.
  await expect(page.locator('[data-save]')).toHaveAttribute('data-save', 'saved');
  await press(page, 'Home', 'KeyF', 'KeyF', 'KeyP', 'n', 'a', 'z', 'x', 'Backspace', 'Enter', 'KeyJ', 'KeyF');
  await expect(lines(page).nth(0)).toHaveAttribute('aria-label', /، ⁨naz/);
  await expect(lines(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(lines(page).nth(1)).not.toHaveAttribute('aria-label', /با نشان تردید/);
});

test('the focus is never lost: what goes away gives it to the text', async ({ start }) => {
  const { page } = await annotated(start);
  await inspector(page).getByRole('button', { name: 'حذف برچسب' }).focus();
  await press(page, 'Enter');
  await expect(lines(page)).toHaveCount(2);
  await expect(text(page)).toBeFocused();
  const offered = page.getByRole('button', { name: 'واگرد' });
  await expect(offered).toBeVisible();
  // Once another step is the last one, the button would take that back: it goes.
  await press(page, 'Control+KeyZ');
  await expect(lines(page)).toHaveCount(3);
  await expect(offered).toHaveCount(0);
  await press(page, 'Control+KeyY');
  await expect(lines(page)).toHaveCount(2);
  await expect(offered).toHaveCount(0);
  await press(page, 'Control+KeyZ', 'KeyK', 'KeyX');
  await expect(lines(page)).toHaveCount(2);
  await offered.click();
  await expect(lines(page)).toHaveCount(3);
  await expect(text(page)).toBeFocused();
  await press(page, 'F1');
  await expect(page.getByRole('dialog', { name: 'کلیدها' })).toBeVisible();
  await press(page, 'Escape');
  await expect(text(page)).toBeFocused();

  await page.getByRole('button', { name: 'نمونه', exact: true }).focus();
  await press(page, 'Enter');
  await expect(lines(page)).not.toHaveCount(3);
  await expect(text(page)).toBeFocused();
});

test('with Tab everything is reached, shows a ring and is not covered', async ({ start }) => {
  const { page } = await annotated(start);
  const faults: string[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < 80; step++) {
    await press(page, 'Tab');
    const here = await page.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement) || active === document.body) return { name: 'nothing', faults: ['the focus is nowhere'] };
      const name = active.getAttribute('aria-label') ?? active.textContent?.slice(0, 30) ?? active.tagName;
      const { outlineStyle, outlineWidth } = getComputedStyle(active);
      const { left, top, width, height } = active.getBoundingClientRect();
      const found = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
      const isText = active.matches('[role=textbox]:not(textarea)');
      return {
        name: `${active.tagName} ${name} ${top}`,
        faults: [
          ...(isText || (outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2) ? [] : [`${name}: ring ${outlineWidth} ${outlineStyle}`]),
          ...(found && (active.contains(found) || found.contains(active)) ? [] : [`${name}: covered by ${found?.outerHTML.slice(0, 80)}`]),
        ],
      };
    });
    faults.push(...here.faults);
    if (seen.has(here.name)) break;
    seen.add(here.name);
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
});

test('the caret says what it enters and leaves, once it rests', async ({ start }) => {
  const { page } = await annotated(start);
  await press(page, 'Escape', 'Control+Home', ...times(5, 'Control+ArrowLeft'));
  await expect(said(page)).toHaveText(/^شروع .?گوینده.?، ۱ واژه/);
  await press(page, 'Control+ArrowLeft');
  await expect(said(page)).toHaveText(/^پایان .?گوینده.?؛ شروع .?نشانهٔ نقل/);
  await press(page, ...times(3, 'Control+ArrowRight'));
  await expect(said(page)).toHaveText(/^پایان .?نشانهٔ نقل.?$/);

  await press(page, 'Control+Comma');
  await page.getByRole('radiogroup', { name: 'جزئیات برای صفحه‌خوان' }).getByRole('radio', { name: 'کم' }).click();
  await press(page, 'Escape');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await press(page, 'Control+Home', ...times(5, 'Control+ArrowLeft'));
  await expect(said(page), 'whoever asks for less hears where a label begins, and no more').toHaveText(/^شروع .?گوینده.?$/);
});

test('what a dialog was opened from has the focus again when it is left, also where it begins in a field', async ({ start }) => {
  const { page } = await start();
  await expect(text(page)).toBeFocused();
  const dialog = page.locator('[role=dialog]:not([aria-modal=false])');
  const leaves = async (name: string) => {
    const button = page.getByRole('button', { name });
    await button.focus();
    await press(page, 'Enter');
    await expect(dialog.locator('textarea, input').first()).toBeFocused();
    await press(page, 'Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button).toBeFocused();
  };
  await press(page, 'Control+KeyL');
  await leaves('چسباندن متن…');
  await press(page, 'Control+KeyG');
  await leaves('ادغام با دیگری…');
  // Who is meant is told by a key, and Enter does it.
  await press(page, 'Enter', 'Digit1');
  await expect(dialog.getByRole('button', { name: 'ادغام', exact: true })).toBeFocused();
  await press(page, 'Enter');
  await expect(dialog).toHaveCount(0);
  await press(page, 'Control+KeyL');
  for (const key of ['Control+Shift+KeyK', 'Control+Shift+KeyB', 'Control+Shift+KeyH']) {
    await press(page, key);
    await expect(page.getByRole('main')).toBeFocused();
    await press(page, 'Escape');
    await expect(page.getByRole('grid')).toBeFocused();
  }
  await press(page, 'Control+KeyB');
  await leaves('برچسب تازه…');
  await leaves('پیوند تازه…');
});
