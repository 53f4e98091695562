import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleaned, cleaningEdits, cleanings } from '../../../shared/text/cleaning.ts';

describe('cleaned', () => {
  it.each([
    ['nothing unless it is wanted', 'كتاب ي ٣', [], 'كتاب ي ٣'],
    ['Arabic ye, alef maksura and kaf', 'كتابي على', ['letters'], 'کتابی علی'],
    ['te marbuta and hamza stay', 'مؤسسة', ['letters'], 'مؤسسة'],
    ['Arabic digits, and no others', '٣٤ 34 ۳۴', ['digits'], '۳۴ 34 ۳۴'],
    ['a blank in «می رود»', 'او می رود و نمي رود', ['joints'], 'او می‌رود و نمي‌رود'],
    ['no blank after a word that ends so', 'قدیمی رفت', ['joints'], 'قدیمی رفت'],
    ['a blank before a plural', 'کتاب ها و خانه های ما', ['joints'], 'کتاب‌ها و خانه‌های ما'],
    ['no blank before another word', 'از هایتی', ['joints'], 'از هایتی'],
    ['what old programs write for a half space', 'می¬رود می\u200bرود', ['joints'], 'می‌رود می‌رود'],
    ['a thin or unbreakable blank where a half space belongs', 'می\u2009رود می\u00a0رود کتاب\u202fها', ['joints'], 'می‌رود می‌رود کتاب‌ها'],
    ['no such blank elsewhere', 'کتاب\u00a0خانه\u2009ما', ['joints'], 'کتاب\u00a0خانه\u2009ما'],
    ['half spaces that join nothing, and too many', 'خبر‌ آمد\u200c\nمی‌‌رود', ['joints'], 'خبر آمد\nمی‌رود'],
    ['everything at once', 'كتاب ها ٣', ['letters', 'digits', 'joints'], 'کتاب‌ها ۳'],
  ] as const)('%s', (_, text, chosen, expected) => expect(cleaned(text, chosen).text).toBe(expected));

  it('counts the places of each kind', () => expect(cleaned('كي ٣', cleanings).counts).toEqual({ letters: 2, digits: 1 }));

  const messy = fc.string({ unit: fc.constantFrom('ك', 'ي', 'ا', ' ', '\u00a0', '\u200c', '\u200b', '٣', 'می', ' ها', '\n', '🔴', 'x') });
  it('edits are in order, never overlap, and say what the text becomes', () =>
    fc.assert(fc.property(messy, fc.subarray([...cleanings]), (text, chosen) => {
      const edits = cleaningEdits(text, chosen);
      for (const [index, { span }] of edits.entries()) expect(span.start).toBeGreaterThanOrEqual(edits[index - 1]?.span.end ?? 0);
      const back = [...edits].reverse().reduce((now, { span, becomes }) => now.slice(0, span.start) + becomes + now.slice(span.end), text);
      expect(back).toBe(cleaned(text, chosen).text);
    })));

  it('letters and digits keep every offset', () =>
    fc.assert(fc.property(messy, (text) => {
      expect(cleaned(text, ['letters', 'digits']).text).toHaveLength(text.length);
    })));

  it('is done at once with a long run of what is hardest', () => {
    const time = (length: number): number => {
      const text = 'ا' + '\u200c'.repeat(length) + 'x';
      const start = performance.now();
      cleaned(text, cleanings);
      return performance.now() - start;
    };
    time(1000);
    expect(time(400_000)).toBeLessThan(1000);
  });
});
