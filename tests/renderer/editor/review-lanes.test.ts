import { expect, it } from 'vitest';
import { lineMap } from '../../../renderer/editor/positions.ts';
import { type ReviewMark, type ReviewRow } from '../../../renderer/editor/review-contract.ts';
import { lanesNeeded, reviewLanes, reviewLineHeight } from '../../../renderer/editor/review-lanes.ts';
import { type LabelId } from '../../../shared/model/id.ts';
import { span } from '../../../shared/text/offsets.ts';

const mark = (row: ReviewRow, start: number, end: number): ReviewMark => ({ case: `${row} ${start}`, label: 'QUOTE' as LabelId, spans: [span(start, end)], row });
const lanes = (...marks: readonly ReviewMark[]): readonly string[] => reviewLanes(marks).map(({ mark: { row, spans }, lane }) => `${row} ${spans[0]?.start}: ${lane}`);

it.each([
  ['each reader has a group, in their order, whoever comes first in the text', [mark(1, 0, 9), mark(0, 20, 30)], ['0 20: 0', '1 0: 1']],
  ['what all agree on lies next to the text', [mark(0, 0, 5), mark('all', 0, 9)], ['all 0: 0', '0 0: 1']],
  ['what is nested in a group lies below, and moves the next group', [mark(0, 0, 9), mark(0, 2, 4), mark(1, 0, 9)], ['0 0: 0', '0 2: 1', '1 0: 2']],
  ['a reader who has nothing there takes no room', [mark(2, 0, 9)], ['2 0: 0']],
  ['the gold set is counted upwards by itself', [mark('gold', 0, 9), mark('gold', 2, 4), mark(0, 0, 9)], ['gold 0: 0', 'gold 2: 1', '0 0: 0']],
] as const)('%s', (_, marks, expected) => expect(lanes(...marks)).toEqual(expected));

it('asks for as many lanes as the fullest line has', () => {
  const lines = lineMap('یک سطر\nسطر دیگر');
  expect(lanesNeeded(lines, [mark(0, 0, 3), mark(1, 0, 3), mark(0, 8, 12), mark('gold', 0, 3)])).toEqual({ below: 2, above: 1 });
});

it('sets lines apart by lanes, within reason', () => {
  expect(reviewLineHeight(1, 19)).toBe(reviewLineHeight(3, 19));
  expect(reviewLineHeight(5, 19)).toBeGreaterThan(reviewLineHeight(3, 19));
  expect(reviewLineHeight(50, 19)).toBe(reviewLineHeight(8, 19));
});
