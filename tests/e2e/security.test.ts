import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { type CallChannel, callChannels } from '../../shared/bridge.ts';
import { expect, test } from './app.ts';
import { type Attack, attacks } from './attacks.ts';
import { answerSaveDialogs } from './dialogs.ts';
import { listener } from './listener.ts';

/** What the browser says on its console of the attacks below. */
const refusals = /Refused to|Content Security Policy|TrustedScript|TrustedHTML|trusted|net::ERR_|Not allowed|Failed to load|WebSocket|Geolocation/i;

/**
 * What an attack comes to. A timer of the page begins it, since what Playwright calls directly is not bound by the
 * page's policy.
 */
async function outcome(page: Page, { run, url = '' }: Attack, port: number): Promise<string> {
  const attack = await page.evaluateHandle(`({ run: ${run.toString()} })`);
  const given = { port, url: url.replace('{port}', String(port)) };
  return page.evaluate(
    ([held, values]) =>
      new Promise<string>((resolve) => {
        const begin = async () => (held as Attack).run(values);
        const tell = (value: unknown) => resolve(`done: ${JSON.stringify(value)}`);
        setTimeout(() => void begin().then(tell, (error: unknown) => resolve(`stopped: ${String(error)}`)));
      }),
    [attack, given] as const,
  );
}

for (const [promise, tried] of attacks) {
  test(`the page ${promise}`, async ({ start }) => {
    const { app, page } = await start({ expectedComplaints: refusals });
    const outside = await listener();
    for (const attack of tried) expect.soft(await outcome(page, attack, outside.port), attack.name).toMatch(attack.expected);
    await page.waitForTimeout(300);
    expect(outside.visits(), 'visits to the listener').toBe(0);
    outside.close();
    expect(page.url()).toBe('app://naql/');
    expect(await page.evaluate(() => [typeof window.naql, 'owned' in window])).toEqual(['object', false]);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });
}

test('the page may copy, keep its data, and load itself again', async ({ start }) => {
  const { page } = await start();
  expect(await page.evaluate(() => navigator.storage.persisted()), 'the program has asked').toBe(true);
  expect(await page.evaluate(() => navigator.storage.persist())).toBe(true);
  // Asked for, and not done: only a window in focus may write, and nobody says which one that is in a test.
  expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state)).toBe('granted');
  // Else its first loading, still under way, would be taken for the second.
  await page.waitForLoadState();
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => location.reload());
  await loaded;
  expect(await page.evaluate(() => typeof window.naql)).toBe('object');
});

test('the bridge is a list of named functions', async ({ start }) => {
  const { page } = await start();
  const names = await page.evaluate(() => Object.entries(window.naql).map(([name, value]) => `${name}: ${typeof value}`));
  expect(names.sort()).toEqual([...callChannels, 'onMenu', 'onFiles', 'onFlush', 'onBackup'].map((name) => `${name}: function`).sort());
});

test('a page of another origin is not answered, although it has the same preload script', async ({ start }) => {
  const { app } = await start();
  const answer = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const forger = new BrowserWindow({ show: false, webPreferences: { preload } });
    await forger.loadURL('data:text/html,<p>x</p>');
    const said: unknown = await forger.webContents.executeJavaScript('naql.start().catch((error) => error.message)');
    forger.destroy();
    return said;
  }, inProject('dist', 'preload', 'index.cjs'));
  expect(answer).toContain('start: sender refused');
});

test('a webview is not attached even in a window that would let it be', async ({ start }) => {
  const { app } = await start();
  const found = await app.evaluate(async ({ BrowserWindow, webContents }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
    let attached = 0;
    window.webContents.on('did-attach-webview', () => (attached += 1));
    const asked = new Promise((resolve) => window.webContents.once('will-attach-webview', resolve));
    await window.loadURL('data:text/html,<webview src="data:text/html,x"></webview>');
    await asked;
    // Were it attached, it would be a page of its own within this time.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const guests = webContents.getAllWebContents().filter((one) => one.getType() === 'webview' && !one.isDestroyed() && one.getURL() !== '').length;
    window.destroy();
    return { attached, guests };
  });
  expect(found).toEqual({ attached: 0, guests: 0 });
});

