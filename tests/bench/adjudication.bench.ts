import { type Page } from '@playwright/test';
import { encode } from '../../shared/codecs/encode.ts';
import { native } from '../../shared/codecs/native/native.ts';
import { type AnnotationSet } from '../../shared/model/annotation-set.ts';
import { type AnnotationId, type AnnotatorId, type RelationId, type SetId } from '../../shared/model/id.ts';
import { span } from '../../shared/text/offsets.ts';
import { expect, test } from '../e2e/app.ts';
import { dropFiles } from '../e2e/drop-files.ts';
import { large, largeArticle } from '../fixtures/large-article.ts';
import { framed } from './in-page.ts';
import { mainThread } from './main-thread.ts';
import { median, spread } from './statistics.ts';

const isQuick = process.env['NAQL_BENCH'] === 'quick';
const openings = isQuick ? 3 : 8;
const decisions = isQuick ? 10 : 40;
/** What 300 cases of three readers are held to, in milliseconds: the opening as a whole, and of a key its frame. */
const bars = { open: 300, decide: 1000 / 60 };

/** Three readings of 300 things: every third one of the second and third begins a few words later or has another label. */
function readings(): { readonly name: string; readonly text: string } {
  const whole = largeArticle({ characters: 60_000, annotations: 300, annotator: large });
  const [set] = whole.sets;
  if (!set) throw new Error('no set was made');
  const readers = ['الف', 'ب', 'پ'].map((name, who) => ({ id: `per-reader-${who}` as AnnotatorId, kind: 'person' as const, name, version: null }));
  const sets = readers.map(({ id: annotator }, who): AnnotationSet => ({
    ...set, id: `set-reader-${who}` as SetId, annotator, status: 'done',
    annotations: set.annotations.map((one, place) => {
      const [first, ...rest] = one.spans;
      const isOther = first && (place + who) % 3 === 0 && first.end - first.start > 4;
      return { ...one, id: `${one.id}-${who}` as AnnotationId, spans: isOther ? [span(first.start, first.end - 2), ...rest] : one.spans };
    }),
    relations: set.relations.map((one) => ({
      ...one, id: `${one.id}-${who}` as RelationId, from: `${one.from}-${who}` as AnnotationId,
      to: one.to.kind === 'entity' ? one.to : { ...one.to, id: `${one.to.id}-${who}` as AnnotationId },
    })),
  }));
  const [file] = encode(native, { ...whole, annotators: readers, sets }, 'readings');
  if (!file) throw new Error('the native format wrote nothing');
  return { name: file.name, text: new TextDecoder().decode(file.bytes) };
}

/** From the next key until the text of the screen stands there with its first lanes, in milliseconds of the page's clock. The page listens when this is there. */
const opening = async (page: Page): Promise<() => Promise<number>> => {
  const listening = await page.evaluateHandle(
    () => ({
      shown: new Promise<number>((resolve) => {
        const begin = (event: KeyboardEvent): void => {
          if (event.key === 'Control') return;
          removeEventListener('keydown', begin, { capture: true });
          const frame = (): void => {
            const isThere = document.querySelector('[role=textbox] svg path[data-case]') !== null;
            if (isThere) resolve(performance.now() - event.timeStamp);
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        };
        addEventListener('keydown', begin, { capture: true });
      }),
    }),
  );
  return () => listening.evaluate(({ shown }) => shown);
};

test('adjudication of 300 cases by three readers', async ({ start }) => {
  const { page } = await start({ settings: { annotator: large.id, annotatorName: large.name } });
  const main = await mainThread(page);
  const article = page.getByRole('textbox', { name: 'متن خبر' });
  await expect(article).toBeFocused();
  await dropFiles(page, readings());
  await expect(page.locator('[data-save="saved"]')).toBeVisible();
  await expect(article).toBeFocused();
  const [open, openWork]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < openings; turn++) {
    openWork.push(
      await main.work(async () => {
        const shown = await opening(page);
        await page.keyboard.press('Control+d');
        open.push(await shown());
      }),
    );
    if (turn < openings - 1) {
      await page.keyboard.press('Escape');
      await expect(article).toBeFocused();
    }
  }
  const cases = page.getByRole('listbox', { name: 'موردها' }).getByRole('option');
  expect(Number(await cases.first().getAttribute('aria-setsize'))).toBeGreaterThanOrEqual(300);
  const chosen = page.getByRole('listbox', { name: 'موردها' }).locator('[aria-selected=true]');
  const [decide, shownWork, afterWork]: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < decisions; turn++) {
    const before = await chosen.getAttribute('aria-label');
    const frame = framed(page);
    const cut = await main.cut(async () => {
      await page.keyboard.press('1');
      decide.push(await frame);
      await expect.poll(() => chosen.getAttribute('aria-label')).not.toBe(before);
    });
    shownWork.push(cut.shown.work);
    afterWork.push(cut.after.work);
  }
  const kept = (value: number, bar: number): string => `≤ ${bar.toFixed(1)} ${value <= bar ? '✓' : '✗'}`;
  process.stdout.write(
    [
      '', '### Adjudication: 300 cases, three readers', '', '| | median (p95) | bar |', '|---|---|---|',
      `| open: key to the text with its first lanes, ms | ${spread(open)} | ${kept(median(open), bars.open)} |`,
      `| open: main-thread work, ms | ${spread(openWork)} | |`,
      `| decide: key to the frame that shows it, ms | ${spread(decide)} | |`,
      `| decide: main-thread work until that frame, ms | ${spread(shownWork)} | ${kept(median(shownWork), bars.decide)} |`,
      `| decide: what follows, ms | ${spread(afterWork)} | |`, '',
    ].join('\n'),
  );
});
