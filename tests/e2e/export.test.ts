import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { WizardPage } from '../chromium/wizard-page.ts';
import { encode } from '../../shared/codecs/encode.ts';
import { fit } from '../../shared/codecs/fit.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { codecById } from '../../shared/codecs/registry.ts';
import { cardWords, isKnownToProject } from '../../shared/dataset/required-facts.ts';
import { type Article } from '../../shared/model/article.ts';
import { type Dataset, normalised } from '../../shared/model/dataset.ts';
import { type ArticleId } from '../../shared/model/id.ts';
import { fingerprint } from '../../shared/text/fingerprint.ts';
import { goldenCorpus } from '../fixtures/golden-corpus.ts';
import { expect, type RunningApp, type StartOptions, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { exportCopy, nativeText } from './export-folder.ts';
import { clickMenu } from './menu.ts';
import { newProject } from './new-project.ts';

const columnsName = 'ستون‌های CoNLL-2003، نشان‌گذاری IOB2';

type Start = (options?: StartOptions) => Promise<RunningApp>;

/** A project of its own with this Dataset in it, and an empty folder to export to. */
async function projectOf(start: Start, dataset: Dataset): Promise<RunningApp & { readonly place: string }> {
  const running = await start();
  const { app, page, userData } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await newProject(page, 'طلایی');
  const [file] = encode(native, dataset, 'golden');
  const source = path.join(userData, 'golden.jsonl');
  await writeFile(source, file?.bytes ?? '');
  await answerOpenDialogs(app, source);
  await page.keyboard.press('Control+KeyO');
  const rows = page.getByRole('grid', { name: 'خبرها' });
  await expect(rows).toHaveAttribute('aria-rowcount', String(dataset.articles.length + 1), { timeout: 120_000 });
  const place = path.join(userData, 'place');
  await mkdir(place);
  return { ...running, place };
}

/** Every file of the folder is in its manifest with its hash, as `sha256sum -c` asks for. */
async function expectWhole(folder: string): Promise<readonly string[]> {
  const lines = (await readFile(path.join(folder, 'MANIFEST.sha256'), 'utf8')).trimEnd().split('\n').map((line) => line.split(/ {2}(.*)/).slice(0, 2) as [string, string]);
  for (const [hash, name] of lines) expect(createHash('sha256').update(await readFile(path.join(folder, name))).digest('hex'), name).toBe(hash);
  const there = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  expect(there).toHaveLength(lines.length + 1);
  return lines.map(([, name]) => name);
}

const read = (text: string): Dataset => {
  const decoded = native.decode?.([{ name: 'again.jsonl', bytes: Buffer.from(text) }], { schemas: [goldenCorpus.schema], now: '2026-01-01T00:00:00.000Z' });
  if (!decoded?.dataset) throw new Error(`not read: ${JSON.stringify(decoded?.problems)}`);
  return normalised(decoded.dataset);
};

test('the golden project: its native folder is whole, and what is in it is what came in', async ({ start }) => {
  const running = await projectOf(start, goldenCorpus);
  const folder = path.join(running.place, 'بستهٔ طلایی');
  await exportCopy(running, folder);
  expect(await readdir(running.place)).toEqual(['بستهٔ طلایی']);
  const names = await expectWhole(folder);
  expect(names).toEqual(expect.arrayContaining(['README.md', 'export.json', 'loss-report.json', 'طلایی.jsonl', 'طلایی.schema.json']));
  expect(JSON.parse(await readFile(path.join(folder, 'loss-report.json'), 'utf8'))).toMatchObject({ format: 'native', losses: [] });
  const [again, before] = [read(await nativeText(folder)), normalised(goldenCorpus)];
  expect(again.articles).toEqual(before.articles);
  expect(again.sets).toEqual(before.sets);
  expect(again.entities).toEqual(before.entities);

  const { app, page } = running;
  await newProject(page, 'دوباره');
  await answerOpenDialogs(app, folder);
  await clickMenu(app, 'افزودن پوشه…');
  await expect(page.getByRole('grid', { name: 'خبرها' })).toHaveAttribute('aria-rowcount', String(goldenCorpus.articles.length + 1));
  await expect(page.locator('[role=dialog][data-size]'), 'nothing is asked, and nothing is said to be unknown').toHaveCount(0);
});

test('a format that cannot hold everything: it asks first, and what comes in again is what it said it can hold', async ({ start }) => {
  const { app, page, place } = await projectOf(start, goldenCorpus);
  const codec = codecById('conll2003-iob2');
  if (!codec) throw new Error('no such format');
  const wizard = new WizardPage(page);
  const folder = path.join(place, 'columns');
  await answerSaveDialogs(app, folder);
  await wizard.open();
  await wizard.chooseCopy();
  await wizard.go('how');
  await wizard.radio(columnsName).click();
  await wizard.go('check');
  const accept = wizard.check('می‌دانم که این‌ها در خروجی نمی‌آید');
  await expect(accept).toBeVisible();
  await expect(wizard.save).toBeDisabled();
  await page.screenshot({ path: 'test-results/screenshots/export-losses.png' });
  await accept.check();
  await wizard.save.click();
  await expect(wizard.dialog).toHaveCount(0);
  await expectWhole(folder);
  const report = JSON.parse(await readFile(path.join(folder, 'loss-report.json'), 'utf8')) as { losses: readonly { code: string; severity: string }[] };
  expect(report.losses.some(({ severity }) => severity === 'lossy')).toBe(true);

  const files = await Promise.all(
    (await readdir(folder)).filter((name) => name.startsWith('طلایی.')).map(async (name) => ({ name, bytes: new Uint8Array(await readFile(path.join(folder, name))) })),
  );
  const again = codec.decode?.(files, { schemas: [goldenCorpus.schema], now: '2026-01-01T00:00:00.000Z' }).dataset;
  const expected = fit(goldenCorpus, codec).dataset;
  expect(again?.articles.map(({ text }) => text)).toEqual(expected.articles.map(({ text }) => text));
  // Columns do not say whether somebody looked at an article and found nothing.
  const words = (dataset: Dataset | null | undefined) =>
    dataset?.sets.filter(({ annotations }) => annotations.length > 0).map(({ annotations }) => annotations.map(({ label, spans }) => `${label} ${JSON.stringify(spans)}`));
  expect(words(again)).toEqual(words(expected));
});

test('a loss leads to its annotation in the editor', async ({ start }) => {
  const { page } = await projectOf(start, goldenCorpus);
  const wizard = new WizardPage(page);
  await wizard.open();
  await wizard.chooseCopy();
  await wizard.go('how');
  await wizard.radio(columnsName).click();
  await wizard.go('check');
  const loss = wizard.dialog.getByRole('listitem').filter({ hasText: 'برچسب چندتکه' }).getByRole('button').first();
  const words = (await loss.textContent()) ?? '';
  await loss.click();
  await expect(wizard.dialog).toHaveCount(0);
  const focused = page.getByRole('listbox').getByRole('option', { selected: true });
  await expect(focused).toContainText(words.slice(0, 10));
});

test('a label of one’s own: what it means stands in the schema, else the wizard asks for it, and the card of the release says it', async ({ start }) => {
  const { app, page, place } = await projectOf(start, goldenCorpus);
  await page.keyboard.press('Control+KeyB');
  await page.getByRole('button', { name: 'برچسب تازه…' }).click();
  const adding = page.locator('[role=dialog][data-size]');
  await adding.getByLabel('نام فارسی').fill('مکان');
  await adding.getByLabel('نام انگلیسی').fill('Place');
  await adding.getByLabel('شناسه').fill('PLACE');
  await page.keyboard.press('Enter');
  await expect(adding).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'مکان' })).toBeVisible();
  const meaning = page.getByRole('main').getByLabel('معنا به فارسی').first();
  await meaning.fill('جایی که خبر از آن می‌گوید');
  await page.getByRole('main').getByLabel('نام فارسی').first().focus();
  await expect(page.getByText(/^نسخهٔ .*1\.2/)).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/schema-definition.png' });
  await page.getByRole('navigation', { name: 'بخش‌های طرح' }).getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'خبرها' })).toBeVisible();

  const wizard = new WizardPage(page);
  const { dialog, t } = wizard;
  await wizard.open();
  await wizard.chooseCopy();
  await wizard.go('how');
  await wizard.check(t('export.release.is')).check();
  await wizard.radio(t('export.licences.any')).click();
  await wizard.go('check');
  await expect(dialog.getByRole('alert')).toContainText('معنای برچسب‌ها (');
  await expect(dialog.getByRole('alert')).toContainText('مکان');
  await wizard.go('how');
  await dialog.getByRole('textbox', { name: t('card.version'), exact: true }).fill('1.0.0');
  await dialog.getByRole('textbox', { name: t('card.date'), exact: true }).fill('1404/01/01');
  for (const word of cardWords.filter((one) => !isKnownToProject(one) || one === 'agreement'))
    await dialog.getByRole('textbox', { name: t(`card.${word}`), exact: true }).fill(`واژه‌های ${word}`);
  await dialog.getByRole('textbox', { name: /مکان.*معنا به انگلیسی/ }).fill('The place that the news is about');
  await page.screenshot({ path: 'test-results/screenshots/export-definition.png' });
  await wizard.go('check');
  await answerSaveDialogs(app, path.join(place, 'release'));
  await wizard.save.click();
  await expect(dialog).toHaveCount(0);
  const card = await readFile(path.join(place, 'release', 'README.md'), 'utf8');
  expect(card).toContain('| `PLACE` | مکان: جایی که خبر از آن می‌گوید | Place: The place that the news is about |');
  expect(card).toContain('Guideline: Annotation guideline, version ');
  expect(card).not.toMatch(/TODO|Draft/);
  await expectWhole(path.join(place, 'release'));
});

