import { expect, test } from 'vitest';
import { dropEdge, dropIndex } from '../../../../renderer/views/schema/row-drag.ts';

const middles = [10, 30, 50, 70];

test.each([
  ['where it stands it stays', 1, 30, 1],
  ['a little off it stays, too', 1, 45, 1],
  ['past the middle of the next it is behind it', 1, 51, 2],
  ['past the middle of the one before it is before it', 2, 29, 1],
  ['above all it is the first', 3, -100, 0],
  ['below all it is the last', 0, 900, 3],
])('%s', (_, from, y, index) => expect(dropIndex(middles, from, y)).toBe(index));

test.each([
  ['nothing is dragged', null, 1, undefined],
  ['it would stay where it is', { from: 1, to: 1 }, 1, undefined],
  ['it goes up', { from: 2, to: 0 }, 0, 'before'],
  ['it goes down', { from: 0, to: 2 }, 2, 'after'],
  ['another row has no line', { from: 0, to: 2 }, 1, undefined],
] as const)('the line when %s', (_, drag, row, edge) => expect(dropEdge(drag, row)).toBe(edge));
