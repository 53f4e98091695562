import { describe, expect, it } from 'vitest';
import { span } from '../../../shared/text/offsets.ts';
import { fold } from '../../../shared/text/persian.ts';
import { findText, sameText } from '../../../shared/text/same-text.ts';

const hits = (needle: string, elsewhere: string): readonly string[] => {
  const text = `${needle}\n${elsewhere}`;
  return sameText(text, span(0, needle.length)).map(({ start, end }) => text.slice(start, end));
};

describe('sameText', () => {
  it.each([
    ['the same word, every time', 'پوتین', 'پوتین گفت. سپس پوتین رفت.', ['پوتین', 'پوتین']],
    ['Arabic ye and kaf', 'کتابی', 'كتابي خواند', ['كتابي']],
    ['vowel signs and tatweel', 'صندوق', 'صندوقِ ذخیره و صنـــدوق', ['صندوقِ', 'صنـــدوق']],
    ['digits of any set', 'سال ۱۴۰۲', 'در سال 1402 و سال ١٤٠٢', ['سال 1402', 'سال ١٤٠٢']],
    ['half space, blank or nothing', 'رئیس‌جمهور', 'رئیس جمهور، رئیسجمهور، رئیس‌جمهور', ['رئیس جمهور', 'رئیسجمهور', 'رئیس‌جمهور']],
    ['a blank where the first had nothing', 'رئیسجمهور روسیه', 'خطاب به رئیس جمهور روسیه گفت', ['رئیس جمهور روسیه']],
    ['short words keep their blanks', 'مادر', 'ما در خانه با مادر', ['مادر']],
    ['hamza on ye, on alef, on nothing', 'مسئله', 'مساله و مسأله و مسئله', ['مساله', 'مسأله', 'مسئله']],
    ['hamza on alef, and the plural', 'مسأله', 'مسئله‌ها', ['مسئله‌ها']],
    ['hamza on vav', 'مسئولان', 'مسؤولان', ['مسؤولان']],
    ['a body with two spellings, inside a name', 'هیئت دولت', 'هیأت دولت و هیات دولت', ['هیأت دولت', 'هیات دولت']],
    ['talks with a vav and without', 'گفت‌وگو', 'گفتگو، گفت و گو، گفتوگو', ['گفتگو', 'گفت و گو', 'گفتوگو']],
    ['talks without a vav', 'گفتگو', 'گفت‌وگو', ['گفت‌وگو']],
    ['said is no talks', 'گفت', 'گفتگو، گفت', ['گفت']],
    ['که by itself', 'با بیان اینکه', 'با بیان این که، با بیان این‌که', ['با بیان این که', 'با بیان این‌که']],
    ['the prefix of a short verb', 'میرود', 'می رود، می‌رود', ['می رود', 'می‌رود']],
    ['the prefix is no reason to cut a noun', 'می', 'میدان', []],
    ['marks at the edges', 'پزشکیان', '«پزشکیان»، (پزشکیان)؛', ['پزشکیان', 'پزشکیان']],
    ['joined plurals, taken whole', 'کتاب', 'کتاب‌ها، کتابها، کتاب‌های، کتابهایی، کتاب‌هایشان', ['کتاب‌ها', 'کتابها', 'کتاب‌های', 'کتابهایی', 'کتاب‌هایشان']],
    ['plurals behind a blank, taken whole', 'کتاب', 'کتاب ها و کتاب های او، کتاب هایشان', ['کتاب ها', 'کتاب های', 'کتاب هایشان']],
    ['no plural behind a mark', 'کتاب', 'کتاب، ها', ['کتاب']],
    ['ye as the ezafe of a vowel', 'وزیر نیرو', 'وزیر نیروی ایران', ['وزیر نیروی']],
    ['ye with a half space after he', 'خانه', 'خانه‌ی ما و خانهٔ شما', ['خانه‌ی', 'خانهٔ']],
    ['clitics after a half space', 'برنامه', 'برنامه‌اش، برنامه‌ای، برنامه‌شان', ['برنامه‌اش', 'برنامه‌ای', 'برنامه‌شان']],
    ['our, your, their written together with the word, as it is spelled', 'وزیر خارجه کشور', 'وزیر خارجه کشورمان، وزیر خارجهٔ کشورتان، وزیر خارجه کشورشان', ['وزیر خارجه کشورمان', 'وزیر خارجهٔ کشورتان', 'وزیر خارجه کشورشان']],
    ['not what looks like our: a building is nobody’s', 'ساخت', 'ساختمان', []],
    ['behind other words neither', 'صنعت ساخت', 'صنعت ساختمان', []],
    ['not what looks like our after three letters', 'ساز', 'سازمان و سازشان', []],
    // «کتابم» would be right; «مردم», «چهارم», «ارزش» and «آرامش» are more frequent in any newspaper.
    ['not my, your, his in one letter: people are no man', 'مرد', 'مردم', []],
    ['nor a fourth a four', 'چهار', 'چهارم', []],
    ['nor calmness his calm', 'آرام', 'آرامش', []],
    // «بکتاب» is how nobody writes «به کتاب» today; a dawn, a paradise and «برای» stand in every newspaper.
    ['not what ب begins: a dawn is no relief', 'امداد', 'بامداد، امداد', ['امداد']],
    ['nor paradise an eight', 'هشت', 'بهشت', []],
    ['nor «for» a vote', 'رای', 'برای رای', ['رای']],
    ['a joined و stays outside', 'پوتین', 'پزشکیان وپوتین', ['پوتین']],
    ['به before a half space stays outside', 'تهران', 'به‌تهران رفت', ['تهران']],
    ['not inside a prefixed word', 'زیر', 'وزیر زیر میز', ['زیر']],
    ['not what به begins', 'داشت', 'بهداشت داشت', ['داشت']],
    ['not an adjective in ی', 'ایران', 'ایرانی و ایرانیان و ایران', ['ایران']],
    ['not a longer word', 'ساخت', 'ساختمان و ساخته و ساخت', ['ساخت']],
    ['not short words before ها', 'آن', 'آنها و آن', ['آن']],
    ['not over a line end', 'وزیر نیرو', 'وزیر\nنیرو', []],
    ['a mark alone', ':', 'گفت: بله', [':']],
    ['nothing elsewhere', 'یکتا', 'هیچ', []],
  ])('%s', (_, needle, elsewhere, expected) => expect(hits(needle, elsewhere)).toEqual(expected));

  it('leaves the place itself out, wherever it stands', () => {
    const text = 'وی گفت: وی رفت.';
    expect(sameText(text, span(8, 10))).toEqual([span(0, 2)]);
  });
});

describe('findText', () => {
  const found = (text: string, words: string) => findText(fold(text), words, 3).map(({ start, end }) => text.slice(start, end));
  it.each([
    ['a part of a word', 'کتابخانه', 'خان', ['خان']],
    ['any spelling', 'كتاب‌هاي ۱۲', 'کتابهای 12', ['كتاب‌هاي ۱۲']],
    ['a blank for a joint, and none', 'می‌رود، می رود، میرود', 'می رود', ['می‌رود', 'می رود', 'میرود']],
    ['signs that a pattern would read otherwise', 'بها (۳.۵٪)', '(۳.۵', ['(۳.۵']],
    ['no more than asked for', 'ا ا ا ا', 'ا', ['ا', 'ا', 'ا']],
    ['nothing for nothing', 'متن', '  ', []],
    ['nothing for a joint alone', 'متن', '\u200c', []],
  ])('%s', (_, text, words, expected) => expect(found(text, words)).toEqual(expected));
});
