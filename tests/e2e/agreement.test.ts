import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { usualAgreementChoice } from '../../shared/agreement/compared-article.ts';
import { defaultParameters } from '../../shared/agreement/metric.ts';
import { reckoning } from '../../shared/agreement/report.ts';
import { runThrough } from '../../shared/agreement/run-through.ts';
import { slices } from '../../shared/codecs/slices.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { type Language, type Settings } from '../../shared/bridge.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { deskFile, deskWithGold } from '../fixtures/desk-with-gold.ts';
import { newsroomSchema } from '../fixtures/newsroom.ts';
import { expect, type RunningApp, type StartOptions, test } from './app.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { dropFiles } from './drop-files.ts';
import { misfits } from './layout.ts';
import { newProject } from './new-project.ts';
import { settled } from './settled.ts';
import { smallTargets } from './targets.ts';

const articles = 24;

/** What the screen has to show. */
function expected() {
  const { add, report } = reckoning(newsroomSchema, usualAgreementChoice, { ...defaultParameters, replicates: 0 });
  for (const slice of slices(deskWithGold(articles))) runThrough(add(slice));
  return runThrough(report());
}

/** A project of its own in which three people finished the same articles, and a fourth settled them. */
async function deskOf(start: (options?: StartOptions) => Promise<RunningApp>, settings: Partial<Settings> = {}): Promise<RunningApp> {
  const running = await start({ settings });
  const { page } = running;
  const { t } = translator(settings.language ?? 'fa');
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await newProject(page, 'میز اقتصاد', t);
  await dropFiles(page, deskFile(articles));
  await expect(page.getByRole('grid', { name: t('library.list') })).toHaveAttribute('aria-rowcount', String(articles + 1), { timeout: 60_000 });
  await page.getByRole('button', { name: t('copies.later') }).click();
  return running;
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const cases = (page: Page, language: Language = 'fa') => page.getByRole('complementary', { name: translator(language).t('agreement.cases'), exact: true });
// Here things are waited for without `expect`: of a page as large as this it takes down all roles and names, a third of a second of the page's own time,
// each time when what it waits for is not there yet.
const measured = (page: Page, language: Language = 'fa') =>
  page.getByRole('main', { name: translator(language).t('menu.agreement') }).and(page.locator('[aria-busy=false]')).waitFor({ timeout: 60_000 });

test('where there is nobody to compare, the next step is said and a button takes it', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('Control+KeyJ');
  await expect(page.getByText('هنوز چیزی برای سنجیدن نیست')).toBeVisible();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
});

test('every number opens its cases, and each case its article at the place; coming back, all of it is there', async ({ start }) => {
  test.slow();
  const { t, number } = translator('fa');
  const { page, app, userData } = await deskOf(start);
  const { scores, cells } = expected();
  const strict = scores.find(({ metric, label }) => metric === 'strict-f1' && label === null)?.value ?? NaN;
  await page.keyboard.press('Control+KeyJ');
  await measured(page);
  const headline = part(page, t('agreement.headline'));
  await expect(headline.getByRole('button').first()).toHaveText(number(strict, 2));
  await expect(headline).toContainText(number(articles));
  await expect(part(page, t('agreement.pairs')).getByRole('button')).toHaveCount(3);

  // A cell of the matrix: quotes that one of them did not see.
  const missed = cells.reduce((sum, { a, b, count }) => sum + ([a, b].includes('QUOTE') && [a, b].includes(null) ? count : 0), 0);
  const cell = part(page, t('agreement.confusion')).getByRole('button', { name: new RegExp(`^.?نقل‌قول.? در برابر .?${t('agreement.confusion.nothing')}`) });
  await expect(cell).toContainText(number(missed));
  await cell.focus();
  await page.keyboard.press('Enter');
  const list = cases(page).getByRole('listbox');
  await list.and(page.locator(':focus')).waitFor({ timeout: 30_000 });
  await expect(cases(page)).toContainText(t('agreement.cases.count', { n: missed }));
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(missed));
  const words = await list.getByRole('option').nth(1).getByRole('paragraph').filter({ hasText: 'نقل‌قول' }).locator('bdi').last().textContent();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeVisible();
  await expect(page.getByRole('listbox', { name: t('annotate.spans') }).getByRole('option', { selected: true })).toContainText((words ?? '').slice(0, 20));

  await page.keyboard.press('Control+KeyJ');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(missed));
  await expect(headline.getByRole('button').first()).toHaveText(number(strict, 2));
  await page.keyboard.press('Escape');
  await expect(cases(page)).toHaveCount(0);

  // By keys through the matrix: against the direction of reading is back.
  await part(page, t('agreement.confusion')).locator('[data-cell="0 0"]').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-cell="0 1"]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[data-cell="1 1"]')).toBeFocused();

  for (const [name, button] of [
    ['agreement.pairs', 0], ['agreement.labels', 0], ['agreement.relations', 0], ['agreement.attributes', 0], ['agreement.trend', 2], ['agreement.quality', 0],
  ] as const) {
    const buttons = part(page, t(name)).getByRole('button');
    await buttons.nth(button).click();
    await list.getByRole('option').first().waitFor({ timeout: 30_000 });
    await page.keyboard.press('Escape');
    await expect(cases(page)).toHaveCount(0);
    await expect(buttons.nth(button), name).toBeFocused();
  }

  const table = path.join(userData, 'agreement.csv');
  await answerSaveDialogs(app, table);
  await page.getByRole('button', { name: t('agreement.csv') }).click();
  await expect(page.getByText(/ذخیره شد\.$/)).toBeVisible();
  expect(await readFile(table, 'utf8')).toContain(`strict-f1,همه با هم,${Number(strict.toFixed(6))}`);
  await page.getByRole('main').focus();
  await page.keyboard.press('Shift+KeyM');
  const dialog = page.getByRole('dialog', { name: t('agreement.methods.title') });
  await expect(dialog).toContainText('یک‌به‌یک جفت شدند');
  await dialog.getByRole('radio', { name: t('agreement.methods.en') }).click();
  await expect(dialog).toContainText('were paired one to one');
  await page.keyboard.press('Escape');

  // One person fewer: one pair is left.
  await page.getByRole('checkbox', { name: /نرگس/ }).uncheck();
  await measured(page);
  await expect(part(page, t('agreement.pairs')).getByRole('button')).toHaveCount(1);
  await page.getByRole('checkbox', { name: t('status.done') }).uncheck();
  await expect(page.getByText(t('agreement.empty.choice'))).toBeVisible();
  await page.getByRole('button', { name: t('agreement.empty.reset') }).click();
  await measured(page);
  await expect(part(page, t('agreement.pairs')).getByRole('button')).toHaveCount(3);
});

