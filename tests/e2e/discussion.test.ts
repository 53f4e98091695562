import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { CountedHands } from './counted-hands.ts';
import { smallTargets } from './targets.ts';
import { unmark } from './unmarked.ts';

const t = translator('fa').t;
const pane = (page: Page) => page.getByRole('complementary', { name: t('discussion.title'), exact: true });
const threads = (page: Page) => pane(page).getByRole('listitem');
const text = (page: Page) => page.getByRole('textbox', { name: t('annotate.text') });
const lines = (page: Page) => page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option');

async function write(page: Page, title: string, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await expect(dialog.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.insertText(words);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

test('while one annotates: a comment on a label, its answer, a question about words and a flag on the article, by keys, and the way back to each', async ({ start }) => {
  const { page, screenshot } = await start();
  await unmark(page);
  const hands = new CountedHands(page);
  await hands.putCaret('ایرنا');
  await hands.press('w', '2');
  await expect(lines(page)).toHaveCount(1);
  await hands.press('n');
  const dialog = page.getByRole('dialog', { name: t('discussion.comment.title') });
  await expect(dialog).toContainText(t('discussion.comment.about', { quote: 'ایرنا' }));
  await expect(dialog.getByRole('combobox', { name: t('discussion.about') }).getByRole('option')).toHaveCount(2);
  await write(page, t('discussion.comment.title'), 'خبرگزاری گوینده است؟');
  await expect(text(page)).toBeFocused();
  const told = page.getByRole('region', { name: t('toast.region') });
  await expect(told).toContainText(t('discussion.said'));
  await told.getByRole('button', { name: t('dialog.close') }).click();
  await expect(told.getByText(t('discussion.said'))).toHaveCount(0);
  await hands.press('b');
  await expect(threads(page)).toHaveCount(1);
  await expect(threads(page)).toContainText('خبرگزاری گوینده است؟');
  await threads(page).getByRole('button', { name: t('discussion.answer') }).click();
  await write(page, t('discussion.comment.title'), 'بله، مگر در پایان خبر.');
  await expect(threads(page)).toContainText('بله، مگر در پایان خبر.');

  await text(page).focus();
  await hands.press('Escape');
  await hands.putCaret('کازان');
  await hands.press('w', 'Shift+b');
  await write(page, t('discussion.ask.title'), 'شهر مخاطب است؟');
  await hands.press('Escape', 'Shift+n');
  await write(page, t('discussion.flag.title'), 'متن افتادگی دارد.');
  await expect(threads(page)).toHaveCount(3);
  expect(await told.getByText(t('discussion.said')).count(), 'what stands there need not be told').toBe(0);
  await expect(page.getByRole('button', { name: t('discussion.open-count', { n: 3 }) })).toBeVisible();
  expect([...(await accessibilityFaults(page)), ...(await smallTargets(page))]).toEqual([]);
  await screenshot('discussion-fa');

  // The way back: a label has the focus again, words are selected.
  await pane(page).getByRole('button', { name: t('discussion.jump', { words: 'ایرنا' }) }).click();
  await expect(lines(page).first()).toHaveAttribute('aria-selected', 'true');
  await pane(page).getByRole('button', { name: t('discussion.jump', { words: 'کازان' }) }).click();
  await expect.poll(() => page.evaluate(() => window.getSelection()?.toString())).toBe('کازان');

  await threads(page).filter({ hasText: 'خبرگزاری' }).getByRole('button', { name: t('discussion.resolve') }).click();
  await expect(threads(page).filter({ hasText: 'خبرگزاری' })).toContainText(t('discussion.resolved'));
  await expect(page.getByRole('button', { name: t('discussion.open-count', { n: 2 }) })).toBeVisible();

  // The label goes, what was said of it stays with its words.
  await lines(page).first().click();
  await page.keyboard.press('Delete');
  await expect(threads(page).filter({ hasText: 'خبرگزاری' })).toContainText(t('discussion.gone', { quote: 'ایرنا' }));
  // What is told of it lies over the text, not over what was said.
  await expect(told.getByRole('button', { name: t('annotate.undo') })).toBeVisible();
  const [message, main] = [await told.boundingBox(), await page.getByRole('main').boundingBox()];
  if (!message || !main) throw new Error('no message, or no text');
  expect([message.x >= main.x, message.x + message.width <= main.x + main.width], JSON.stringify({ message, main })).toEqual([true, true]);
  await screenshot('discussion-told');
  // It is a step like any other.
  await text(page).focus();
  await hands.press('Control+z');
  await expect(lines(page)).toHaveCount(1);
  await hands.press('Control+z');
  await expect(threads(page).filter({ hasText: 'خبرگزاری' })).not.toContainText(t('discussion.resolved'));
  await hands.press('b');
  await expect(pane(page)).toHaveCount(0);
});

test('the pointer’s other button offers to say something of the label that it is on', async ({ start }) => {
  const { page, screenshot } = await start();
  const mark = page.locator('[role=textbox] [data-annotation][data-text]').first();
  await expect(mark).toBeVisible();
  const hands = new CountedHands(page);
  await unmark(page);
  await hands.putCaret('ایرنا');
  await hands.press('w', '2', 'Escape');
  const place = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('[role=textbox]') as Element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf('ایرنا') ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 5);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    throw new Error('the word is not in the text');
  });
  await page.mouse.click(place.x, place.y, { button: 'right' });
  const menu = page.getByRole('menu', { name: t('text-menu.title') });
  await expect(menu.getByRole('menuitem')).toHaveCount(6);
  await screenshot('discussion-menu');
  await menu.getByRole('menuitem', { name: t('menu.comment') }).click();
  await expect(page.getByRole('dialog', { name: t('discussion.comment.title') })).toContainText(t('discussion.comment.about', { quote: 'ایرنا' }));
  await write(page, t('discussion.comment.title'), 'از این‌جا');
  await page.keyboard.press('KeyB');
  await expect(threads(page)).toContainText('از این‌جا');
});

