import { chromium, type Page } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { extractFile, listPackage } from '@electron/asar';
import { packApp } from '../../build/packaging/pack.mjs';
import { projectDirectory } from '../../build/project.mjs';
import { chosenRuntime } from '../../build/runtime/runtime.mjs';
import { sandboxArguments } from '../../build/runtime/sandbox.mjs';
import { expect, test } from './app.ts';

// One program for all of them: packing takes seconds and 200 MB.
test.describe.configure({ mode: 'serial' });

let folder: string;
/** What people get: one archive, and every fuse as it is packed. */
let program: string;
/** The same Electron as its makers ship it: whatever is shut in ours is open there, so that each question can be seen to be one. */
const unpacked = chosenRuntime().executable;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'naql-packed-'));
  ({ program } = await packApp(chosenRuntime(), { output: path.join(folder, 'release'), inspect: false }));
});
test.afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const running = new Set<ChildProcess>();
test.afterEach(async () => {
  for (const child of running) await end(child);
});

interface Run {
  readonly child: ChildProcess;
  /** All that it has said so far, on stdout and stderr. */
  readonly said: () => string;
}

/** Starts a program as the leader of a process group of its own. */
function run(executable: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const child = spawn(executable, [...args], { env: { ...process.env, ...environment }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => (said += piece.toString('utf8')));
  running.add(child);
  void once(child, 'exit').then(() => running.delete(child));
  return { child, said: () => said };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  process.kill(-child.pid, 'SIGKILL');
  await gone;
}

/** The packed program in a profile; its window is reached as a browser is, since the inspector of its main process is shut. */
async function open(profile: string, { args = [], environment = {} }: { readonly args?: readonly string[]; readonly environment?: Readonly<Record<string, string>> } = {}): Promise<Run & { readonly page: Page }> {
  const started = run(program, [`--user-data-dir=${profile}`, '--remote-debugging-port=0', ...sandboxArguments(path.dirname(program)), ...args], { NAQL_TEST: '1', ...environment });
  const address = () => /DevTools listening on (ws:\S+)/.exec(started.said())?.[1] ?? '';
  await expect.poll(address, { timeout: 60_000 }).not.toBe('');
  const browser = await chromium.connectOverCDP(address(), { noDefaults: true });
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  await expect.poll(() => pages().length).toBe(1);
  const [page] = pages();
  if (!page) throw new Error('the window has gone');
  return { ...started, page };
}

async function profileOf(name: string): Promise<string> {
  const profile = path.join(folder, name);
  await mkdir(profile);
  await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ language: 'fa', theme: 'light', annotatorName: 'سارا' }));
  return profile;
}

const marks = (page: Page) => page.locator('[id^="annotation-"]');
const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });

test('the packed program opens the sample article, and a label is there after a kill', async () => {
  const profile = await profileOf('work');
  const first = await open(profile);
  await expect(article(first.page)).toBeFocused();
  const count = await marks(first.page).count();
  expect(count).toBeGreaterThan(0);
  await first.page.keyboard.press('Control+Shift+ArrowLeft');
  await first.page.keyboard.press('2');
  await expect(marks(first.page)).toHaveCount(count + 1);
  await expect(first.page.locator('[data-save="saved"]')).toBeVisible();
  await end(first.child);

  const { page } = await open(profile);
  await expect(marks(page)).toHaveCount(count + 1);
});