test('writing is stopped half-way: nothing is left beside the place, and the wizard is there for another try', async ({ start }) => {
  test.setTimeout(300_000);
  const [model] = goldenCorpus.articles as readonly [Article, ...Article[]];
  const articles = Array.from({ length: 3000 }, (_, index): Article => {
    const text = `خبر ${index}. ${`وزیر نیرو گفت که کار ${index} تمام شد. `.repeat(40)}`;
    return { ...model, id: `art-${String(index).padStart(5, '0')}` as ArticleId, title: `خبر ${index}`, text, fingerprint: fingerprint(text), group: null, extra: {} };
  });
  const { app, page, place } = await projectOf(start, { ...goldenCorpus, annotators: [], entities: [], articles, sets: [] });
  const wizard = new WizardPage(page);
  await answerSaveDialogs(app, path.join(place, 'large'));
  await wizard.open();
  await wizard.chooseCopy();
  await expect(wizard.save).toBeEnabled({ timeout: 60_000 });
  await wizard.save.click();
  await expect(wizard.dialog.getByText(/از ۳٬۰۰۰ خبر نوشته شد/)).toBeVisible();
  expect((await readdir(place)).filter((name) => name.endsWith('.tmp'))).toHaveLength(1);
  await page.screenshot({ path: 'test-results/screenshots/export-writing.png' });
  await wizard.dialog.getByRole('button', { name: 'لغو نوشتن' }).click();
  await expect(wizard.dialog.getByText('لغو شد؛ چیزی نوشته نشد')).toBeVisible();
  expect(await readdir(place)).toEqual([]);
  await wizard.save.click();
  await expect(wizard.dialog).toHaveCount(0, { timeout: 60_000 });
  expect(await readdir(place)).toEqual(['large']);
  await expectWhole(path.join(place, 'large'));
});
