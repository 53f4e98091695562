import { tokens } from '../../../shared/text/tokens.ts';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { annotationOf, type EditorPage, expect, scenario, test } from './editor-page.ts';

const text = 'وزیر گفت: «Airbus A320 در 1402/05/01 با ۲۵٪ تخفیف می‌آید» 👨‍👩‍👧\n\nReuters said the minister of ایران agreed.\nپایان.';

const caret = (editor: EditorPage): Promise<number> => editor.page.evaluate(() => window.harness.handle.caret());
const isRightToLeft = (offset: number): boolean =>
  !text.slice(offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1).startsWith('Reuters');
const put = (editor: EditorPage, at: number): Promise<void> =>
  editor.page.evaluate((offset) => {
    window.harness.handle.focus();
    window.harness.handle.select({ start: offset as never, end: offset as never });
  }, at);
const selected = async (editor: EditorPage): Promise<readonly (string | null)[]> =>
  (await editor.calls()).flatMap((call) =>
    call.name === 'select' ? [call.value && text.slice(call.value.span.start, call.value.span.end)] : [],
  );

test('Ctrl+Arrow stops before every word in logical order, there and back, and never gets stuck', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 0);
  const starts = tokens(text).map(({ start }) => start);
  const walk = async (forward: boolean): Promise<number[]> => {
    const seen: number[] = [];
    for (let at = await caret(editor), before = -1; at !== before && seen.length < 100;) {
      before = at;
      await editor.page.keyboard.press(`Control+${isRightToLeft(at) === forward ? 'ArrowLeft' : 'ArrowRight'}`);
      at = await caret(editor);
      if (at !== before) seen.push(at);
    }
    return seen;
  };
  expect(await walk(true)).toEqual([...starts.slice(1), text.length]);
  expect(await walk(false)).toEqual([...starts].reverse());
});

test('Ctrl+Shift+Arrow takes word after word and gives them back', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 0);
  await editor.calls();
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowRight', 'ArrowRight'])
    await editor.page.keyboard.press(`Control+Shift+${key}`);
  expect(await selected(editor)).toEqual(['وزیر', 'وزیر گفت', 'وزیر گفت', 'وزیر گفت', 'وزیر']);
});

test('Shift+Arrow goes by letter: the selection snaps to words, with Alt it does not', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 0);
  await editor.calls();
  await editor.page.keyboard.press('Shift+ArrowLeft');
  await editor.page.keyboard.press('Alt+Shift+ArrowLeft');
  expect(await selected(editor)).toEqual(['وزیر', 'وز']);
});

test('Shift+Arrow passes every letter once, a family emoji and a half-space with its letter too', async ({ editor }) => {
  await editor.show(scenario(text));
  const end = text.indexOf('\n');
  await put(editor, 0);
  const seen: number[] = [];
  while ((seen.at(-1) ?? 0) < end) {
    await editor.page.keyboard.press('Shift+ArrowLeft');
    seen.push(await caret(editor));
  }
  expect(seen).toEqual(graphemes(text.slice(0, end)).map((letter) => letter.end));
});

test('plain arrows pass every letter and every line break, empty lines too, and come back', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 0);
  const stops = [0, ...graphemes(text).map((letter) => letter.end)];
  const walk = async (forward: boolean): Promise<number[]> => {
    const seen = [await caret(editor)];
    for (let press = 1; press < stops.length; press++) {
      await editor.page.keyboard.press(isRightToLeft(seen.at(-1) ?? 0) === forward ? 'ArrowLeft' : 'ArrowRight');
      seen.push(await caret(editor));
    }
    return seen;
  };
  expect(await walk(true)).toEqual(stops);
  expect(await walk(false)).toEqual([...stops].reverse());
});

test('the browser’s own Up, Down, Home and End work over empty lines', async ({ editor }) => {
  await editor.show(scenario(text));
  const press = async (key: string): Promise<number> => {
    await editor.page.keyboard.press(key);
    await editor.page.waitForTimeout(60);
    return caret(editor);
  };
  const lineOf = (offset: number): number => text.slice(0, offset).split('\n').length;
  await put(editor, 3);
  const down: number[] = [];
  for (let row = 0; row < 4; row++) down.push(lineOf(await press('ArrowDown')));
  expect(down).toEqual([1, 2, 3, 4]);
  expect(await press('End')).toBe(text.length);
  expect(await press('Home')).toBe(text.lastIndexOf('\n') + 1);
  const up: number[] = [];
  for (let row = 0; row < 4; row++) up.push(lineOf(await press('ArrowUp')));
  expect(up).toEqual([3, 2, 1, 1]);
  await put(editor, 0);
  for (let row = 0; row < 3; row++) await press('Shift+ArrowDown');
  expect((await selected(editor)).at(-1)).toMatch(/^وزیر.*\n\n/s);
});

