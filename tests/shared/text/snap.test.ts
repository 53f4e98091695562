import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import sample from '../../../seeds/sample/seed.json';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { codePoint, offsetMap, span } from '../../../shared/text/offsets.ts';
import { snap } from '../../../shared/text/snap.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { offsetOf } from '../../arbitraries/span.ts';
import { anyText } from '../../arbitraries/text.ts';

const seed = readFileSync(new URL('../../../seeds/sample/seed.txt', import.meta.url), 'utf8');

/** Selects what stands between [ and ] and says what is labelled then; `null` when nothing. */
function snapped(marked: string, unit: 'word' | 'letter'): string | null {
  const text = marked.replace(/[[\]]/g, '');
  const found = snap(text, span(marked.indexOf('['), marked.indexOf(']') - 1), unit);
  return found && text.slice(found.start, found.end);
}

const selections = anyText
  .chain((text) => fc.tuple(fc.constant(text), offsetOf(text), offsetOf(text)))
  .map(([text, a, b]) => ({ text, selection: a < b ? { start: a, end: b } : { start: b, end: a } }));

describe('snapping to words', () => {
  test.each(sample.spans.map((one) => [`${one.id} ${one.type}`, one] as const))('%s of the sample stays as it is', (_, one) => {
    const map = offsetMap(seed);
    const exact = { start: map.toUtf16(codePoint(one.start)), end: map.toUtf16(codePoint(one.end)) };
    expect(snap(seed, exact, 'word')).toEqual(exact);
    expect(snap(seed, exact, 'letter')).toEqual(exact);
  });

  test.each([
    ['a touched word is taken whole', 'شهر[دار گف]ت که', 'شهردار گفت'],
    ['a word that only meets the edge is not', 'شهردار[ گفت ]که', 'گفت'],
    ['never an edge beside a ZWNJ', 'می\u200c[گو]ید', 'می\u200cگوید'],
    ['blanks and line ends at the edges go', 'رفت.[\n\n گفت \n]و', 'گفت'],
    ['a trailing stop, comma, semicolon, colon goes', '[گفت،] [', 'گفت'],
    ['a question mark stays', '[چه شد؟]', 'چه شد؟'],
    ['several trailing marks go', '[رفت...]', 'رفت'],
    ['guillemets round the whole go', 'گفت: [«برق گران نیست»] و', 'برق گران نیست'],
    ['and what trails inside or outside them', '[«برق گران نیست.».]', 'برق گران نیست'],
    ['guillemets round a part stay', '[«ولادمیر پوتین» رئیس جمهور]', '«ولادمیر پوتین» رئیس جمهور'],
    ['two pairs side by side stay', '[«یک» و «دو»]', '«یک» و «دو»'],
    ['the outer pair of two nested ones goes', '[«او گفت: «برو»»]', 'او گفت: «برو»'],
    ['a mark without its partner stays', '[«برق] گران نیست»', '«برق'],
    ['straight quotes round the whole go', '["برق"]', 'برق'],
    ['straight quotes of two phrases stay', '["یک" و "دو"]', '"یک" و "دو"'],
    ['double curved quotes go', '[“برق”]', 'برق'],
    ['a lone colon is a cue', 'پوتین[:] مواضع', ':'],
    ['marks alone stay as they are', '[«»]', '«»'],
    ['an emoji alone', 'خبر [🔴]', '🔴'],
    ['a date is one word', 'در [1403/0]5/01 رفت', '1403/05/01'],
    ['a blank alone is nothing', 'یک[ ]دو', null],
    ['a caret is nothing', 'یک[]دو', null],
    ['a direction mark alone is nothing', 'یک [\u200f] دو', null],
  ])('%s', (_, marked, expected) => expect(snapped(marked, 'word')).toBe(expected));

  test('the result begins and ends with a token, and snapping it again alters nothing', () => {
    forAll(selections, ({ text, selection }) => {
      const found = snap(text, selection, 'word');
      if (!found) return;
      expect(tokens(text).some(({ start }) => start === found.start)).toBe(true);
      expect(tokens(text).some(({ end }) => end === found.end)).toBe(true);
      expect(snap(text, found, 'word')).toEqual(found);
    });
  });
});

describe('snapping to letters', () => {
  test.each([
    ['a part of a word', 'شهر[دا]ر', 'دا'],
    ['a letter with its ZWNJ', 'م[ی]\u200cگوید', 'ی\u200c'],
    ['a whole emoji', 'ا[\ud83d\udc4d]🏽ب', '👍🏽'],
    ['quotation marks, stops and blanks stay', '[ «برق». ]', ' «برق». '],
    ['blanks alone are nothing', 'یک[ ]دو', null],
  ])('%s', (_, marked, expected) => expect(snapped(marked, 'letter')).toBe(expected));

  test('the result is the smallest run of whole clusters round the selection', () => {
    forAll(selections, ({ text, selection }) => {
      const found = snap(text, selection, 'letter');
      if (!found) return;
      const touched = graphemes(text).filter(({ start, end }) => start < selection.end && end > selection.start);
      expect(found).toEqual(span(touched[0]?.start ?? -1, touched.at(-1)?.end ?? -1));
    });
  });
});

test('a selection outside the text is a bug', () => expect(() => snap('اب', span(0, 3), 'word')).toThrow('0–3'));
