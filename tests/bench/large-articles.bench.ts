import { type Page } from '@playwright/test';
import { expect, type RunningApp, test } from '../e2e/app.ts';
import { dropFiles } from '../e2e/drop-files.ts';
import { large, largeArticle, largeFile } from '../fixtures/large-article.ts';
import { type Barred, barred } from './bars.ts';
import { barePage, barePuts } from './baseline.ts';
import { framed, lateFrames, opened, type Opening, painted, saved, stored, storedAlone } from './in-page.ts';
import { type Cut, mainThread, type MainThread } from './main-thread.ts';
import { median, spread } from './statistics.ts';

const isQuick = process.env['NAQL_BENCH'] === 'quick';
// The engine compiles what runs often: a median of fewer would be that of a program just started.
const turns = 12;
const openings = 5;

const cases = isQuick
  ? ([[50_000, 1_000]] as const)
  : [5_000, 50_000, 500_000].flatMap((characters) => [50, 1_000, 10_000].map((annotations) => [characters, annotations] as const));

const article = (page: Page) => page.getByRole('textbox', { name: 'متن خبر' });
const isSaved = (page: Page) => expect(page.locator('[data-save="saved"]')).toBeVisible();

for (const [characters, annotations] of cases) {
  test(`${characters / 1_000}k characters, ${annotations} spans`, async ({ start }) => {
    const running = await start({ settings: { annotator: large.id, annotatorName: large.name } });
    print(`${characters / 1_000}k characters, ${annotations.toLocaleString('en')} spans`, await measured(running, characters, annotations));
  });
}

async function measured({ page }: RunningApp, characters: number, annotations: number): Promise<readonly Row[]> {
  const size = { characters, annotations, annotator: large };
  const { articles: [made], sets: [set] } = largeArticle(size);
  if (!made || !set) throw new Error('no article was made');
  const main = await mainThread(page);
  await expect(article(page)).toBeFocused();
  await dropFiles(page, largeFile(size));
  await expect(article(page)).toContainText(made.text.slice(0, 40));
  await isSaved(page);

  const hasLanes = (await article(page).locator('svg path').count()) > 0;
  await page.keyboard.press('Control+l');
  const row = page.getByRole('row').filter({ hasText: made.title });
  await expect(row).toBeVisible();
  const emptyHeap = await main.heap();
  const bare: number[] = [];
  const bareWork = await repeated(openings, () => main.work(async () => void bare.push(await barePage(page, made.text))));
  const open: Opening[] = [];
  const openWork = await repeated(openings, async () => {
    const work = await main.work(async () => {
      const opening = opened(page, hasLanes);
      await row.click();
      open.push(await opening);
    });
    await page.keyboard.press('Control+l');
    await expect(row).toBeVisible();
    return work;
  });
  await row.click();
  await expect(article(page)).toBeFocused();
  await page.waitForTimeout(500);
  const heap = (await main.heap()) - emptyHeap;
  const steps = await edits(page, main);
  const alone = await storedAlone(page, turns);
  const late = [await lateFrames(page, 120, 40), await lateFrames(page, 90, 600)];
  const put = await barePuts(page, set.annotations[0] as object, turns);
  const shown = open.map((one) => one.shown);
  const bar = (what: Barred, value: number) => barred(characters, annotations, what, value, { page: [median(bare), median(bareWork)], put: median(put) });
  const work = (title: string, what: Barred | null, values: readonly number[]): Row => [
    `${title}: main-thread work, ms`, spread(values), ratio(values, bareWork), what ? bar(what, median(values)) : '',
  ];
  const cutRows = (title: string, what: Barred, cuts: readonly Cut[]): readonly Row[] => [
    work(`${title}, until it is painted`, what, cuts.map(({ shown: { work: spent } }) => spent)),
    work(`${title}, what follows`, null, cuts.map(({ after }) => after.work)),
    [`${title}, what follows: longest task, ms`, spread(cuts.map(({ after }) => after.longest)), '', ''],
    work(`${title}, the rules at rest`, null, cuts.map(({ rested }) => rested.work)),
    [`${title}, the rules at rest: longest task, ms`, spread(cuts.map(({ rested }) => rested.longest)), '', ''],
  ];
  return [
    ['open: click to the text with its first lanes, ms', spread(shown), ratio(shown, bare), ''],
    ['open: click to the last busy frame, ms', spread(open.map((one) => one.calm)), '', ''],
    work('open', 'open', openWork),
    ['bare paragraphs of the same text, ms', spread(bare), '', ''],
    work('bare paragraphs', null, bareWork),
    ['add: key to painted span, ms', spread(steps.addPainted), '', ''],
    ...cutRows('add', 'add', steps.addWork),
    ['undo: key to painted, ms', spread(steps.undoPainted), '', ''],
    ...cutRows('undo', 'undo', steps.undoWork),
    ...cutRows('select by word (snap)', 'snap', steps.snapWork),
    work('go to the next span', null, steps.focusWork),
    work('mouse over the text', 'hover', steps.hoverWork),
    work('an unrelated change', 'other', steps.otherWork),
    work('nothing at all (the measuring)', null, steps.idleWork),
    ['save of one annotation: the transaction, ms', spread(steps.stored), ratio(steps.stored, put), bar('save', median(steps.stored))],
    ['save of one annotation: the same requests beside nothing else, ms', spread(alone), ratio(alone, put), bar('save', median(alone))],
    ['save of one annotation: from "saving" to "saved" in the status bar, with the Journal, ms', spread(steps.save), ratio(steps.save, put), ''],
    ['bare Dexie put of the same record, ms', spread(put), '', ''],
    ['late frames of 120 at 40 px / of 90 at 600 px', late.join(' / '), '', bar('late', late[0] ?? NaN)],
    ['JavaScript heap over the library, MB', heap.toFixed(1), '', bar('heap', heap)],
  ];
}

