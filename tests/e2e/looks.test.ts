import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Locator, type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { type Language, type Settings } from '../../shared/bridge.ts';
import { translator } from '../../renderer/messages/translate.ts';
import { expect, type RunningApp, test } from './app.ts';
import { writeDenseArticle } from './dense-article.ts';
import { answerOpenDialogs } from './dialogs.ts';
import { latinWords, misfits } from './layout.ts';
import { newProject } from './new-project.ts';
import { walkScreens } from './screens.ts';
import { settled } from './settled.ts';

/** Lanes drawn straight in the first paragraphs, in CSS pixels of the window: at each, how far the brightest and the darkest pixel differ. */
async function laneContrasts({ app, page }: RunningApp): Promise<readonly number[]> {
  const lanes = await page.evaluate(() =>
    [...document.querySelectorAll('[role=textbox] svg [class*=lanes] path')].flatMap((lane) => {
      const { left, top, width, height } = lane.getBoundingClientRect();
      const isStraight = height < 4 && width > 12;
      return isStraight && top > 0 && top + height < innerHeight - 60 ? [{ x: Math.round(left), y: Math.floor(top) - 1, width: Math.round(width), height: 5 }] : [];
    }),
  );
  return app.evaluate(async ({ BrowserWindow }, places) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    if (!picture) throw new Error('there is no window');
    return places.map((place) => {
      const bytes = picture.crop(place).toBitmap();
      const greens = Array.from({ length: bytes.length / 4 }, (_, pixel) => bytes[4 * pixel + 1] ?? 0);
      return Math.max(...greens) - Math.min(...greens);
    });
  }, lanes);
}

const marks = (page: Page) => page.getByRole('listbox').getByRole('option');

/** The sample with a colleague's labels, a quote in the middle of the text focused. */
async function showLabelled({ page }: RunningApp, language: Language): Promise<void> {
  const { t } = translator(language);
  await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
  await page.getByRole('group', { name: t('annotate.whose') }).getByRole('button').nth(1).click();
  await expect(marks(page)).toHaveCount(61);
  // The list keeps only lines near the visible ones, and moves under the pointer while it settles.
  const line = page.locator('[role=option][aria-posinset="16"]');
  await expect(async () => {
    await line.click();
    await expect(line).toHaveAttribute('aria-selected', 'true', { timeout: 1_000 });
  }).toPass();
  await page.mouse.move(0, 0);
  // The label that has the focus is drawn so, and all others under the text.
  await expect(page.locator('[role=textbox] [class*=handle]').first()).toBeAttached();
  await expect(page.locator('[role=textbox] svg [class*=lanes] path').first()).toBeAttached();
  await settled(page);
}

const resize = ({ app }: RunningApp, width: number, height: number, zoom = 1): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, [wide, high, factor]) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(wide, high);
      window?.webContents.setZoomFactor(factor);
    },
    [width, height, zoom] as const,
  );

/** A picture of what the window shows now, which has to fit. The page's own picture knows nothing of zoom, so the window takes it. */
async function portray({ app, page }: RunningApp, name: string): Promise<void> {
  await settled(page);
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const captured = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return captured?.toPNG().toString('base64') ?? '';
  });
  await writeFile(inProject('test-results', 'screenshots', `looks-${name}.png`), Buffer.from(picture, 'base64'));
  await expect(async () => expect(await misfits(page), name).toEqual([])).toPass({ timeout: 10_000 });
}

test.beforeAll(() => mkdir(inProject('test-results', 'screenshots'), { recursive: true }));

for (const settings of [
  { language: 'fa', theme: 'light' }, { language: 'fa', theme: 'dark' }, { language: 'en', theme: 'light' }, { language: 'en', theme: 'dark' },
] as const satisfies readonly Partial<Settings>[]) {
  test(`the editor: ${settings.language}, ${settings.theme}`, async ({ start }) => {
    const running = await start({ settings });
    await showLabelled(running, settings.language);
    await portray(running, `editor-${settings.language}-${settings.theme}`);
  });
}

test('labels upon labels: nested and crossing spans keep their lanes', async ({ start }) => {
  const running = await start();
  const { app, page, userData } = running;
  const file = path.join(userData, 'dense.jsonl');
  await writeDenseArticle(file);
  await answerOpenDialogs(app, file);
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await newProject(page, 'چندلایه');
  await page.keyboard.press('Control+KeyO');
  await page.getByRole('group', { name: 'برچسب‌های چه کسی' }).getByRole('button').nth(1).click();
  await expect(marks(page)).toHaveCount(74);
  await marks(page).nth(2).click();
  await page.mouse.move(0, 0);
  await portray(running, 'dense-overlap');
});

