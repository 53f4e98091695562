import { describe, expect, it } from 'vitest';
import { span } from '../../../../shared/text/offsets.ts';
import { insideMarks } from '../../../../renderer/views/annotate/quotation-marks.ts';

/** `[` and `]` mark the selection, `|` a caret; the answer is the text that gets selected. */
function inside(marked: string): string | null {
  const text = marked.replace(/[[\]|]/g, '');
  const start = marked.search(/[[|]/);
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : start;
  const found = insideMarks(text, span(start, end));
  return found && text.slice(found.start, found.end);
}

describe('insideMarks', () => {
  it.each([
    ['the caret inside', 'گفت: «راه |باز است».', 'راه باز است'],
    ['the caret just before the marks', 'گفت: |«راه باز است».', 'راه باز است'],
    ['again: with the marks', 'گفت: «[راه باز است]».', '«راه باز است»'],
    ['a part of it', 'گفت: «راه [باز] است».', 'راه باز است'],
    ['the inner pair first', 'گفت: «او گفت «ن|ه» و رفت».', 'نه'],
    ['then outwards', 'گفت: «او گفت [«نه»] و رفت».', 'او گفت «نه» و رفت'],
    ['the nearest pair when outside of all', '«یک» گفت| و «دو» هم', 'دو'],
    ['English marks', 'He said “the |road is open”.', 'the road is open'],
    ['a mark without its partner', 'گفت: «راه |باز است.', null],
    ['not beyond the paragraph', '«یک»\nدو|\n«سه»', null],
    ['nothing further out', '[«یک»]', null],
    ['empty marks', 'گفت «»|', null],
  ])('%s', (_, marked, expected) => expect(inside(marked)).toBe(expected));
});
