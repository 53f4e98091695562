import path from 'node:path';
import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { latinWords, misfits } from './layout.ts';
import { clickMenu } from './menu.ts';
import { newProject } from './new-project.ts';
import { differing, writeReadings } from './readings.ts';
import { settled } from './settled.ts';
import { smallTargets } from './targets.ts';

const marks = (page: Page) => page.locator('[id^="annotation-"]');

/** What the screen of the past lists of a moment; the same is drawn in the text. */
const then = (page: Page) => page.getByRole('complementary').getByRole('list').last().getByRole('listitem');

const drawn = (page: Page) => page.locator('main [data-of]').evaluateAll((all) => new Set(all.map((mark) => mark.getAttribute('data-of'))).size);

const words = {
  fa: { text: 'متن خبر', past: 'متن خبر با برچسب‌های آن هنگام', title: 'گذشتهٔ خبر', back: 'بازگرداندن این برچسب‌ها', before: 'پیش از نخستین گام', undo: 'برگرداندن', none: 'هنوز گذشته‌ای ندارد' },
  en: { text: 'Article text', past: 'The article with the labels of that time', title: 'The article’s past', back: 'Bring these labels back', before: 'Before the first step', undo: 'Undo', none: 'No past yet' },
} as const;

async function markOne(page: Page): Promise<void> {
  const count = await marks(page).count();
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect(marks(page)).toHaveCount(count + 1);
}

for (const [language, theme] of [['fa', 'light'], ['en', 'dark']] as const) {
  test(`an article's past: stepped through by keys and slider, brought back as one step that can be undone (${language}, ${theme})`, async ({ start }) => {
    const word = words[language];
    const { app, page, screenshot } = await start({ settings: { language, theme } });
    const text = page.getByRole('main').getByRole('textbox');
    await expect(text).toBeFocused();
    const sample = await marks(page).count();
    for (let mark = 0; mark < 3; mark++) await markOne(page);
    await expect(page.locator('[data-save="saved"]')).toBeVisible();

    await clickMenu(app, word.title);
    await expect(page.getByRole('heading', { name: word.title })).toBeVisible();
    const slider = page.getByRole('slider');
    const last = Number(await slider.getAttribute('max'));
    expect(last).toBeGreaterThanOrEqual(3);
    await expect(page.getByRole('textbox', { name: word.past })).toBeVisible();
    await expect(slider).toHaveValue(String(last));
    // Persian days and digits in Persian, none of them in English.
    const told = (await slider.getAttribute('aria-valuetext')) ?? '';
    expect(told).toMatch(language === 'fa' ? /^[^0-9]*[۰-۹]/ : /^[^۰-۹]*[0-9]/);
    await expect(page.getByRole('button', { name: word.back })).toBeDisabled();

    await page.keyboard.press('k');
    await expect(slider).toHaveValue(String(last - 1));
    await expect(then(page)).toHaveCount(sample + 2);
    await expect.poll(() => drawn(page)).toBe(sample + 2);
    await page.keyboard.press('k');
    await expect(then(page)).toHaveCount(sample + 1);
    await expect(page.getByRole('button', { name: word.back })).toBeEnabled();
    await screenshot(`past-${language}-${theme}`);
    await page.keyboard.press('Home');
    await expect(then(page)).toHaveCount(0);
    await expect.poll(() => drawn(page)).toBe(0);
    await expect(page.getByText(word.before).first()).toBeVisible();
    await slider.fill(String(last - 2));
    await expect(then(page)).toHaveCount(sample + 1);

    await page.getByRole('button', { name: word.back }).click();
    await expect(page.getByRole('button', { name: word.back })).toBeDisabled();
    await expect(slider).toHaveValue(String(last + 1));
    await expect(then(page)).toHaveCount(sample + 1);
    await screenshot(`past-brought-back-${language}-${theme}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('textbox', { name: word.text })).toBeVisible();
    await expect(marks(page)).toHaveCount(sample + 1);
    await page.keyboard.press('Control+z');
    await expect(marks(page)).toHaveCount(sample + 3);
    await expect(page.locator('[data-save="saved"]')).toBeVisible();

    // What was undone is a step as well; the key opens the screen from the article.
    await page.keyboard.press('Control+Shift+Y');
    await expect(slider).toHaveValue(String(last + 2));
  });
}

for (const [language, theme] of [['fa', 'light'], ['fa', 'dark'], ['en', 'light'], ['en', 'dark']] as const) {
  test(`an article's past: everybody's labels and how far they were, as they were taken in; the own ones alone can be brought back (${language}, ${theme})`, async ({ start }) => {
    const { t } = translator(language);
    const { app, page, userData, screenshot } = await start({ settings: { language, theme } });
    const text = page.getByRole('textbox', { name: t('annotate.text') });
    await expect(text).toBeFocused();
    const file = path.join(userData, 'readings.jsonl');
    const { sets } = await writeReadings(file, ['نرگس', 'کاوه'], differing, ['مریم']);
    await answerOpenDialogs(app, file);
    await newProject(page, 'گذشته', t);
    await page.keyboard.press('Control+KeyO');
    await expect(text).toBeFocused();
    for (let mark = 0; mark < 2; mark++) await markOne(page);
    await expect(page.locator('[data-save="saved"]')).toBeVisible();

    await clickMenu(app, words[language].title);
    const slider = page.getByRole('slider');
    await expect(slider).toBeVisible();
    const last = Number(await slider.getAttribute('max'));
    const whose = page.getByRole('radiogroup', { name: t('annotate.whose') }).getByRole('radio');
    const names = [t('annotate.mine'), 'نرگس', 'کاوه', t('annotate.gold-of', { name: 'مریم' })];
    await expect(whose).toHaveText(names.map((name) => new RegExp(`^${name.replace(/[()]/g, '\\$&')}`)));
    await expect(whose.first()).toBeChecked();
    await expect(then(page)).toHaveCount(2);

    await page.keyboard.press('w');
    await expect(whose.nth(1)).toBeChecked();
    const [theirs] = sets;
    const held = theirs?.annotations.length ?? 0;
    await expect(then(page)).toHaveCount(held);
    await expect.poll(() => drawn(page)).toBe(held);
    await expect(whose.nth(1)).toContainText(t('status.done'));
    await expect(page.getByRole('button', { name: words[language].back })).toBeDisabled();
    await expect(page.getByText(t('past.own-only'))).toBeVisible();
    await settled(page);
    await screenshot(`past-others-${language}-${theme}`);
    expect([...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))]).toEqual([]);
    if (language === 'fa') expect(await latinWords(page)).toEqual([]);

    // Theirs came in one step, before the first own label.
    await page.keyboard.press('Home');
    await expect(then(page)).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(then(page)).toHaveCount(held);
    await whose.first().click();
    await expect(then(page)).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(then(page)).toHaveCount(1);
    await expect(slider).not.toHaveValue(String(last));
    await expect(page.getByRole('button', { name: words[language].back })).toBeEnabled();
    await page.keyboard.press('w');
    await page.keyboard.press('w');
    await page.keyboard.press('w');
    await expect(whose.last()).toBeChecked();
    await settled(page);
    await screenshot(`past-gold-${language}-${theme}`);
  });
}
