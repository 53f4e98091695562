import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sections, titleOf } from '../../../shared/text/sections.ts';
import { forAll } from '../../arbitraries/for-all.ts';
import { newsText } from '../../arbitraries/text.ts';

const seed = readFileSync(new URL('../../../seeds/sample/seed.txt', import.meta.url), 'utf8');
const words = (count: number): string => Array.from({ length: count }, () => 'واژه').join(' ');

describe('sections', () => {
  test('the seed article has two sub-headings and no title line', () => {
    const { title, lead, headings } = sections(seed);
    expect(title).toBeNull();
    expect(seed.slice(lead?.start, lead?.end)).toMatch(/^پایگاه .*کرد\.$/);
    expect(headings.map(({ start, end }) => seed.slice(start, end))).toEqual([
      'ارتباط ایران و روسیه اجتناب ناپذیر است',
      'پوتین: مواضع سازنده آیتالله خامنهای را ارزشمند میدانیم',
    ]);
  });

  test.each([
    ['a short first line is the title', `تیتر خبر\n${words(20)}.\nادامه.`, 'تیتر خبر', `${words(20)}.`, 'ادامه.'],
    ['blank lines are skipped', `\n \nتیتر\n\n${words(20)}.\n`, 'تیتر', `${words(20)}.`, null],
    ['a full stop makes it a sentence', 'رفت.\nآمد.', null, 'رفت.', 'آمد.'],
    ['a question can be a title', `چه شد؟\n${words(20)}.`, 'چه شد؟', `${words(20)}.`, null],
    ['15 words are a heading', `${words(15)}\nرفت.`, words(15), 'رفت.', null],
    ['16 words are not', `${words(16)}\nرفت.`, null, words(16), 'رفت.'],
    ['the only paragraph is no heading', '\nتیتر\n', null, 'تیتر', null],
    ['a line of marks is no heading', '***\nرفت.', null, '***', 'رفت.'],
    ['headings alone have no lead', 'یک\nدو', 'یک', null, null],
  ])('%s', (_, text, title, lead, body) => {
    const found = sections(text);
    const write = (part: { readonly start: number; readonly end: number } | null) => part && text.slice(part.start, part.end);
    expect([found.title, found.lead, found.body].map(write)).toEqual([title, lead, body]);
  });
});

describe('a title for lists', () => {
  test.each([
    ['a heading as it is', 'تیتر خبر\nمتن.', 20, 'تیتر خبر'],
    ['a long paragraph is cut after a word', 'شهردار بوستان را نفروخت.', 16, 'شهردار بوستان…'],
    ['one endless word is cut after a letter, its marks included', 'قطعاًترین', 6, 'قطعاً…'],
    ['blanks round it go', '\n  تیتر  \n', 20, 'تیتر'],
    ['a blank text has none', ' \n', 20, ''],
  ])('%s', (_, text, length, expected) => expect(titleOf(text, length)).toBe(expected));

  test('is never longer than asked for and never blank where the text is not', () => {
    forAll(newsText, (text) => {
      const title = titleOf(text, 30);
      expect(title.length).toBeLessThanOrEqual(30);
      expect(title === '').toBe(text.trim() === '');
      expect(title).not.toContain('\n');
    });
  });
});
