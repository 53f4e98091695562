import { describe, expect, it } from 'vitest';
import { span } from '../../../../shared/text/offsets.ts';
import { quoteAround } from '../../../../renderer/views/annotate/quote-around.ts';
import { findCues } from '../../../shared/suggest/reading.ts';

/** `[` and `]` mark the selection, `|` a caret; the answer is the text that gets selected. */
function around(marked: string): string | null {
  const text = marked.replace(/[[\]|]/g, '');
  const start = marked.search(/[[|]/);
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : start;
  const found = quoteAround(text, span(start, end), findCues);
  return found && text.slice(found.start, found.end);
}

describe('quoteAround', () => {
  it.each([
    ['the caret inside', 'گفت: «راه |باز است».', 'راه باز است'],
    ['the caret just before the marks', 'گفت: |«راه باز است».', 'راه باز است'],
    ['again: with the marks', 'گفت: «[راه باز است]».', '«راه باز است»'],
    ['a part of it', 'گفت: «راه [باز] است».', 'راه باز است'],
    ['the inner pair first', 'گفت: «او گفت «ن|ه» و رفت».', 'نه'],
    ['then outwards', 'گفت: «او گفت [«نه»] و رفت».', 'او گفت «نه» و رفت'],
    ['the nearest pair when outside of all', '«یک» گفت| و «دو» هم', 'دو'],
    ['English marks', 'He said “the |road is open”.', 'the road is open'],
    ['a mark that closes in another paragraph: what this one has', 'گفت: «راه |باز است.', 'راه باز است'],
    ['straight marks', 'گفت: "راه |باز است" و رفت.', 'راه باز است'],
    ['a turn of a dialogue', '– راه |باز است؟', 'راه باز است؟'],
    ['not beyond the paragraph', '«یک»\nدو|\n«سه»', null],
    ['nothing further out', '[«یک»]', null],
    ['empty marks', 'گفت «»|', null],
    ['behind a colon, to the paragraph end', 'وزیر گفت: راه |باز است. برف نیست.', 'راه باز است. برف نیست'],
    ['marks inside it first', 'وزیر گفت: پل «پل |سفید» باز است.', 'پل سفید'],
    ['then what is behind the colon', 'وزیر گفت: پل [«پل سفید»] باز است.', 'پل «پل سفید» باز است'],
    ['behind «که»', 'وزیر گفت که راه |باز است.', 'راه باز است'],
    ['behind a frame, up to the next cue', 'وزیر با بیان اینکه برف |آمد، گفت: راه باز است.', 'برف آمد'],
    ['the nearest from its cue', 'وزیر گ|فت: راه باز است.', 'راه باز است'],
  ])('%s', (_, marked, expected) => expect(around(marked)).toBe(expected));
});
