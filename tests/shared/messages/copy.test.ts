import { describe, expect, test } from 'vitest';
import { translator, type MessageValues } from '../../../renderer/messages/translate.ts';
import { catalogue, type MessageCode } from '../../../shared/messages/catalogue.ts';
import schema from '../../../seeds/schema.json' with { type: 'json' };

type Row = readonly [code: MessageCode, fa: string, en: string, values?: MessageValues];

/**
 * The words that the design gives (ux.md 2.10), where they hold as they stand. What is named otherwise has grown since: adjudication speaks of cases and
 * of readings by letter, as names may be hidden; an export is a folder; a link names its relation; each fault of a file has words of its own.
 */
const copy: readonly Row[] = [
  ['library.title', 'کتابخانه', 'Library'],
  ['menu.agreement', 'توافق', 'Agreement'],
  ['library.column.agreement', 'توافق', 'Agreement'],
  ['export.title', 'خروجی گرفتن', 'Export'],
  ['menu.schema', 'طرح برچسب‌ها', 'Label schema'],
  ['settings.title', 'تنظیمات', 'Settings'],
  ['coach.select', 'این خبر نمونه است. واژه‌ای را انتخاب کنید و ۱ را بزنید.', 'This is a sample. Select a word and press 1.'],
  ['annotate.add-own', 'خبر خودتان را اینجا رها کنید', 'Drop your own article here'],
  ['library.add', 'افزودن خبر…', 'Add articles…'],
  ['import.reading', 'در حال خواندن ۱ از ۲', 'Reading 1 of 2', { i: 1, n: 2 }],
  ['import.added', '۲ خبر افزوده شد', '2 articles added', { n: 2 }],
  ['import.duplicates', '۲ خبر تکراری کنار گذاشته شد', '2 duplicates skipped', { n: 2 }],
  ['status.todo', 'انجام‌نشده', 'To do'],
  ['status.in-progress', 'در دست کار', 'In progress'],
  ['status.done', 'پایان‌یافته', 'Done'],
  ['status.needs-review', 'نیازمند بازبینی', 'Needs review'],
  ['save.saved', 'ذخیره شد', 'Saved'],
  ['save.saving', 'در حال ذخیره…', 'Saving…'],
  ['save.failed', 'ذخیره نشد؛ کارتان هنوز در حافظه است.', 'Not saved; your work is still in memory.'],
  ['save.retry', 'دوباره تلاش کنید', 'Retry'],
  ['menu.undo', 'واگرد', 'Undo'],
  ['annotate.undo', 'واگرد', 'Undo'],
  ['menu.redo', 'ازنو', 'Redo'],
  ['annotate.deleted', 'برچسب «گوینده» حذف شد', '“گوینده” deleted', { label: 'گوینده' }],
  ['annotate.choose-source', 'گوینده را با ۱ تا ۹ انتخاب کنید؛ ۰ یعنی نامشخص', 'Pick the speaker, 1–9; 0 is unknown'],
  ['annotate.nobodys', 'گوینده نامشخص', 'unknown speaker'],
  ['keys.unlink', 'برداشتن پیوند', 'Unlink'],
  ['check.E3.explicit', 'این نقل‌قول گوینده ندارد.', 'This quote has no speaker.'],
  ['annotate.piece-added', 'تکهٔ دیگر افزوده شد', 'Piece added'],
  ['settings.unit.word', 'چسبیدن به واژه', 'Snap to words'],
  ['settings.unit.letter', 'انتخاب حرف‌به‌حرف', 'Select by letter'],
  ['check.E2.crossing', 'این بازه از مرز «نقل‌قول» می‌گذرد.', 'This span crosses the border of “نقل‌قول”.', { other: 'نقل‌قول' }],
  ['problem.label-already-here', 'همین برچسب همین‌جا هست.', 'This label is already here.'],
  ['proposal.same', '۲ بار دیگر در متن هست. همه؟', '2 more in the text. All?', { n: 2 }],
  ['annotate.text.locked', 'متن قفل است؛ فقط برچسب می‌زنید', 'The text is locked; you only label'],
  ['search.field', 'جست‌وجو در خبرها، با هر املایی', 'Search articles, any spelling'],
  ['palette.articles.nothing', 'چیزی پیدا نشد. واژهٔ دیگری را بیازمایید.', 'Nothing found. Try another word.'],
  ['library.empty.title', 'هنوز خبری نیست', 'No articles yet'],
  ['adjudicate.queue.done', 'صف بازبینی خالی است. خسته نباشید!', 'Review queue is empty. Well done!'],
  ['agreement.verdict.agree', 'هم‌نظر', 'Agree'],
  ['export.format', 'قالب', 'Format'],
  ['schema.preview', 'پیش‌نمایش', 'Preview'],
  ['export.done', '۲ خبر در پوشهٔ «خروجی» نوشته شد', '2 articles written to the folder “خروجی”', { n: 2, folder: 'خروجی' }],
  ['dialog.cancel', 'لغو', 'Cancel'],
  ['export.cancelled', 'لغو شد؛ چیزی نوشته نشد', 'Cancelled; nothing was written'],
  ['space.low', 'فضای دیسک کم است (۲ مگابایت)؛ پیش از ادامه پشتیبان بگیرید و جا باز کنید.', 'The disk is almost full (2 MB left): back up and make room before you go on.', { n: 2 }],
  ['problems.copy', 'رونوشت جزئیات', 'Copy details'],
  ['checks.no-speaker', '۲ نقل‌قول بدون گوینده', '2 quotes without a speaker', { n: 2 }],
  ['menu.show-keys', 'نمایش کلیدها', 'Show keys'],
  ['menu.focus-mode', 'حالت تمرکز', 'Focus mode'],
];

const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

describe('the words of the design', () => {
  for (const [code, fa, en, values] of copy) {
    test(`${code} says so in both languages`, () => expect([translator('fa').t(code, values), translator('en').t(code, values)].map(plain)).toEqual([fa, en]));
  }

  test('labels', () => {
    const names = Object.fromEntries(schema.labels.map(({ id, name }) => [id, [name.fa, name.en]]));
    expect(names).toMatchObject({
      QUOTE: ['نقل‌قول', 'Quote'], SPEAKER: ['گوینده', 'Speaker'], CUE: ['نشانهٔ نقل', 'Cue'], COMMITMENT: ['تعهد', 'Commitment'],
      ADDRESSEE: ['مخاطب', 'Addressee'], DEADLINE: ['موعد', 'Deadline'], CONDITION: ['شرط', 'Condition'], MENTION: ['اشاره', 'Mention'],
    });
  });

  test('one thing has one name: agreement is called so on every screen', () => {
    expect(Object.entries(catalogue).filter(([, { fa }]) => fa.includes('هم‌نظری')).map(([code]) => code)).toEqual([]);
  });
});
