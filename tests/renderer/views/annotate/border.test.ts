import { describe, expect, it } from 'vitest';
import { span, type Span, utf16 } from '../../../../shared/text/offsets.ts';
import { withBorder } from '../../../../renderer/views/annotate/border.ts';
import { movedOffset } from '../../../../shared/text/move-border.ts';

describe('movedOffset', () => {
  const persian = 'سدها پر می‌شود';
  const latin = 'The dams fill up';
  it.each([
    ['left extends the end where text runs right to left', persian, 4, 'end', 'word', 'left', 7],
    ['right draws the end back', persian, 7, 'end', 'word', 'right', 4],
    ['left draws the start in', persian, 0, 'start', 'word', 'left', 5],
    ['right moves the start out', persian, 5, 'start', 'word', 'right', 0],
    ['right extends the end in a Latin paragraph', latin, 3, 'end', 'word', 'right', 8],
    ['left draws the end back in a Latin paragraph', latin, 8, 'end', 'word', 'left', 3],
    ['a grapheme keeps ZWNJ with its letter', persian, 8, 'end', 'grapheme', 'left', 9],
    ['a grapheme onwards over ZWNJ', persian, 9, 'end', 'grapheme', 'left', 11],
    ['the end of the text holds', persian, persian.length, 'end', 'word', 'left', persian.length],
    ['the start of the text holds', persian, 0, 'start', 'word', 'right', 0],
  ] as const)('%s', (_, text, from, edge, unit, side, to) => expect(movedOffset(text, utf16(from), edge, unit, side)).toBe(to));
});

describe('movedOffset in paragraphs that are laid out otherwise', () => {
  const text = 'سدها پر می‌شود\nسدها پر می‌شود';
  const second = text.indexOf('\n') + 1;
  it.each([
    ['left draws the end back where a Persian paragraph runs left to right', 7, 'end', 'left', 4],
    ['right extends it there', 4, 'end', 'right', 7],
    ['right draws the start in', 0, 'start', 'right', 5],
    ['at the end of the paragraph, too', second - 1, 'end', 'left', 7],
    ['the next paragraph keeps its own', second + 4, 'end', 'left', second + 7],
  ] as const)('%s', (_, from, edge, side, to) => expect(movedOffset(text, utf16(from), edge, 'word', side, { 0: 'ltr' })).toBe(to));
});

describe('withBorder', () => {
  const pieces: readonly Span[] = [span(0, 4), span(10, 14)];
  it.each([
    ['moves one border', 0, 'end', 6, [span(0, 6), span(10, 14)]],
    ['refuses an empty piece', 0, 'end', 0, null],
    ['refuses a start behind the end', 1, 'start', 15, null],
    ['refuses to touch the next piece', 0, 'end', 10, null],
    ['refuses to touch the piece before', 1, 'start', 4, null],
  ] as const)('%s', (_, piece, edge, offset, expected) => expect(withBorder(pieces, piece, edge, utf16(offset))).toEqual(expected));
});
