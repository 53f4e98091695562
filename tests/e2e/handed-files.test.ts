import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ElectronApplication, type Page } from '@playwright/test';
import { projectDirectory } from '../../build/project.mjs';
import { chosenRuntime } from '../../build/runtime/runtime.mjs';
import { sandboxArguments } from '../../build/runtime/sandbox.mjs';
import { expect, test } from './app.ts';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs.ts';
import { large, type LargeArticle, largeArticle, largeFile } from '../fixtures/large-article.ts';
import { clickMenu } from './menu.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });

/** A second start of the same profile, with these files, from this folder. */
async function startAgain(userData: string, folder: string, ...files: readonly string[]): Promise<number | null> {
  const { executable, dist } = chosenRuntime();
  const args = [projectDirectory, `--user-data-dir=${userData}`, ...sandboxArguments(dist), ...files];
  const child = spawn(executable, args, { cwd: folder, env: { ...process.env, NAQL_TEST: '1' }, stdio: 'ignore' });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return exitCode;
}

/** What the system is told to list among the files that were open last, from now on. */
const watchRecent = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: main }) => {
    const told: string[] = [];
    main.addRecentDocument = (file) => void told.push(file);
    Object.assign(globalThis, { toldRecent: told });
  });
const recent = (app: ElectronApplication): Promise<readonly string[]> => app.evaluate(() => (globalThis as unknown as { readonly toldRecent: readonly string[] }).toldRecent);

test('files of a second start arrive in the first window, which comes to the front; the second start ends', async ({ start }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-handed-'));
  try {
    await writeFile(path.join(folder, 'خبر سد.txt'), 'وزیر نیرو گفت: سدها پر می‌شود.');
    await writeFile(path.join(folder, 'road.txt'), 'شهردار افزود: راه باز است.');
    const { app, page, userData } = await start();
    await expect(article(page)).toBeFocused();
    await watchRecent(app);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    expect(await startAgain(userData, folder, 'خبر سد.txt')).toBe(0);
    await expect(article(page)).toContainText('سدها پر می‌شود');
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))).toEqual([false]);
    await expect.poll(() => recent(app)).toEqual([path.join(folder, 'خبر سد.txt')]);

    // So does macOS tell of a file that is opened with the app.
    await app.evaluate(({ app: main }, file) => main.emit('open-file', { preventDefault: () => undefined }, file), path.join(folder, 'road.txt'));
    await expect(article(page)).toContainText('راه باز است');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('files that the app is started with are taken in when the project is open', async ({ start }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-handed-'));
  try {
    const file = path.join(folder, 'first.txt');
    await writeFile(file, 'سخنگوی دولت گفت: کرایه زیاد نمی‌شود.');
    const { page } = await start({ args: [file] });
    await expect(article(page)).toContainText('کرایه زیاد نمی‌شود');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a file of the native kind opens by double click: it starts the program, and comes into a window that is open already', async ({ start }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-handed-'));
  try {
    const [first, second] = [2_000, 3_000].map((characters) => ({ characters, annotations: 20, annotator: large })) as [LargeArticle, LargeArticle];
    const [started, added] = [path.join(folder, 'کار سارا.jsonl'), path.join(folder, 'more.jsonl')];
    await writeFile(started, largeFile(first).text);
    await writeFile(added, largeFile(second).text);
    const textOf = (size: LargeArticle) => largeArticle(size).articles[0]?.text.slice(0, 40) ?? '';
    const { page, userData } = await start({ args: [started], settings: { annotator: large.id, annotatorName: large.name } });
    await expect(article(page)).toContainText(textOf(first));
    await expect(page.getByRole('listbox', { name: 'برچسب‌های متن' }).getByRole('option')).toHaveCount(20);
    // A Linux desktop gives addresses, Windows paths.
    expect(await startAgain(userData, folder, pathToFileURL(added).href)).toBe(0);
    const title = largeArticle(second).articles[0]?.title ?? '';
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible();
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what is opened and what is saved is listed by the system', async ({ start }) => {
  const { app, page, userData } = await start();
  await expect(article(page)).toBeFocused();
  await watchRecent(app);
  const [opened, saved] = [path.join(userData, 'opened.txt'), path.join(userData, 'saved.html')];
  await writeFile(opened, 'استاندار گفت: پل باز است.');
  await answerOpenDialogs(app, opened);
  await page.keyboard.press('Control+KeyO');
  await expect(article(page)).toContainText('پل باز است');
  await answerSaveDialogs(app, saved);
  await clickMenu(app, 'ذخیره به شکل صفحهٔ وب…');
  await expect.poll(() => recent(app)).toEqual([opened, saved]);
});
