import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { translator } from '../../renderer/messages/translate.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { readingOf, roundTexts } from '../fixtures/round/readings.ts';
import { expect, type RunningApp, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { KeyAnnotator } from './key-annotator.ts';
import { arrived, giveOut, handIn, leadWith, rows, saved, takeUp, text, vouchForAll } from './laptops.ts';

const t = translator('fa').t;
const queue = (page: Page) => page.getByRole('listbox', { name: t('adjudicate.queue') });
const chosen = (page: Page) => queue(page).locator('[aria-selected=true]');
const inspector = (page: Page) => page.getByRole('complementary', { name: t('adjudicate.inspector') });
const progress = (page: Page) => page.getByRole('contentinfo').getByRole('status');

/** Opens the Article, calls it done, and leaves it for the library; a check that asks gets a reason. */
async function finish(page: Page, title: string, isMarked: boolean): Promise<void> {
  await page.keyboard.press('Control+Enter');
  if (isMarked) {
    const asked = page.getByRole('dialog').filter({ hasText: 'دلیل' });
    await expect(asked).toBeVisible();
    await asked.getByRole('textbox').fill('نام کامل در متن نیامده است');
    await page.keyboard.press('Control+Enter');
    await expect(asked).toHaveCount(0);
  }
  await saved(page);
  await page.keyboard.press('Control+KeyL');
  await expect(rows(page).filter({ hasText: title })).toContainText('پایان‌یافته');
}

async function annotateAll(running: RunningApp, name: 'سارا' | 'رضا'): Promise<void> {
  const { page } = running;
  const { dataset, set } = readingOf(name);
  await rows(page).filter({ hasText: 'برق' }).click();
  await expect(text(page)).toBeFocused();
  await new KeyAnnotator(page, dataset, set).annotateEverything();
  await running.screenshot(`round-${name}`);
  // Work was given out blind, and the past says so.
  await page.keyboard.press('Control+Shift+KeyY');
  await expect(page.getByText(t('past.blind'))).toBeVisible();
  await running.screenshot(`round-past-${name}`);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await finish(page, 'برق', true);
  await rows(page).filter({ hasText: 'آب' }).click();
  await expect(text(page)).toBeFocused();
  await finish(page, 'آب', false);
}

/** The digit of the reading that says this: whose it is shows only when it is decided, so a person looks for the words. */
async function digitOf(page: Page, words: string): Promise<string> {
  const readings = await inspector(page).getByRole('list', { name: t('adjudicate.title') }).getByRole('listitem').allTextContents();
  const place = readings.findIndex((reading) => reading.includes(words));
  if (place < 0) throw new Error(`no reading says ${words}: ${readings.join(' / ')}`);
  return `Digit${place + 1}`;
}

/** All of the first Article, and the second, where nobody found anything, without leaving the keys. */
async function adjudicateByKeys(running: RunningApp): Promise<void> {
  const { page } = running;
  const decided = async (count: number) => expect(progress(page)).toHaveText(t('adjudicate.progress', { n: count, of: 8 }));
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
  const goTo = async (words: string) => {
    for (let step = 0; step < 8 && !((await chosen(page).getAttribute('aria-label')) ?? '').includes(words); step++) await press('KeyJ');
    await expect(chosen(page)).toHaveAccessibleName(new RegExp(words));
  };
  await decided(0);
  await expect(page.getByRole('group', { name: t('adjudicate.people') }), 'nobody is waited for under the name that work was given out to').not.toContainText('انتظار');
  await expect(inspector(page)).not.toContainText('سارا');
  await press('KeyB');
  await expect(page.locator('[data-bulk-accept]')).toBeFocused();
  await press('Enter');
  await decided(3);

  await press('KeyK', 'KeyK', 'KeyK', 'KeyK', 'KeyK', 'KeyK', 'KeyK');
  await goTo('نیرو');
  await press('KeyM');
  await expect(page.getByRole('dialog', { name: t('adjudicate.merge.title') })).toBeVisible();
  await press('Enter');
  await decided(4);

  await goTo('مدیر شبکه');
  await press(await digitOf(page, 'گوینده'));
  await decided(5);

  await goTo('مصرف');
  await running.screenshot('round-attribute');
  // The readings have the same words; beside each value stand the letters of those who gave it.
  const direct = inspector(page).getByRole('button', { name: t('adjudicate.take-value', { value: 'مستقیم', attribute: 'حالت' }) });
  const letter = ((await direct.locator('small').textContent()) ?? '').trim();
  await press(await digitOf(page, t('adjudicate.reader', { letter })));
  await decided(6);

  await goTo('سازمان آب');
  await press('KeyX');
  await expect(page.getByRole('dialog', { name: t('adjudicate.reason.reject') })).toBeVisible();
  await press('Enter');
  await decided(7);

  await goTo('نامه‌ای نوشت');
  await press('KeyE', 'Shift+ArrowLeft', 'Enter');
  await decided(8);
  await running.screenshot('round-decided');
  await press('Control+Enter');
  await expect(page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();
}

interface Line {
  readonly title?: string;
  readonly relations?: readonly { readonly label: string; readonly head: string; readonly tail: string }[];
}

/**
 * What somebody decided, without what falls out otherwise each time: ids are counted in the order in which they appear, and lines and links, which
 * stand in the order of ids, are put in that of what they say.
 */
function withoutChance(files: readonly (readonly Line[])[]): string {
  const names = new Map<string, string>();
  const named = (json: string): string => json.replaceAll(/\b(art|set|ann|rel|per)-[0-9a-f][0-9a-f-]{15,}/g, (id, kind: string) => {
    const name = names.get(id) ?? `${kind}-${names.size + 1}`;
    names.set(id, name);
    return name;
  });
  const inOrder = <One>(all: readonly One[], key: (one: One) => string): readonly One[] => [...all].sort((x, y) => (key(x) < key(y) ? -1 : 1));
  const lines = files.flatMap((file) => inOrder(file, ({ title = '' }) => title).map((line) => {
    // Marks are in the order of the text and get their names first.
    const { relations, ...rest } = line;
    const bare = named(JSON.stringify(rest));
    return relations ? { ...(JSON.parse(bare) as Line), relations: inOrder(relations.map((one) => JSON.parse(named(JSON.stringify(one))) as (typeof relations)[number]), ({ label, head }) => `${label} ${head}`).map((one) => ({ ...one, id: '' })) } : (JSON.parse(bare) as Line);
  }));
  return `${lines.map((line) => JSON.stringify(line)).join('\n').replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '2026-01-01T00:00:00.000Z')}\n`;
}

async function linesIn(file: string): Promise<readonly Line[]> {
  return (await readFile(file, 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as Line);
}

test('from an assignment to a gold export: two annotators on their own laptops, a lead who settles by keys alone', async ({ start }, testInfo) => {
  test.setTimeout(480_000);
  const lead = await start({ settings: { annotatorName: 'مینا' } });
  await leadWith(lead, roundTexts);
  const folder = path.join(lead.userData, 'دور یک');
  await giveOut(lead, folder, ['سارا', 'رضا']);
  const files: string[] = [];
  for (const name of ['سارا', 'رضا'] as const) {
    const annotator = await start({ settings: { annotatorName: name }, args: [path.join(folder, `${name}.naql`)] });
    await takeUp(annotator, 2);
    await annotateAll(annotator, name);
    const file = path.join(annotator.userData, `${name}.naql`);
    await handIn(annotator, file);
    files.push(file);
    await annotator.close();
  }

  const { app, page } = lead;
  await answerOpenDialogs(app, ...files);
  await page.keyboard.press('Control+KeyO');
  await vouchForAll(page);
  await arrived(page).getByRole('button', { name: /برداشتن/ }).click();
  await expect(page.getByRole('row').filter({ hasText: 'رضا' }).filter({ hasText: 'از ۲' })).toContainText('۲ از ۲');
  await expect(page.getByRole('region', { name: t('roster.title') }).getByRole('row')).toHaveCount(4);
  await page.keyboard.press('Control+KeyL');
  await rows(page).filter({ hasText: 'برق' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+KeyD');
  await expect(page.getByRole('textbox', { name: t('adjudicate.text') })).toBeFocused();
  await adjudicateByKeys(lead);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyL');
  await rows(page).filter({ hasText: 'آب' }).click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('Control+KeyD');
  await expect(page.getByRole('textbox', { name: t('adjudicate.text') })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(t('adjudicate.sealed', { version: 1 }))).toBeVisible();

  const gold = path.join(lead.userData, 'طلایی');
  const wizard = new WizardPage(page);
  await answerSaveDialogs(app, gold);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+KeyL');
  await wizard.open();
  await wizard.go('what');
  await wizard.radio(t('export.whose.adjudicated')).click();
  await wizard.go('how');
  await wizard.radio(t('export.people.names')).click();
  await wizard.go('check');
  await lead.screenshot('round-export');
  await expect(wizard.save).toBeEnabled();
  await wizard.save.click();
  await expect(wizard.dialog).toHaveCount(0);
  const [items, ...sets] = (await readdir(gold)).filter((name) => name.endsWith('.jsonl')).sort();
  expect([items, sets.length], 'the gold sets, and how their items came about').toEqual(['gold.jsonl', 1]);
  const made = withoutChance([await linesIn(path.join(gold, sets[0] ?? '')), await linesIn(path.join(gold, 'gold.jsonl'))]);
  await writeFile(testInfo.outputPath('made.jsonl'), made);
  expect(made).toBe(await readFile(inProject('tests', 'fixtures', 'round', 'adjudicated.jsonl'), 'utf8'));
});
