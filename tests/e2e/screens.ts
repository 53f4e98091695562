import { type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language } from '../../shared/bridge.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { foreignNames, unclearUnits } from './foreign-files.ts';
import { clickMenu } from './menu.ts';
import { expect, type RunningApp } from './app.ts';
import { newProject } from './new-project.ts';
import { unmark } from './unmarked.ts';

/** What a screen is called in the language of the window, so that one walk serves both. */
const nameIn = (language: Language) => translator(language).t;

/** Looks at one screen. */
export type Look = (screen: string) => Promise<void>;

/** Opens every screen and dialog of the window, one after another, and lets each be looked at. */
export async function walkScreens({ app, page, userData }: RunningApp, language: Language, look: Look): Promise<void> {
  await walkEditor(page, language, look);
  await walkDialogs(app, page, language, look);
  await walkLibrary(app, page, language, userData, look);
}

async function walkEditor(page: Page, language: Language, look: Look): Promise<void> {
  const t = nameIn(language);
  const press = async (...chords: readonly string[]) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
  const options = page.getByRole('listbox', { name: t('annotate.spans') }).getByRole('option');
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await look('editor, begun');
  await unmark(page);
  await look('editor, empty');

  await press('Control+Home', ...Array.from({ length: 5 }, () => 'Control+ArrowLeft'), 'Control+Shift+ArrowLeft');
  await expect(page.getByRole('toolbar', { name: t('annotate.label-bar') })).toBeVisible();
  await look('editor, with a selection');
  await press('Digit2', 'Control+ArrowLeft', 'Control+Shift+ArrowLeft', 'Digit3');
  await press('Control+ArrowLeft', ...Array.from({ length: 4 }, () => 'Control+Shift+ArrowLeft'), 'Digit1');
  await expect(options).toHaveCount(3);
  await look('editor, a focused quote');
  await press('KeyL');
  await expect(page.getByRole('button', { name: t('choice.close') })).toBeVisible();
  await look('editor, choosing a speaker');
  await press('Digit1', 'KeyR');
  await look('editor, choosing a relation');
  await press('Escape', 'KeyE');
  await look('editor, a border held');
  await press('Escape', 'KeyK', 'KeyK', 'KeyP');
  await expect(page.getByRole('combobox', { name: t('choice.entity') })).toBeFocused();
  await look('editor, choosing a person');
  await press('Escape', 'KeyX');
  await expect(page.getByRole('button', { name: t('annotate.undo') })).toBeVisible();
  await look('editor, a message');
  await press('Control+KeyZ');
  await walkQuestions(page, language, look);
  await press('Shift+KeyG');
  await expect(page.getByRole('complementary', { name: t('guideline.title') })).toBeVisible();
  await look('editor, the guideline');
  await press('KeyG');

  await page.getByRole('group', { name: t('annotate.whose') }).getByRole('button').nth(1).click();
  await expect(options).toHaveCount(61);
  await press('KeyJ', 'KeyJ', 'KeyJ');
  await look("editor, a colleague's labels");
}

/** What comes and goes over the text: the search, the proposals, what is invisible, what keeps the article from being done. */
async function walkQuestions(page: Page, language: Language, look: Look): Promise<void> {
  const t = nameIn(language);
  await page.keyboard.press('Control+KeyF');
  await expect(page.getByRole('search')).toBeVisible();
  await page.keyboard.insertText('پزشکیان');
  await expect(page.getByRole('search').getByRole('status')).not.toBeEmpty();
  await look('editor, searching');
  await page.keyboard.press('Escape');
  await page.keyboard.press('KeyI');
  await expect(page.getByRole('heading', { name: t('invisible.title') })).toBeVisible();
  await look('editor, invisible characters');
  await page.keyboard.press('KeyI');
  await page.keyboard.press('Escape');
  await page.getByRole('listbox', { name: t('annotate.spans') }).getByRole('option').nth(2).click();
  await page.keyboard.press('KeyD');
  await expect(page.getByRole('button', { name: t('choice.close') })).toBeVisible();
  await look('editor, a proposal');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  const errors = page.getByRole('dialog').filter({ hasText: t('checks.dialog.reason') });
  await expect(errors).toBeVisible();
  await look('editor, not done yet');
  await page.keyboard.press('Escape');
  await expect(errors).toHaveCount(0);
}

async function walkDialogs(app: ElectronApplication, page: Page, language: Language, look: Look): Promise<void> {
  const t = nameIn(language);
  // Messages in passing are dialogs, too, but hold nothing up.
  const dialog = page.locator('[role=dialog]:not([aria-modal=false])');
  const inDialog = async (name: string, open: () => Promise<void>) => {
    await open();
    await expect(dialog).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await inDialog('key sheet', () => page.keyboard.press('F1'));
  await inDialog('commands', () => page.keyboard.press('Control+KeyK'));
  await inDialog('open article', () => page.keyboard.press('Control+KeyP'));
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('grid', { name: t('library.list') })).toBeVisible();
  await inDialog('settings', () => page.getByRole('button', { name: t('settings.title') }).click());
  await walkExport(page, language, look);
  await inDialog('paste', () => page.getByRole('button', { name: t('library.paste') }).click());
  await inDialog('about', () => clickMenu(app, t('menu.about')));
  await inDialog('new project', () => page.keyboard.press('Control+KeyN'));
}

