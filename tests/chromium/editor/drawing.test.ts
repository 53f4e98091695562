import { type Annotation } from '../../../shared/model/annotation.ts';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { span } from '../../../shared/text/offsets.ts';
import { annotationAt, annotationOf, type EditorPage, expect, scenario, test } from './editor-page.ts';
import { sample } from './sample.ts';

const text = 'وزیر نیرو گفت: «ما متعهد می‌شویم»، و سپس افزود: «این طرح را تا مهر اجرا می‌کنیم» و رفت.';
const [quote, nested, cue, speaker] = [
  annotationOf(text, 'quote', 'QUOTE', 'ما متعهد می‌شویم', 'این طرح را تا مهر اجرا می‌کنیم'),
  annotationOf(text, 'nested', 'COMMITMENT', 'این طرح را تا مهر اجرا می‌کنیم'),
  annotationOf(text, 'cue', 'CUE', 'افزود'),
  annotationOf(text, 'speaker', 'SPEAKER', 'وزیر نیرو'),
] as const;
const annotations: readonly Annotation[] = [speaker, quote, cue, nested];

/** The text alone, as pixels: without the layers drawn over and under it. */
async function letters(editor: EditorPage): Promise<string> {
  await editor.page.evaluate(() => {
    for (const layer of document.querySelectorAll<HTMLElement>('[aria-hidden=true]')) layer.style.visibility = 'hidden';
  });
  const picture = await editor.page.locator('[role=textbox]').screenshot();
  await editor.page.evaluate(() => {
    for (const layer of document.querySelectorAll<HTMLElement>('[aria-hidden=true]')) layer.style.visibility = '';
  });
  return picture.toString('base64');
}

const rectanglesOfLetters = (editor: EditorPage): Promise<string> =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('[role=textbox] [data-line] > div:nth-child(2)')]
      .flatMap((paragraph) => {
        const node = paragraph.firstChild;
        if (!(node instanceof Text)) return [];
        return Array.from(node.data, (_, at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return [...range.getClientRects()].map(({ x, y, width, height }) => `${x},${y},${width},${height}`).join(';');
        });
      })
      .join('|'),
  );

test('letters stay joined: painting any part of a word leaves every glyph as it was', async ({ editor }) => {
  const words = 'می‌گوید خانهٔ صندوقِ لالایی شهـــردار بیست‌وپنج';
  await editor.show(scenario(words));
  const before = await letters(editor);
  const pieces = graphemes(words).map((letter) => annotationAt(`letter-${letter.start}`, 'QUOTE', [letter]));
  const halves = graphemes(words).flatMap(({ start }, index) =>
    index % 3 === 0 ? [annotationAt(`half-${start}`, 'CUE', [span(start, Math.min(start + 3, words.length))])] : [],
  );
  for (const drawn of [pieces, halves, [...pieces, ...halves]]) {
    await editor.show(scenario(words, { annotations: drawn, focused: drawn[0]?.id ?? null, pieces: [span(1, 4)] }));
    expect(await letters(editor)).toBe(before);
  }
});

test('adding annotations moves no letter and no line', async ({ editor }) => {
  const article = sample();
  await editor.show(scenario(article.text));
  const before = await rectanglesOfLetters(editor);
  await editor.show(
    scenario(article.text, {
      annotations: article.annotations,
      focused: article.annotations[2]?.id ?? null,
      badges: [[article.annotations[0]?.id as never, '۱']],
    }),
  );
  expect(await rectanglesOfLetters(editor)).toBe(before);
});

test('the text of a paragraph is one text node, whatever is drawn', async ({ editor }) => {
  const article = sample();
  await editor.show(scenario(article.text, { annotations: article.annotations }));
  const dom = await editor.textDom();
  expect(dom.every((paragraph) => paragraph.startsWith('1:'))).toBe(true);
  expect(await editor.page.evaluate(() => document.querySelector('[role=textbox]')?.textContent)).toBe(article.text.replaceAll('\n', ''));
});

/** Drawn lanes: colour variable and height of the middle, in paragraph pixels. */
const lanes = (editor: EditorPage): Promise<{ ink: string; y: number; from: number; to: number; dashes: string | null }[]> =>
  editor.page.evaluate(() =>
    [...document.querySelectorAll('[role=textbox] svg g:last-child path')].flatMap((path) =>
      [...(path.getAttribute('d') ?? '').matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)/g)].map(([, from, y, to]) => ({
        ink: path.getAttribute('stroke') ?? '',
        y: Number(y),
        from: Number(from),
        to: Number(to),
        dashes: path.getAttribute('stroke-dasharray'),
      })),
    ),
  );

