import { type Page } from '@playwright/test';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../../build/project.mjs';
import { expect, type RunningApp, test } from './app.ts';

/** Words that stand in an article and nowhere else: in its title, in its text, in a note and in a person's name. */
const marker = 'زعفران‌کوه‌هفت‌هزار';
const latin = 'Zqxmarker7391';

/** What belongs to the person's work: there the text has to be. Everything else in a profile is traces. */
const work = /^(?:projects|backups|IndexedDB)\//;

/** Files of a profile, besides the work, that hold one of the words in any form that Chromium or Node writes text in. */
async function traces(userData: string): Promise<readonly string[]> {
  const inside = await readdir(userData, { recursive: true, withFileTypes: true });
  const names = inside.filter((one) => one.isFile()).map((one) => path.relative(userData, path.join(one.path, one.name)));
  const found = await Promise.all(
    names.filter((name) => !work.test(name)).map(async (name) => {
      const bytes = await readFile(path.join(userData, name)).catch(() => Buffer.alloc(0));
      return holdsText(bytes) ? [name] : [];
    }),
  );
  return found.flat();
}

const forms = [marker, latin].flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word)), Buffer.from(JSON.stringify(word).slice(1, -1))]);
const holdsText = (bytes: Buffer): boolean => forms.some((form) => bytes.includes(form));

/** Everything that main process, Chromium and page say, as it is said. */
function listenTo({ app, page }: RunningApp): () => Buffer {
  const pieces: Buffer[] = [];
  const { stdout, stderr } = app.process();
  for (const stream of [stdout, stderr]) stream?.on('data', (piece: Buffer) => void pieces.push(piece));
  page.on('console', (message) => void pieces.push(Buffer.from(`${message.text()}\n`)));
  return () => Buffer.concat(pieces);
}

async function workOn(page: Page): Promise<void> {
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
  await expect(page.locator('[id^="annotation-"]')).toHaveCount(1);
  await page.keyboard.press('n');
  await page.keyboard.type(`${latin} ${marker}`);
  await page.keyboard.press('Escape');
}

test('no log line and no trace in the profile holds text of an article, through refusals, bugs and crashes of both processes', async ({ start }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-marked-'));
  const refusal = path.join(folder, 'refusal');
  process.env['NAQL_REFUSAL'] = refusal;
  try {
    const file = path.join(folder, 'news.txt');
    await writeFile(file, `${marker} ${latin}\n\n${`${marker} گفت: «${latin} می‌آید». `.repeat(40)}`);
    const settings = { annotatorName: 'سارا' };
    const logging = ['--enable-logging=stderr', '--v=0'];
    const before = inProject('tests', 'durability', 'refusing-disk.cjs');
    const first = await start({ settings, before, args: [file, ...logging], expectedComplaints: /./ });
    const { page, app, userData } = first;
    const said = listenTo(first);
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText(latin);
    await workOn(page);

    // The disk refuses, and takes it later.
    await writeFile(refusal, 'ENOSPC');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('3');
    await expect(page.getByRole('alert').filter({ hasText: 'ذخیره نشد؛' }).first()).toBeVisible();
    await rm(refusal);
    await page.getByRole('button', { name: 'دوباره تلاش کنید' }).first().click();
    await expect(page.locator('[data-save="saved"]')).toBeVisible();

    // Calls that are refused, with the words as their arguments.
    await page.evaluate((words) => void window.naql.setAside('prj-none' as never, 'x', words).catch(() => undefined), `${marker} ${latin}`);
    await page.evaluate((words) => void window.naql.createProject(words, words as never).catch(() => undefined), `${marker} ${latin}`);

    // A bug in the page: what a person may copy and send has none of it either.
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new RangeError('made by the test');
      };
    });
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('2');
    const report = page.locator('pre');
    await expect(report).toContainText('made by the test');
    expect(holdsText(Buffer.from(await report.innerText()))).toBe(false);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'متن خبر' })).toContainText(latin);

    // The page's process dies, then the main process meets a bug, then both are killed.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect(async () => expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading())).toBe(false)).toPass();
    const gone = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(() => void setTimeout(() => { throw new Error('a bug of the main process, made by the test'); }, 50));
    expect(await gone).toBe(1);
    expect(said().includes('a bug of the main process')).toBe(true);

    const second = await start({ userData, args: logging, expectedComplaints: /./ });
    const saidAgain = listenTo(second);
    await expect(second.page.getByRole('textbox', { name: 'متن خبر' })).toContainText(latin);
    await second.kill();

    const lines = Buffer.concat([said(), saidAgain()]).toString('utf8').split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => holdsText(Buffer.from(line)))).toEqual([]);
    expect(await traces(userData)).toEqual([]);
    // The test can see it where it is: the words are in the work itself.
    const [project = ''] = (await readdir(path.join(userData, 'projects'))).filter((name) => name.startsWith('prj-'));
    const journals = await readdir(path.join(userData, 'projects', project));
    const all = Buffer.concat(await Promise.all(journals.filter((name) => name.endsWith('.ndjson')).map((name) => readFile(path.join(userData, 'projects', project, name)))));
    expect(holdsText(all)).toBe(true);
  } finally {
    delete process.env['NAQL_REFUSAL'];
    await rm(folder, { recursive: true });
  }
});