test('the questions of the project stand in one queue; the answer is an entry of the guideline, shown beside the text with what was labelled before it', async ({ start }) => {
  const { page, screenshot } = await start();
  await unmark(page);
  const hands = new CountedHands(page);
  await hands.putCaret('ایرنا');
  await hands.press('w', '2', 'Shift+b');
  await write(page, t('discussion.ask.title'), 'خبرگزاری گوینده است؟');
  await hands.press('Shift+n');
  await write(page, t('discussion.flag.title'), 'متن افتادگی دارد.');
  await page.keyboard.press('Control+Shift+KeyB');
  await expect(page.getByRole('heading', { name: t('menu.questions') })).toBeVisible();
  const group = (name: string) => page.getByRole('group', { name });
  await expect(group(t('questions.threads', { n: 1 })).getByRole('listitem')).toContainText('متن افتادگی دارد.');
  await group(t('questions.threads', { n: 1 })).getByRole('combobox').selectOption('blocking');
  await expect(group(t('questions.threads', { n: 0 }))).toBeVisible();
  await group(t('questions.threads', { n: 0 })).getByRole('combobox').selectOption('article');
  await expect(group(t('questions.threads', { n: 1 })).getByRole('listitem')).toHaveCount(1);
  await group(t('questions.open', { n: 1 })).getByRole('button', { name: t('discussion.answer-question') }).click();
  const dialog = page.getByRole('dialog', { name: t('questions.rule.title', { number: 1 }) });
  await expect(dialog).toContainText('خبرگزاری گوینده است؟');
  await page.keyboard.insertText('خبرگزاری گوینده نیست، مگر در پایان خبر.');
  await dialog.getByRole('textbox', { name: t('discussion.rule.examples') }).fill('به گزارش ایرنا');
  await dialog.getByRole('button', { name: t('discussion.say') }).click();
  await expect(group(t('questions.open', { n: 0 }))).toBeVisible();
  // The sample’s colleague has labelled it, too; the own labels stand first.
  const earlier = /برچسب‌خورده پیش از این قاعده: /;
  const decided = group(t('questions.rules', { n: 1 }));
  await expect(decided).toContainText('به گزارش ایرنا');
  await decided.getByText(t('discussion.rule.earlier')).click();
  await expect(decided.getByText(earlier)).toBeVisible();
  expect([...(await accessibilityFaults(page)), ...(await smallTargets(page))]).toEqual([]);
  await screenshot('questions-fa');
  await decided.getByRole('button', { name: /^ایرنا.*سارا$/ }).click();
  await expect(text(page)).toBeVisible();
  await expect(lines(page).first()).toHaveAttribute('aria-selected', 'true');

  await text(page).focus();
  await hands.press('g');
  const guideline = page.getByRole('complementary', { name: t('guideline.title') });
  await expect(guideline.getByRole('region', { name: t('discussion.rule', { number: 1 }) })).toContainText('خبرگزاری گوینده نیست');
  expect([...(await accessibilityFaults(page)), ...(await smallTargets(page))]).toEqual([]);
  await screenshot('guideline-rules-fa');
  await guideline.getByRole('button', { name: t('discussion.rule.earlier') }).click();
  await expect(decided.getByText(earlier)).toBeVisible();
});
