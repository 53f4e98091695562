import { describe, expect, test } from 'vitest';
import { drawnRows, firstSight, movedRow, windowAround } from '../../../../renderer/views/library/row-window.ts';

describe('windowAround', () => {
  test.each([
    [0, 0],
    [63, 0],
    [64, 0],
    [128, 64],
    [99_999, 99_904],
  ])('from row %i on, reading begins at row %i', (first, from) => {
    expect(windowAround(first).from).toBe(from);
  });

  test('what is read first is a part of what is read around the first row', () => {
    const { from, limit } = windowAround(0);
    expect(firstSight.from).toBe(from);
    expect(firstSight.limit).toBeLessThan(limit);
  });

  test('the window holds what is in sight and a page on each side', () => {
    for (let first = 0; first < 1000; first++) {
      const { from, limit } = windowAround(first);
      expect(from).toBeLessThanOrEqual(first);
      expect(from + limit).toBeGreaterThanOrEqual(first + 128);
    }
  });
});

describe('rows that are drawn', () => {
  const rows = (length: number): readonly null[] => Array.from({ length }, () => null);
  test.each([
    ['all, where nothing was read yet', 1000, undefined, 1000],
    ['all, where what was read fills its window: there are more behind it', 1000, { from: 0, limit: 64, rows: rows(64) }, 1000],
    ['as many as were read, where the count is ahead of them', 1000, { from: 0, limit: 64, rows: rows(3) }, 3],
    ['to the end of what was read, further down too', 1000, { from: 640, limit: 256, rows: rows(100) }, 740],
    ['no more than there are, where some have gone', 2, { from: 0, limit: 64, rows: rows(3) }, 2],
    ['none of an empty list', 0, { from: 0, limit: 64, rows: [] }, 0],
  ] as const)('are %s', (_, count, read, drawn) => expect(drawnRows(count, read)).toBe(drawn));
});

describe('movedRow', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 99, 99],
    ['PageDown', 4, 14],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 50, 99],
  ])('%s from row %i leads to row %i', (key, active, expected) => {
    expect(movedRow(key, active, 100, 10)).toBe(expected);
  });

  test('other keys move nothing', () => {
    expect(movedRow('a', 4, 100, 10)).toBeNull();
  });
});
