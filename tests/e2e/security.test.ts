import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { callChannels } from '../../shared/bridge.ts';
import { expect, test } from './app.ts';
import { type Attack, attacks } from './attacks.ts';
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

test('files that nobody chose cannot be named: no path, no guessed token, no project that is not there', async ({ start }) => {
  const { page, userData } = await start();
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  const outside = path.join(userData, '..', `${path.basename(userData)}-outside`);
  await writeFile(outside, 'راز');
  const kept = async () => [await readdir(path.join(userData, 'projects')), await readdir(path.join(userData, 'backups')).catch(() => [])];
  const before = await kept();
  const taken = await page.evaluate(async (file) => {
    const bytes = new TextEncoder().encode('x');
    const strange = 'prj-nobody-has-this';
    const names = [file, `file://${file}`, '../../etc/passwd', '/etc/passwd', '\\\\server\\share', 'C:\\Windows\\win.ini', crypto.randomUUID(), strange];
    const calls = names.flatMap((name): readonly (readonly [string, ...unknown[]])[] => [
      ['previewBackup', name], ['restoreBackup', name, 'x'], ['appendExport', name, 'x', bytes], ['finishExport', name],
      ['openJournal', name], ['readJournal', name, 0, 10], ['readSalvage', name, 0, 10], ['newestSnapshot', name], ['readSnapshot', name, 1, 0], ['setAside', name, 'x', 'x'],
      ['appendJournal', name, []], ['backUp', name, 'by-hand'], ['listReleases', name], ['projectSecret', name], ['purgeProject', name], ['renameProject', name, 'x'],
      ['keepBundle', name, 'received', '0'.repeat(64), bytes], ['saveSettings', { project: name, path: name }],
    ]);
    const answers = await Promise.all(
      calls.map(async ([channel, ...args]) => {
        const call = (window.naql as unknown as Record<string, (...values: unknown[]) => Promise<{ readonly ok?: boolean } | null>>)[channel];
        if (!call) throw new Error(`no channel ${channel}`);
        // A refusal is a rejected call, or an answer that says what was wrong; an empty list gives nothing away.
        const answer = await call(...args).then((value) => value, () => ({ ok: false }));
        return answer && (answer.ok === false || JSON.stringify(answer) === '{"ok":true,"value":[]}') ? [] : [`${channel}(${JSON.stringify(args[0])}): ${JSON.stringify(answer).slice(0, 80)}`];
      }),
    );
    return answers.flat();
  }, outside);
  expect(taken).toEqual([]);
  expect(await kept()).toEqual(before);
  await rm(outside);
});
