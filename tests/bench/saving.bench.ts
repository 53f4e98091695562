import { type Page } from '@playwright/test';
import { inProject } from '../../build/project.mjs';
import { expect, test } from '../e2e/app.ts';
import { dropFiles } from '../e2e/drop-files.ts';
import { large, largeArticle, largeFile } from '../fixtures/large-article.ts';
import { stored } from './in-page.ts';
import { median, quantile, spread } from './statistics.ts';

/**
 * How long it takes from a key until its label is painted, and until the status bar calls it saved, in an ordinary article; and whether a slow
 * disk under the Journal makes anybody wait for the drawing. Held to: saved within 50 ms at the 95th percentile on a laptop's disk, drawn alike
 * whatever the Journal does.
 */
const isQuick = process.env['NAQL_BENCH'] === 'quick';
const labels = isQuick ? 20 : 100;
const slow = 250;
const size = { characters: 5_000, annotations: 50, annotator: large };

interface Keyed {
  /** Milliseconds from the key's own time stamp to the end of the frame that shows the label. */
  readonly painted: number;
  /** … until the status bar says "saved" after it said "saving". */
  readonly saved: number;
}

/** From the next key on. */
const keyed = (page: Page): Promise<Keyed> =>
  page.evaluate(
    () =>
      new Promise<{ painted: number; saved: number }>((resolve) => {
        const editor = document.querySelector('[role=textbox]');
        if (!editor) throw new Error('no article is open');
        const begin = (event: Event): void => {
          let [painted, saved, isSaving] = [0, 0, false];
          const tell = (): void => {
            if (painted > 0 && saved > 0) resolve({ painted, saved });
          };
          const drawing = new MutationObserver((records) => {
            if (!records.some(({ target }) => target instanceof SVGElement)) return;
            drawing.disconnect();
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => {
              painted = performance.now() - event.timeStamp;
              tell();
            });
            channel.port1.start();
            channel.port2.postMessage(null);
          });
          drawing.observe(editor, { childList: true, subtree: true });
          const saving = new MutationObserver(() => {
            const isSaved = document.querySelector<HTMLElement>('[data-save]')?.dataset['save'] === 'saved';
            if (!isSaved) isSaving = true;
            else if (isSaving) {
              saving.disconnect();
              saved = performance.now() - event.timeStamp;
              tell();
            }
          });
          saving.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-save'] });
        };
        addEventListener('keydown', begin, { capture: true, once: true });
      }),
  );

for (const delay of [0, slow]) {
  test(`an ordinary article, the Journal's disk ${delay === 0 ? 'as it is' : `${delay} ms slower`}`, async ({ start }) => {
    const [flushed, appended]: [number[], number[]] = [[], []];
    const onSaid = (text: string) => {
      for (const [, what, time] of text.matchAll(/^(flushed|appended) ([\d.]+)$/gm)) (what === 'flushed' ? flushed : appended).push(Number(time));
    };
    process.env['NAQL_FLUSH_DELAY'] = String(delay);
    const running = await start({ settings: { annotator: large.id, annotatorName: large.name }, before: inProject('tests', 'bench', 'timed-journal.cjs'), onSaid });
    delete process.env['NAQL_FLUSH_DELAY'];
    const { page } = running;
    const article = page.getByRole('textbox', { name: 'متن خبر' });
    await expect(article).toBeFocused();
    await dropFiles(page, largeFile(size));
    await expect(article).toContainText((largeArticle(size).articles[0]?.text ?? '').slice(0, 40));
    await expect(page.locator('[data-save="saved"]')).toBeVisible();
    await page.keyboard.press('Control+Home');
    await page.waitForTimeout(1_000);
    flushed.length = 0;
    appended.length = 0;
    const [painted, saved, transactions]: [number[], number[], number[]] = [[], [], []];
    for (let label = 0; label < labels; label++) {
      await page.keyboard.press('Control+ArrowLeft');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      const [wait, transaction] = [keyed(page), stored(page)];
      await page.keyboard.press(label % 2 === 0 ? '8' : '7');
      const one = await wait;
      painted.push(one.painted);
      saved.push(one.saved);
      transactions.push(await transaction);
    }
    expect(appended).toHaveLength(labels);
    const bar = delay === 0 ? `≤ 50 at p95 ${quantile(saved, 0.95) <= 50 ? '✓' : '✗'}` : '';
    const rows = [
      ['key to painted label, ms', spread(painted), ''],
      ['key to "saved", ms', spread(saved), bar],
      ['the transaction of the database, ms', spread(transactions), ''],
      ['the Journal in the main process: check, write, flush, ms', spread(appended), ''],
      ['of that the flush of the disk (fdatasync), ms', spread(flushed), ''],
      ['what is neither transaction nor Journal, ms', (median(saved) - median(transactions) - median(appended)).toFixed(1), ''],
    ];
    process.stdout.write(`\n### ${labels} labels, the Journal's disk ${delay === 0 ? 'as it is' : `${delay} ms slower`}\n\n| | median (p95) | bar |\n|---|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
    await running.close();
  });
}
