export type Direction = 'rtl' | 'ltr';

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/**
 * The direction that most letters of a paragraph have. Not that of the first strong letter, which a Latin name at its head would decide.
 * A tie, and a paragraph without a letter, is right to left.
 */
export function directionOf(paragraph: string): Direction {
  let balance = 0;
  for (const [letter] of paragraph.matchAll(/\p{L}/gu)) balance += rightToLeft.test(letter) ? 1 : -1;
  return balance < 0 ? 'ltr' : 'rtl';
}
