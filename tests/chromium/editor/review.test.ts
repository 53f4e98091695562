import { type ReviewMark, type ReviewRow } from '../../../renderer/editor/review-contract.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';
import { type EditorPage, expect, test } from './editor-page.ts';
import { type ReviewScenario } from './harness.tsx';

/** A quote that begins in Latin and ends in digits: several runs of direction on one line. */
const text = 'وزیر گفت: «Airbus قرارداد خرید A320 را تا 2027 امضا می‌کند» و رفت.';
const spanOf = (words: string): Span => span(text.indexOf(words), text.indexOf(words) + words.length);
const whole = spanOf('Airbus قرارداد خرید A320 را تا 2027');
const shorter = spanOf('قرارداد خرید A320 را تا 2027');
const disputed = spanOf('Airbus ');

const mark = (row: ReviewRow, at: Span): ReviewMark => ({ case: 'case', label: 'QUOTE' as LabelId, spans: [at], row });
const given = (marks: readonly ReviewMark[], stretches: readonly Span[] = []): ReviewScenario => ({
  text, marks, signs: [{ case: 'case', at: whole, sign: '↔', kind: 'boundary' }], stretches: stretches.map((one) => ({ case: 'case', span: one })), focused: null,
});

interface Piece {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the browser draws of the letters: a rectangle for each run of direction, neighbours made one. */
const letters = ({ page }: EditorPage, at: Span): Promise<readonly Piece[]> =>
  page.evaluate(
    ([start, end]) => {
      const node = document.querySelector('[role=textbox] [data-line]')?.children[1]?.firstChild as Text;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      const found = Array.from(range.getClientRects(), ({ left, right, top, bottom }) => ({ left, right, top, bottom })).filter((one) => one.right - one.left > 0.01);
      found.sort((a, b) => a.left - b.left);
      return found.reduce<{ left: number; right: number; top: number; bottom: number }[]>((done, one) => {
        const last = done.at(-1);
        if (last && one.left - last.right < 1) last.right = Math.max(last.right, one.right);
        else done.push({ ...one });
        return done;
      }, []);
    },
    [at.start as number, at.end as number] as const,
  );

/** Strokes of one kind as they stand on the screen, from left to right. */
const strokes = ({ page }: EditorPage, kind: string): Promise<readonly Piece[]> =>
  page.evaluate(
    (name) =>
      [...document.querySelectorAll<SVGPathElement>(`[role=textbox] svg path[class*=${name}]`)]
        .map((path) => {
          const { left, top } = path.ownerSVGElement?.getBoundingClientRect() ?? new DOMRect();
          const box = path.getBBox();
          const origin = path.getScreenCTM();
          const at = (x: number, y: number) => new DOMPoint(x, y).matrixTransform(origin ?? undefined);
          const [a, b] = [at(box.x, box.y), at(box.x + box.width, box.y + box.height)];
          return origin ? { left: a.x, right: b.x, top: a.y, bottom: b.y } : { left: box.x + left, right: box.x + box.width + left, top: box.y + top, bottom: box.y + box.height + top };
        })
        .sort((a, b) => a.left - b.left),
    kind,
  );

const near = (one: number, two: number, within = 2): boolean => Math.abs(one - two) <= within;

for (const [name, at, pieces] of [
  ['from Latin over Persian to digits, one stretch of the line', whole, 1],
  ['to the middle of a Latin word, torn in two on the screen', spanOf('قرارداد خرید A3'), 2],
  ['from the middle of digits, torn in two', spanOf('27 امضا'), 2],
] as const)
  test(`a lane lies under all letters of a span and under no others: ${name}`, async ({ editor }) => {
    await editor.review(given([mark(0, at)]));
    const runs = await letters(editor, at);
    const lanes = await strokes(editor, 'reader');
    expect([runs.length, lanes.length]).toEqual([pieces, pieces]);
    for (const [place, run] of runs.entries()) {
      const lane = lanes[place] as Piece;
      expect([near(lane.left, run.left), near(lane.right, run.right)], JSON.stringify({ lane, run })).toEqual([true, true]);
      expect(lane.top).toBeGreaterThan(run.top + (run.bottom - run.top) / 2);
    }
  });

test('what only one of two covers is hatched, with an upright at each of its logical ends', async ({ editor }) => {
  await editor.review(given([mark(0, whole), mark(1, shorter)], [disputed]));
  const [run] = await letters(editor, spanOf('Airbus'));
  const hatches = await strokes(editor, 'hatch');
  const hatch = hatches.find(({ right, left }) => right > left) as Piece;
  const all = await letters(editor, disputed);
  expect(near(hatch.left, Math.min(...all.map(({ left }) => left)), 3)).toBe(true);
  expect(near(hatch.right, Math.max(...all.map(({ right }) => right)), 3)).toBe(true);
  const ticks = await editor.page.evaluate(() => {
    const path = document.querySelector<SVGPathElement>('[role=textbox] svg path[class*=tick]');
    const left = path?.ownerSVGElement?.getBoundingClientRect().left ?? 0;
    return [...(path?.getAttribute('d') ?? '').matchAll(/M([\d.-]+) /g)].map(([, x]) => Number(x) + left);
  });
  expect(ticks).toHaveLength(2);
  // The stretch begins with a Latin letter: its logical beginning is the left edge of that word.
  expect(near(ticks[0] ?? 0, run?.left ?? -9), JSON.stringify({ ticks, run })).toBe(true);
});

test('the gold lane lies above the letters, those of the readers below, each in its row', async ({ editor }) => {
  await editor.review(given([mark(0, whole), mark(1, shorter), mark('gold', whole)]));
  const [run] = await letters(editor, whole);
  const gold = await strokes(editor, 'gold');
  const readers = await strokes(editor, 'reader');
  const middle = ((run?.top ?? 0) + (run?.bottom ?? 0)) / 2;
  expect(Math.max(...gold.map(({ bottom }) => bottom))).toBeLessThan(middle);
  expect(Math.min(...readers.map(({ top }) => top))).toBeGreaterThan(middle);
  expect(new Set(readers.map(({ top }) => Math.round(top))).size).toBe(2);
  expect(near(Math.min(...gold.map(({ left }) => left)), Math.min(...(await letters(editor, whole)).map(({ left }) => left)))).toBe(true);
});

test('what all agree on is one lane, and the text itself stays one node', async ({ editor }) => {
  await editor.review(given([mark('all', whole)]));
  expect(await strokes(editor, 'all')).toHaveLength((await letters(editor, whole)).length);
  expect(await editor.textDom()).toEqual([`1:${text}`]);
});