interface Edits {
  readonly addPainted: number[];
  readonly addWork: Cut[];
  readonly undoPainted: number[];
  readonly undoWork: Cut[];
  readonly snapWork: Cut[];
  readonly focusWork: number[];
  readonly hoverWork: number[];
  readonly otherWork: number[];
  readonly idleWork: number[];
  readonly stored: number[];
  readonly save: number[];
}

/** The gestures of a person at work, at the beginning of the article, each measured by itself. */
async function edits(page: Page, main: MainThread): Promise<Edits> {
  const taken: Edits = {
    addPainted: [], addWork: [], undoPainted: [], undoWork: [], snapWork: [], focusWork: [], hoverWork: [], otherWork: [], idleWork: [], stored: [], save: [],
  };
  const press = (key: string) => page.keyboard.press(key);
  for (let turn = 0; turn < turns; turn++) {
    await press('Control+Home');
    for (let word = 0; word < 12 + turn; word++) await press('Control+Shift+ArrowLeft');
    const snap = framed(page);
    taken.snapWork.push(
      await main.cut(async () => {
        await press('Control+Shift+ArrowLeft');
        await snap;
      }),
    );
    const [add, save, transaction] = [painted(page), saved(page), stored(page)];
    taken.addWork.push(
      await main.cut(async () => {
        await press('2');
        taken.addPainted.push(await add);
        taken.save.push((await save).took);
        taken.stored.push(await transaction);
      }),
    );
    const [undo, undone] = [painted(page), saved(page)];
    taken.undoWork.push(
      await main.cut(async () => {
        await press('Control+z');
        taken.undoPainted.push(await undo);
        // Not asked for again and again, which the page would work for.
        await undone;
      }),
    );
    taken.focusWork.push(await main.work(() => press('j')));
    taken.hoverWork.push(await main.work(() => page.mouse.move(600 + turn, 300 + turn)));
    taken.otherWork.push(await main.work(() => page.evaluate(() => void (document.title += '.'))));
    taken.idleWork.push(await main.work(() => Promise.resolve()));
  }
  return taken;
}

async function repeated(times: number, measure: () => Promise<number>): Promise<readonly number[]> {
  const values: number[] = [];
  for (let turn = 0; turn < times; turn++) values.push(await measure());
  return values;
}

type Row = readonly [what: string, value: string, ratio: string, bar: string];

const ratio = (ours: readonly number[], bare: readonly number[]): string => `${(median(ours) / median(bare)).toFixed(2)} ×`;

/** A table in Markdown, for docs/performance.md. */
function print(title: string, rows: readonly Row[]): void {
  const lines = rows.map((row) => `| ${row.join(' | ')} |`);
  process.stdout.write(`\n### ${title}\n\n| | median (p95) | of bare | bar |\n|---|---|---|---|\n${lines.join('\n')}\n`);
}
