import { type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inProject } from '../../build/project.mjs';
import { brokenAt, entryHash } from '../../shared/exchange/log.ts';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { say } from './extent.ts';
import { markWords } from './prepared-profile.ts';
import { countsInDatabase, linesOf, projectFolder } from './profile.ts';

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const marks = (page: Page) => page.locator('[id^="annotation-"]');
/** Red, and said by whoever reads the window aloud. */
const notSaved = (page: Page) => page.getByRole('alert').filter({ hasText: 'ذخیره نشد؛' }).first();
const settings = JSON.stringify({ language: 'fa', theme: 'light', annotatorName: 'سارا' });

async function markOne(page: Page): Promise<void> {
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+ArrowLeft');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.keyboard.press('2');
}

/** Database and Journal hold the same, and the Journal's chain is whole. */
async function expectAgreement({ page, userData }: RunningApp): Promise<number> {
  const lines = await linesOf(userData);
  const last = lines.at(-1);
  const counts = await countsInDatabase(page, path.basename(await projectFolder(userData)));
  expect(last && { events: 0, ...last.counts, entries: lines.length, head: entryHash(last.entry) }).toEqual(counts);
  expect(brokenAt(lines.map(({ entry }) => entry))).toBeNull();
  return lines.length;
}

/** Runs work in a small file system of its own; says so, and does nothing, where nobody may mount one. */
async function onSmallDisk(work: (folder: string) => Promise<void>): Promise<boolean> {
  const folder = await mkdtemp(path.join(tmpdir(), 'naql-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true });
    return false;
  }
  try {
    await work(folder);
  } finally {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true });
  }
  return true;
}

/** Takes every byte that is left. */
function fill(file: string): void {
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
    const piece = Buffer.alloc(size);
    for (let isFull = false; !isFull; ) {
      try {
        appendFileSync(file, piece);
      } catch {
        isFull = true;
      }
    }
  }
}

test('a disk that is really full: red and told, nothing acknowledged is lost, and work goes on when there is room', async ({ start }) => {
  const isMounted = await onSmallDisk(async (disk) => {
    const userData = path.join(disk, 'profile');
    await mkdir(userData);
    await writeFile(path.join(userData, 'settings.json'), settings);
    const { page, kill } = await start({ userData, expectedComplaints: /QuotaExceeded|disk|space|FILE_ERROR|Failed to/i });
    await expect(article(page)).toBeFocused();
    await markWords(page, 3);
    const acknowledged = (await linesOf(userData)).length;
    const filler = path.join(disk, 'filler');
    fill(filler);
    await markOne(page);
    await expect(notSaved(page)).toBeVisible();
    expect((await linesOf(userData)).length).toBeGreaterThanOrEqual(acknowledged);
    await kill();
    rmSync(filler);

    const again = await start({ userData });
    await expect(article(again.page)).toBeFocused();
    expect(await expectAgreement(again)).toBeGreaterThanOrEqual(acknowledged);
    // The caret stands at the beginning again: with another label, for the same word is not labelled the same twice.
    await markWords(again.page, 4, '3');
    expect(await expectAgreement(again)).toBeGreaterThan(acknowledged);
    await again.close();
    say(`full disk (tmpfs): told in red; ${acknowledged} acknowledged changes, 0 lost after a kill on the full disk; work went on`);
  });
  if (!isMounted) say('full disk: no file system may be mounted here; only the injected refusals below were tried');
});

test('a disk that is really full and then has room again: "try again" saves what was refused, without a new start', async ({ start }) => {
  const isMounted = await onSmallDisk(async (disk) => {
    const userData = path.join(disk, 'profile');
    await mkdir(userData);
    await writeFile(path.join(userData, 'settings.json'), settings);
    const running = await start({ userData, expectedComplaints: /QuotaExceeded|disk|space|FILE_ERROR|Failed to/i });
    const { page } = running;
    await expect(article(page)).toBeFocused();
    await markWords(page, 3);
    const count = await marks(page).count();
    const acknowledged = (await linesOf(userData)).length;
    const filler = path.join(disk, 'filler');
    for (let times = 1; times <= 2; times++) {
      fill(filler);
      await markOne(page);
      await expect(notSaved(page)).toBeVisible();
      rmSync(filler);
      const again = page.getByRole('button', { name: 'دوباره تلاش کنید' }).first();
      // A write that stood behind the refused one may have taken it along already: then there is nothing to press.
      await expect(async () => {
        if (await again.isVisible()) await again.click({ timeout: 1_000 });
        await expect(page.locator('[data-save="saved"]')).toBeVisible({ timeout: 20_000 });
      }).toPass({ timeout: 60_000 });
      await expect(marks(page)).toHaveCount(count + times);
    }
    // The window works on as if nothing had been.
    await markWords(page, 2);
    const saved = await expectAgreement(running);
    expect(saved).toBeGreaterThanOrEqual(acknowledged + 4);
    await running.close();
    const again = await start({ userData });
    await expect(article(again.page)).toBeFocused();
    expect(await expectAgreement(again)).toBe(saved);
    await again.close();
    say(`full disk (tmpfs), then room: "try again" saved the refused change in the same window, twice of 2; ${saved} changes, 0 lost`);
  });
  if (!isMounted) say('full disk, then room: no file system may be mounted here');
});