async function walkExport(page: Page, language: Language, look: Look): Promise<void> {
  const t = nameIn(language);
  const wizard = new WizardPage(page, language);
  await wizard.open();
  await look('export, what');
  await wizard.radio(t('export.whose.everything')).click();
  await wizard.anyState();
  await wizard.go('how');
  await wizard.radio(t('export.split.some')).click();
  await wizard.check(t('export.release.is')).check();
  await look('export, how');
  await wizard.check(t('export.release.is')).uncheck();
  await wizard.radio(t('export.text.windows')).click();
  await wizard.go('check');
  await expect(wizard.check(t('export.accept'))).toBeVisible();
  await look('export, check');
  await page.keyboard.press('Escape');
  await expect(wizard.dialog).toHaveCount(0);
}

/** What an import asks. */
async function walkImport(app: ElectronApplication, page: Page, language: Language, folder: string, look: Look): Promise<void> {
  const t = nameIn(language);
  const questions = [
    ['import, what offsets count', 'import.unit.title', ['یک.jsonl', unclearUnits('نخست')], ['دو.jsonl', unclearUnits('دوم')]],
    ['import, what names mean', 'import.names.title', ['سه.jsonl', foreignNames('سوم')]],
  ] as const;
  for (const [name, title, ...files] of questions) {
    for (const [file, content] of files) await writeFile(path.join(folder, file), content);
    await answerOpenDialogs(app, ...files.map(([file]) => path.join(folder, file)));
    await page.keyboard.press('Control+KeyO');
    const dialog = page.getByRole('dialog', { name: t(title) });
    await expect(dialog).toBeVisible();
    await look(name);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  }
}

async function walkLibrary(app: ElectronApplication, page: Page, language: Language, folder: string, look: Look): Promise<void> {
  const t = nameIn(language);
  const [good, bad] = [path.join(folder, 'khabar.txt'), path.join(folder, 'broken.jsonl')];
  await writeFile(good, 'وزیر نیرو گفت: نیروگاه ساخته می‌شود\nوی افزود: تا پایان سال.');
  await writeFile(bad, 'not json\n');
  await answerOpenDialogs(app, good, bad);
  await page.keyboard.press('Control+KeyO');
  const report = page.getByRole('dialog', { name: t('import.title') });
  await expect(report).toContainText('broken.jsonl');
  await look('import report');
  await report.getByRole('button', { name: t('import.take', { n: 1 }) }).click();
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toContainText('نیروگاه');
  await page.keyboard.press('Control+KeyL');
  await expect(page.getByRole('grid', { name: t('library.list') }).getByRole('row')).toHaveCount(3);
  await look('library');
  await walkImport(app, page, language, folder, look);

  await page.keyboard.press('Control+KeyG');
  await expect(page.getByRole('combobox', { name: t('people.search') })).toBeFocused();
  await look('people');
  await page.getByRole('button', { name: t('people.merge') }).click();
  await expect(page.locator('[role=dialog][data-size]')).toBeVisible();
  await look('people, a merge');
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=dialog][data-size]')).toHaveCount(0);
  await page.getByRole('combobox', { name: t('people.search') }).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: t('library.list') })).toBeVisible();

  await walkSchema(page, language, look);
  await page.getByRole('button', { name: new RegExp(t('project.sample')) }).click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await look('library, the projects');
  await page.keyboard.press('Escape');
  await newProject(page, 'دوم', t);
  await look('library, empty');
}

async function walkSchema(page: Page, language: Language, look: Look): Promise<void> {
  const t = nameIn(language);
  const parts = page.getByRole('navigation', { name: t('schema.parts') }).getByRole('button');
  const form = page.getByRole('main');
  await page.keyboard.press('Control+KeyB');
  await expect(parts.first()).toBeFocused();
  await form.locator('summary').first().click();
  await form.getByRole('radio', { name: t('schema.colour.own') }).click();
  await look('schema, a label');
  const inDialog = async (screen: string, button: Locator) => {
    await button.click();
    const dialog = page.locator('[role=dialog][data-size]');
    await expect(dialog).toBeVisible();
    await look(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  };
  await inDialog('schema, a new label', page.getByRole('button', { name: t('schema.label.add') }));
  await parts.nth(1).click();
  await inDialog('schema, a label removed', form.getByRole('button', { name: new RegExp(t('schema.retire', { name: '' }).replaceAll(/[\s…⁨⁩]+/g, '.*')) }).first());
  await parts.nth(-4).click();
  await look('schema, a relation');
  await parts.nth(-2).click();
  await look('schema, no crossing');
  await parts.last().click();
  await look('schema, the rules');
  await inDialog('schema, a new rule', page.getByRole('button', { name: t('schema.task-rules.add') }));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: t('library.list') })).toBeVisible();
}
