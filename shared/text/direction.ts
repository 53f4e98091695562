export type Direction = 'rtl' | 'ltr';

const scripts = '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}';
const rightToLeft = new RegExp(`[${scripts}]`, 'u');
const allRightToLeft = new RegExp(`^[${scripts}]+$`, 'u');
const words = /\p{L}+/gu;
const pairs = /[\ud800-\udbff][\udc00-\udfff]/g;

/** Code points. */
const lengthOf = (word: string): number => word.length - (word.match(pairs)?.length ?? 0);

const balanceOf = (word: string): number => [...word].reduce((sum, letter) => sum + (rightToLeft.test(letter) ? 1 : -1), 0);

/**
 * The direction that most letters of a paragraph have. Not that of the first strong letter, which a Latin name at its head would decide.
 * A tie, and a paragraph without a letter, is right to left.
 */
export function directionOf(paragraph: string): Direction {
  let balance = 0;
  // By the word, of which most are of one script: a screenful of lines asks after each key, and an article for all of its own.
  for (const word of paragraph.match(words) ?? []) balance += allRightToLeft.test(word) ? lengthOf(word) : balanceOf(word);
  return balance < 0 ? 'ltr' : 'rtl';
}