test('garbage and oversize on any channel are refused, and the app goes on', async ({ start }) => {
  const { page } = await start();
  const taken = await page.evaluate(async (channels) => {
    const long = 'x'.repeat(20_000_000);
    const deep = Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], null);
    const garbage: unknown[][] = [
      [long], ['prj-../../x', long], [deep, deep], [{}, {}, {}], [null], [Number.NaN, -1], [new Date(), new Map()], ['prj-a', [{ entry: {} }]],
      [Array.from({ length: 100_000 }, () => ({}))], ['', '', '', '', ''],
    ];
    const answers = channels.flatMap((channel) =>
      garbage.map(async (args) => {
        const call = window.naql[channel] as (...values: unknown[]) => Promise<unknown>;
        const answer = await call(...args).then(() => 'taken', () => 'refused');
        return answer === 'taken' ? [`${channel}(${JSON.stringify(args).slice(0, 60)})`] : [];
      }),
    );
    return (await Promise.all(answers)).flat();
  }, callChannels);
  expect(taken).toEqual([]);
  expect(await page.evaluate(async () => (await window.naql.start()).settings.language)).toBe('fa');
});

/** Arguments in which somebody names something: whatever stands for a project, a token, a file or a folder is the name. */
type Naming = readonly (readonly unknown[])[];

const hash = '0'.repeat(64);

/**
 * How a page would name what nobody has given to it, on every channel; none where a channel takes no name of anything, or (said beside it) shows what
 * it is given to people and does no more. A channel that comes is to be thought of here.
 */
const naming = (name: string): Readonly<Record<CallChannel, Naming>> => {
  const bytes = new TextEncoder().encode('x');
  return {
    start: [], toggleFullScreen: [], listProjects: [], lostProjects: [], projectSizes: [], clearDatabases: [], freeSpace: [], listBackups: [], forgetBackupFolder: [], takeFiles: [], pdf: [], print: [],
    deviceKey: [],
    // Words for people.
    setTitle: [], setMenu: [], chooseBackup: [], chooseBackupFolder: [], chooseFiles: [], chooseFolder: [], chooseSharedFolder: [], signBundle: [],
    // A list of people and keys: the project in it is not looked up.
    signRoster: [], verifyRoster: [],
    // Whose it is goes into what is encrypted, and is not looked up.
    envelopeKey: [], verifyEnvelopeKey: [], encloseBundle: [], openEnvelope: [],
    saveSettings: [[{ project: name, path: name }]],
    createProject: [['x', name]],
    bringBackProject: [[name, 'x'], [name, null]],
    renameProject: [[name, 'x']],
    markProject: [[name, 'deleted', true]],
    purgeProject: [[name]],
    openJournal: [[name]],
    readJournal: [[name, 0, 10]],
    appendJournal: [[name, []]],
    readSalvage: [[name, 0, 10]],
    finishSalvage: [[name]],
    setAside: [[name, 'x', 'x'], ['prj-nobody-has-this', name, 'x']],
    beginSnapshot: [[name, { sequence: 1, hash, shape: 1, rows: 1, tables: 1 }]],
    appendSnapshot: [[name, '[]']],
    finishSnapshot: [[name]],
    cancelSnapshot: [[name]],
    newestSnapshot: [[name]],
    readSnapshot: [[name, 1, 0]],
    backUp: [[name, 'by-hand']],
    previewBackup: [[name]],
    restoreBackup: [[name, 'x']],
    saveProjectCopy: [[name, 'x', 'x']],
    readFolder: [[name, [0]]], readPart: [[name, 0, 0, 1]],
    // The first file has no more than the name that the person gives it.
    saveFiles: [['x', 'x', [{ suffix: '', bytes }, { suffix: name || '/', bytes }]]],
    listReleases: [[name]],
    keepRelease: [[name, { version: '1.0.0', date: '2026-01-01', lock: null }]],
    projectSecret: [[name]],
    beginExport: [],
    appendExport: [[name, 'x', bytes], [crypto.randomUUID(), name, bytes]],
    finishExport: [[name]],
    cancelExport: [[name]],
    verifyBundle: [[name, { key: name, signature: name }]],
    keepBundle: [[name, 'received', hash, bytes], ['prj-nobody-has-this', 'received', name, bytes]],
    connectSharedFolder: [[name, 'prj-nobody-has-this', null], [name, name, bytes]],
    forgetSharedFolder: [[name]],
    lookIntoSharedFolder: [[name, 'prj-nobody-has-this'], ['prj-nobody-has-this', name]],
    readSharedFiles: [[name, ['project.json']], ['prj-nobody-has-this', [name]]],
    keepForSharedFolder: [[name, [{ name: `schema/${hash}.json`, bytes }]], ['prj-nobody-has-this', [{ name, bytes }]]],
    sendToSharedFolder: [[name, name, [`schema/${hash}.json`]], ['prj-nobody-has-this', 'prj-nobody-has-this', [name]]],
  };
};