test('a key right behind one of the browser’s own goes on from where that one has led, before the browser has told of it', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, text.length);
  await editor.calls();
  const after = await editor.page.evaluate(() => {
    const last = document.querySelector('[role=textbox] > div:last-child > div:last-child')?.children[1]?.firstChild;
    const press = (init: KeyboardEventInit) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));
    getSelection()?.collapse(last ?? null, 0);
    const caretAtOnce = window.harness.handle.caret() as number;
    press({ code: 'ArrowLeft', key: 'ArrowLeft', ctrlKey: true, shiftKey: true });
    return caretAtOnce;
  });
  expect(after).toBe(text.lastIndexOf('\n') + 1);
  expect(await selected(editor)).toEqual(['پایان']);
});

test('Ctrl+Home and Ctrl+End reach the ends, Ctrl+A takes the paragraph and then all', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 5);
  await editor.page.keyboard.press('Control+End');
  expect(await caret(editor)).toBe(text.length);
  await editor.page.keyboard.press('Control+Home');
  expect(await caret(editor)).toBe(0);
  await editor.calls();
  await editor.page.keyboard.press('Control+KeyA');
  await editor.page.keyboard.press('Control+KeyA');
  expect(await selected(editor)).toEqual([text.slice(0, text.indexOf('\n')), text.slice(0, -1)]);
});

test('letters and digits reach the window unhandled and write nothing', async ({ editor }) => {
  await editor.show(scenario(text));
  await put(editor, 3);
  await editor.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    window.addEventListener('keydown', (event) => seen.push(`${event.code}${event.defaultPrevented ? ' handled' : ''}`));
  });
  const keys = ['KeyJ', 'Digit1', 'KeyX', 'Delete', 'Escape', 'Control+KeyZ'];
  for (const key of keys) await editor.page.keyboard.press(key);
  const seen = await editor.page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.filter((key) => key !== 'ControlLeft').slice(0, 3)).toEqual(['KeyJ', 'Digit1', 'KeyX']);
  expect(seen.filter((key) => key.endsWith('handled'))).toEqual([]);
});

test('Tab leaves the text', async ({ editor }) => {
  await editor.show(scenario(text));
  await editor.page.evaluate(() => document.body.append(document.createElement('button')));
  await put(editor, 3);
  await editor.page.keyboard.press('Tab');
  expect(await editor.page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
});

test('typing, deleting, pasting, dropping and composing leave text and DOM as they were', async ({ editor }) => {
  await editor.show(scenario(text, { annotations: [annotationOf(text, 'quote', 'QUOTE', 'Airbus A320 در')] }));
  await put(editor, 8);
  const before = await editor.textDom();
  expect(before.every((paragraph) => paragraph.startsWith('1:'))).toBe(true);
  for (const key of ['a', 'Enter', 'Shift+Enter', 'Backspace', 'Delete', 'Control+Backspace', 'Control+b', 'Control+z', 'Space'])
    await editor.page.keyboard.press(key);
  await editor.page.keyboard.insertText('چسبانده');
  await editor.page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'چسبانده');
    data.setData('text/html', '<b>چسبانده</b>');
    const target = document.querySelector('[role=textbox] p, [role=textbox] div');
    target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    target?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await editor.page.evaluate(() => window.harness.handle.select({ start: 2 as never, end: 20 as never }));
  await editor.page.keyboard.press('Control+KeyX');
  await editor.page.keyboard.press('q');
  const session = await editor.page.context().newCDPSession(editor.page);
  await session.send('Input.imeSetComposition', { text: 'かな', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.imeSetComposition', { text: '仮名', selectionStart: 2, selectionEnd: 2 });
  await session.send('Input.insertText', { text: '仮名' });
  await editor.drawn();
  await editor.page.waitForTimeout(100);
  expect(await editor.textDom()).toEqual(before);
  expect(before.map((paragraph) => paragraph.slice(2)).join('\n')).toContain('Airbus A320 در');
});

test('dropped files are left to the window', async ({ editor }) => {
  await editor.show(scenario(text));
  const seen = await editor.page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['خبر'], 'خبر.txt'));
    const seenByWindow: boolean[] = [];
    window.addEventListener('drop', (event) => seenByWindow.push(event.defaultPrevented));
    document
      .querySelector('[role=textbox] div')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    return seenByWindow;
  });
  expect(seen).toEqual([false]);
});

test('copying gives the exact text, over lines too', async ({ editor }) => {
  await editor.show(scenario(text));
  await editor.page.evaluate((end) => {
    window.harness.handle.focus();
    window.harness.handle.select({ start: 10 as never, end: end as never });
    document.addEventListener('copy', (event) =>
      Object.assign(window, { copied: [event.clipboardData?.types.join(), event.clipboardData?.getData('text/plain')] }),
    );
  }, text.length - 3);
  await editor.page.keyboard.press('Control+KeyC');
  expect(await editor.page.evaluate(() => (window as unknown as { copied: string[] }).copied)).toEqual(['text/plain', text.slice(10, -3)]);
});
