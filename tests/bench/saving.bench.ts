import { type Page } from '@playwright/test';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '../../build/project.mjs';
import { expect, test } from '../e2e/app.ts';
import { dropFiles } from '../e2e/drop-files.ts';
import { large, largeArticle, largeFile } from '../fixtures/large-article.ts';
import { painted, saved, stored } from './in-page.ts';
import { median, quantile, spread } from './statistics.ts';

/**
 * Beside each label a bare line is written to the same disk (append, fdatasync): what of the time is the machine's shows in the ratio to it.
 * How long it takes from a key until its label is painted, and until it is saved in database and Journal, in an ordinary article; and whether a
 * slow disk under the Journal makes anybody wait for the drawing. Held to: saved within 50 ms at the 95th percentile on a laptop's disk, drawn
 * alike whatever the Journal does.
 */
const isQuick = process.env['NAQL_BENCH'] === 'quick';
const labels = isQuick ? 20 : 100;
/** Labels that are not counted: the engine compiles what runs often. */
const first = 10;
/** Milliseconds. */
const [rest, slow] = [150, 250];
/** Bare at first: what a key adds can not be there already. */
const size = { characters: 5_000, annotations: 0, annotator: large };
const bar = 50;

for (const delay of [0, slow]) {
  test(`an ordinary article, the Journal's disk ${named(delay)}`, async ({ start }) => {
    const told = { flushed: [] as number[], appended: [] as number[] };
    const onSaid = (text: string) => {
      for (const [, what, time] of text.matchAll(/^(flushed|appended) ([\d.]+)$/gm)) told[what as keyof typeof told].push(Number(time));
    };
    process.env['NAQL_FLUSH_DELAY'] = String(delay);
    const { page, userData } = await start({ settings: { annotator: large.id, annotatorName: large.name }, before: inProject('tests', 'bench', 'timed-journal.cjs'), onSaid });
    delete process.env['NAQL_FLUSH_DELAY'];
    await opened(page);
    const times = { painted: [] as number[], saved: [] as number[], stored: [] as number[], bare: [] as number[] };
    const bare = await bareLines(userData);
    for (let label = 0; label < first + labels; label++) {
      if (label === first) for (const list of [told.flushed, told.appended, times.painted, times.saved, times.stored, times.bare]) list.length = 0;
      // Hands that never rest longer than a good typist's between two letters.
      await page.waitForTimeout(rest);
      await page.keyboard.press('Control+ArrowLeft');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      const [drawn, kept, transaction] = [painted(page), saved(page), stored(page)];
      // The page listens once it answers this; a key may overtake a question.
      await page.evaluate(() => null);
      await page.keyboard.press(label % 2 === 0 ? '2' : '3');
      times.painted.push(await drawn);
      times.saved.push((await kept).sinceKey);
      times.stored.push(await transaction);
      times.bare.push(await bare.write());
    }
    await bare.close();
    expect(told.appended).toHaveLength(labels);
    const isWithin = quantile(times.saved, 0.95) <= bar;
    print(`${labels} labels, the Journal's disk ${named(delay)}`, [
      row('key to painted label', times.painted, times.bare),
      row('key to "saved"', times.saved, times.bare, delay === 0 ? `≤ ${bar} at p95 ${isWithin ? '✓' : '✗'}` : ''),
      row('the transaction of the database', times.stored, times.bare),
      row('the Journal in the main process: check, write, flush', told.appended, times.bare),
      row('of that the flush of the disk (fdatasync)', told.flushed, times.bare),
      row('a bare line of 1 kB, append and fdatasync, beside each label', times.bare, times.bare),
    ]);
  });
}

function named(delay: number): string {
  return delay === 0 ? 'as it is' : `${delay} ms slower`;
}

/** An ordinary article, which is saved, with the caret at its beginning. */
async function opened(page: Page): Promise<void> {
  const article = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(article).toBeFocused();
  await dropFiles(page, largeFile(size));
  await expect(article).toContainText((largeArticle(size).articles[0]?.text ?? '').slice(0, 40));
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.waitForTimeout(1_000);
}

/** Lines of a kilobyte at the end of a file of their own on the disk of the profile, as bare as they can be written. */
async function bareLines(folder: string): Promise<{ write(): Promise<number>; close(): Promise<void> }> {
  const file = await open(path.join(folder, 'bare-lines'), 'a');
  const line = Buffer.alloc(1024, 'x');
  return {
    /** Milliseconds. */
    write: async () => {
      const begun = performance.now();
      await file.write(line);
      await file.datasync();
      return performance.now() - begun;
    },
    close: () => file.close(),
  };
}

type Row = readonly [what: string, value: string, ratio: string, bar: string];

const row = (what: string, times: readonly number[], bare: readonly number[], held = ''): Row =>
  [`${what}, ms`, spread(times), `${(median(times) / median(bare)).toFixed(1)} (${(quantile(times, 0.95) / quantile(bare, 0.95)).toFixed(1)})`, held];

/** A table in Markdown, for docs/reliability.md. */
function print(title: string, rows: readonly Row[]): void {
  process.stdout.write(`\n### ${title}\n\n| | median (p95) | times a bare line (p95) | bar |\n|---|---|---|---|\n${rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}
