import { span } from '../../../shared/text/offsets.ts';
import { annotationAt, annotationOf, expect, scenario, test } from './editor-page.ts';

const quoted = 'رئیس‌جمهور گفت: «ما قرارداد را امضا خواهیم کرد.» سپس رفت. او برنگشت.\nوی افزود: Microsoft در سال 2024 آمد.';
const at = (part: string): [number, number] => [quoted.indexOf(part), quoted.indexOf(part) + part.length];

test('two clicks take the word, three the sentence, four the paragraph', async ({ editor }) => {
  await editor.show(scenario(quoted));
  const point = await editor.middle(...at('امضا'));
  for (const [clicks, wanted] of [
    [2, 'امضا'],
    [3, quoted.slice(0, quoted.indexOf(' سپس')) + ' سپس رفت'],
    [4, quoted.slice(0, quoted.indexOf('.\n'))],
  ] as const) {
    await editor.page.mouse.click(point.x, point.y, { clickCount: clicks });
    const last = (await editor.calls()).at(-1);
    expect(last?.name === 'select' && last.value && quoted.slice(last.value.span.start, last.value.span.end)).toBe(wanted);
  }
});

test('a drag takes what lies under where it was let go, though no move told of the way there', async ({ editor }) => {
  await editor.show(scenario(quoted));
  const [from, to] = [await editor.middle(...at('ما')), await editor.middle(...at('امضا'))];
  const wire = await editor.page.context().newCDPSession(editor.page);
  const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', place: typeof from, buttons: number) =>
    wire.send('Input.dispatchMouseEvent', { type, ...place, buttons, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
  await send('mouseMoved', from, 0);
  await send('mousePressed', from, 1);
  await send('mouseReleased', to, 0);
  const [start] = at('ما');
  expect(await editor.calls()).toEqual([{ name: 'select', value: { span: { start, end: at('امضا')[1] }, additive: false } }]);
});

for (const { strays, taken, reason } of [
  { strays: 1, taken: 'امضا', reason: 'a single move that tells of no button is a stray, and the drag goes on' },
  { strays: 2, taken: 'قرارداد', reason: 'two of them mean that the release was missed: what was taken until then is selected' },
])
  test(reason, async ({ editor }) => {
    await editor.show(scenario(quoted));
    const [from, over, to] = [await editor.middle(...at('ما')), await editor.middle(...at('قرارداد')), await editor.middle(...at('امضا'))];
    const stray = { x: from.x, y: from.y + 200 };
    const wire = await editor.page.context().newCDPSession(editor.page);
    const send = (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', place: typeof from, buttons: number) =>
      wire.send('Input.dispatchMouseEvent', { type, ...place, buttons, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
    await send('mousePressed', from, 1);
    await send('mouseMoved', over, 1);
    for (let sent = 0; sent < strays; sent++) await send('mouseMoved', { ...stray, x: stray.x + sent }, 0);
    await send('mouseMoved', to, 1);
    await send('mouseReleased', to, 0);
    const [start] = at('ما');
    expect((await editor.calls()).slice(0, 1)).toEqual([{ name: 'select', value: { span: { start, end: at(taken)[1] }, additive: false } }]);
  });

test('with Alt letters are taken: half a word', async ({ editor }) => {
  await editor.show(scenario(quoted));
  const [start] = at('قرارداد');
  await editor.page.keyboard.down('Alt');
  await editor.drag(await editor.middle(start, start + 1), await editor.middle(start + 2, start + 3));
  await editor.page.keyboard.up('Alt');
  expect(await editor.calls()).toEqual([{ name: 'select', value: { span: { start, end: start + 3 }, additive: false } }]);
});

test('where selecting takes letters, so does a drag, and a border keeps to letters; two clicks take the word', async ({ editor }) => {
  const annotations = [annotationOf(quoted, 'quote', 'QUOTE', 'را امضا')];
  await editor.show(scenario(quoted, { selectionUnit: 'letter', annotations, focused: annotations[0]?.id ?? null }));
  const [start] = at('قرارداد');
  await editor.drag(await editor.middle(start, start + 1), await editor.middle(start + 2, start + 3));
  const box = await editor.page.locator('[data-edge=end]').boundingBox();
  if (!box) throw new Error('no handle');
  const [word] = at('خواهیم');
  await editor.drag({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, await editor.middle(word + 1, word + 2));
  const point = await editor.middle(...at('سپس'));
  await editor.page.mouse.click(point.x, point.y, { clickCount: 2 });
  const [first, end] = at('سپس');
  const calls = await editor.calls();
  expect([...calls.slice(0, 2), calls.at(-1)]).toEqual([
    { name: 'select', value: { span: { start, end: start + 3 }, additive: false } },
    { name: 'moveBorder', value: ['quote', 0, 'end', word + 2] },
    { name: 'select', value: { span: { start: first, end }, additive: false } },
  ]);
});

test('with Ctrl a selection is additive, with Shift it extends the one before', async ({ editor }) => {
  await editor.show(scenario(quoted));
  await editor.drag(await editor.middle(...at('ما')), await editor.middle(...at('قرارداد')));
  await editor.page.keyboard.down('Control');
  await editor.drag(await editor.middle(...at('خواهیم')), await editor.middle(...at('کرد')));
  await editor.page.keyboard.up('Control');
  await editor.page.keyboard.down('Shift');
  const far = await editor.middle(...at('برنگشت'));
  await editor.page.mouse.click(far.x, far.y);
  await editor.page.keyboard.up('Shift');
  const selected = (await editor.calls()).flatMap((call) => (call.name === 'select' ? [call.value] : []));
  expect(selected.map((one) => one && [quoted.slice(one.span.start, one.span.end), one.additive])).toEqual([
    ['ما قرارداد', false],
    ['خواهیم کرد', true],
    ['خواهیم کرد.» سپس رفت. او برنگشت', false],
  ]);
});

test('a drag over two paragraphs is one span; Escape during a drag restores the selection', async ({ editor }) => {
  await editor.show(scenario(quoted));
  await editor.drag(await editor.middle(...at('برنگشت')), await editor.middle(...at('افزود')));
  const first = (await editor.calls()).at(-1);
  expect(first?.name === 'select' && first.value && quoted.slice(first.value.span.start, first.value.span.end)).toBe('برنگشت.\nوی افزود');
  const [from, to] = [await editor.middle(...at('ما')), await editor.middle(...at('امضا'))];
  await editor.page.mouse.move(from.x, from.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(to.x, to.y, { steps: 3 });
  await editor.page.keyboard.press('Escape');
  await editor.page.mouse.up();
  expect(await editor.calls()).toEqual([]);
  expect(await editor.page.evaluate(() => String(getSelection()).includes('افزود'))).toBe(true);
});

test('a click names what lies there: the innermost first, outwards when repeated, nothing beside', async ({ editor }) => {
  const annotations = [
    annotationOf(quoted, 'outer', 'QUOTE', 'ما قرارداد را امضا خواهیم کرد'),
    annotationOf(quoted, 'middle', 'COMMITMENT', 'قرارداد را امضا خواهیم'),
    annotationOf(quoted, 'inner', 'MENTION', 'امضا'),
  ];
  await editor.show(scenario(quoted, { annotations }));
  const point = await editor.middle(...at('امضا'));
  const pressed: unknown[] = [];
  for (let click = 0; click < 4; click++) {
    await editor.page.mouse.click(point.x, point.y);
    const answer = (await editor.calls()).find(({ name }) => name === 'press')?.value;
    pressed.push(answer);
    await editor.show(scenario(quoted, { annotations, focused: answer as never }));
  }
  expect(pressed).toEqual(['inner', 'middle', 'outer', 'inner']);
  const beside = await editor.middle(...at('برنگشت'));
  await editor.page.mouse.click(beside.x, beside.y);
  expect(await editor.calls()).toEqual([{ name: 'press', value: null }]);
});

test('a click places the caret at the nearer end of the letter', async ({ editor }) => {
  await editor.show(scenario(quoted));
  const latin = at('Microsoft');
  const persian = at('امضا');
  const box = (start: number, end: number) =>
    editor.page.evaluate(([a, b]) => window.harness.handle.rectangle({ start: a as never, end: b as never })?.toJSON() as DOMRect, [
      start,
      end,
    ] as const);
  const click = async (x: number, y: number): Promise<number> => {
    await editor.page.mouse.click(x, y);
    return editor.page.evaluate(() => window.harness.handle.caret());
  };
  const word = await box(...latin);
  expect(await click(word.left + 1, word.top + 15)).toBe(latin[0]);
  expect(await click(word.right - 1, word.top + 15)).toBe(latin[1]);
  const other = await box(...persian);
  expect(await click(other.right - 1, other.top + 15)).toBe(persian[0]);
  expect(await click(other.left + 1, other.top + 15)).toBe(persian[1]);
});

test('a border is dragged by words, with Alt by letters, and Escape leaves it', async ({ editor }) => {
  const annotations = [annotationOf(quoted, 'quote', 'QUOTE', 'قرارداد را امضا')];
  await editor.show(scenario(quoted, { annotations, focused: annotations[0]?.id ?? null }));
  const handle = async (edge: string) => {
    // A drag that has just ended may still be shown where the one before it left the border: what it shows is painted with the next frame.
    await editor.drawn();
    const box = await editor.page.locator(`[data-edge=${edge}]`).boundingBox();
    if (!box) throw new Error(`no ${edge} handle`);
    expect(box.width).toBeGreaterThanOrEqual(24);
    expect(box.height).toBeGreaterThanOrEqual(24);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const moved = async () => (await editor.calls()).flatMap((call) => (call.name === 'moveBorder' ? [call.value] : []));
  await editor.drag(await handle('end'), await editor.middle(...at('خواهیم')));
  expect(await moved()).toEqual([['quote', 0, 'end', at('خواهیم')[1]]]);
  await editor.drag(await handle('start'), await editor.middle(...at('ما')));
  expect(await moved()).toEqual([['quote', 0, 'start', at('ما')[0]]]);
  await editor.page.keyboard.down('Alt');
  await editor.drag(await handle('end'), await editor.middle(at('امضا')[0] + 1, at('امضا')[0] + 2));
  await editor.page.keyboard.up('Alt');
  expect(await moved()).toEqual([['quote', 0, 'end', at('امضا')[0] + 2]]);
  const [from, to] = [await handle('start'), await editor.middle(...at('گفت'))];
  await editor.page.mouse.move(from.x, from.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(to.x, to.y, { steps: 4 });
  await editor.page.keyboard.press('Escape');
  await editor.page.mouse.up();
  expect(await moved()).toEqual([]);
});

test('a press on a handle that does not move it means the text: it puts the caret and names what lies there', async ({ editor }) => {
  const annotations = [annotationOf(quoted, 'quote', 'QUOTE', 'قرارداد را امضا')];
  await editor.show(scenario(quoted, { annotations, focused: annotations[0]?.id ?? null }));
  for (const edge of ['start', 'end'] as const) {
    await editor.page.locator(`[data-edge=${edge}]`).click();
    expect((await editor.calls()).map(({ name }) => name)).toEqual(['press']);
    const caret = await editor.page.evaluate(() => window.harness.handle.caret());
    expect(Math.abs(caret - (annotations[0]?.spans[0]?.[edge] ?? 0))).toBeLessThanOrEqual(1);
  }
});

test('from the first letter of the word beside a focused label, a drag selects that word and a press puts the caret: the border keeps to itself', async ({ editor }) => {
  const annotations = [annotationOf(quoted, 'quote', 'QUOTE', 'قرارداد را امضا')];
  await editor.show(scenario(quoted, { annotations, focused: annotations[0]?.id ?? null }));
  const [next, end] = at('خواهیم');
  for (const height of [0.45, 0.8]) {
    const letter = await editor.page.evaluate((part) => window.harness.handle.rectangle(part)?.toJSON() as DOMRect, span(next, next + 1) as never);
    // Where letters have their ink: not at the very top of their box.
    const point = { x: letter.right - 1, y: letter.top + letter.height * height };
    await editor.drag(point, await editor.middle(next, end));
    expect(await editor.calls()).toEqual([{ name: 'select', value: { span: { start: next, end }, additive: false } }]);
    await editor.page.mouse.click(point.x, point.y);
    expect(await editor.page.evaluate(() => window.harness.handle.caret())).toBe(next);
    await editor.calls();
  }
});

test('a knob that is taken above its line moves the border in that line, and two clicks, Shift and Ctrl beside it mean the text', async ({ editor }) => {
  const text = 'سطر نخست این خبر است\nوزیر نیرو دیروز گفت برق می‌آید';
  const annotations = [annotationOf(text, 'quote', 'QUOTE', 'نیرو دیروز')];
  const within = (word: string) => span(text.indexOf(word), text.indexOf(word) + word.length);
  await editor.show(scenario(text, { annotations, focused: annotations[0]?.id ?? null }));
  const box = await editor.page.locator('[data-edge=end]').boundingBox();
  if (!box) throw new Error('no handle');
  const [x, to] = [box.x + box.width / 2, await editor.middle(within('گفت').start, within('گفت').end)];
  await editor.drag({ x, y: box.y + 2 }, { x: to.x, y: box.y + 2 });
  expect((await editor.calls()).filter(({ name }) => name === 'moveBorder')).toEqual([{ name: 'moveBorder', value: ['quote', 0, 'end', within('گفت').end] }]);
  await editor.drawn();
  const word = await editor.middle(within('دیروز').start, within('دیروز').end);
  // Inside the bar, which stands five pixels from the middle of what can be taken.
  const edge = { x: x + 5 + 2, y: word.y };
  await editor.page.mouse.dblclick(edge.x, edge.y);
  expect((await editor.calls()).at(-1)).toEqual({ name: 'select', value: { span: within('دیروز'), additive: false } });
  await editor.page.keyboard.down('Control');
  await editor.drag(edge, word);
  await editor.page.keyboard.up('Control');
  expect((await editor.calls()).at(-1)).toEqual({ name: 'select', value: { span: within('دیروز'), additive: true } });
});

test('a badge in the gutter and a number at its start name their annotation', async ({ editor }) => {
  const annotations = [annotationOf(quoted, 'speaker', 'SPEAKER', 'رئیس‌جمهور'), annotationAt('cue', 'CUE', [span(...at('گفت'))])];
  await editor.show(scenario(quoted, { annotations, badges: [['speaker' as never, '۱']] }));
  await editor.page.locator('[data-annotation=cue]').click();
  await editor.page.locator('[data-annotation=speaker][data-text="۱"]').click();
  expect(await editor.calls()).toEqual([
    { name: 'press', value: 'cue' },
    { name: 'press', value: 'speaker' },
  ]);
});

test('dragging beyond the pane scrolls it', async ({ editor }) => {
  const long = Array.from({ length: 60 }, (_, line) => `سطر ${line} از متنی بلند`).join('\n');
  await editor.show(scenario(long));
  const from = await editor.middle(0, 3);
  await editor.page.mouse.move(from.x, from.y);
  await editor.page.mouse.down();
  await editor.page.mouse.move(from.x, 895, { steps: 4 });
  await editor.page.waitForFunction(() => (document.querySelector('.pane')?.scrollTop ?? 0) > 600);
  await editor.page.mouse.up();
  const last = (await editor.calls()).at(-1);
  expect(last?.name === 'select' && last.value && last.value.span.end - last.value.span.start).toBeGreaterThan(400);
});

test('the other button takes the caret along, and leaves what is selected where it falls on it', async ({ editor }) => {
  await editor.show(scenario(quoted));
  const caret = () => editor.page.evaluate(() => window.harness.handle.caret());
  const press = async (words: string) => {
    const { x, y } = await editor.middle(...at(words));
    await editor.page.mouse.click(x, y, { button: 'right' });
  };
  await press('امضا');
  const [start, end] = at('امضا');
  expect(await caret()).toBeGreaterThanOrEqual(start);
  expect(await caret()).toBeLessThanOrEqual(end);
  expect(await editor.calls(), 'and focuses nothing').toMatchObject([{ name: 'menu' }]);

  await editor.drag(await editor.middle(...at('قرارداد')), await editor.middle(...at('امضا')));
  await editor.calls();
  await press('امضا');
  expect(await editor.page.evaluate(() => String(getSelection()))).toBe('قرارداد را امضا');
  expect(await editor.calls()).toMatchObject([{ name: 'menu' }]);
  await press('برنگشت');
  expect(await editor.page.evaluate(() => String(getSelection()))).toBe('');
  expect(await editor.calls()).toMatchObject([{ name: 'select', value: null }, { name: 'menu' }]);
});
