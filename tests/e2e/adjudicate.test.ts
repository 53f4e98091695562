import { type Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../build/project.mjs';
import { translator } from '../../renderer/messages/translate.ts';
import { type Settings } from '../../shared/bridge.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { latinWords, misfits } from './layout.ts';
import { newProject } from './new-project.ts';
import { differing, writeReadings } from './readings.ts';
import { settled } from './settled.ts';
import { smallTargets } from './targets.ts';

const t = translator('fa').t;
const cases = (page: Page) => page.getByRole('listbox', { name: t('adjudicate.queue') }).getByRole('option');
const chosen = (page: Page) => page.getByRole('listbox', { name: t('adjudicate.queue') }).locator('[aria-selected=true]');
const progress = (page: Page) => page.getByRole('contentinfo').getByRole('status');
const inspector = (page: Page) => page.getByRole('complementary', { name: t('adjudicate.inspector') });

/** The screen on an article of two readers, in a project of its own. */
async function opened(running: RunningApp, words = t, names: readonly string[] = ['نرگس', 'کاوه'], adjudicators: readonly string[] = []): Promise<void> {
  const { app, page, userData } = running;
  const file = path.join(userData, 'readings.jsonl');
  await writeReadings(file, names, differing, adjudicators);
  await answerOpenDialogs(app, file);
  await expect(page.getByRole('textbox', { name: words('annotate.text') })).toBeFocused();
  await newProject(page, 'داوری', words);
  await page.keyboard.press('Control+KeyO');
  await expect(page.getByRole('textbox', { name: words('annotate.text') })).toBeFocused();
  await page.keyboard.press('Control+KeyD');
  await expect(page.getByRole('textbox', { name: words('adjudicate.text') })).toBeFocused();
}

test('two readings become one gold set, by keys alone', async ({ start }) => {
  test.slow();
  const running = await start();
  const { page } = running;
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
  await opened(running);
  await expect(cases(page).first()).toBeVisible();
  const count = Number(await cases(page).first().getAttribute('aria-setsize'));
  expect(count).toBeGreaterThan(40);
  await expect(progress(page)).toHaveText(t('adjudicate.progress', { n: 0, of: count }));
  // Nobody's name shows before the case is decided.
  await expect(inspector(page)).not.toContainText('نرگس');
  await press('KeyB');
  await expect(page.getByRole('dialog', { name: t('adjudicate.bulk.title') })).toBeVisible();
  await expect(page.locator('[data-bulk-accept]')).toBeFocused();
  await press('Enter');
  await expect(progress(page)).not.toHaveText(t('adjudicate.progress', { n: 0, of: count }));
  await press('KeyH');
  await expect(cases(page).first()).toBeVisible();
  const left = Number(await cases(page).first().getAttribute('aria-setsize'));
  expect(left).toBeLessThan(12);
  await running.screenshot('adjudicate-left');
  // The first that is open: a boundary. Its union, then the label of the one, and what only one has.
  await expect(chosen(page)).toHaveAttribute('aria-posinset', '1');
  const first = await chosen(page).getAttribute('aria-label');
  await press('KeyM');
  await expect(page.getByRole('dialog', { name: t('adjudicate.merge.title') })).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('dialog', { name: t('adjudicate.merge.title') })).toHaveCount(0);
  await expect.poll(() => chosen(page).getAttribute('aria-label')).not.toBe(first);
  await press('KeyX');
  await expect(page.getByRole('dialog', { name: t('adjudicate.reason.reject') })).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('dialog', { name: t('adjudicate.reason.reject') })).toHaveCount(0);
  await press('KeyE', 'ArrowRight', 'Enter');
  for (let step = 0; step < left; step++) await press('Digit1', 'Digit2');
  await expect(progress(page)).toHaveText(t('adjudicate.progress', { n: count, of: count }));
  // What links are left is settled at each case that has one; which they are, and whether the last keys have been heard, the way to close it tells.
  await press('KeyH');
  await running.screenshot('adjudicate-decided');
  const seal = page.getByRole('button', { name: t('adjudicate.seal') });
  for (let step = 0; step < 60 && !(await seal.isEnabled()); step++) {
    // Not by turns: a slow machine would still hear the one when the other is pressed, and take again what was just refused.
    await press('KeyN', step < 20 ? 'KeyL' : 'Shift+KeyL');
    await page.waitForTimeout(150);
  }
  await expect(seal).toBeEnabled();
  await press('Control+Enter');
  await expect(page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();
  await press('Control+KeyZ');
  await expect(page.getByText(t('adjudicate.sealed', { version: 1 }))).toHaveCount(0);
  await press('Control+Enter');
  await expect(page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();
  // It comes back after a restart.
  await press('KeyI');
  await expect(inspector(page).getByRole('slider')).toBeVisible();
  await press('Escape', 'Escape');
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await running.close();
  const again = await start({ userData: running.userData });
  await expect(again.page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await again.page.keyboard.press('Control+KeyD');
  await expect(again.page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();
});

/**
 * Of each column: where the paragraph stands that is at the top of the first one, CSS pixels from the top of the pane (paragraphs above it that were
 * never drawn have a guessed height), which one it is, and whether the sign of the case at hand is in sight.
 */
const columns = (page: Page) =>
  page.evaluate(() => {
    const panes = [...document.querySelectorAll('main [role=group]')];
    const paragraphs = (pane: Element | undefined) => [...(pane?.querySelectorAll('[role=textbox] [data-line]') ?? [])].map((one) => one.getBoundingClientRect());
    const edge = panes[0]?.getBoundingClientRect().top ?? 0;
    const line = paragraphs(panes[0]).findIndex((one) => one.bottom > edge + 1);
    return panes.map((pane) => {
      const { top, bottom } = pane.getBoundingClientRect();
      const sign = pane.querySelector('[data-case][data-focused=true]')?.getBoundingClientRect();
      return { line, at: (paragraphs(pane)[line]?.top ?? 0) - top, isSeen: sign !== undefined && sign.top >= top && sign.bottom <= bottom };
    });
  });
/** How far the columns are apart, CSS pixels. */
const apart = async (page: Page) => {
  const places = (await columns(page)).map(({ at }) => at);
  return Math.max(...places) - Math.min(...places);
};

test('side by side, one column follows the other, and a case comes into sight and lights up in both', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await opened(running);
  await page.keyboard.press('KeyV');
  const panes = page.locator('main [role=group]');
  await expect(panes).toHaveCount(2);
  await settled(page);
  expect(await apart(page)).toBeLessThan(3);
  await panes.nth(1).hover();
  await page.mouse.wheel(0, 700);
  await expect.poll(async () => (await columns(page))[0]?.line, 'the first one went along').toBeGreaterThan(0);
  await expect.poll(() => apart(page), 'to the same place').toBeLessThan(3);
  await page.evaluate(() => {
    const lit = { columns: new Set<Element>() };
    const look = (): void => {
      for (const one of document.querySelectorAll('main [role=group] [data-flash]')) lit.columns.add(one.closest('[role=group]') as Element);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { lit });
  });
  await page.getByRole('listbox', { name: t('adjudicate.queue') }).focus();
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => (window as unknown as { lit: { columns: Set<Element> } }).lit.columns.size)).toBe(2);
  await expect.poll(async () => (await columns(page)).every(({ isSeen }) => isSeen), 'the last case').toBe(true);
  await expect.poll(() => apart(page)).toBeLessThan(3);
  await running.screenshot('adjudicate-columns');
  for (let step = 0; step < 40; step++) await page.keyboard.press('KeyK');
  await expect.poll(async () => (await columns(page)).some(({ isSeen }) => isSeen), 'a case before it').toBe(true);
  await expect.poll(() => apart(page)).toBeLessThan(3);
  await expect(page.locator('[data-flash]')).toHaveCount(0);
});

