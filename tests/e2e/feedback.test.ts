import { stat } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { arrived, dialog, faults, leadWith, rows, saved, takeUp, text, vouchForAll } from './laptops.ts';

const t = translator('fa').t;
const pane = (page: Page) => page.getByRole('complementary', { name: t('discussion.title'), exact: true });

async function write(page: Page, title: string, words: string): Promise<void> {
  const asked = dialog(page, title);
  await expect(asked.getByRole('textbox').first()).toBeFocused();
  await page.keyboard.insertText(words);
  await page.keyboard.press('Control+Enter');
  await expect(asked).toHaveCount(0);
}

/** A button that makes a file, and the file. */
async function make({ app, page }: RunningApp, button: string, file: string): Promise<void> {
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => stat(file).then(({ size }) => size > 0, () => false)).toBe(true);
}

async function takeIn({ app, page }: RunningApp, file: string): Promise<void> {
  await answerOpenDialogs(app, file);
  await page.keyboard.press('Control+KeyO');
  await vouchForAll(page);
  await arrived(page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(arrived(page)).toHaveCount(0);
}

async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyL');
  await rows(page).filter({ hasText: 'برق' }).click();
  await expect(text(page)).toBeFocused();
}

test('what a lead says comes back to whoever annotated: a rule for their question, a comment, and after the round is closed the verdict and gold', async ({ start }) => {
  test.setTimeout(300_000);
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await leadWith(lead, { 'برق.txt': 'وزیر نیرو گفت برق قطع نمی‌شود.', 'آب.txt': 'خبر کوتاهی دربارهٔ آب.' });
  const file = (name: string) => path.join(lead.userData, `${name}.naql`);
  await lead.page.getByRole('button', { name: t('exchange.hand-out') }).click();
  const give = dialog(lead.page, t('hand-out.title'));
  await give.getByRole('textbox', { name: t('hand-out.new-people') }).fill('سارا');
  await give.getByRole('checkbox', { name: t('hand-out.hold') }).check();
  await expect(give.getByRole('row')).toHaveCount(1);
  await make(lead, t('hand-out.make', { n: 1, way: 'file' }), file('assignment'));

  const sara = await start({ settings: { annotatorName: 'سارا' }, args: [file('assignment')] });
  await takeUp(sara, 2);
  await open(sara.page);
  await sara.page.keyboard.press('Control+Home');
  await sara.page.keyboard.press('Control+Shift+ArrowLeft');
  await sara.page.keyboard.press('Control+Shift+ArrowLeft');
  await sara.page.keyboard.press('Digit2');
  await expect(sara.page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option')).toHaveCount(1);
  await sara.page.keyboard.press('Shift+KeyB');
  await write(sara.page, t('discussion.ask.title'), 'سمت هم جزو گوینده است؟');
  await sara.page.keyboard.press('Control+Enter');
  const checks = sara.page.getByRole('dialog').filter({ hasText: 'دلیل' });
  await checks.getByRole('textbox').fill('نام در متن نیامده است');
  await sara.page.keyboard.press('Control+Enter');
  await expect(checks).toHaveCount(0);
  await saved(sara.page);
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await make(sara, t('exchange.hand-in', { n: 1, way: 'file' }), file('submission'));

  await takeIn(lead, file('submission'));
  await lead.page.keyboard.press('Control+Shift+KeyB');
  await lead.page.getByRole('button', { name: t('discussion.answer-question') }).click();
  await expect(dialog(lead.page, t('questions.rule.title', { number: 1 }))).toContainText('سمت هم جزو گوینده است؟');
  await write(lead.page, t('questions.rule.title', { number: 1 }), 'سمت جزو گوینده است.');
  await expect(lead.page.getByRole('group', { name: t('questions.rules', { n: 1 }) })).toContainText('سمت جزو گوینده است.');
  await open(lead.page);
  await lead.page.keyboard.press('Control+KeyD');
  await expect(lead.page.getByRole('textbox', { name: t('adjudicate.text') })).toBeFocused();
  await lead.page.keyboard.press('KeyC');
  await write(lead.page, t('discussion.comment.title'), 'مرزها درست است.');
  await lead.page.keyboard.press('Digit1');
  await expect(lead.page.getByRole('contentinfo').getByRole('status')).toHaveText(t('adjudicate.progress', { n: 1, of: 1 }));
  await lead.page.keyboard.press('Control+Enter');
  await expect(lead.page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();
  await lead.page.keyboard.press('Shift+KeyR');
  await expect(lead.page.getByRole('contentinfo')).toContainText(t('work.accepted'));

  // The round is held: what was decided stays here until it is closed.
  await lead.page.keyboard.press('Escape');
  await lead.page.keyboard.press('Control+Shift+KeyH');
  await expect(lead.page.getByRole('button', { name: t('exchange.give-back', { n: 2, way: 'file' }) })).toBeVisible();
  expect(await faults(lead.page)).toEqual([]);
  await lead.screenshot('round-held');
  await lead.page.getByRole('button', { name: t('exchange.round.close') }).click();
  await make(lead, t('exchange.give-back', { n: 5, way: 'file' }), file('review'));

  await takeIn(sara, file('review'));
  await open(sara.page);
  await expect(sara.page.getByRole('group', { name: t('annotate.whose') })).toContainText('مینا');
  await sara.page.keyboard.press('KeyB');
  await expect(pane(sara.page)).toContainText('مرزها درست است.');
  await expect(pane(sara.page)).toContainText(t('discussion.rule', { number: 1 }));
  await sara.screenshot('feedback-annotator');
  await pane(sara.page).getByRole('button', { name: t('discussion.answer') }).click();
  await write(sara.page, t('discussion.comment.title'), 'سپاس.');
  await expect(pane(sara.page)).toContainText('سپاس.');
  await text(sara.page).focus();
  await sara.page.keyboard.press('KeyG');
  await expect(sara.page.getByRole('complementary', { name: t('guideline.title') }).getByRole('region', { name: t('discussion.rule', { number: 1 }) })).toContainText('سمت جزو گوینده است.');

  // How the own work stands up to gold, and no number of anybody else.
  await sara.page.keyboard.press('Control+KeyJ');
  const against = sara.page.getByRole('region', { name: t('agreement.quality'), exact: true });
  await expect(against.getByRole('button', { name: '۱٫۰۰' }).first()).toBeVisible({ timeout: 60_000 });
  await expect(sara.page.getByRole('main').getByRole('region')).toHaveCount(1);
  await expect(sara.page.getByRole('button', { name: t('agreement.csv'), exact: true })).toBeDisabled();
  expect(await faults(sara.page)).toEqual([]);
  await sara.screenshot('quality-annotator');
  await sara.page.keyboard.press('Escape');
  await expect(text(sara.page)).toBeFocused();

  // A word alone goes back, though nothing of the labels is new.
  await sara.page.keyboard.press('Control+Shift+KeyH');
  await make(sara, t('exchange.hand-in.talk', { n: 1, way: 'file' }), file('word'));
  await takeIn(lead, file('word'));
  await lead.page.keyboard.press('Control+Shift+KeyB');
  await expect(lead.page.getByRole('group', { name: t('questions.threads', { n: 1 }) })).toContainText('سپاس.');
});