for (const [code, words] of [['ENOSPC', 'دیسک پر است'], ['EACCES', 'اجازهٔ خواندن یا نوشتن'], ['EROFS', 'اجازهٔ خواندن یا نوشتن'], ['EIO', 'نوشتن انجام نشد']] as const) {
  test(`the disk refuses (${code}): red and told, the work stays on the screen, retrying saves it, and a start while it refuses loses nothing`, async ({ start }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'naql-refusal-'));
    const refusal = path.join(folder, 'code');
    process.env['NAQL_REFUSAL'] = refusal;
    const before = inProject('tests', 'durability', 'refusing-disk.cjs');
    try {
      const running = await start({ before });
      const { page, userData } = running;
      await expect(article(page)).toBeFocused();
      await markWords(page, 2);
      const acknowledged = (await linesOf(userData)).length;
      const count = await marks(page).count();

      await writeFile(refusal, code);
      await markOne(page);
      await expect(notSaved(page)).toBeVisible();
      await expect(page.getByText(words).first()).toBeVisible();
      await expect(marks(page)).toHaveCount(count + 1);
      expect(await linesOf(userData)).toHaveLength(acknowledged);
      await rm(refusal);
      await page.getByRole('button', { name: 'دوباره تلاش کنید' }).first().click();
      await expect(page.locator('[data-save="saved"]')).toBeVisible();
      const saved = await expectAgreement(running);
      expect(saved).toBeGreaterThan(acknowledged);
      await running.close();

      // The disk refuses from the start: the project is not opened half, and opens when the cause is gone.
      await writeFile(refusal, code);
      const blocked = await start({ userData, before });
      await expect(blocked.page.getByText('پروژه باز نشد')).toBeVisible();
      await rm(refusal);
      await blocked.page.getByRole('button', { name: 'تلاش دوباره' }).click();
      await expect(marks(blocked.page)).toHaveCount(count + 1);
      expect(await expectAgreement(blocked)).toBe(saved);
      say(`${code}: told in red, ${saved - acknowledged} change waited and was saved, a refused start opened nothing and lost nothing`);
    } finally {
      delete process.env['NAQL_REFUSAL'];
      await rm(folder, { recursive: true });
    }
  });
}

test('the browser\'s quota is used up: red and told, and the write that was refused runs again', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await expect(article(page)).toBeFocused();
  await markWords(page, 2);
  const count = await marks(page).count();
  // Electron gives every page an unlimited quota, so the browser itself never says this: it is said in its place.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('the quota is used up', 'QuotaExceededError');
    };
    window.addEventListener('there-is-room', () => void (IDBObjectStore.prototype.put = put));
  });
  await markOne(page);
  await expect(notSaved(page)).toBeVisible();
  await expect(page.getByText('دیسک پر است').first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('there-is-room')));
  await page.getByRole('button', { name: 'دوباره تلاش کنید' }).first().click();
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await expect(marks(page)).toHaveCount(count + 1);
  await expectAgreement(running);
  say('quota exceeded: told in red, the refused change ran again and was saved');
});

test('the computer sleeps while changes are being saved: they are saved when it wakes', async ({ start }) => {
  const running = await start();
  const { app, page } = running;
  await expect(article(page)).toBeFocused();
  const pid = app.process().pid ?? 0;
  const before = (await linesOf(running.userData)).length;
  for (let sleep = 0; sleep < 3; sleep++) {
    const work = markWords(page, 4);
    await new Promise((resolve) => setTimeout(resolve, 20 + 60 * sleep));
    process.kill(-pid, 'SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    process.kill(-pid, 'SIGCONT');
    await work;
  }
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  const entries = await expectAgreement(running);
  say(`sleep during saving: 3 stops of 1.5 s, ${entries - before} changes, 0 lost`);
});

test('the clock is set back: order and chain hold, and the next start finds nothing to mend', async ({ start }) => {
  const running = await start();
  const { page, userData } = running;
  await expect(article(page)).toBeFocused();
  await markWords(page, 2);
  await page.clock.setFixedTime(new Date('2001-01-01T00:00:00Z'));
  await markWords(page, 2);
  const entries = await expectAgreement(running);
  const walls = (await linesOf(userData)).map(({ entry }) => entry.wall);
  expect(walls.at(-1)).toMatch(/^2001/);
  expect(walls[0]).not.toMatch(/^2001/);
  await running.close();
  const again = await start({ userData });
  await expect(article(again.page)).toBeFocused();
  expect(await expectAgreement(again)).toBe(entries);
  await again.page.keyboard.press('Control+z');
  await expect(again.page.locator('[data-save="saved"]')).toBeVisible();
  say('clock set back 25 years: sequence, Lamport time and chain hold; undo works across it');
});

test('two windows on one project: the later one writes, the earlier one is red and writes nothing', async ({ start }) => {
  const running = await start({ expectedComplaints: /./ });
  const { app, page } = running;
  await expect(article(page)).toBeFocused();
  await markWords(page, 1);
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }, preload) => {
    const second = new BrowserWindow({ webPreferences: { preload, contextIsolation: true, sandbox: true } });
    void second.loadURL('app://naql/');
  }, inProject('dist', 'preload', 'index.cjs'));
  const second = await opened;
  await expect(article(second)).toBeVisible();
  await expect(second.locator('[data-save="saved"]')).toBeVisible();
  const before = (await linesOf(running.userData)).length;
  await page.bringToFront();
  await article(page).focus();
  await markOne(page);
  await expect(notSaved(page)).toBeVisible();
  expect(await linesOf(running.userData)).toHaveLength(before);
  await article(second).focus();
  await markOne(second);
  await expect.poll(async () => (await linesOf(running.userData)).length).toBeGreaterThan(before);
  await expectAgreement({ ...running, page: second });
  say('two windows: the earlier one is told in red and writes nothing; no second truth');
});