test('its archive holds the bundles and what belongs to them, and neither sources nor packages', () => {
  const archive = path.join(path.dirname(program), 'resources', 'app.asar');
  const names = listPackage(archive, { isPack: false });
  expect(names).toEqual(expect.arrayContaining(['/package.json', '/dist/main/index.cjs', '/dist/preload/index.cjs', '/dist/renderer/index.html', '/dist/renderer/licences.json']));
  expect(names.filter((name) => /\.(map|ts|tsx|mjs)$|node_modules|\/tests?\//.test(name))).toEqual([]);
  expect((JSON.parse(extractFile(archive, 'package.json').toString('utf8')) as { readonly main: string }).main).toBe('dist/main/index.cjs');
});

/** A program that says so on stderr and ends. */
async function plantApp(): Promise<string> {
  const planted = path.join(path.dirname(program), 'resources', 'app');
  await mkdir(planted, { recursive: true });
  await writeFile(path.join(planted, 'package.json'), '{"name":"planted","main":"main.js"}');
  await writeFile(path.join(planted, 'main.js'), 'process.stderr.write("PLANTED\\n"); require("electron").app.exit(7);');
  return planted;
}

test('a folder that somebody puts beside the archive is not loaded in its place', async () => {
  const planted = await plantApp();
  const { page, said } = await open(await profileOf('planted'));
  await expect(article(page)).toBeFocused();
  expect(said()).not.toContain('PLANTED');
  await rm(planted, { recursive: true });
});

test('neither ELECTRON_RUN_AS_NODE nor NODE_OPTIONS makes it run what somebody else wrote', async () => {
  const script = path.join(folder, 'foreign.js');
  const done = path.join(folder, 'done');
  await writeFile(script, `require("node:fs").appendFileSync(${JSON.stringify(done)}, "x");`);
  const asNode = { ELECTRON_RUN_AS_NODE: '1' };

  // The same question put to an Electron that was not packed.
  await once(run(unpacked, [script], asNode).child, 'exit');
  expect(existsSync(done)).toBe(true);
  await rm(done);

  const { page } = await open(await profileOf('as-node'), { args: [script], environment: { ...asNode, NODE_OPTIONS: `--require=${script}` } });
  // The script is a file that it is given: what it says of such a one is shown.
  await expect(page.locator('#root')).not.toBeEmpty();
  expect(existsSync(done)).toBe(false);
});

/** A port of this machine on which nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  server.close();
  await once(server, 'close');
  return address.port;
}

test('no argument opens the inspector of its main process', async () => {
  const inspector = async (port: number) => fetch(`http://127.0.0.1:${port}/json/version`).then(({ status }) => status, () => 'closed');

  // On a port of the system's choice: one that was free a moment ago may be somebody else's now.
  const bare = run(unpacked, ['--inspect=0', projectDirectory, `--user-data-dir=${await profileOf('bare')}`, ...sandboxArguments(path.dirname(unpacked))], { NAQL_TEST: '1' });
  const address = () => /Debugger listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(bare.said())?.[1] ?? '';
  await expect.poll(address, { timeout: 60_000 }).not.toBe('');
  expect(await inspector(Number(address()))).toBe(200);
  await end(bare.child);

  const port = await freePort();
  const { page, said } = await open(await profileOf('inspect'), { args: [`--inspect=${port}`] });
  await expect(article(page)).toBeFocused();
  expect(await inspector(port)).toBe('closed');
  expect(said()).not.toContain('Debugger listening');
});

test('where its archive is taken away a folder in its place is not loaded either, which is what one fuse is for', async () => {
  const resources = path.join(path.dirname(program), 'resources');
  await plantApp();
  await rename(path.join(resources, 'app.asar'), path.join(folder, 'app.asar'));
  const outcome = async (name: string) => {
    const { child, said } = run(program, [`--user-data-dir=${await profileOf(name)}`, ...sandboxArguments(path.dirname(program))], { NAQL_TEST: '1' });
    // An Electron without an app may stay: whoever is to be heard says its word at once.
    await Promise.race([once(child, 'exit'), new Promise((resolve) => setTimeout(resolve, 4_000))]);
    await end(child);
    return said();
  };
  expect(await outcome('without-archive')).not.toContain('PLANTED');
  await flipFuses(program, { version: FuseVersion.V1, [FuseV1Options.OnlyLoadAppFromAsar]: false });
  expect(await outcome('open')).toContain('PLANTED');
});
