import { type Annotation } from '../../../shared/model/annotation.ts';
import { type InvisibleKind, invisibleKinds } from '../../../shared/text/invisibles.ts';
import { span } from '../../../shared/text/offsets.ts';
import { awkward } from '../../fixtures/awkward.ts';
import { annotationAt, annotationOf, type EditorPage, expect, scenario, test } from './editor-page.ts';

const text = 'وزیر نیرو گفت: «ما متعهد می‌شویم»، و سپس افزود: «این طرح را تا مهر اجرا می‌کنیم» و رفت.\nسخنگو چیزی نگفت.';
const quote = annotationOf(text, 'quote', 'QUOTE', 'ما متعهد می‌شویم', 'این طرح را تا مهر اجرا می‌کنیم');
const pledge = annotationOf(text, 'pledge', 'COMMITMENT', 'این طرح را تا مهر اجرا می‌کنیم');
const cue = annotationOf(text, 'cue', 'CUE', 'افزود');
const speaker = annotationOf(text, 'speaker', 'SPEAKER', 'وزیر نیرو');
const other = annotationOf(text, 'other', 'SPEAKER', 'سخنگو');
const annotations: readonly Annotation[] = [speaker, quote, cue, pledge, other];
const at = (part: string): [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
const names = invisibleKinds.map((kind): [InvisibleKind, string] => [kind, `نام ${kind}`]);

/** Everything by which the text could give itself away: its nodes and where each letter stands. */
const textState = (editor: EditorPage): Promise<string> =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('[role=textbox] [data-line] > div:nth-child(2)')]
      .map((paragraph) => {
        const node = paragraph.firstChild;
        if (!(node instanceof Text) || paragraph.childNodes.length !== 1) return paragraph.innerHTML;
        const places = Array.from({ length: node.length }, (_, offset) => {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          return [...range.getClientRects()].map(({ x, y, width }) => `${x},${y},${width}`).join(';');
        });
        return node.data + places.join('|');
      })
      .join('\n'),
  );

test('invisible characters are marked and named, each where it stands, and nothing in the text moves', async ({ editor }) => {
  const shown = [awkward.wideBlanks, awkward.directionMarks, awkward.halfSpaces, awkward.tatweel].join('\n');
  await editor.show(scenario(shown));
  const before = await textState(editor);
  await editor.show(scenario(shown, { invisibles: names }));
  const marks = await editor.page
    .locator('[data-invisible]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLElement).dataset['invisible'], (one as HTMLElement).title]));
  expect(marks.map(([kind]) => kind)).toEqual([
    'spaces', 'spaces', 'nbsp', 'zwsp', 'bom', 'zwj',
    'rlm', 'lrm', 'rli', 'pdi', 'rle', 'pdf',
    'zwnj', 'zwnj',
    'tatweel', 'tatweel', 'tatweel', 'tatweel', 'tatweel', 'tatweel', 'tatweel', 'zwnj',
  ]);
  expect(marks[2]).toEqual(['nbsp', 'نام nbsp (U+00A0)']);
  expect(await textState(editor)).toBe(before);
  await editor.show(scenario(shown));
  await expect(editor.page.locator('[data-invisible]')).toHaveCount(0);
});

test('the mark of a half-space stands between its two letters', async ({ editor }) => {
  await editor.show(scenario(awkward.halfSpaces, { invisibles: names }));
  const offset = awkward.halfSpaces.indexOf('\u200c');
  const mark = await editor.page.locator('[data-invisible=zwnj]').first().boundingBox();
  const rectangle = (start: number, end: number) =>
    editor.page.evaluate(([a, b]) => window.harness.handle.rectangle({ start: a as never, end: b as never })?.toJSON() as DOMRect, [start, end] as const);
  const after = await rectangle(offset + 1, offset + 2);
  expect(Math.abs((mark?.x ?? 0) + (mark?.width ?? 0) / 2 - after.right)).toBeLessThan(1);
});

test('the lane under the pointer is raised and the others step back, without drawing again', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  await editor.page.evaluate(() => {
    const seen = { nodes: 0 };
    new MutationObserver((records) => (seen.nodes += records.length)).observe(document.body, { subtree: true, childList: true });
    Object.assign(window, { seen });
  });
  const opacity = (id: string) =>
    editor.page.locator(`path[data-of=${id}]`).evaluateAll((all) => all.map((one) => Number(getComputedStyle(one).opacity)));
  const point = await editor.middle(...at('اجرا'));
  await editor.page.mouse.move(point.x, point.y);
  expect(Math.min(...(await opacity('pledge')))).toBe(1);
  expect(Math.max(...(await opacity('quote')))).toBeLessThan(0.5);
  expect(Math.max(...(await opacity('cue')))).toBeLessThan(0.5);
  expect(Math.min(...(await opacity('other'))), 'another paragraph').toBe(1);
  const badge = editor.page.locator('[data-annotation=cue][data-text]');
  await badge.hover();
  expect(Math.min(...(await opacity('cue')))).toBe(1);
  expect(Math.max(...(await opacity('pledge')))).toBeLessThan(0.5);
  await editor.page.mouse.move(5, 895);
  expect(Math.min(...(await opacity('pledge')), ...(await opacity('speaker')))).toBe(1);
  expect(await editor.page.evaluate(() => (window as unknown as { seen: { nodes: number } }).seen.nodes)).toBe(0);
});