test('what everybody missed is added with its attributes, by keys', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await opened(running);
  await page.getByRole('textbox', { name: t('adjudicate.text') }).locator('[data-line]').nth(1).dblclick({ position: { x: 200, y: 20 } });
  await page.keyboard.press('KeyA');
  await expect(inspector(page)).toContainText(t('adjudicate.add-missed.which'));
  await page.keyboard.press('Digit8');
  await inspector(page).getByRole('combobox', { name: 'نقش' }).selectOption('topic');
  await running.screenshot('adjudicate-adding');
  await page.getByRole('textbox', { name: t('adjudicate.text') }).focus();
  await page.keyboard.press('Enter');
  await expect(progress(page)).toContainText('۱');
  await page.getByRole('group', { name: t('adjudicate.kinds') }).getByRole('button', { name: new RegExp(t('adjudicate.class.added')) }).click();
  await expect(cases(page)).toHaveCount(1);
  await page.keyboard.press('KeyE');
  await expect(inspector(page).getByRole('combobox', { name: 'نقش' })).toHaveValue('topic');
});

test('a comment keeps the gold set open, a question becomes a rule, and both lead to their place', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await opened(running);
  await page.keyboard.press('KeyC');
  await page.keyboard.insertText('این مرز را با هم ببینیم');
  // Past what it is about.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+Enter');
  await expect(inspector(page)).toContainText('این مرز را با هم ببینیم');
  await expect(inspector(page)).toContainText(t('discussion.blocks'));
  await expect(page.getByRole('contentinfo')).toContainText(t('problem.gold-blocked', { n: 1 }));
  await inspector(page).getByRole('button', { name: t('discussion.resolve') }).click();
  await expect(page.getByRole('contentinfo')).not.toContainText(t('problem.gold-blocked', { n: 1 }));
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyG');
  await page.keyboard.insertText('نقل غیرمستقیم تا کجاست؟');
  await page.keyboard.press('Control+Enter');
  await inspector(page).getByRole('radio', { name: t('discussion.title') }).click();
  await expect(inspector(page)).toContainText('نقل غیرمستقیم تا کجاست؟');
  await inspector(page).getByRole('button', { name: t('discussion.answer-question') }).click();
  await page.keyboard.insertText('تا پایان جمله');
  await page.keyboard.press('Control+Enter');
  await expect(inspector(page)).toContainText(t('discussion.rule', { number: 1 }));
  await running.screenshot('adjudicate-discussion');
});

