import { describe, expect, it } from 'vitest';
import { articleText } from '../../../renderer/editor/article-text.ts';
import { clickCount } from '../../../renderer/editor/click-count.ts';
import { type Drag } from '../../../renderer/editor/drag.ts';
import { textDrag } from '../../../renderer/editor/text-drag.ts';
import { type Span, span } from '../../../shared/text/offsets.ts';
import { type SnapUnit } from '../../../shared/text/snap.ts';

const text = 'وزیر گفت: «Airbus A320 می‌آید.» سپس رفت.';
const article = articleText(text);

/** A press at the letter with that offset; the pointer's place is its offset too, ten pixels a letter. */
function pressed(at: number, keys: Partial<Pick<MouseEvent, 'detail' | 'shiftKey' | 'ctrlKey' | 'altKey'>> = {}, clicks = clickCount(), usual: SnapUnit = 'word') {
  const told: [what: string, words: string | null][] = [];
  const words = (one: Span | null) => one && text.slice(one.start, one.end);
  const under = (x: number, unit: 'word' | 'grapheme'): Span =>
    unit === 'grapheme' ? span(x / 10, x / 10 + 1) : (article.words(0).find(({ start, end }) => start <= x / 10 && x / 10 < end) ?? span(x / 10, x / 10 + 1));
  const press = { clientX: at * 10, clientY: 0, detail: 1, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...keys } as MouseEvent;
  const drag: Drag = textDrag(press, {
    article,
    hit: { paragraph: () => null, text: (x, _, unit) => under(x, unit), caret: () => null, forget: () => undefined },
    clicks,
    unit: () => usual,
    selection: () => ({ anchor: 0, head: 4 }),
    preview: (one) => void told.push(['preview', words(one)]),
    show: ({ anchor, head }) => void told.push(['show', text.slice(Math.min(anchor, head), Math.max(anchor, head))]),
    report: (one) => void told.push(['report', words(one)]),
    press: () => void told.push(['press', null]),
  });
  return { told, drag, moveTo: (offset: number, alt = false) => drag.move({ x: offset * 10, y: 0, alt }) };
}

describe('dragging over the text', () => {
  it('shows by words what would be selected, and selects it when the button is let go', () => {
    const { told, drag, moveTo } = pressed(text.indexOf('گفت') + 1);
    moveTo(text.indexOf('Airbus') + 2);
    moveTo(text.indexOf('می') + 1);
    drag.drop();
    expect(told).toEqual([
      ['preview', 'گفت: «Airbus'],
      ['preview', 'گفت: «Airbus A320 می‌آید'],
      ['preview', null],
      ['show', 'گفت: «Airbus A320 می‌آید'],
      ['report', 'گفت: «Airbus A320 می‌آید'],
    ]);
  });

  it('shows it as it will be: without what is dropped at its edges, and with it while Alt is held', () => {
    const { told, moveTo } = pressed(text.indexOf('Airbus') + 1);
    moveTo(text.indexOf('.»'));
    expect(told.at(-1)).toEqual(['preview', 'Airbus A320 می‌آید']);
    moveTo(text.indexOf('.»'), true);
    expect(told.at(-1)).toEqual(['preview', 'irbus A320 می‌آید.']);
  });

  it('takes letters where selecting does so, with and without Alt, and what several clicks take all the same', () => {
    const { told, moveTo } = pressed(text.indexOf('Airbus') + 1, {}, clickCount(), 'letter');
    moveTo(text.indexOf('.»'));
    expect(told.at(-1)).toEqual(['preview', 'irbus A320 می‌آید.']);
    moveTo(text.indexOf('A320') + 1, true);
    expect(told.at(-1)).toEqual(['preview', 'irbus A3']);
    expect(pressed(text.indexOf('A320'), { detail: 2 }, clickCount(), 'letter').told).toEqual([['preview', 'A320']]);
  });

  it('selects nothing when it is broken off', () => {
    const { told, drag, moveTo } = pressed(1);
    moveTo(text.indexOf('گفت'));
    drag.cancel();
    expect(told).toEqual([['preview', 'وزیر گفت'], ['preview', null]]);
  });

  it('shows the word of two clicks at once', () => {
    expect(pressed(text.indexOf('A320'), { detail: 2 }).told).toEqual([['preview', 'A320']]);
  });

  it('takes words again where the same word was dragged from a moment ago, and not its sentence', () => {
    const clicks = clickCount();
    const wanted = ['Airbus A320', 'Airbus A320', 'Airbus A320', 'Airbus'];
    const got = [1, 2, 3, 4].map((detail) => {
      const { told, drag, moveTo } = pressed(text.indexOf('Airbus') + 1, { detail }, clicks);
      if (detail < 4) moveTo(text.indexOf('A320') + 1);
      // A click after a drag, and one more: the word.
      else return pressed(text.indexOf('Airbus') + 1, { detail: 5 }, clicks).told.at(-1)?.[1];
      drag.drop();
      return told.at(-1)?.[1];
    });
    expect(got).toEqual(wanted);
    expect(pressed(1, { detail: 3 }, clickCount()).told).toEqual([['preview', 'وزیر گفت: «Airbus A320 می‌آید.» سپس رفت']]);
  });

  it('is a press where the pointer has not moved', () => {
    const { told, drag } = pressed(1);
    drag.move({ x: 12, y: 0, alt: false });
    drag.drop();
    expect(told).toEqual([['preview', null], ['press', null]]);
  });
});
