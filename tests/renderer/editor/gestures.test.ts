import { describe, expect, it } from 'vitest';
import { articleText } from '../../../renderer/editor/article-text.ts';
import { withBorder } from '../../../renderer/editor/border-drag.ts';
import { motionFor, selectAll } from '../../../renderer/editor/keyboard-motion.ts';
import { pressCycle } from '../../../renderer/editor/press-cycle.ts';
import { span, utf16 } from '../../../shared/text/offsets.ts';
import { annotation } from './annotations.ts';

const found = [annotation('inner', 'CUE', [4, 6]), annotation('outer', 'QUOTE', [0, 9])];
const [inner, outer] = found.map(({ id }) => id) as [(typeof found)[number]['id'], (typeof found)[number]['id']];

describe('pressCycle', () => {
  it('goes outwards and round while the same place is pressed', () => {
    const cycle = pressCycle();
    expect(cycle.next(found, null)).toBe(inner);
    expect(cycle.next(found, inner)).toBe(outer);
    expect(cycle.next(found, outer)).toBe(inner);
  });

  it('begins anew at another place, or when something else was focused between', () => {
    const cycle = pressCycle();
    cycle.next(found, null);
    expect(cycle.next(found.slice(1), inner)).toBe(outer);
    expect(cycle.next(found, outer)).toBe(inner);
    expect(cycle.next(found, outer)).toBe(inner);
  });

  it('beside everything there is nothing', () => {
    expect(pressCycle().next([], inner)).toBeNull();
  });
});

describe('withBorder', () => {
  const pieces = annotation('q', 'QUOTE', [10, 20], [30, 40]);
  it.each([
    [
      'a start moves',
      0,
      'start',
      5,
      [
        [5, 20],
        [30, 40],
      ],
    ],
    [
      'an end moves up to the next piece',
      0,
      'end',
      30,
      [
        [10, 30],
        [30, 40],
      ],
    ],
    ['not into the next piece', 0, 'end', 31, null],
    ['not into the piece before', 1, 'start', 19, null],
    ['not over its own other border', 1, 'end', 30, null],
  ] as const)('%s', (_reason, piece, edge, offset, wanted) => {
    expect(withBorder({ annotation: pieces, piece, edge }, utf16(offset))).toEqual(
      wanted && wanted.map(([start, end]) => span(start, end)),
    );
  });
});

describe('keyboard', () => {
  const article = articleText('وزیر گفت:\n\nReuters said.');
  const key = (name: string, ...held: readonly string[]) => ({
    key: name,
    ctrlKey: held.includes('Control'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    metaKey: false,
  });
  const at = (head: number, anchor = head) => ({ anchor, head });

  it.each([
    ['left is forward in a right-to-left line', key('ArrowLeft'), at(0), 'rtl', at(1)],
    ['right is back there', key('ArrowRight'), at(5), 'rtl', at(4)],
    ['and forward in a left-to-right one', key('ArrowRight', 'Control'), at(11), 'ltr', at(19)],
    ['without Shift a selection collapses to its end', key('ArrowLeft'), at(2, 7), 'rtl', at(7)],
    ['and to its start the other way', key('ArrowRight'), at(7, 2), 'rtl', at(2)],
    ['Ctrl stops before the next token', key('ArrowLeft', 'Control'), at(0), 'rtl', at(5)],
    ['Ctrl+Shift takes the token', key('ArrowLeft', 'Control', 'Shift'), at(0), 'rtl', at(4, 0)],
    ['an empty line is a stop for letters', key('ArrowLeft'), at(9), 'rtl', at(10)],
    ['and none for tokens', key('ArrowLeft', 'Control'), at(8), 'rtl', at(11)],
    ['Ctrl+Home', key('Home', 'Control'), at(8), 'rtl', at(0)],
    ['Ctrl+Shift+End', key('End', 'Control', 'Shift'), at(8), 'rtl', at(24, 8)],
  ] as const)('%s', (_reason, pressed, from, direction, wanted) => {
    expect(motionFor(pressed, article, from, direction)?.to).toEqual(wanted);
  });

  it('Alt with Shift selects letters; other keys are left to the browser', () => {
    expect(motionFor(key('ArrowLeft', 'Alt', 'Shift'), article, at(0), 'rtl')).toEqual({ to: at(1, 0), unit: 'letter' });
    for (const pressed of [key('ArrowDown', 'Shift'), key('Home'), key('ArrowLeft', 'Alt'), key('j')])
      expect(motionFor(pressed, article, at(3), 'rtl')).toBeNull();
  });

  it('select all takes the paragraph, then the text', () => {
    const paragraph = selectAll(article, at(3));
    expect(paragraph).toEqual(at(9, 0));
    expect(selectAll(article, paragraph)).toEqual(at(24, 0));
  });
});