test('a lane lies under exactly its words, nested ones in the next lane, the joint between pieces in the same', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const drawn = await lanes(editor);
  const byInk = (label: number) => drawn.filter(({ ink }) => ink === `var(--ink-${label})`);
  const [joint, first, second] = byInk(0);
  expect(byInk(0)).toHaveLength(3);
  expect(joint?.dashes).toMatch(/^[12]\.?\d* [345]\.?\d*$/);
  expect(first?.dashes).toBe(null);
  expect(first?.y).toBe(second?.y);
  expect(joint?.y).toBe(first?.y);
  expect(byInk(3)[0]?.y).toBe((first?.y ?? 0) + 5);
  expect(byInk(2)[0]?.y).toBe((first?.y ?? 0) + 5);
  expect(byInk(1)).toHaveLength(2);

  const paragraph = await editor.page.locator('[role=textbox] [data-line]').first().boundingBox();
  for (const [annotation, piece, lane] of [
    [quote, 0, first],
    [quote, 1, second],
    [nested, 0, byInk(3)[0]],
  ] as const) {
    const place = await editor.page.evaluate(
      (part) => window.harness.handle.rectangle(part)?.toJSON() as DOMRect,
      annotation.spans[piece] as never,
    );
    expect(Math.abs((lane?.from ?? 0) + (paragraph?.x ?? 0) - place.right)).toBeLessThan(1.5);
    expect(Math.abs((lane?.to ?? 0) + (paragraph?.x ?? 0) - place.left)).toBeLessThan(1.5);
  }
});

test('the gutter has a letter for each annotation that begins, and one number for the pieces of one', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const badges = await editor.page
    .locator('[data-annotation][data-text]')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['text']));
  expect(badges).toEqual(['گ', 'ن۱', 'ن۱', 'ش', 'ت']);
});

test('the handles stand on the borders, half of them on each side, so that no mark beside the label is hidden', async ({ editor }) => {
  await editor.show(scenario(text, { annotations, focused: nested.id }));
  const border = await editor.page.evaluate((part) => window.harness.handle.rectangle(part)?.toJSON() as DOMRect, nested.spans[0] as never);
  const bars = await editor.page.locator('[data-edge]').evaluateAll((handles) =>
    handles.map((handle) => {
      const { left, width } = getComputedStyle(handle, '::before');
      return handle.getBoundingClientRect().left + parseFloat(left) + parseFloat(width) / 2;
    }),
  );
  expect(bars).toHaveLength(2);
  const sizes = await editor.page.locator('[data-edge]').evaluateAll((handles) =>
    handles.map((handle) => ({ drawn: getComputedStyle(handle, '::before').width, width: handle.getBoundingClientRect().width, height: handle.getBoundingClientRect().height })),
  );
  // Three pixels that are seen, 24 × 24 that can be taken (WCAG 2.5.8).
  expect(sizes.filter(({ drawn, width, height }) => drawn !== '3px' || width < 24 || height < 24)).toEqual([]);
  for (const bar of bars) expect(Math.min(Math.abs(bar - border.left), Math.abs(bar - border.right))).toBeLessThan(0.75);
});

test('the handles of a span that is torn apart stand at its first and its last letter, on the side where that letter begins or ends', async ({ editor }) => {
  const mixed = 'وزیر نیرو Ali Ahmadi گفت: «Brexit در 2024 تمام شد» و Reuters نوشت.';
  for (const [words, start, end] of [
    ['Brexit در 2024 تمام شد', ['B', 'left'], ['د', 'left']],
    ['نیرو Ali Ahmadi', ['ن', 'right'], ['i', 'right']],
    ['شد» و Reuters', ['ش', 'right'], ['s', 'right']],
  ] as const) {
    const marked = annotationOf(mixed, 'marked', 'QUOTE', words);
    await editor.show(scenario(mixed, { annotations: [marked], focused: marked.id }));
    const [from, to] = [mixed.indexOf(words), mixed.indexOf(words) + words.length];
    expect([mixed[from], mixed[to - 1]]).toEqual([start[0], end[0]]);
    const letter = (at: number) => editor.page.evaluate((part) => window.harness.handle.rectangle(part)?.toJSON() as DOMRect, { start: at, end: at + 1 } as never);
    const bars = await editor.page.locator('[data-edge]').evaluateAll((handles) =>
      handles.map((handle) => {
        const { left, width } = getComputedStyle(handle, '::before');
        return [(handle as HTMLElement).dataset['edge'], handle.getBoundingClientRect().left + parseFloat(left) + parseFloat(width) / 2] as const;
      }),
    );
    const bar = new Map(bars);
    expect(Math.abs((bar.get('start') ?? 0) - (await letter(from))[start[1]]), `${words}: start`).toBeLessThan(1.5);
    expect(Math.abs((bar.get('end') ?? 0) - (await letter(to - 1))[end[1]]), `${words}: end`).toBeLessThan(1.5);
  }
});