test('the other button names all that lie under the pointer, innermost first; a long press where several do', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const both = await editor.middle(...at('اجرا'));
  await editor.page.mouse.click(both.x, both.y, { button: 'right' });
  const overlap = { name: 'menu', value: { annotations: ['pledge', 'quote'], line: 0, at: { x: Math.floor(both.x), y: Math.floor(both.y) } } };
  expect(await editor.calls()).toEqual([overlap]);
  await editor.page.mouse.move(both.x, both.y);
  await editor.page.mouse.down();
  await expect.poll(() => editor.calls()).toEqual([overlap]);
  await editor.page.mouse.up();
  expect(await editor.calls(), 'nothing follows a long press').toEqual([]);
  const alone = await editor.middle(...at('متعهد'));
  await editor.page.mouse.click(alone.x, alone.y, { button: 'right' });
  expect(await editor.calls()).toMatchObject([{ name: 'menu', value: { annotations: ['quote'], line: 0 } }]);
});

test('a badge dragged onto marked words, or onto another badge, tells what is to be linked', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const badge = async (id: string) => {
    const box = await editor.page.locator(`[data-annotation=${id}][data-text]`).first().boundingBox();
    if (!box) throw new Error(`no badge of ${id}`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await editor.drag(await badge('quote'), await editor.middle(...at('نیرو')));
  await editor.drag(await badge('quote'), await badge('other'));
  await editor.drag(await badge('quote'), await editor.middle(...at('رفت')));
  expect(await editor.calls()).toEqual([
    { name: 'linkDrag', value: ['quote', ['speaker']] },
    { name: 'linkDrag', value: ['quote', ['other']] },
  ]);
  const from = await badge('quote');
  const to = await editor.middle(...at('نیرو'));
  await editor.page.mouse.move(from.x, from.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(to.x, to.y, { steps: 3 });
  await expect(editor.page.locator('svg[aria-hidden] > path')).toHaveCount(1);
  await editor.page.keyboard.press('Escape');
  await editor.page.mouse.up();
  await editor.drawn();
  await expect(editor.page.locator('svg[aria-hidden] > path')).toHaveCount(0);
  expect(await editor.calls()).toEqual([]);
});

/** Ends of the connectors, in viewport pixels. */
const connectors = (editor: EditorPage): Promise<readonly (readonly [x1: number, y1: number, x2: number, y2: number])[]> =>
  editor.page.locator('svg[aria-hidden] > path').evaluateAll((all) =>
    all.map((path) => {
      const { left, top } = (path as SVGPathElement).ownerSVGElement?.getBoundingClientRect() ?? new DOMRect();
      const numbers = (path.getAttribute('d') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
      const [x1, y1] = numbers as [number, number];
      const [x2, y2] = numbers.slice(-2) as [number, number];
      return [x1 + left, y1 + top, x2 + left, y2 + top] as const;
    }),
  );

test('connectors lead from the focused quote to its related marks only, between their nearest logical ends', async ({ editor }) => {
  const latin = 'وزیر نیرو Ali Ahmadi گفت: «Brexit در 2024 تمام شد» و Reuters نوشت.';
  const said = annotationOf(latin, 'said', 'QUOTE', 'Brexit در 2024 تمام شد');
  const who = annotationOf(latin, 'who', 'SPEAKER', 'وزیر نیرو Ali Ahmadi');
  const where = annotationOf(latin, 'where', 'MENTION', 'Reuters');
  const shown = { annotations: [who, said, where], focused: said.id };
  await editor.show(scenario(latin, shown));
  expect(await connectors(editor)).toEqual([]);
  await editor.show(scenario(latin, { ...shown, related: [who.id] }));
  const edge = async (word: string, side: 'left' | 'right') => {
    const start = latin.indexOf(word);
    return editor.page.evaluate(
      ([a, b, which]) => window.harness.handle.rectangle({ start: a as never, end: b as never })?.[which] ?? 0,
      [start, start + word.length, side] as const,
    );
  };
  const [only, ...more] = await connectors(editor);
  expect(more).toEqual([]);
  // The quote begins with a Latin word: its first letter is the leftmost. The speaker ends with one: its last letter is the rightmost.
  expect(Math.abs((only?.[0] ?? 0) - (await edge('Brexit', 'left')))).toBeLessThan(1.5);
  expect(Math.abs((only?.[2] ?? 0) - (await edge('Ahmadi', 'right')))).toBeLessThan(1.5);
});

test('a connector crosses paragraphs and follows a change of size', async ({ editor }) => {
  const shown = { annotations, focused: quote.id, related: [other.id] };
  await editor.show(scenario(text, shown));
  const [before] = await connectors(editor);
  const place = await editor.middle(...at('سخنگو'));
  expect(Math.abs((before?.[3] ?? 0) - place.y)).toBeLessThan(25);
  await editor.show(scenario(text, { ...shown, readingSize: 30 }));
  const [after] = await connectors(editor);
  const moved = await editor.middle(...at('سخنگو'));
  expect(moved.y).toBeGreaterThan(place.y + 10);
  expect(Math.abs((after?.[3] ?? 0) - moved.y)).toBeLessThan(35);
});

for (const [lineHeight, lanes, uncounted] of [
  [2.3, 3, '+۳'],
  [2.8, 5, '+۱'],
] as const) {
  test(`line height ${lineHeight} has room for ${lanes} lanes; deeper ones are counted in the gutter, and nothing meets the next line`, async ({ editor }) => {
    const lines = 'گفت که می‌پذیرد و ژرف است\nگفت که می‌پذیرد و ژرف است';
    const labels = ['QUOTE', 'COMMITMENT', 'SPEAKER', 'CUE', 'MENTION', 'ADDRESSEE'];
    const deep = labels.map((label, index) => annotationAt(label, label, [span(0, 25 - index)]));
    await editor.show(scenario(lines, { annotations: deep, lineHeight }));
    const heights = await editor.page.locator('svg g:last-child path[data-of]').evaluateAll((all) => [
      ...new Set(all.map((one) => (one as SVGElement).dataset['of'])),
    ]);
    expect(heights).toHaveLength(lanes);
    await expect(editor.page.locator(`[data-text="${uncounted}"]`)).toHaveCount(1);
    const [lowest, next] = await editor.page.evaluate(() => {
      const bottoms = [...document.querySelectorAll('svg g:last-child path[data-of]')].map((one) => one.getBoundingClientRect().bottom);
      const second = document.querySelectorAll('[role=textbox] [data-line]')[1];
      const range = document.createRange();
      range.selectNodeContents(second?.children[1] as Node);
      return [Math.max(...bottoms), range.getBoundingClientRect().top] as const;
    });
    expect(lowest).toBeLessThan(next);
  });
}