const foreignNames = (outside: string): readonly string[] =>
  [outside, `file://${outside}`, '../../etc/passwd', '/etc/passwd', '\\\\server\\share', 'C:\\Windows\\win.ini', '.', '..', '', crypto.randomUUID()];

test('files that nobody chose cannot be named on any channel: no path, no guessed token, no project that is not there', async ({ start }) => {
  const { app, page, userData } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  const outside = path.join(userData, '..', `${path.basename(userData)}-outside`);
  await writeFile(outside, 'راز');
  const kept = async () => [await readdir(path.join(userData, 'projects')), await readdir(path.join(userData, 'backups')).catch(() => []), await readFile(outside, 'utf8')];
  const before = await kept();
  await answerSaveDialogs(app, outside);
  const tried = [...foreignNames(outside), 'prj-nobody-has-this'].flatMap((name) => {
    // A new project may have an id that nobody has, and so may one for which the page says to have a working copy.
    const mayBe = name === 'prj-nobody-has-this' ? ['createProject', 'bringBackProject'] : [];
    return Object.entries(naming(name)).flatMap(([channel, calls]) => (mayBe.includes(channel) ? [] : calls.map((args) => [channel, ...args] as const)));
  });
  expect(tried.length).toBeGreaterThan(300);
  const taken = await page.evaluate(async (calls) => {
    const answers = await Promise.all(
      calls.map(async ([channel, ...args]) => {
        const call = (window.naql as unknown as Record<string, (...values: unknown[]) => Promise<{ readonly ok?: boolean; readonly value?: unknown } | boolean | null>>)[channel];
        if (!call) throw new Error(`no channel ${channel}`);
        // A refusal is a rejected call, or an answer that says what was wrong; an empty list, or nothing at all, gives nothing away.
        const answer = await call(...args).catch(() => null);
        const isNothing = !answer || (typeof answer === 'object' && (answer.ok === false || answer.value === null || JSON.stringify(answer.value) === '[]'));
        return isNothing ? [] : [`${channel}(${JSON.stringify(args)}): ${JSON.stringify(answer).slice(0, 80)}`];
      }),
    );
    return answers.flat();
  }, tried);
  expect(taken).toEqual([]);
  expect(await kept()).toEqual(before);
  await rm(outside);
});

test('a name that a dialog begins with leads to no other folder', async ({ start }) => {
  const { app, page } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const asked = await app.evaluateHandle(({ dialog }) => {
    const paths: string[] = [];
    dialog.showSaveDialog = (...given: readonly unknown[]) => {
      paths.push((given.at(-1) as { readonly defaultPath: string }).defaultPath);
      return Promise.resolve({ canceled: true, filePath: '' });
    };
    return paths;
  });
  const names = ['x', ...foreignNames('/outside').filter((name) => name !== '')];
  await page.evaluate(async (all) => {
    const [project] = await window.naql.listProjects();
    if (!project) throw new Error('no project');
    for (const name of all) {
      await window.naql.saveFiles('x', name, [{ suffix: '', bytes: new Uint8Array(1) }]);
      await window.naql.beginExport('x', name);
      await window.naql.saveProjectCopy(project.id, 'x', name);
    }
  }, names);
  const paths = await asked.jsonValue();
  expect(paths).toHaveLength(names.length * 3);
  expect([...new Set(paths.map((one) => path.dirname(one)))]).toHaveLength(1);
});