test('one colleague’s work is reviewed and given back', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await opened(running, t, ['نرگس']);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('A');
  await page.keyboard.press('Digit1');
  await expect(progress(page)).toContainText('۱');
  await page.getByRole('radio', { name: /نمونه/ }).click();
  await page.getByRole('radio', { name: t('adjudicate.sample.own') }).click();
  await page.getByRole('textbox', { name: t('adjudicate.sample.percent') }).fill('۲۰');
  await running.screenshot('adjudicate-sample');
  await page.getByRole('radio', { name: t('adjudicate.sample.risk') }).click();
  await expect(page.getByText(t('adjudicate.sample.risk.hint'))).toBeVisible();
  await running.screenshot('adjudicate-risk');
  await page.getByRole('radio', { name: t('adjudicate.sample.own') }).click();
  await page.getByRole('button', { name: /پذیرش بازمانده/ }).click();
  await expect(page.getByRole('dialog', { name: t('adjudicate.bulk.rest.title') })).toBeVisible();
  await running.screenshot('adjudicate-rest');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: t('adjudicate.accept-rest', { n: 0 }) })).toBeDisabled();
  await page.keyboard.press('Shift+KeyR');
  await expect(page.getByRole('contentinfo')).toContainText(t('work.accepted'));
  await running.screenshot('adjudicate-accepted');
  await page.keyboard.press('KeyR');
  await page.keyboard.insertText('گوینده‌ها را دوباره ببینید');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/بازگردانده شد/)).toBeVisible();
});

test.describe('looks', () => {
  test.beforeAll(() => mkdir(inProject('test-results', 'screenshots'), { recursive: true }));
  for (const settings of [
    { language: 'fa', theme: 'light' }, { language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' },
  ] as const satisfies readonly Partial<Settings>[]) {
    test(`adjudication is sound to axe, fits, and speaks its language: ${settings.language}, ${settings.theme}`, async ({ start }) => {
      const running = await start({ settings });
      const { page } = running;
      const words = translator(settings.language).t;
      await opened(running, words, ['نرگس', 'کاوه'], ['مینا', 'امید']);
      const faults: string[] = [];
      const look = async (screen: string) => {
        await settled(page);
        await running.screenshot(`adjudicate-${screen}-${settings.language}-${settings.theme}`);
        const found = [...(await accessibilityFaults(page)), ...(await smallTargets(page)), ...(await misfits(page))];
        const latin = settings.language === 'fa' ? (await latinWords(page)).filter((word) => !/^[A-Z]$/.test(word)) : [];
        faults.push(...[...found, ...latin].map((fault) => `${screen}: ${fault}`));
      };
      await page.keyboard.press('KeyN');
      await look('open');
      await page.keyboard.press('KeyM');
      await look('merge');
      await page.keyboard.press('Escape');
      await page.keyboard.press('KeyX');
      await look('reason');
      await page.keyboard.press('Escape');
      await page.keyboard.press('KeyB');
      await look('bulk');
      await page.keyboard.press('Enter');
      await page.keyboard.press('KeyE');
      await look('edit');
      await page.keyboard.press('Escape');
      await page.keyboard.press('KeyV');
      await look('side-by-side');
      await page.keyboard.press('KeyV');
      await page.keyboard.press('KeyI');
      await look('history');
      expect(faults).toEqual([]);
    });
  }
});
