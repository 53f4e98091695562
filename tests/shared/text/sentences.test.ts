import { describe, expect, test } from 'vitest';
import { paragraphs } from '../../../shared/text/paragraphs.ts';
import { sentences, sentencesIn } from '../../../shared/text/sentences.ts';
import { tokens } from '../../../shared/text/tokens.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { newsText } from '../../arbitraries/text.ts';

const cut = (text: string): readonly string[] => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['stops, questions, calls', 'رفت. آمد؟ نه! بله', ['رفت.', 'آمد؟', 'نه!', 'بله']],
    ['several ends together', 'واقعاً؟! بله... رفت', ['واقعاً؟!', 'بله...', 'رفت']],
    ['a line ends a sentence', 'تیتر\nمتن.', ['تیتر', 'متن.']],
    ['not inside guillemets', 'گفت: «رفت. آمد.» و نشست. بعد', ['گفت: «رفت. آمد.» و نشست.', 'بعد']],
    ['a stop inside the closing mark ends nothing by itself', 'گفت: «رفت.» بعد', ['گفت: «رفت.» بعد']],
    ['a closing mark after the stop belongs to the sentence', '(رفت.) بعد', ['(رفت.)', 'بعد']],
    ['guillemets inside guillemets', '«گفت: «رفت. آمد.» نشست. دید.» پایان. بعد', ['«گفت: «رفت. آمد.» نشست. دید.» پایان.', 'بعد']],
    ['one that closes belongs to the last that opened', '«یک «دو. سه.» چهار. پنج', ['«یک «دو. سه.» چهار.', 'پنج']],
    ['a guillemet that nobody closes protects nothing', '«رفت. آمد.', ['«رفت.', 'آمد.']],
    ['not after an initial', 'م. احمدی رفت. آمد', ['م. احمدی رفت.', 'آمد']],
    ['not after the sign of a calendar', 'در ۱۴۰۳ ه.ش. رفت. آمد', ['در ۱۴۰۳ ه.ش. رفت.', 'آمد']],
    ['not inside a number', 'نرخ ۳.۵ شد. آمد', ['نرخ ۳.۵ شد.', 'آمد']],
    ['not after the number that opens it', '۱. رفت. ۲. آمد.', ['۱. رفت.', '۲. آمد.']],
    ['but after a number that closes it', 'در ۱۴۰۳. بعد', ['در ۱۴۰۳.', 'بعد']],
    ['not inside an address', 'نشانی www.irna.ir است. بعد', ['نشانی www.irna.ir است.', 'بعد']],
    ['؛ and ، are no ends', 'رفت؛ آمد، نشست.', ['رفت؛ آمد، نشست.']],
    ['an ellipsis is one', 'رفت… آمد', ['رفت…', 'آمد']],
    ['blanks round it are no part', '  رفت.  ', ['رفت.']],
    ['nothing in a blank text', ' \n ', []],
  ])('%s', (_, text, expected) => expect(cut(text)).toEqual(expected));

  test('a paragraph alone has the sentences that it has in the text', () => {
    forAll(newsText, (text) => expect(sentences(text)).toEqual(paragraphs(text).flatMap((one) => sentencesIn(text, one))));
  });

  test('every token lies in one sentence, and a sentence in one paragraph', () => {
    forAll(newsText, (text) => {
      const found = sentences(text);
      for (const token of tokens(text)) expect(found.filter(({ start, end }) => start <= token.start && token.end <= end)).toHaveLength(1);
      for (const one of found) expect(paragraphs(text).filter(({ start, end }) => start <= one.start && one.end <= end)).toHaveLength(1);
    });
  });
});
