import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { graphemes } from '../../../shared/text/graphemes.ts';
import { fold } from '../../../shared/text/persian.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { anyText, newsText } from '../../arbitraries/text.ts';

describe('folding', () => {
  test.each([
    ['Arabic ye and kaf', 'علي كرماني', 'علی کرمانی'],
    ['alef maksura', 'مصطفى', 'مصطفی'],
    ['te marbuta', 'دايرة', 'دایره'],
    ['hamza on alef, ye, vav', 'تأکید رئیس مؤثر', 'تاکید رییس موثر'],
    ['alef with madde', 'آب', 'اب'],
    ['he with hamza: composed, with the mark, with ye', 'خانۀ خانهٔ خانه\u200cی', 'خانه خانه خانه'],
    ['a ye that begins a word after ZWNJ stays', 'خانه\u200cیم', 'خانهیم'],
    ['ZWNJ and no ZWNJ', 'می\u200cگوید', 'میگوید'],
    ['short vowels and tatweel', 'صندوقِ شهـــردار قطعاً', 'صندوق شهردار قطعا'],
    ['three sets of digits', '۱۲٬۵۰۰ ١٢٬٥٠٠ 12,500', '12,500 12,500 12,500'],
    ['decimal and percent signs', '۳٫۵٪', '3.5%'],
    ['direction marks and NBSP', '\u200fBRICS\u200e\u00a0خبر', 'brics خبر'],
    ['presentation forms', 'ﺳﻼم ﭘﺎﯾﺎن', 'سلام پایان'],
    ['Latin case and accents', 'École É', 'ecole e'],
    ['lines stay lines', 'یک\nدو', 'یک\nدو'],
    ['emoji stay', '🔴 ❤️', '🔴 ❤'],
  ])('%s', (_, text, expected) => expect(fold(text).text).toBe(expected));

  test('the three spellings of one sentence in the corpus differ in blanks only', () => {
    const corpus = readFileSync(new URL('../../fixtures/corpus/spelling.txt', import.meta.url), 'utf8');
    const spellings = fold(corpus).text.split('\n').slice(0, 3).map((line) => line.replaceAll(' ', ''));
    expect(new Set(spellings).size).toBe(1);
  });

  test('however a text is spelled, it folds to the same', () => {
    const variants: Readonly<Record<string, string>> = {
      ی: 'ي', ک: 'ك', ب: 'بِ', س: 'سـ', ن: 'ن\u200c', ر: '\u200fر', '۱': '١', ' ': '\u00a0',
    };
    const spelled = fc.tuple(newsText, fc.infiniteStream(fc.boolean()));
    forAll(spelled, ([text, coins]) => {
      const other = Array.from(text, (letter) => (coins.next().value ? (variants[letter] ?? letter) : letter)).join('');
      expect(fold(other).text).toBe(fold(text).text);
    });
  });

  test('composed and decomposed text fold alike', () => {
    forAll(newsText, (text) => expect(fold(text.normalize('NFD')).text).toBe(fold(text.normalize('NFC')).text));
  });

  test('folding what is folded alters nothing', () => {
    forAll(newsText, (text) => expect(fold(fold(text).text).text).toBe(fold(text).text));
  });

  test('the way back is monotone, and leads to whole clusters that fold to what was asked for', () => {
    const cases = anyText.filter((text) => fold(text).text !== '').chain((text) => {
      const { length } = fold(text).text;
      return fc.tuple(fc.constant(text), fc.nat(length - 1), fc.nat(length - 1));
    });
    forAll(cases, ([text, a, b]) => {
      const folded = fold(text);
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 1];
      const { start, end } = folded.toSource(from, to);
      expect(start).toBeLessThan(end);
      const borders = new Set([0, ...graphemes(text).map((one) => one.end)]);
      expect([start, end].every((border) => borders.has(border))).toBe(true);
      expect(fold(text.slice(start, end)).text).toContain(folded.text.slice(from, to).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, ''));
      if (from > 0) expect(folded.toSource(0, from).start).toBeLessThanOrEqual(start);
    });
  });

  test('a part outside the folded text is a bug', () => expect(() => fold('اب').toSource(1, 3)).toThrow('1–3'));
});
