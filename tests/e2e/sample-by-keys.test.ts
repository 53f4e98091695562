import path from 'node:path';
import { expect, test } from './app.ts';
import { WizardPage } from '../chromium/wizard-page.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { nativeFile } from './export-folder.ts';
import { KeyAnnotator } from './key-annotator.ts';
import { convertSample, nativeLines, sampleDataset, statements } from './sample.ts';
import { unmark } from './unmarked.ts';

test('the finished annotation of the sample is made again by keys alone, and its export equals the converted sample', async ({ start }) => {
  test.setTimeout(600_000);
  const { app, page, userData, screenshot } = await start();
  const dataset = await sampleDataset();
  const [wanted] = dataset.sets;
  if (!wanted) throw new Error('the sample has no set');
  await unmark(page);

  await new KeyAnnotator(page, dataset, wanted).annotateEverything();
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await screenshot('sample-by-keys');

  const [exported, converted] = [path.join(userData, 'exported'), path.join(userData, 'converted.jsonl')];
  await answerSaveDialogs(app, exported);
  const wizard = new WizardPage(page);
  await wizard.open();
  await expect(wizard.radio('کار خودم')).toBeChecked();
  await wizard.anyState();
  await wizard.go('how');
  await wizard.check('یادداشت‌ها').focus();
  await page.keyboard.press('Space');
  await wizard.go('check');
  await expect(wizard.save).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(wizard.dialog).toHaveCount(0);
  await convertSample(converted);

  const [mine, ...others] = await nativeLines(await nativeFile(exported));
  const [sample] = await nativeLines(converted);
  expect(others).toEqual([]);
  if (!mine || !sample) throw new Error('an export without a line');
  expect(mine.text).toBe(sample.text);
  expect(statements(mine)).toEqual(statements(sample));
});