test('what is nested is shown by its lane, not by a darker tint: tints of what rests are laid down together', async ({ editor }) => {
  await editor.show(scenario(text, { annotations: [annotationAt('outer', 'QUOTE', [span(0, 30)]), annotationAt('inner', 'QUOTE', [span(5, 12)])] }));
  const tints = editor.page.locator('[role=textbox] svg g').first();
  await expect(tints.locator('> *')).not.toHaveCount(0);
  const seen = await tints.evaluate((group) => ({
    together: Number(getComputedStyle(group).opacity),
    each: [...group.children].map((one) => [getComputedStyle(one).opacity, getComputedStyle(one).fillOpacity].join(' ')),
  }));
  expect(seen.together).toBeLessThan(1);
  expect(new Set(seen.each)).toEqual(new Set(['1 1']));
});

test('what finds no lane is counted in the gutter', async ({ editor }) => {
  const deep = ['QUOTE', 'COMMITMENT', 'SPEAKER', 'CUE', 'MENTION'].map((label, index) =>
    annotationAt(`deep-${index}`, label, [span(index, 30)]),
  );
  await editor.show(scenario(text, { annotations: deep }));
  await expect(editor.page.locator('[data-text="+۲"]')).toHaveCount(1);
});

test('nothing drawn is cut off by its paragraph', async ({ editor }) => {
  const deep = ['QUOTE', 'COMMITMENT', 'SPEAKER'].map((label) => annotationAt(label, label, [span(0, 3)]));
  await editor.show(scenario('گفت\nگفت', { annotations: deep, focused: deep[0]?.id ?? null, badges: [[deep[0]?.id as never, '۱']] }));
  const outside = await editor.page.evaluate(() => {
    const paragraph = document.querySelector('[role=textbox] [data-line]');
    const place = paragraph?.getBoundingClientRect();
    if (!paragraph || !place) return ['no paragraph'];
    return [...paragraph.querySelectorAll('path, [data-text]')]
      .map((one) => ({ one, box: one.getBoundingClientRect() }))
      .filter(
        ({ box }) =>
          box.width > 0 && (box.top < place.top || box.bottom + 1.5 > place.bottom || box.left < place.left || box.right > place.right),
      )
      .map(({ one, box }) => `${one.outerHTML} ${box.top}–${box.bottom}`);
  });
  expect(outside).toEqual([]);
});

test('a change draws only the paragraphs it touches', async ({ editor }) => {
  const article = sample();
  await editor.show(scenario(article.text, { annotations: article.annotations }));
  await editor.still();
  const touched = await editor.page.evaluate(async () => {
    const seen = new Set<number>();
    const paragraphs = [...document.querySelectorAll('[role=textbox] [data-line]')];
    const observer = new MutationObserver((records) => {
      for (const { target } of records) seen.add(paragraphs.findIndex((paragraph) => paragraph.contains(target)));
    });
    observer.observe(document.body, { subtree: true, childList: true });
    Object.assign(window, { seen, observer });
    return seen.size;
  });
  expect(touched).toBe(0);
  const line = article.text.split('\n')[3] ?? '';
  const start = article.text.indexOf(line);
  await editor.show(
    scenario(article.text, { annotations: [...article.annotations, annotationAt('new', 'MENTION', [span(start, start + 4)])] }),
  );
  expect(await editor.page.evaluate(() => [...(window as unknown as { seen: Set<number> }).seen])).toEqual([3]);
});

