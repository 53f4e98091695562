import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Language } from '../../shared/bridge.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { expect, type RunningApp } from './app.ts';
import { answerSaveDialogs } from './dialogs.ts';

/** Exports the whole project as it is, in the native format; the second time of a project what was chosen is remembered. */
export async function exportCopy({ app, page }: Pick<RunningApp, 'app' | 'page'>, folder: string, language: Language = 'fa'): Promise<void> {
  const wizard = new WizardPage(page, language);
  await answerSaveDialogs(app, folder);
  await wizard.open();
  if (await wizard.dialog.getByRole('radio').first().isVisible()) await wizard.chooseCopy();
  await expect(wizard.save).toBeEnabled();
  await wizard.save.click();
  await expect(wizard.dialog).toHaveCount(0);
}

/** The file that holds the annotations of a native export without splits. */
export async function nativeFile(folder: string): Promise<string> {
  const [name, ...others] = (await readdir(folder)).filter((one) => one.endsWith('.jsonl'));
  if (name === undefined || others.length > 0) throw new Error(`not one file of annotations in ${folder}`);
  return path.join(folder, name);
}

export const nativeText = async (folder: string): Promise<string> => readFile(await nativeFile(folder), 'utf8');
