import { describe, expect, it } from 'vitest';
import { type Box, covers, joined, nearest } from '../../../renderer/editor/boxes.ts';

const box = (left: number, right: number, line = 0): Box => ({ left, right, top: 44 * line + 7, bottom: 44 * line + 37 });

describe('joined', () => {
  it.each([
    ['runs that touch are one', [box(50, 90), box(10, 50.4)], [box(10, 90)]],
    ['runs apart on one line stay two', [box(50, 90), box(10, 40)], [box(10, 40), box(50, 90)]],
    ['lines stay apart', [box(0, 60), box(0, 90, 1)], [box(0, 60), box(0, 90, 1)]],
    ['nothing wide is nothing', [box(20, 20)], []],
    ['a line is left to right, whatever the text is', [box(60, 90), box(0, 30), box(30, 60)], [box(0, 90)]],
  ])('%s', (_reason, given, wanted) => {
    expect(joined(given)).toEqual(wanted);
  });

  it('a taller font on the line makes one taller box', () => {
    const tall: Box = { left: 30, right: 60, top: 2, bottom: 40 };
    expect(joined([box(0, 30), tall])).toEqual([{ left: 0, right: 60, top: 2, bottom: 40 }]);
  });
});

describe('nearest', () => {
  const word = (name: string, ...boxes: readonly Box[]) => ({ name, boxes });
  const words = [
    word('first', box(60, 90)),
    word('second', box(10, 50)),
    word('third', box(40, 90, 1)),
    word('broken', box(0, 30, 1), box(70, 90, 2)),
  ];
  it.each([
    ['inside', 70, 20, 'first'],
    ['between two words the nearer', 54, 20, 'second'],
    ['above the text', 70, -50, 'first'],
    ['below the text the last line', 20, 400, 'broken'],
    ['beside the line', 500, 60, 'third'],
    ['between two lines the nearer', 70, 40, 'first'],
    ['the other line of a broken word', 75, 100, 'broken'],
  ])('%s', (_reason, x, y, wanted) => {
    expect(nearest(words, x, y)?.name).toBe(wanted);
  });

  it('of nothing is nothing', () => {
    expect(nearest([], 1, 1)).toBeNull();
  });
});

it('a range covers its lanes and not what lies beside', () => {
  expect(covers([box(10, 50)], 30, 44, 10)).toBe(true);
  expect(covers([box(10, 50)], 30, 48, 10)).toBe(false);
  expect(covers([box(10, 50)], 51, 20, 10)).toBe(false);
});