test.beforeAll(() => mkdir(inProject('test-results', 'screenshots'), { recursive: true }));

for (const settings of [{ language: 'fa', theme: 'light' }, { language: 'en', theme: 'dark' }] as const satisfies readonly Partial<Settings>[]) {
  test(`it fits, and axe finds nothing: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    test.slow();
    const { language, theme } = settings;
    const { t } = translator(language);
    const { page } = await deskOf(start, settings);
    await page.keyboard.press('Control+KeyJ');
    await measured(page, language);
    const look = async (name: string): Promise<void> => {
      await settled(page);
      await page.screenshot({ path: inProject('test-results', 'screenshots', `agreement-${name}-${language}-${theme}.png`) });
      expect(await misfits(page), name).toEqual([]);
      expect(await accessibilityFaults(page), name).toEqual([]);
      expect(await smallTargets(page), name).toEqual([]);
    };
    await look('top');
    // The sign before Persian decimals would be as wide as a digit, and the number torn apart.
    await expect(part(page, t('agreement.headline')).getByRole('button').first()).toHaveCSS('font-variant-numeric', 'normal');
    const chosen = page.getByRole('complementary', { name: t('agreement.choice') });
    const before = await chosen.boundingBox();
    await part(page, t('agreement.confusion')).getByRole('button').nth(1).click();
    await cases(page, language).getByRole('option').first().waitFor({ timeout: 30_000 });
    expect(await chosen.boundingBox(), 'what is chosen stays where it is when cases open beside the numbers').toEqual(before);
    await look('cases');
    await page.keyboard.press('Escape');
    // In a page from right to left the browser turns anchors of SVG text round: words would lie over the bars, or outside.
    const charts = await page.getByRole('main').locator('svg[role] text').evaluateAll((texts) =>
      texts.map((text) => {
        const [own, chart] = [text.getBoundingClientRect(), (text as SVGTextElement).ownerSVGElement as SVGSVGElement];
        const whole = chart.getBoundingClientRect();
        const bars = [...chart.querySelectorAll('[data-column] rect')].map((bar) => bar.getBoundingClientRect());
        return {
          isWhereItIsPut: Math.abs((own.left + own.right) / 2 - whole.left - Number(text.getAttribute('x'))) < 1.5,
          isInside: own.left >= whole.left - 1 && own.right <= whole.right + 1,
          isOverBar: bars.some(({ left, right }) => own.left < right - 1 && own.right > left + 1),
        };
      }),
    );
    expect(charts.length).toBeGreaterThan(10);
    expect(charts.filter(({ isWhereItIsPut, isInside, isOverBar }) => !isWhereItIsPut || !isInside || isOverBar)).toEqual([]);
    for (const name of ['agreement.trend', 'agreement.quality', 'agreement.research'] as const) {
      await part(page, t(name)).evaluate((one) => one.scrollIntoView());
      await look(name.replace('agreement.', ''));
    }
    await page.getByRole('button', { name: t('agreement.methods') }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look('methods');
  });
}
