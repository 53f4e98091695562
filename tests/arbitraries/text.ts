import fc from 'fast-check';

/** Words as they stand in Persian news: with and without ZWNJ, with vowels, Arabic ye and kaf, tatweel, hamza, clitics. */
const persianWords = [
  'می\u200cگوید', 'میگوید', 'می', 'گفت', 'کتاب\u200cها', 'خانهٔ', 'خانۀ', 'صندوقِ', 'قطعاً', 'شهـــردار', 'علي', 'كرمان', 'رئیس', 'رییس',
  'تأکید', 'تاکید', 'گفت\u200cوگو', 'علی(ع)', 'آنها(توافقات)', 'وزیر', 'نیرو', 'که', 'اینکه', 'مسئله',
  'آیت\u200cالله', 'شده\u200cاند', 'ﻻ', 'ﭘﺎﯾﺎﻥ',
];
const otherWords = [
  'BRICS', 'e\u0301te\u0301', 'naïve', 'COVID-19', '۱۲٬۵۰۰', '٣٫١٤', '3.14', '1403/05/01', '۱۴۰۳.۲.۱', '۲۵٪', '2021-02-03', '۱۰:۳۰',
  'ه.ش', 'م.',
];
const marks = ['.', '،', '؛', ':', '؟', '!', '…', '«', '»', '"', '(', ')', '-', '–', '‹', '›', '“', '”', '%', '٪'];
const pictures = ['🔴', '👨‍👩‍👧', '🇮🇷', '👍🏽', '❤️', '1️⃣', '𝒜'];
const invisible = Array.from('\u200c\u200d\u200e\u200f\u061c\u202a\u202c\u2066\u2069\u0640\u00a0\u200b\ufeff\u00ad');

const persianLetter = fc.constantFrom(...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةأإآئءًَُِّْٰٔ');
const persianLetters = fc.string({ unit: persianLetter, minLength: 1, maxLength: 6 });

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...persianWords) },
  { weight: 2, arbitrary: persianLetters },
  { weight: 3, arbitrary: fc.constantFrom(...otherWords) },
  { weight: 4, arbitrary: fc.constantFrom(...marks) },
  { weight: 1, arbitrary: fc.constantFrom(...pictures) },
  { weight: 1, arbitrary: fc.constantFrom(...invisible) },
);
const gap = fc.constantFrom(' ', ' ', ' ', ' ', ' ', ' ', ' ', '', '', '  ');

/** One line, often empty, without a line end. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, gap), { maxLength: 14 })
  .map((pieces) => pieces.map((parts) => parts.join('')).join(''));

/** Several lines of awkward news, empty ones among them. May be empty. */
export const newsText: fc.Arbitrary<string> = fc.array(line, { maxLength: 6 }).map((lines) => lines.join('\n'));

/** Any Unicode text: no lone surrogate, but every control character and line break there is. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  newsText,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** One or two characters of each sort that a text can be cut at, and ones that are of two sorts: every rule of cutting is met soon. */
const ofEachSort = Array.from(
  'aعصرهقدس5۵𝟝\u0301\u064b\u0903🏽\u200d\u200d\u200c\u0e33\u0eb3\uff9e \u00a0\n\r\u200b\ufeff\u00ac\u00ad\u061c\u0600🔴🔴ℹ©🇮🇷..,٫/:-%٪(()«»؟…\u{e0041}\u2028Ⅷ²_',
);
const borderPiece = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ofEachSort) }, { weight: 1, arbitrary: fc.constantFrom('(ع)', '(عج)', '5.5', '\ud83d', '\udd34') });

/** Borders in all their combinations, half surrogate pairs too: no Article, but what whoever cuts must bear. */
export const borderText: fc.Arbitrary<string> = fc.array(borderPiece, { maxLength: 12 }).map((pieces) => pieces.join(''));

/** A text that an Article can have: not empty, LF the only line end, no BOM before it. */
export const articleText: fc.Arbitrary<string> = anyText
  .map((text) => text.replace(/[\r\v\f\x1c-\x1e\x85\u2028\u2029]/g, '\n').replace(/^\ufeff+/, ''))
  .map((text) => (text.trim() === '' ? `خبر${text}` : text));

/** A short line of text that a person typed: a name, a note. Not empty. */
export const shortText: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((pieces) => pieces.join(' ').trim() || 'نام');
