import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { span } from '../../../shared/text/offsets.ts';
import { tokens, tokensIn } from '../../../shared/text/tokens.ts';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText, borderText, newsText } from '../../arbitraries/text.ts';
import { tokensByExpression } from './cut-by-expression.ts';

const cut = (text: string): string => tokens(text).map(({ start, end }) => text.slice(start, end)).join('|');

describe('tokens', () => {
  test.each([
    ['ZWNJ holds a word together', 'می\u200cگوید', 'می\u200cگوید'],
    ['a blank does not', 'می گوید', 'می|گوید'],
    ['vowels, hamza and tatweel belong to the word', 'صندوقِ شهـــردار خانهٔ', 'صندوقِ|شهـــردار|خانهٔ'],
    ['marks stand alone', 'گفت: «سلام»، رفت.', 'گفت|:|«|سلام|»|،|رفت|.'],
    ['every dot of three', 'رفت...', 'رفت|.|.|.'],
    ['separators of a number', '۱۲٬۵۰۰ ۳٫۱۴ 3.14 1,000', '۱۲٬۵۰۰|۳٫۱۴|3.14|1,000'],
    ['dates and times', '1403/05/01 ۱۴۰۳.۲.۱ 2021-02-03 ۱۰:۳۰', '1403/05/01|۱۴۰۳.۲.۱|2021-02-03|۱۰:۳۰'],
    ['percent stays with its number, Persian or Latin', '۲۵٪ 25% ٪', '۲۵٪|25%|٪'],
    ['a dot after a number ends the sentence', 'سال ۱۴۰۳.', 'سال|۱۴۰۳|.'],
    ['a short blessing in brackets belongs to the name', 'علی(ع) گفت', 'علی(ع)|گفت'],
    ['a half-space behind the blessing belongs to it, too', 'علی(ع)\u200c گفت', 'علی(ع)\u200c|گفت'],
    ['other brackets do not', 'آنها(توافقات) را', 'آنها|(|توافقات|)|را'],
    ['a hyphen between letters parts words', 'ایران-روسیه COVID-19', 'ایران|-|روسیه|COVID|-|19'],
    ['letters with dots', 'ه.ش', 'ه|.|ش'],
    ['emoji alone, whole', 'خبر🔴👨‍👩‍👧🇮🇷👍🏽!', 'خبر|🔴|👨‍👩‍👧|🇮🇷|👍🏽|!'],
    ['direction marks beside a word are no part of it', '\u200fBRICS\u200e خبر', 'BRICS|خبر'],
    ['isolates round a name neither', '\u2066BRICS\u2069 را', 'BRICS|را'],
    ['zero-width space and ¬ instead of ZWNJ', 'می\u200bگوید می¬گوید می\ufeffگوید', 'می\u200bگوید|می¬گوید|می\ufeffگوید'],
    ['NBSP is a blank', 'می\u00a0گوید', 'می|گوید'],
    ['a ZWNJ at the end of a word belongs to its last letter', 'می\u200c گوید', 'می\u200c|گوید'],
    ['a ZWNJ after a blank is nothing', 'می \u200cگوید', 'می|گوید'],
    ['lines part', 'یک\nدو', 'یک|دو'],
    ['nothing in an empty text', '', ''],
  ])('%s', (_, text, expected) => expect(cut(text)).toBe(expected));

  test('words and marks are told apart', () =>
    expect(tokens('گفت: ۲۵٪ 🔴').map(({ kind }) => kind)).toEqual(['word', 'mark', 'word', 'mark']));

  test('they are what the expression says', () => {
    forAll(fc.oneof(borderText, anyText), (text) => expect(tokens(text)).toEqual(tokensByExpression(text)));
  });

  test('what lies behind a part is not seen', () => {
    const cases = borderText.chain((text) => fc.record({ text: fc.constant(text), end: fc.nat(text.length) }));
    forAll(cases, ({ text, end }) => expect(tokensIn(text, span(0, end))).toEqual(tokensByExpression(text.slice(0, end))));
  });

  test('tokens are in order, apart, and hold every visible character', () => {
    forAll(anyText, (text) => {
      let covered = 0;
      for (const { start, end } of tokens(text)) {
        expect(start).toBeGreaterThanOrEqual(covered);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(covered, start)).toMatch(/^[\p{White_Space}\p{C}\p{M}\p{Gr_Ext}\u0e33\u0eb3\p{EMod}]*$/u);
        covered = end;
      }
      expect(text.slice(covered)).toMatch(/^[\p{White_Space}\p{C}\p{M}\p{Gr_Ext}\u0e33\u0eb3\p{EMod}]*$/u);
    });
  });

  test('no token splits a grapheme cluster', () => {
    forAll(anyText, (text) => {
      const borders = new Set([0, ...graphemes(text).map(({ end }) => end)]);
      expect(tokens(text).flatMap(({ start, end }) => [start, end]).filter((border) => !borders.has(border))).toEqual([]);
    });
  });

  test('common letters, which are tried first, part as rare ones do', () => {
    const rare = (text: string): string => text.replaceAll(/[\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06ccA-Za-z]/g, '\u0671');
    // The letters of a blessing in brackets are looked at, so brackets are left out.
    forAll(anyText.map((text) => text.replaceAll('(', '')), (text) => expect(tokens(text)).toEqual(tokens(rare(text))));
  });

  test('a paragraph alone has the tokens that it has in the text', () => {
    forAll(newsText, (text) => expect(paragraphs(text).flatMap((one) => tokensIn(text, one))).toEqual(tokens(text)));
  });
});