test('paragraphs take the direction of most of their letters; headings look like headings', async ({ editor }) => {
  await editor.show(
    scenario(
      'BBC و رویترز درباره بازار ایران نوشتند\nReuters said that ایران agreed to the plan.\nارتباط ایران و روسیه اجتناب ناپذیر است\nاین بند یک جملهٔ کامل است و با نقطه تمام می‌شود.',
    ),
  );
  const seen = await editor.page
    .locator('[role=textbox] [data-line]')
    .evaluateAll((all) => all.map((one) => [(one as HTMLElement).dir, Number.parseFloat(getComputedStyle(one).fontSize) > 19]));
  expect(seen).toEqual([
    ['rtl', true],
    ['ltr', false],
    ['rtl', true],
    ['rtl', false],
  ]);
});

test('a change of theme changes the colours without drawing again', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const inks = () =>
    editor.page.locator('[role=textbox] svg g:last-child path').evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
  expect(await inks()).toContain('rgb(36, 111, 222)');
  await editor.page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  expect(await inks()).toContain('rgb(124, 198, 248)');
});

test('without colours the lanes stay, in system colours', async ({ editor }) => {
  await editor.page.emulateMedia({ forcedColors: 'active' });
  await editor.show(scenario(text, { annotations }));
  const strokes = await editor.page
    .locator('[role=textbox] svg g:last-child path')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
  expect(new Set(strokes).size).toBe(1);
});

test('a far span is brought to view, also through paragraphs never laid out', async ({ editor }) => {
  const long = Array.from(
    { length: 400 },
    (_, line) => `${line} ${'سطری از متنی بلند که چند بار می‌شکند و ادامه دارد '.repeat(1 + (line % 7))}`,
  ).join('\n');
  const start = long.indexOf('\n380 ') + 1;
  await editor.show(scenario(long, { annotations: [annotationAt('far', 'QUOTE', [span(start + 4, start + 20)])] }));
  await editor.page.evaluate((at) => window.harness.handle.reveal({ start: at as never, end: (at + 20) as never }), start);
  await expect
    .poll(() =>
      editor.page.evaluate((at) => window.harness.handle.rectangle({ start: at as never, end: (at + 20) as never })?.top ?? -1, start),
    )
    .toBeGreaterThan(60);
  await editor.drawn();
  const top = await editor.page.evaluate(
    (at) => window.harness.handle.rectangle({ start: at as never, end: (at + 20) as never })?.top ?? -1,
    start,
  );
  expect(top).toBeLessThan(600);
  expect((await lanes(editor)).length).toBeGreaterThan(0);
});

test('a larger reading size draws the lanes anew under the larger words', async ({ editor }) => {
  await editor.show(scenario(text, { annotations }));
  const before = await lanes(editor);
  await editor.show(scenario(text, { annotations, readingSize: 28 }));
  const after = await lanes(editor);
  expect(after[0]?.y).toBeGreaterThan((before[0]?.y ?? 0) + 5);
});

test('a caret has no more drawn anew than its own paragraph: not all that follows', async ({ editor }) => {
  const lines = Array.from({ length: 40 }, (_, line) => `${line}: ${text}`);
  await editor.show(scenario(lines.join('\n')));
  const wire = await editor.page.context().newCDPSession(editor.page);
  interface Layer { readonly width: number; readonly height: number; readonly drawsContent: boolean }
  let layers: readonly Layer[] = [];
  wire.on('LayerTree.layerTreeDidChange', (told) => void (layers = told.layers ?? layers));
  await wire.send('DOM.enable');
  await wire.send('LayerTree.enable');
  const isCaret = ({ width, height }: Layer): boolean => width > 0 && width < 4 && height > 10;
  const { height: paragraph } = await editor.page.locator('[data-line="0"]').evaluate((dom) => dom.getBoundingClientRect());
  await editor.page.evaluate(() => window.harness.handle.focus());
  // Of one block and of the next one: each is painted last in its turn.
  for (const line of [0, 2, 18]) {
    const at = lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + 4;
    await editor.page.evaluate((start) => window.harness.handle.select({ start: start as never, end: (start + 5) as never }), at);
    await expect.poll(() => layers.some(isCaret)).toBe(false);
    await editor.page.evaluate((start) => window.harness.handle.select({ start: start as never, end: start as never }), at);
    await expect.poll(() => layers.some(isCaret)).toBe(true);
    const above = layers.slice(layers.findIndex(isCaret) + 1).filter(({ drawsContent }) => drawsContent);
    expect(Math.max(0, ...above.map(({ height }) => height)), JSON.stringify(layers)).toBeLessThan(paragraph * 2);
    await expect(editor.page.locator('[data-line][data-caret]')).toHaveAttribute('data-line', String(line));
  }
});