test('in focus mode there is the text, and nothing else', async ({ start }) => {
  const running = await start();
  await showLabelled(running, 'fa');
  await running.page.keyboard.press('F9');
  await expect(running.page.getByRole('contentinfo')).toBeHidden();
  await portray(running, 'focus-mode');
});

test('at 200 % zoom, and in a small window, everything is there and nothing is cut off', async ({ start }) => {
  const running = await start();
  await showLabelled(running, 'fa');
  await resize(running, 1280, 860, 2);
  await expect.poll(() => running.page.evaluate(() => innerWidth)).toBe(640);
  await portray(running, 'zoom-200');
  // The panels are below the text and keep a height to work in; the bar stays one line.
  for (const panel of [running.page.getByRole('complementary', { name: 'بازبین' }), running.page.getByRole('complementary', { name: 'برچسب‌ها' })]) {
    expect((await panel.boundingBox())?.height).toBeGreaterThan(300);
  }
  expect((await running.page.getByRole('contentinfo').boundingBox())?.height).toBeLessThan(60);
  await expect(running.page.getByRole('button', { name: 'پایان', exact: true })).toBeInViewport({ ratio: 1 });
  const note = running.page.getByRole('textbox', { name: 'یادداشت' });
  await note.scrollIntoViewIfNeeded();
  expect(await note.evaluate((field) => {
    const { left, top, width, height } = field.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === field;
  })).toBe(true);
  await portray(running, 'zoom-200-panels');
  for (const [width, height] of [[1024, 700], [800, 560]] as const) {
    await resize(running, width, height);
    await expect.poll(() => running.page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
    await portray(running, `window-${width}`);
  }
});

for (const language of ['fa', 'en'] as const) {
  test(`at 200 % zoom the guideline, the library, people and agreement have room to work in: ${language}`, async ({ start }) => {
    const { t } = translator(language);
    const running = await start({ settings: { language } });
    const { page } = running;
    await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
    await page.keyboard.press('Shift+KeyG');
    const guideline = page.getByRole('complementary', { name: t('guideline.title') });
    await expect(guideline).toBeVisible();
    await resize(running, 1280, 800, 2);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    await settled(page);
    const [above, below] = [await guideline.boundingBox(), await page.getByRole('complementary', { name: t('annotate.labels'), exact: true }).boundingBox()];
    expect(above?.height).toBeGreaterThan(300);
    expect((above?.y ?? NaN) + (above?.height ?? NaN)).toBeLessThanOrEqual((below?.y ?? NaN) + 1);
    await page.keyboard.press('KeyG');
    // The list of labels, which is all of the text to those who hear it: several lines, and none under the bar.
    const spans = page.getByRole('listbox', { name: t('annotate.spans') });
    expect((await spans.boundingBox())?.height).toBeGreaterThan(80);
    const last = spans.getByRole('option').last();
    await last.evaluate((line) => line.scrollIntoView({ block: 'nearest' }));
    expect(await last.evaluate((line) => {
      const { left, top, width, height } = line.getBoundingClientRect();
      return line.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    })).toBe(true);
    await page.keyboard.press('Control+KeyL');
    await expect(page.getByRole('grid', { name: t('library.list') })).toBeVisible();
    await portray(running, `zoom-200-library-${language}`);
    await page.keyboard.press('Control+KeyG');
    const name = page.getByRole('textbox', { name: t('people.name'), exact: true });
    await name.scrollIntoViewIfNeeded();
    await expect(name).toBeInViewport({ ratio: 1 });
    // What somebody said is cut after some lines, and whole where it was said.
    expect((await misfits(page)).filter((one) => !one.startsWith('lacks its end'))).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyJ');
    await expect(page.getByRole('main', { name: t('menu.agreement') })).toHaveAttribute('aria-busy', 'false');
    await portray(running, `zoom-200-agreement-${language}`);
  });
}

test('in forced colours lanes, badges and the focus are still seen', async ({ start }) => {
  const running = await start();
  await running.page.emulateMedia({ forcedColors: 'active' });
  await showLabelled(running, 'fa');
  await portray(running, 'forced-colours');
  const painted = await running.page.evaluate(() => {
    const styleOf = (selector: string) => [...document.querySelectorAll(selector)].map((one) => getComputedStyle(one));
    return {
      lanes: styleOf('[role=textbox] svg [class*=lanes] path').map(({ stroke, display }) => `${display} ${stroke}`),
      badges: styleOf('[role=textbox] [class*=adge]').map(({ borderTopStyle }) => borderTopStyle),
    };
  });
  // A picture of the window shows the frame that was on the screen last, which may be one of before.
  await expect(async () => {
    const contrasts = await laneContrasts(running);
    expect(contrasts.length).toBeGreaterThan(8);
    expect(contrasts.filter((one) => one < 100)).toEqual([]);
  }).toPass({ timeout: 20_000 });
  expect(painted.lanes.length).toBeGreaterThan(20);
  expect(painted.lanes.filter((one) => /none|rgba\(0, 0, 0, 0\)/.test(one))).toEqual([]);
  expect(painted.badges.length).toBeGreaterThan(20);
  expect(new Set(painted.badges)).toEqual(new Set(['solid']));
});

for (const language of ['fa', 'en'] as const) {
  test(`in forced colours, too, one sees what is chosen, and where what lies above the rest ends: ${language}`, async ({ start }) => {
    const { t } = translator(language);
    const { page } = await start({ settings: { language } });
    await page.emulateMedia({ forcedColors: 'active' });
    const edges = (chosen: Locator) => chosen.evaluateAll((all) => all.map((one) => getComputedStyle(one)).map(({ outlineStyle, outlineWidth }) => `${outlineStyle} ${outlineWidth}`));
    await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
    await page.keyboard.press('Control+KeyL');
    const states = page.getByRole('complementary', { name: t('library.totals') });
    await expect(states.locator('[aria-pressed=true]').first()).toBeVisible();
    expect(await edges(states.locator('[aria-pressed=true]'))).toEqual(['solid 2px']);
    expect(new Set(await edges(states.locator('[aria-pressed=false]')))).toEqual(new Set(['none 0px']));
    await page.getByRole('button', { name: t('settings.title') }).click();
    const dialog = page.locator('[role=dialog][data-size]');
    await expect(dialog).toBeVisible();
    expect(await edges(dialog)).toEqual(['solid 1px']);
    expect((await edges(dialog.getByRole('radio', { checked: true }))).slice(0, 2)).toEqual(['solid 2px', 'solid 2px']);
    expect(new Set(await edges(dialog.getByRole('radio', { checked: false })))).toEqual(new Set(['none 0px']));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyB');
    const parts = page.getByRole('navigation', { name: t('schema.parts') });
    await page.getByRole('main').getByRole('textbox').first().focus();
    expect(await edges(parts.locator('[aria-current=true]'))).toEqual(['solid 2px']);
    expect(new Set(await edges(parts.locator('[aria-current=false]')))).toEqual(new Set(['none 0px']));
  });

  test(`at 200 % zoom a label that is chosen in the schema opens in sight, and every setting can be reached: ${language}`, async ({ start }) => {
    const { t } = translator(language);
    const running = await start({ settings: { language } });
    const { page } = running;
    await expect(page.getByRole('textbox', { name: t('annotate.text') })).toBeFocused();
    await page.keyboard.press('Control+KeyB');
    const rows = page.getByRole('navigation', { name: t('schema.parts') }).locator('[aria-current]');
    await expect(rows.first()).toBeFocused();
    await resize(running, 1280, 800, 2);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
    await rows.nth(3).click();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeInViewport({ ratio: 1 });
    await portray(running, `zoom-200-schema-${language}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Comma');
    const dialog = page.locator('[role=dialog][data-size]');
    await expect(dialog).toBeVisible();
    for (const control of await dialog.getByRole('radiogroup').all()) {
      await control.scrollIntoViewIfNeeded();
      await expect(control).toBeInViewport({ ratio: 1 });
    }
    await portray(running, `zoom-200-settings-${language}`);
  });
}

test('nothing moves for whoever wants no motion', async ({ start }) => {
  const { page } = await start();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(page.getByRole('textbox', { name: 'متن خبر' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toBeVisible();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].filter((one) => {
      const { transitionDuration, animationDuration } = getComputedStyle(one);
      return [transitionDuration, animationDuration].some((duration) => /[1-9]/.test(duration));
    }).length,
  );
  expect(moving).toBe(0);
});

test('every Persian screen fits in 1024 × 700, and has no Latin word but names of keys, formats and files', async ({ start }) => {
  test.slow();
  const running = await start();
  await resize(running, 1024, 700);
  const faults: string[] = [];
  await walkScreens(running, 'fa', async (screen) => {
    await running.screenshot(`screen-${screen.replaceAll(/[^a-z]+/g, '-')}`);
    const words = (await latinWords(running.page)).filter((word) => !/khabar\.txt|broken\.jsonl|یک\.jsonl|"not json"|Naql JSON Lines/.test(word));
    faults.push(...[...(await misfits(running.page)), ...words].map((fault) => `${screen}: ${fault}`));
  });
  expect(faults).toEqual([]);
});
