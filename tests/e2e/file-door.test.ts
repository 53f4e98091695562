import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from './app.ts';
import { answerOpenDialogs, answerQuestions, answerSaveDialogs } from './dialogs.ts';

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'naql-files-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const save = () =>
  window.naql.saveFiles('ذخیره', 'پروژه.jsonl', [
    { suffix: '.jsonl', bytes: new TextEncoder().encode('متن') },
    { suffix: '.schema.json', bytes: new TextEncoder().encode('{}') },
  ]);

test('files are chosen by a person, and the page gets names and bytes', async ({ start }) => {
  const { app, page, userData } = await start();
  const file = path.join(folder, 'خبر.txt');
  writeFileSync(file, 'سلام');
  await answerOpenDialogs(app, file, path.join(folder, 'missing.txt'));
  const chosen = await page.evaluate(async () => {
    const files = await window.naql.chooseFiles('باز کردن');
    return files.map(({ name, bytes, failure }) => [name, bytes && new TextDecoder().decode(bytes), failure]);
  });
  expect(chosen).toEqual([['خبر.txt', 'سلام', undefined], ['missing.txt', null, 'not-found']]);
  expect(JSON.parse(readFileSync(path.join(userData, 'folders.json'), 'utf8'))).toEqual({ open: folder, save: null });
  await answerOpenDialogs(app);
  expect(await page.evaluate(() => window.naql.chooseFiles('باز کردن'))).toEqual([]);
});

test('files are saved together beside the place that was chosen', async ({ start }) => {
  const { app, page } = await start();
  await answerSaveDialogs(app, path.join(folder, 'خروجی'));
  expect(await page.evaluate(save)).toEqual({ ok: true, value: 'خروجی.jsonl' });
  expect(readFileSync(path.join(folder, 'خروجی.jsonl'), 'utf8')).toBe('متن');
  expect(readFileSync(path.join(folder, 'خروجی.schema.json'), 'utf8')).toBe('{}');
  expect(readdirSync(folder)).toHaveLength(2);
});

test('a name completed by us does not replace a file without asking', async ({ start }) => {
  const { app, page } = await start();
  const there = path.join(folder, 'a.jsonl');
  writeFileSync(there, 'older');
  await answerSaveDialogs(app, path.join(folder, 'a'));
  await answerQuestions(app, 1);
  expect(await page.evaluate(save)).toEqual({ ok: true, value: null });
  expect(readFileSync(there, 'utf8')).toBe('older');
  await answerQuestions(app, 0);
  expect(await page.evaluate(save)).toEqual({ ok: true, value: 'a.jsonl' });
  expect(readFileSync(there, 'utf8')).toBe('متن');
});

test('saving that was cancelled or cannot be done writes nothing', async ({ start }) => {
  const { app, page } = await start();
  await answerSaveDialogs(app, null);
  expect(await page.evaluate(save)).toEqual({ ok: true, value: null });
  await answerSaveDialogs(app, path.join(folder, 'missing', 'a.jsonl'));
  expect(await page.evaluate(save)).toMatchObject({ ok: false, failure: 'not-found' });
  mkdirSync(path.join(folder, 'b.schema.json'));
  await answerSaveDialogs(app, path.join(folder, 'b.jsonl'));
  expect(await page.evaluate(save)).toMatchObject({ ok: false, failure: 'write-failed' });
  expect(readdirSync(folder)).toEqual(['b.schema.json']);
});
