import { describe, expect, it } from 'vitest';
import { annotationIndex } from '../../../renderer/editor/annotation-index.ts';
import { lineMap } from '../../../renderer/editor/positions.ts';
import { annotation } from './annotations.ts';

/** Lines of ten characters: 0–10, 11–21, 22–32, 33–43. */
const lines = lineMap(Array.from({ length: 4 }, () => 'ابپتثجچحخد').join('\n'));
const quote = annotation('q', 'QUOTE', [2, 5], [24, 30]);
const long = annotation('l', 'QUOTE', [5, 25]);
const cue = annotation('c', 'CUE', [12, 15]);

describe('annotationIndex', () => {
  it('knows the Annotations of each line in reading order, and the lines of each Annotation', () => {
    const index = annotationIndex(lines);
    index.update([cue, quote, long]);
    expect([0, 1, 2, 3].map((line) => index.on(line).map(({ id }) => id))).toEqual([['q', 'l'], ['l', 'c'], ['q', 'l'], []]);
    expect(index.linesOf(quote.id)).toEqual([0, 2]);
    expect(index.linesOf(long.id)).toEqual([0, 1, 2]);
  });

  it('touches only the lines of what was added, changed or removed', () => {
    const index = annotationIndex(lines);
    expect([...index.update([quote, cue])]).toEqual([0, 2, 1]);
    expect([...index.update([quote, annotation('c', 'CUE', [34, 36])])]).toEqual([1, 3]);
    expect([...index.update([quote])]).toEqual([3]);
    expect(index.on(3)).toEqual([]);
  });

  it('a value read anew that looks the same touches nothing, and is what is found afterwards', () => {
    const index = annotationIndex(lines);
    index.update([quote]);
    const again = { ...quote, attributes: { mode: 'direct' } };
    expect([...index.update([again])]).toEqual([]);
    expect(index.get(quote.id)).toBe(again);
  });

  it.each([{ flagged: true }, { note: 'یادداشت' }])('a doubt or a note is seen, so its lines are drawn anew: %j', (sign) => {
    const index = annotationIndex(lines);
    index.update([cue]);
    expect([...index.update([{ ...cue, ...sign }])]).toEqual([1]);
  });

  it('numbers interrupted Annotations in reading order, and draws those anew whose number changes', () => {
    const index = annotationIndex(lines);
    index.update([quote]);
    expect(index.number(quote.id)).toBe(1);
    const earlier = annotation('e', 'QUOTE', [0, 1], [35, 36]);
    expect(index.update([earlier, quote])).toEqual(new Set([0, 2, 3]));
    expect([index.number(earlier.id), index.number(quote.id), index.number(cue.id)]).toEqual([1, 2, null]);
  });

  it('a span that ends at a line’s newline does not reach the next line', () => {
    const index = annotationIndex(lines);
    index.update([annotation('n', 'CUE', [8, 11])]);
    expect(index.on(1)).toEqual([]);
  });
});
