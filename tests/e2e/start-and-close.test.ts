import { type ElectronApplication } from '@playwright/test';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectDirectory } from '../../build/project.mjs';
import { chosenRuntime } from '../../build/runtime/runtime.mjs';
import { sandboxArguments } from '../../build/runtime/sandbox.mjs';
import { expect, test } from './app.ts';
import { answerQuestions } from './dialogs.ts';

/** Starts the app where it is expected to end by itself, and gives how it ended. */
async function startAlone(userData: string, first: readonly string[] = []) {
  const { executable, dist } = chosenRuntime();
  const args = [...first, projectDirectory, `--user-data-dir=${userData}`, ...sandboxArguments(dist)];
  const child = spawn(executable, args, { env: { ...process.env, NAQL_TEST: '1' } });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
  });
  const [exitCode] = (await once(child, 'close')) as [number | null];
  return { exitCode, said };
}

test('a profile of a newer engine is refused before any window, in the person\'s language, and left as it is', async ({ start }) => {
  const { userData, close } = await start();
  await close();
  const kept = path.join(userData, 'IndexedDB', 'kept');
  mkdirSync(path.dirname(kept), { recursive: true });
  writeFileSync(kept, 'a database');
  writeFileSync(path.join(userData, 'engine.json'), '{"electron":999}');
  const projects = () => readdirSync(userData, { recursive: true }).filter((name) => /^(projects|settings|window)/.test(String(name)));
  const before = projects();

  const { exitCode, said } = await startAlone(userData);
  expect(exitCode).toBe(3);
  expect(said).toContain('موتور ۹۹۹');
  expect(readFileSync(kept, 'utf8')).toBe('a database');
  expect(readFileSync(path.join(userData, 'engine.json'), 'utf8')).toBe('{"electron":999}');
  expect(projects()).toEqual(before);
});

test('a second start brings the first window to the front and ends at once', async ({ start }) => {
  const { app, userData } = await start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  expect((await startAlone(userData)).exitCode).toBe(0);
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized()))).toEqual([false]);
});

test('closing waits until the page has saved', async ({ start }) => {
  const { page, userData, close } = await start();
  const { id } = await page.evaluate(async () => {
    const made = await window.naql.createProject('نام');
    if (!made.ok) throw new Error(made.detail);
    const { id: project } = made.value;
    window.naql.onFlush(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await window.naql.setAside(project, 'last', 'saved at the last moment');
    });
    return made.value;
  });
  expect(await close()).toBe(0);
  expect(readFileSync(path.join(userData, 'projects', id, 'aside-last-1.txt'), 'utf8')).toBe('saved at the last moment');
});

test('when the page cannot save, the person decides whether to close', async ({ start }) => {
  const { app, page, close } = await start();
  await page.evaluate(() => window.naql.onFlush(() => Promise.reject(new Error('the disk is full'))));
  await answerQuestions(app, 0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => typeof window.naql)).toBe('object');
  await answerQuestions(app, 1);
  expect(await close()).toBe(0);
});

test('the window opens again where it was', async ({ start }) => {
  const { app, userData, close } = await start();
  const bounds = { x: 120, y: 90, width: 1000, height: 700 };
  await app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds);
  await close();
  const again = await start({ userData });
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

/** Kills the page's process and waits until the page is back; asked of earlier, a dead page never answers. */
const killPage = (app: ElectronApplication) =>
  app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await new Promise<void>((resolve) => {
      contents?.once('render-process-gone', () => contents.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
    });
    return contents?.executeJavaScript('[typeof window.naql, "old" in window]') as Promise<unknown>;
  });

test('a page whose process dies is loaded again, once', async ({ start }) => {
  const { app, page } = await start();
  await page.waitForLoadState();
  await page.evaluate(() => Object.assign(window, { old: true }));
  expect(await killPage(app)).toEqual(['object', false]);

  const gone = once(app.process(), 'exit');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  expect((await gone)[0]).toBe(1);
});

test('so is one whose process dies while it loads', async ({ start }) => {
  const { userData, close } = await start();
  await close();
  expect((await startAlone(userData, ['-r', inProject('tests', 'e2e', 'die-while-loading.cjs')])).exitCode).toBe(0);
});

test('a bug in the main process ends a test with its stack on stderr', async ({ start }) => {
  const { app } = await start();
  let said = '';
  app.process().stderr?.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
  });
  const gone = once(app.process(), 'exit');
  await app.evaluate(() => {
    setTimeout(() => {
      throw new Error('span 812–840 outside text of 800');
    });
  });
  expect((await gone)[0]).toBe(1);
  expect(said).toContain('span 812–840 outside text of 800');
});

test('an unreadable settings file is kept, and the app starts', async ({ start }) => {
  const { userData, close } = await start();
  await close();
  writeFileSync(path.join(userData, 'settings.json'), '{"language": "fa');
  const { page } = await start({ userData });
  const made = await page.evaluate(() => window.naql.createProject('نام'));
  expect(made.ok).toBe(true);
  expect(readFileSync(path.join(userData, 'settings-damaged-1.json'), 'utf8')).toBe('{"language": "fa');
});
