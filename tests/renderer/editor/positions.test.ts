import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleDocument } from '../../../renderer/editor/document.ts';
import { lineAt, lineEnd, lineMap, linesPerBlock, lineStart, toOffset, toPosition } from '../../../renderer/editor/positions.ts';
import { runs } from '../../arbitraries/runs.ts';
import { anyText } from '../../arbitraries/text.ts';

/** Any text, and texts of several blocks. */
const text = fc.oneof(anyText, fc.array(fc.string({ maxLength: 2, unit: 'binary' }), { minLength: 30, maxLength: 70 }).map((lines) => lines.join('\n')));
const textAndOffset = text.chain((value) => fc.tuple(fc.constant(value), fc.integer({ min: 0, max: value.length })));

describe('positions', () => {
  it('offset → position → offset is identity, and the position stands in the paragraph of the offset’s line', () => {
    fc.assert(
      fc.property(textAndOffset, ([value, offset]) => {
        const map = lineMap(value);
        const place = articleDocument(value).resolve(toPosition(map, offset));
        expect(toOffset(map, toPosition(map, offset))).toBe(offset);
        expect(place.parent.isTextblock).toBe(true);
        expect(place.index(0) * linesPerBlock + place.index(1)).toBe(lineAt(map, offset));
      }),
      { numRuns: runs },
    );
  });

  it('position → offset → position is identity wherever a caret can stand', () => {
    fc.assert(
      fc.property(text, (value) => {
        const map = lineMap(value);
        const doc = articleDocument(value);
        for (let position = 0; position <= doc.content.size; position++) {
          if (doc.resolve(position).parent.isTextblock) expect(toPosition(map, toOffset(map, position))).toBe(position);
        }
      }),
      { numRuns: runs },
    );
  });

  it('text between two positions is the slice between their offsets', () => {
    const pair = textAndOffset.chain(([value, one]) =>
      fc.tuple(fc.constant(value), fc.constant(one), fc.integer({ min: one, max: value.length })),
    );
    fc.assert(
      fc.property(pair, ([value, start, end]) => {
        const map = lineMap(value);
        expect(articleDocument(value).textBetween(toPosition(map, start), toPosition(map, end), '\n')).toBe(value.slice(start, end));
      }),
      { numRuns: runs },
    );
  });

  it('lines are what the newlines make of the text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const map = lineMap(value);
        expect(map.starts.map((_, index) => value.slice(lineStart(map, index), lineEnd(map, index)))).toEqual(value.split('\n'));
      }),
      { numRuns: runs },
    );
  });

  it('a position between two paragraphs, of one block or of two, counts as the start of the second', () => {
    const value = Array.from({ length: 2 * linesPerBlock + 1 }, (_, line) => `${line}`).join('\n');
    const map = lineMap(value);
    const doc = articleDocument(value);
    let line = -1;
    for (let position = 0; position < doc.content.size - 2; position++) {
      if (doc.resolve(position).parent.isTextblock) line = lineAt(map, toOffset(map, position));
      else expect(toOffset(map, position), `position ${position}`).toBe(lineStart(map, line + 1));
    }
  });

  it('an offset outside the text is a bug and says so', () => {
    expect(() => toPosition(lineMap('سه'), 3)).toThrow('offset 3 outside a text of 2');
    expect(() => toOffset(lineMap('سه'), 9)).toThrow('position 9');
  });
});
