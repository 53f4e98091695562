/** Past stems of the verbs that news is written with, folded. Light verbs end in one of the first few. */
const stems = [
  'کرد', 'شد', 'داد', 'گرفت', 'داشت', 'بود', 'زد', 'گفت', 'رفت', 'امد', 'ساخت', 'رسید', 'رساند', 'نمود', 'گردید', 'گشت', 'یافت', 'گذاشت',
  'پرداخت', 'خواست', 'توانست', 'کشید', 'خرید', 'فروخت', 'اورد', 'برد', 'ماند', 'نوشت', 'خواند', 'دید', 'شنید', 'پرسید', 'بست', 'شکست',
  'انداخت', 'افتاد', 'پذیرفت', 'فرستاد', 'ایستاد', 'نشست', 'برخاست', 'گشود', 'افزود', 'کاست', 'سپرد', 'کوشید', 'ورزید', 'دانست', 'شناخت',
  'فرمود', 'اموخت', 'پیوست', 'گذشت', 'بخشید', 'پوشید', 'چید', 'دوخت', 'سوخت', 'کاشت', 'برداشت',
].join('|');

const person = '(?:م|ی|یم|ید|ند)?';
const simple = new RegExp(`^ن?(?:می)?(?:${stems})${person}$`, 'u');
/** «کرده», «کرده‌ایم» in one word; without its auxiliary the newspapers write it too. */
const perfect = new RegExp(`^ن?(?:می)?(?:${stems})ه(?:ام|ای|است|ایم|اید|اند)?$`, 'u');
const auxiliary = /^(?:ام|ای|است|ایم|اید|اند|ن?بود(?:م|ی|یم|ید|ند)?)$/u;
const future = /^ن?خواه(?:م|ی|د|یم|ید|ند)$/u;
/** «باید کرد», «می‌توان ساخت»: the past stem of an impersonal verb is no past. */
const impersonal = /^(?:ن?باید|شاید|ن?(?:می|ب)?توان|ن?میشود|ن?میشد)$/u;

/**
 * Whether the verb that a clause ends with is past. Words folded (`persian.ts`), punctuation left out; a guess by form, made to warn.
 * The future has the past stem too: «خواهیم کرد», with the auxiliary anywhere before («امضا خواهیم و اجرا کرد»).
 */
export function verbTense(words: readonly string[]): 'past' | 'other' {
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (words.some((word) => future.test(word)) || impersonal.test(before)) return 'other';
  if (simple.test(last) || perfect.test(last)) return 'past';
  return auxiliary.test(last) && perfect.test(before) ? 'past' : 'other';
}
