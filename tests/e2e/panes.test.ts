import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Locator, type Page } from '@playwright/test';
import { type Settings } from '../../shared/bridge.ts';
import { accessibilityFaults } from '../chromium/accessibility.ts';
import { expect, test } from './app.ts';
import { misfits } from './layout.ts';

const edge = (page: Page, name: string) => page.getByRole('separator', { name });
const widthOf = async (pane: Locator): Promise<number> => (await pane.boundingBox())?.width ?? 0;
const pane = (page: Page, name: string) => page.getByRole('complementary', { name, exact: true });

/** Drags an edge to the left by CSS pixels; to the right where they are fewer than none. */
async function drag(page: Page, separator: Locator, left: number): Promise<void> {
  const box = await separator.boundingBox();
  if (!box) throw new Error('an edge that is not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - left / 2, y);
  await page.mouse.move(x - left, y);
  await page.mouse.up();
}

/** How many columns of pixels in a row belong to the edge, each for at least 24 pixels round its middle. */
const graspable = (separator: Locator): Promise<number> =>
  separator.evaluate((dom) => {
    const { left, right, top, bottom } = dom.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    const isOurs = (x: number) => [-11.5, 0, 11.5].every((away) => document.elementFromPoint(x, middle + away) === dom);
    let columns = 0;
    for (let x = Math.round(left) - 24.5; x < right + 24; x++) if (isOurs(x)) columns++;
    return columns;
  });

for (const language of ['fa', 'en'] as const) {
  test(`every edge has a place to grasp it of 24 × 24 pixels (WCAG 2.5.8), and takes no more of what is beside it: ${language}`, async ({ start }) => {
    const { page } = await start({ settings: { language } });
    await expect(page.getByRole('textbox').first()).toBeFocused();
    await page.keyboard.press('Shift+KeyG');
    const edges = page.getByRole('separator');
    await expect(edges).toHaveCount(3);
    for (const one of await edges.all()) {
      const columns = await graspable(one);
      expect(columns).toBeGreaterThanOrEqual(24);
      expect(columns).toBeLessThanOrEqual(25);
      expect((await one.boundingBox())?.width).toBe(12);
    }
  });
}

test('an edge that is torn out of the hand stays where it was, and no longer follows the pointer', async ({ start }) => {
  const running = await start();
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  const [inspector, separator] = [pane(page, 'بازبین'), edge(page, 'پهنای بازبین')];
  const usual = await widthOf(inspector);
  const box = await separator.boundingBox();
  if (!box) throw new Error('an edge that is not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await separator.evaluate((dom) => dom.addEventListener('pointerdown', (event) => Object.assign(dom, { tear: () => dom.releasePointerCapture((event as PointerEvent).pointerId) })));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y);
  // As the system does it when another window comes over this one.
  await separator.evaluate((dom) => (dom as HTMLElement & { tear: () => void }).tear());
  await page.mouse.move(x + 24, y);
  await page.mouse.move(x + 21, y);
  await expect.poll(() => widthOf(inspector)).toBe(usual + 20);
  await page.mouse.up();
  await page.mouse.move(x + 22, y);
  await expect(separator).toHaveAttribute('aria-valuenow', String(usual + 20));
  expect(await widthOf(inspector)).toBe(usual + 20);
  await running.close();
  const settings = JSON.parse(await readFile(path.join(running.userData, 'settings.json'), 'utf8')) as Settings;
  expect(settings.panes).toEqual({ inspector: usual + 20 });
});

test('edges between text, labels, guideline and inspector move as the pointer and the arrows do, in both directions of writing, and are remembered', async ({ start }) => {
  const running = await start();
  const { app, page, screenshot } = running;
  const text = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(text).toBeFocused();
  const [labels, inspector] = [pane(page, 'برچسب‌ها'), pane(page, 'بازبین')];
  const usual = { labels: await widthOf(labels), inspector: await widthOf(inspector) };
  await expect(edge(page, 'پهنای ستون کنار متن')).toHaveCount(0);

  // Right to left: labels on the right grow to the left, the inspector on the left to the right.
  await drag(page, edge(page, 'پهنای برچسب‌ها'), 60);
  await expect.poll(() => widthOf(labels)).toBe(usual.labels + 60);
  await drag(page, edge(page, 'پهنای بازبین'), -40);
  await expect.poll(() => widthOf(inspector)).toBe(usual.inspector + 40);
  await edge(page, 'پهنای بازبین').press('ArrowLeft');
  await expect.poll(() => widthOf(inspector)).toBe(usual.inspector + 24);
  await expect(edge(page, 'پهنای بازبین')).toHaveAttribute('aria-valuenow', String(usual.inspector + 24));
  await page.keyboard.press('KeyG');
  const guideline = pane(page, 'راهنمای برچسب‌زنی');
  const before = await widthOf(guideline);
  await drag(page, edge(page, 'پهنای ستون کنار متن'), -32);
  await expect.poll(() => widthOf(guideline)).toBe(before + 32);

  // Neither is made so narrow that its words are cut off, nor the text.
  await edge(page, 'پهنای بازبین').press('Home');
  await edge(page, 'پهنای برچسب‌ها').press('Home');
  await expect.poll(() => widthOf(inspector)).toBeLessThan(usual.inspector);
  await edge(page, 'پهنای ستون کنار متن').press('Home');
  await expect.poll(() => widthOf(guideline)).toBeLessThan(before);
  await screenshot('panes-narrow');
  expect(await misfits(page)).toEqual([]);

  // What is told to be the most is what can be had, also when the window has become another.
  const besideEdge = edge(page, 'پهنای ستون کنار متن');
  const most = async (of: Locator) => Number(await of.getAttribute('aria-valuemax'));
  await besideEdge.press('End');
  await expect.poll(() => widthOf(guideline)).toBeGreaterThan(before);
  await expect.poll(async () => Math.abs((await widthOf(guideline)) - (await most(besideEdge)))).toBeLessThan(1);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => Math.round((await widthOf(guideline)) - (await most(besideEdge))), 'one key back is one key').toBe(-16);
  const inWindow = await most(edge(page, 'پهنای بازبین'));
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const { width = 0, height = 0 } = window?.getBounds() ?? {};
    window?.setSize(width - 100, height);
  });
  await expect.poll(() => most(edge(page, 'پهنای بازبین'))).toBeLessThan(inWindow - 50);
  await besideEdge.press('Enter');
  await page.keyboard.press('KeyG');
  await edge(page, 'پهنای برچسب‌ها').press('End');
  await expect.poll(() => widthOf(page.getByRole('main'))).toBeLessThan(300);
  expect(await misfits(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);

  await edge(page, 'پهنای برچسب‌ها').dblclick();
  await expect.poll(() => widthOf(labels)).toBe(usual.labels);
  const narrow = await widthOf(inspector);
  expect(await running.close()).toBe(0);
  const file = path.join(running.userData, 'settings.json');
  const stored = JSON.parse(await readFile(file, 'utf8')) as Settings;
  expect(stored.panes).toEqual({ inspector: narrow });

  await writeFile(file, JSON.stringify({ ...stored, language: 'en' }));
  const again = await start({ userData: running.userData });
  await expect(again.page.getByRole('textbox', { name: 'Article text' })).toBeFocused();
  const english = pane(again.page, 'Inspector');
  expect(await widthOf(english)).toBe(narrow);
  await edge(again.page, 'Width of the inspector').press('ArrowLeft');
  await expect.poll(() => widthOf(english)).toBe(narrow + 16);
  await again.page.keyboard.press('Enter');
  await expect.poll(() => widthOf(english)).toBe(usual.inspector);
});
