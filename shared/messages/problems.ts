import { type Bilingual } from '../model/schema.ts';
import { bundleProblems } from './bundle-problems.ts';
import { rosterProblems } from './roster-problems.ts';

/** What a Problem's code says to a person, in ICU MessageFormat; arguments are the Problem's values. */
export const problems = {
  'disk-full': { fa: 'دیسک پر است؛ چیزی نوشته نشد.', en: 'The disk is full; nothing was written.' },
  'no-permission': { fa: 'اجازهٔ خواندن یا نوشتن در این جا نیست.', en: 'There is no permission to read or write here.' },
  'not-found': { fa: 'پرونده یا پوشه پیدا نشد.', en: 'The file or folder was not found.' },
  'too-large': { fa: 'پرونده بیش از اندازه بزرگ است.', en: 'The file is too large.' },
  'file-too-large': {
    fa: 'پرونده از {megabytes} مگابایت بزرگ‌تر است و خوانده نشد. آن را به چند پرونده بشکنید.',
    en: 'The file is larger than {megabytes} MB and was not read. Split it into several files.',
  },
  'archive-too-large': {
    fa: 'این بایگانی از {megabytes} مگابایت بزرگ‌تر است و خوانده نشد. آن را باز کنید و پوشه‌اش را بیفزایید.',
    en: 'This archive is larger than {megabytes} MB and was not read. Unpack it and add its folder.',
  },
  'workbook-too-large': {
    fa: 'این پروندهٔ Excel از {megabytes} مگابایت بزرگ‌تر است و خوانده نشد. آن را با قالب CSV ذخیره کنید؛ CSV به هر اندازه‌ای خوانده می‌شود.',
    en: 'This spreadsheet is larger than {megabytes} MB and was not read. Save it as CSV, which is read whatever its size.',
  },
  'files-too-large': {
    fa: 'این پرونده با آنچه پیش از آن خوانده شد از {megabytes} مگابایت بیشتر می‌شود و خوانده نشد. آن را جداگانه بخوانید.',
    en: 'Together with what was read before it, this file is more than {megabytes} MB and was not read. Read it on its own.',
  },
  'print-failed': {
    fa: 'چاپ نشد؛ برچسب‌هایتان سر جایشان است. {detail}',
    en: 'It was not printed; your labels are where they were. {detail}',
  },
  'released-already': {
    fa: 'این نسخه پیش‌تر منتشر شده است. شمارهٔ دیگری بدهید.',
    en: 'This version was released already. Give another number.',
  },
  'journal-line-damaged': {
    fa: 'سطر {line} دفتر پروژه خراب است؛ آنچه پس از آن است خوانده نشد.',
    en: 'Line {line} of the project’s journal is damaged; what comes after it was not read.',
  },
  'no-shared-article': {
    fa: '{people, plural, =0 {در این‌ها برچسب‌زنی نیست} =1 {در این‌ها تنها یک برچسب‌زن هست} other {هیچ خبری را دو نفر برچسب نزده‌اند}}؛ چیزی برای سنجیدن نیست.',
    en: '{people, plural, =0 {There is no annotator here} =1 {There is one annotator only} other {No article was marked by two people}}: nothing can be compared.',
  },
  'not-an-export': {
    fa: 'در این جا پرونده‌ها یا پوشهٔ دیگری هست که خروجی این برنامه نیست. نام دیگری برگزینید.',
    en: 'Something stands here that is not an export of this program. Choose another name.',
  },
  'write-failed': { fa: 'نوشتن انجام نشد.', en: 'Writing failed.' },
  'read-failed': { fa: 'خواندن پرونده انجام نشد.', en: 'The file could not be read.' },

  'save-failed': {
    fa: 'ذخیره نشد؛ کارتان هنوز در حافظه است. دوباره تلاش کنید.',
    en: 'Not saved; your work is still in memory. Try again.',
  },
  'too-slow': {
    fa: 'پوشه پاسخ نمی‌دهد: شاید روی شبکه یا سروری است که اکنون در دسترس نیست. نقل دوباره نگاه می‌کند؛ چیزی از دست نرفته است.',
    en: 'The folder does not answer: it may be on a network or a server that cannot be reached now. Naql looks again; nothing is lost.',
  },
  'changed-meanwhile': {
    fa: 'این پرونده هنگام خواندن تغییر کرد؛ بقیهٔ آن خوانده نشد. وقتی دیگر تغییر نمی‌کند دوباره بخوانیدش.',
    en: 'This file changed while it was being read; the rest of it was not read. Read it again once it no longer changes.',
  },
  'changed-elsewhere': {
    fa: 'برنامه‌ای دیگر در دفتر ثبت این پروژه نوشته است. چیزی رونویسی نشد؛ نقل را روی هر دو رایانه ببندید و یکی را دوباره باز کنید.',
    en: 'Another program has written to the journal of this project. Nothing was overwritten; close Naql on both computers and open one of them again.',
  },
  'database-failed': {
    fa: 'پایگاه دادهٔ برنامه پاسخ نداد. برنامه را ببندید و دوباره باز کنید؛ آنچه ذخیره شده گم نمی‌شود.',
    en: 'The program’s database did not answer. Close the program and open it again; what was saved is not lost.',
  },
  'opened-elsewhere': {
    fa: 'این پروژه در پنجره‌ای دیگر باز شده و این پنجره دیگر نمی‌تواند چیزی بنویسد.',
    en: 'This project was opened in another window, and this one can no longer write.',
  },
  'step-overtaken': {
    fa: 'این گام دیگر برگشت‌پذیر نیست: آنچه تغییر داده بود پس از آن دوباره تغییر کرده است.',
    en: 'This step can no longer be taken back or done again: what it changed was changed again since.',
  },
  'entity-in-use': {
    fa: 'این گام برنمی‌گردد: «{name}» اکنون جای دیگری هم به کار رفته است.',
    en: 'This step cannot be taken back: “{name}” is now used elsewhere as well.',
  },
  'entity-missing': {
    fa: 'این گام دوباره انجام نمی‌شود: کسی یا نهادی که به آن اشاره دارد دیگر در پروژه نیست.',
    en: 'This step cannot be done again: the person or body that it names is no longer in the project.',
  },

  'file-empty': { fa: 'پرونده متنی ندارد.', en: 'The file holds no text.' },
  'file-not-utf8': {
    fa: '{encoding, select, unknown {پرونده UTF-8 نیست: بایت {byte} نویسه‌ای نمی‌سازد. آن را با کدبندی UTF-8 ذخیره کنید.} other {پرونده با کدبندی {encoding} است. آن را با کدبندی UTF-8 ذخیره کنید.}}',
    en: '{encoding, select, unknown {The file is not UTF-8: byte {byte} belongs to no character. Save it as UTF-8.} other {The file is written in {encoding}. Save it as UTF-8.}}',
  },
  'file-not-text': {
    fa: 'این پرونده متن نیست؛ شاید تصویر، برنامه یا سند دیگری باشد که نامش عوض شده است.',
    en: 'This is no text: it may be a picture, a program or another document under a wrong name.',
  },
  'further-like': {
    fa: '{more} مورد دیگر هم از این گونه بود:',
    en: '{more, plural, one {One more was} other {{more} more were}} of this kind:',
  },
  'text-decoded': { fa: 'با کدبندی {encoding} خوانده شد.', en: 'Read as {encoding}.' },
  'encoding-guessed': {
    fa: 'پرونده کدبندی خود را نمی‌گوید؛ با {encoding} خوانده شد. اگر نوشته درست نیست، کدبندی دیگری برگزینید.',
    en: 'The file does not say how it is encoded; it was read as {encoding}. If the words are not right, choose another encoding.',
  },
  'encoding-unknown': {
    fa: 'کدبندی این پرونده شناخته نشد. آن را با کدبندی UTF-8 ذخیره کنید، یا خودتان بگویید با چه کدبندی‌ای خوانده شود.',
    en: 'The encoding of this file is not known. Save it as UTF-8, or say yourself how it is to be read.',
  },
  'encoding-wrong': {
    fa: 'این پرونده {encoding} نیست: بایت {byte} نویسه‌ای نمی‌سازد.',
    en: 'This file is not {encoding}: byte {byte} belongs to no character.',
  },
  'marks-too-many': {
    fa: 'در سطر {line} متن، روی یک حرف بیش از {maximum} نشانه سوار است؛ چنین متنی نمایش‌پذیر نیست و کنار گذاشته شد.',
    en: 'In line {line} of the text more than {maximum} marks sit on one letter; such a text cannot be shown and was left out.',
  },
  'bidi-controls': {
    fa: '{count} نویسهٔ ناپیدای جهت در متن هست؛ همان‌گونه نگه داشته شد. برای دیدنشان نویسه‌های ناپیدا را نشان دهید.',
    en: '{count, plural, one {One invisible character sets the direction of the text; it was kept} other {{count} invisible characters set the direction of the text; they were kept}}. Show invisible characters to see them.',
  },
  'characters-lost': {
    fa: 'در متن {count} نشانهٔ «�» هست: در آنجا پیش از این، در برنامه‌ای دیگر، نویسه‌ای از دست رفته است. متن همان‌گونه نگه داشته شد؛ اگر نسخهٔ سالمی از آن دارید، آن را بیفزایید.',
    en: '{count, plural, one {The text has one “�”: there} other {The text has {count} signs “�”: there}} another program lost a character before. The text was kept as it is; if you have a sound copy of it, add that one.',
  },
  'text-long': {
    fa: 'متن {count} نویسه دارد، بیش از {most}: باز شدن و برچسب زدنش کندتر است. اگر از بخش‌های جدا ساخته شده، بهتر است هر بخش خبر خودش باشد.',
    en: 'The text has {count} characters, more than {most}: it opens and is labelled more slowly. Where it is made of separate parts, each is better as an article of its own.',
  },
  'text-cleaned': {
    fa: 'به خواست شما {count} جا یکدست شد: {kind, select, letters {ی و ک عربی به فارسی} digits {رقم عربی به فارسی} other {نیم‌فاصله}}.',
    en: 'As you wished, {count, plural, one {one place was} other {{count} places were}} made uniform: {kind, select, letters {Arabic ye and kaf became Persian} digits {Arabic digits became Persian} other {half spaces}}.',
  },
  'page-too-large': {
    fa: 'این صفحه بیش از {megabytes} مگابایت نشانه‌گذاری دارد و خوانده نشد. متن خبر را جداگانه بچسبانید.',
    en: 'This page has more than {megabytes} MB of markup and was not read. Paste the text of the article instead.',
  },
  'page-too-deep': {
    fa: 'نشانه‌گذاری این صفحه بیش از {maximum} لایه تودرتوست و خوانده نشد.',
    en: 'The markup of this page is nested deeper than {maximum} levels and was not read.',
  },
  'page-bytes-broken': {
    fa: 'در نشانه‌گذاری این صفحه نویسه‌ای شکسته است؛ متن خبر سالم است و خوانده شد.',
    en: 'A character in the markup of this page is broken; the article itself is whole and was read.',
  },
  'page-empty': { fa: 'در این صفحه نوشته‌ای نیست.', en: 'There are no words on this page.' },
  'page-whole': {
    fa: 'خبر در این صفحه جدا از بقیه پیدا نشد؛ همهٔ نوشته‌های صفحه برداشته شد.',
    en: 'The article could not be told from the rest of this page; all words of the page were taken.',
  },
  'docx-no-text': { fa: 'این سند Word متنی ندارد.', en: 'This Word document holds no text.' },
  'docx-broken': { fa: 'این سند Word خراب است و خوانده نشد.', en: 'This Word document is damaged and was not read.' },
  'docx-macros': { fa: 'این سند ماکرو دارد؛ هیچ‌یک اجرا نشد و چیزی از آن در خبر نماند.', en: 'This document has macros; none was run, and nothing of them was kept.' },
  'docx-outside': {
    fa: '{count} بخش این سند جای دیگری است (الگو، تصویر یا پروندهٔ پیوندخورده)؛ چیزی از آنجا گرفته نشد.',
    en: '{count, plural, one {One part of this document lies} other {{count} parts of this document lie}} elsewhere (a template, a picture, a linked file); nothing was fetched.',
  },
  'docx-deletions': {
    fa: '{count} تکه که در Word حذف شده و حذفش پذیرفته نشده بود، برداشته نشد.',
    en: '{count, plural, one {One piece that was deleted in Word, without the deletion being accepted, was} other {{count} pieces that were deleted in Word, without the deletion being accepted, were}} left out.',
  },
  'docx-hidden': {
    fa: 'سند {count, plural, other {# تکه متن پنهان}} دارد که در صفحه دیده نمی‌شود؛ کنار گذاشته شد.',
    en: 'The document has {count, plural, one {a piece} other {# pieces}} of hidden text, which the page does not show; {count, plural, one {it was} other {they were}} left out.',
  },
  'docx-numbers': {
    fa: 'شماره یا نشانی که Word خودش پیش از {count, plural, other {# بند فهرست}} می‌گذارد در متن نیامد: در سند نوشته نشده است.',
    en: 'The number or bullet that Word itself puts before {count, plural, one {a paragraph of a list} other {# paragraphs of lists}} is not in the text: it is written nowhere in the document.',
  },
  'docx-symbols': {
    fa: '{count, plural, other {# نشانه}} از قلم‌های نشانه (مانند Wingdings) کنار گذاشته شد: نویسهٔ هم‌ارزی ندارد.',
    en: '{count, plural, one {A sign} other {# signs}} of a font of signs (such as Wingdings) {count, plural, one {was} other {were}} left out: no character means the same.',
  },
  'docx-notes': {
    fa: '{count} پانویس این سند برداشته نشد: پانویس در هیچ سطری از متن نیست.',
    en: '{count, plural, one {One footnote of this document was} other {{count} footnotes of this document were}} left out: a footnote belongs to no line of the text.',
  },
  'text-mark-dropped': {
    fa: 'نشان ترتیب بایت از آغاز {count, plural, other {# متن}} برداشته شد.',
    en: 'A byte order mark at the beginning of {count, plural, one {the text} other {# texts}} was taken away.',
  },
  'soft-hyphens-dropped': { fa: '{count} خط تیرهٔ نرم ناپیدا کنار گذاشته شد.', en: '{count, plural, one {One invisible soft hyphen was} other {{count} invisible soft hyphens were}} left out.' },
  'csv-quote-open': {
    fa: 'نشان نقل‌قولی (") در این سطر باز شده و بسته نشده است؛ از این‌جا به بعد خوانده نشد.',
    en: 'A quotation mark is opened in this line and never closed; what follows was not read.',
  },
  'csv-quote-stray': {
    fa: 'نشان نقل‌قولی (") در خانه‌ای از این ردیف تنها آمده است و باید دوتا باشد؛ معلوم نیست خانه کجا تمام می‌شود. از این سطر تا سطر {last} کنار گذاشته شد.',
    en: 'A quotation mark inside a cell of this row stands alone and should be doubled; where the cell ends cannot be told. From this line to line {last} nothing was taken.',
  },
  'csv-quote-kept': {
    fa: 'در {count} ردیف، از این سطر به بعد، نشان نقل‌قول درون خانه دوتا نشده بود؛ همان‌گونه که هست خوانده شد.',
    en: 'In {count, plural, one {one row} other {{count} rows}}, from this line on, quotation marks inside a cell were not doubled; they were read as they stand.',
  },
  'row-too-long': {
    fa: 'این ردیف {found} خانه دارد و جدول {expected} ستون؛ معلوم نیست کدام زیادی است و کنار گذاشته شد.',
    en: 'This row has {found} cells, the table {expected} columns; which is too much cannot be told, so it was left out.',
  },
  'row-too-short': {
    fa: 'این ردیف {found} خانه دارد و جدول {expected} ستون؛ بقیه خالی گرفته شد.',
    en: 'This row has {found} cells, the table {expected} columns; the rest was taken as empty.',
  },
  'row-id-twice': {
    fa: 'شناسهٔ «{id}» در سطر {line} هم آمده است؛ این ردیف کنار گذاشته شد.',
    en: 'The id “{id}” stands in line {line}, too; this row was left out.',
  },
  'row-without-text': { fa: 'این ردیف متنی ندارد.', en: 'This row has no text.' },
  'row-text-wrong': {
    fa: 'ستون «{column}» در این ردیف نوشته نیست: {found}',
    en: 'The column “{column}” of this row holds no words: {found}',
  },
  'row-date-unclear': {
    fa: 'تاریخ «{date}» خوانده نشد؛ خبر بی‌تاریخ آمد.',
    en: 'The date “{date}” could not be read; the article came without one.',
  },
  'list-broken': {
    fa: 'این فهرست از اینجا به بعد JSON درستی نیست؛ آنچه پیش از آن است خوانده شد.',
    en: 'From here on this list is not valid JSON; what stands before was read.',
  },
  'row-not-object': { fa: 'این سطر شیء JSON نیست.', en: 'This line is no JSON object.' },
  'column-name-wrong': {
    fa: 'مقدار ستون «{column}» در {count} ردیف کنار خبر نماند: نام ستون نویسه‌ای دارد که یونیکد نیست. متن خبر کامل است.',
    en: 'In {count, plural, one {one row} other {{count} rows}} the value of the column “{column}” was not kept with the article: its name has a character that is not Unicode. The text is whole.',
  },
  'column-left-out': {
    fa: 'مقدار ستون «{column}» در {count} ردیف کنار خبر نماند: بلندتر از آن است که ویژگی خبر باشد، یا فهرست است. متن خبر کامل است.',
    en: 'In {count, plural, one {one row} other {{count} rows}} the value of the column “{column}” was not kept with the article: it is too long for a field of one, or a list. The text is whole.',
  },
  'number-too-large': {
    fa: 'عدد فیلد «{field}» بزرگ‌تر از آن است که بتوان نوشت و برداشته نشد.',
    en: 'The number in “{field}” is larger than can be written and was left out.',
  },
  'table-empty': { fa: 'این جدول ردیفی ندارد.', en: 'This table has no rows.' },
  'table-for-reading': {
    fa: 'این جدول را نقل برای خواندن آدم‌ها و برنامه‌های دیگر نوشته است و چیزی از آن برنمی‌دارد. قالب دیگری از همان داده، مانند JSON Lines خود نقل، را بیفزایید.',
    en: 'Naql wrote this table for people and other programs to read, and takes nothing from it. Add the same data in another format, such as native JSON Lines.',
  },
  'columns-too-many': {
    fa: 'این جدول بیش از {maximum} ستون دارد و جدول خبر نیست؛ خوانده نشد. ستون‌های خبر را در پرونده‌ای جدا بگذارید.',
    en: 'This table has more than {maximum} columns and is no table of articles; it was not read. Put the columns of the articles into a file of their own.',
  },
  'row-too-wide': {
    fa: 'این ردیف بسیار پهن‌تر از {expected, plural, other {# ستون}} جدول است و کنار گذاشته شد.',
    en: 'This row is very much wider than the {expected, plural, one {# column} other {# columns}} of the table, and was left out.',
  },
  'columns-unclear': {
    fa: 'معلوم نیست متن خبر در کدام ستون است: {columns}',
    en: 'It is not clear which column holds the text: {columns}',
  },
  'xlsx-broken': { fa: 'این کارپوشه خراب است و خوانده نشد.', en: 'This workbook is damaged and was not read.' },
  'sheet-left-out': {
    fa: 'تنها نخستین برگهٔ پر خوانده شد؛ برگهٔ «{name}» با {rows} ردیف نه.',
    en: 'Only the first sheet with rows was read; the sheet “{name}” with {rows} rows was not.',
  },
  'file-is-pdf': {
    fa: 'نقل متن PDF را نمی‌خواند، چون ترتیب حرف‌ها در آن مطمئن نیست. متن را از PDF رونوشت بگیرید و بچسبانید، یا نسخهٔ Word یا وبش را بیاورید.',
    en: 'Naql does not read the text of PDF files: the order of their letters cannot be trusted. Copy the text and paste it, or bring the Word or web version.',
  },
  'file-is-old-office': {
    fa: 'این پروندهٔ قدیمی Office است. آن را در Word یا LibreOffice باز کنید و به شکل docx یا xlsx ذخیره کنید.',
    en: 'This is a file of old Office versions. Open it in Word or LibreOffice and save it as docx or xlsx.',
  },
  'file-is-locked': {
    fa: 'این سند گذرواژه دارد و خوانده نشد. آن را در Word یا LibreOffice باز کنید و بی گذرواژه ذخیره کنید.',
    en: 'This document has a password and was not read. Open it in Word or LibreOffice and save it without one.',
  },
  'zip-name-twice': {
    fa: 'نام «{name}» در این بایگانی دو بار آمده است؛ دومی کنار گذاشته شد.',
    en: 'The name “{name}” stands in this archive twice; the second file was left out.',
  },
  'zip-entry-locked': {
    fa: 'پروندهٔ «{name}» در این بایگانی گذرواژه دارد و خوانده نشد. بایگانی را باز کنید و پرونده‌ها را بی گذرواژه بیاورید.',
    en: 'The file “{name}” in this archive has a password and was not read. Open the archive and bring the files without one.',
  },
  'zip-entry-packed-otherwise': {
    fa: 'پروندهٔ «{name}» در این بایگانی به روشی فشرده شده که نقل آن را باز نمی‌کند. بایگانی را باز کنید و پرونده‌ها را بیاورید.',
    en: 'The file “{name}” in this archive is packed in a way that Naql cannot open. Open the archive and bring the files.',
  },
  'zip-entry-broken': {
    fa: 'پروندهٔ «{name}» در این بایگانی خراب است و کنار گذاشته شد.',
    en: 'The file “{name}” in this archive is damaged and was left out.',
  },
  'line-ends-unified': { fa: '{count} پایان سطر از گونهٔ {kind} به LF تبدیل شد.', en: '{count, plural, one {One line end} other {{count} line ends}} of kind {kind} became LF.' },

  'text-not-unicode': { fa: 'متن نویسهٔ نیمه‌کاره دارد.', en: 'The text holds half a character.' },
  'text-line-ends': { fa: 'متن پایان سطری جز LF دارد.', en: 'The text has line ends other than LF.' },
  'text-byte-order-mark': { fa: 'متن با نشان ترتیب بایت آغاز می‌شود.', en: 'The text begins with a byte order mark.' },
  'fingerprint-wrong': {
    fa: 'متن همان نیست که هنگام نوشتن پرونده بود (اثر انگشتش نمی‌خواند).',
    en: 'The text is not the one that it was when the file was written (its fingerprint does not match).',
  },
  'id-twice': { fa: 'شناسهٔ «{id}» دو بار آمده است.', en: 'The id “{id}” is there twice.' },
  'id-illegal': {
    fa: '«{id}» شناسهٔ درستی نیست: فاصله و نویسهٔ ناپیدا نباید داشته باشد و از ۱۲۸ نویسه بلندتر نباید باشد.',
    en: '“{id}” is no id: it must have no blank or invisible character and at most 128 characters.',
  },
  'article-missing': { fa: 'خبر «{article}» این‌جا نیست.', en: 'The article “{article}” is not here.' },
  'annotator-missing': { fa: 'برچسب‌زن «{annotator}» این‌جا نیست.', en: 'The annotator “{annotator}” is not here.' },

  'span-missing': { fa: 'برچسب هیچ بازه‌ای ندارد.', en: 'The annotation has no span.' },
  'span-outside': {
    fa: 'بازهٔ {start} تا {end} بیرون از متنی به درازای {length} است.',
    en: 'The span {start}–{end} lies outside a text of {length}.',
  },
  'span-empty': { fa: 'بازه در {start} تهی است.', en: 'The span at {start} is empty.' },
  'span-splits-character': { fa: 'مرز بازهٔ {start} تا {end} میان یک نویسه است.', en: 'The span {start}–{end} splits a character.' },
  'span-order': {
    fa: 'تکه‌ای که از {start} آغاز می‌شود روی تکهٔ پیشین یا پیش از آن است.',
    en: 'The piece that starts at {start} lies on or before the one before it.',
  },
  'spans-cross': { fa: 'این بازه از مرز «{otherLabel}» می‌گذرد.', en: 'This span crosses the border of “{otherLabel}”.' },
  'pieces-not-allowed': { fa: '«{label}» باید یک‌تکه باشد.', en: '“{label}” must be in one piece.' },
  'piece-missing': { fa: 'این تکه دیگر نیست.', en: 'This piece is no longer there.' },
  'piece-last': { fa: 'این تنها تکه است؛ خودِ برچسب را حذف کنید.', en: 'This is the only piece; delete the label itself.' },
  'label-unknown': { fa: 'برچسب «{label}» در طرح برچسب‌ها نیست.', en: 'The label “{label}” is not in the schema.' },
  'attributes-of-another-label': {
    fa: 'ویژگی‌های برچسبی دیگر به «{label}» داده نمی‌شود.',
    en: 'The attributes of another label cannot be given to “{label}”.',
  },
  'label-already-here': { fa: 'همین برچسب همین‌جا هست.', en: 'This label is already here.' },
  'annotation-missing': { fa: 'این برچسب دیگر نیست.', en: 'This annotation is no longer there.' },
  'attribute-unknown': { fa: '«{label}» ویژگی «{attribute}» ندارد.', en: '“{label}” has no attribute “{attribute}”.' },
  'attribute-wrong': { fa: '«{value}» مقدار درستی برای «{attribute}» نیست.', en: '“{value}” is not a legal value of “{attribute}”.' },
  'entity-not-allowed': { fa: '«{label}» به شخص یا نهاد پیوند نمی‌خورد.', en: '“{label}” does not stand for a person or body.' },
  'entity-unknown': { fa: 'شخص یا نهاد «{entity}» در پروژه نیست.', en: 'The person or body “{entity}” is not in the project.' },
  'entity-merged-wrong': {
    fa: 'این شخص یا نهاد در «{id}» ادغام شده که خود در پروژه نیست یا در دیگری ادغام شده است.',
    en: 'It was merged into “{id}”, which is not there or was merged itself.',
  },
  'override-wrong': { fa: 'دلیل را بنویسید.', en: 'Write the reason.' },
  'entity-date-wrong': { fa: 'تاریخ سمت «{title}» درست نیست یا پایان آن پیش از آغاز است.', en: 'A date of the office “{title}” is wrong, or its end lies before its start.' },
  'entity-wikidata-wrong': { fa: 'شناسهٔ ویکی‌داده Q و چند رقم است، مانند Q794.', en: 'A Wikidata id is Q and some digits, such as Q794.' },
  'entity-split-empty': { fa: 'چیزی برای جدا کردن برگزیده نشده است.', en: 'Nothing was chosen to be split off.' },
  'entity-still-used': { fa: 'برچسبی به «{name}» پیوند دارد؛ نخست آن پیوند را بردارید یا این دو را ادغام کنید.', en: 'A label still names “{name}”: unlink it, or merge the two.' },
  'entity-name-wrong': { fa: 'نامی برای شخص یا نهاد بنویسید.', en: 'Give the person or body a name.' },

  'relation-unknown': { fa: 'پیوند «{type}» در طرح برچسب‌ها نیست.', en: 'The relation “{type}” is not in the schema.' },
  'relation-missing': { fa: 'این پیوند دیگر نیست.', en: 'This relation is no longer there.' },
  'relation-end-missing': { fa: 'سرِ پیوند، «{id}»، این‌جا نیست.', en: 'The end of the relation, “{id}”, is not here.' },
  'relation-to-itself': { fa: 'برچسب به خودش پیوند نمی‌خورد.', en: 'An annotation cannot be linked to itself.' },
  'relation-not-allowed': {
    fa: 'پیوند «{type}» از «{from}» به «{to}» در طرح برچسب‌ها نیست.',
    en: 'The schema has no relation “{type}” from “{from}” to “{to}”.',
  },
  'relation-twice': { fa: 'این پیوند از پیش هست.', en: 'This relation is already there.' },
  'relation-cycle': {
    fa: 'با این پیوند، زنجیرهٔ «{type}» به خودش برمی‌گردد.',
    en: 'With this relation a chain of “{type}” would lead back to itself.',
  },

  'schema-version-unknown': {
    fa: 'طرح برچسب‌ها نسخهٔ {version} است؛ این برنامه نسخهٔ {known} را می‌شناسد.',
    en: 'The schema has version {version}; this program knows version {known}.',
  },
  'schema-part-missing': { fa: '«{id}» دیگر در طرح برچسب‌ها نیست.', en: '“{id}” is no longer in the schema.' },
  'schema-id-taken': { fa: 'شناسهٔ «{id}» را دیگری دارد.', en: 'The id “{id}” is taken.' },
  'schema-id-wrong': {
    fa: 'شناسه با حرف لاتین آغاز می‌شود و جز حرف و رقم لاتین، «_» و «-» ندارد.',
    en: 'An id begins with a Latin letter and holds Latin letters, digits, “_” and “-” alone.',
  },
  'schema-name-empty': { fa: 'نام نباید خالی باشد.', en: 'A name must not be empty.' },
  'schema-last-part': { fa: '«{id}» تنها گزینه‌ای است که مانده؛ برداشته نمی‌شود.', en: '“{id}” is the only one left; it cannot be removed.' },
  'schema-into-itself': { fa: '«{id}» با خودش یکی نمی‌شود.', en: '“{id}” cannot be merged into itself.' },
  'schema-key-taken': { fa: 'کلید {key} از آنِ «{label}» است.', en: 'The key {key} belongs to “{label}”.' },
  'schema-badge-taken': { fa: 'نشان «{badge}» از آنِ «{label}» است.', en: 'The badge “{badge}” belongs to “{label}”.' },
  'schema-badge-empty': { fa: 'نشان نباید خالی باشد.', en: 'A badge must not be empty.' },
  'schema-colour-faint': {
    fa: 'این رنگ کم‌رنگ است: نسبت تمایزش {ratio} است و باید دست‌کم {least} باشد.',
    en: 'This colour is too faint: its contrast is {ratio} and must be {least} at least.',
  },
  'schema-tint-dark': {
    fa: 'نوشته روی این زمینه خوب خوانده نمی‌شود: نسبت تمایزش {ratio} است و باید دست‌کم {least} باشد.',
    en: 'Text cannot be read well on this tint: its contrast is {ratio} and must be {least} at least.',
  },
  'schema-pieces-in-use': {
    fa: '{count, plural, other {# برچسب}} در متن‌ها چند تکه است و «{label}» دیگر چند تکه نمی‌پذیرد.',
    en: '{count, plural, one {# annotation is} other {# annotations are}} in several pieces, which “{label}” would no longer allow.',
  },
  'schema-version-spent': {
    fa: 'نسخهٔ {version} آخرین شماره است؛ طرح را با شمارهٔ تازه‌ای وارد کنید.',
    en: 'Version {version} is the last number there is; import the schema with a new one.',
  },
  'schema-field-wrong': { fa: '«{field}» در طرح برچسب‌ها درست نیست یا نیست.', en: '“{field}” of the schema is wrong or missing.' },
  'schema-name-twice': { fa: '«{name}» در طرح برچسب‌ها دو بار آمده است.', en: '“{name}” is in the schema twice.' },
  'schema-label-unknown': {
    fa: 'قاعده‌ای در طرح برچسب‌ها از برچسب «{label}» می‌گوید که نیست.',
    en: 'A rule of the schema names a label “{label}” that is not there.',
  },
  'schema-rule-wrong': {
    fa: 'قاعدهٔ «{rule}» از چیزی می‌گوید که در طرح برچسب‌ها نیست.',
    en: 'The rule “{rule}” speaks of something that the schema does not have.',
  },
  'schema-choices-wrong': {
    fa: 'ویژگی «{attribute}» یا گزینه ندارد یا نباید گزینه داشته باشد.',
    en: 'The attribute “{attribute}” lacks choices, or must not have any.',
  },
  'stored-version-unknown': {
    fa: 'داده‌ها با نسخهٔ {version} ذخیره شده‌اند؛ این برنامه تا نسخهٔ {newest} را می‌شناسد.',
    en: 'The data were stored in version {version}; this program knows versions up to {newest}.',
  },

  'format-unknown': {
    fa: 'نقل این گونه پرونده را نمی‌خواند. آن را در برنامهٔ خودش باز کنید و به شکل docx، html یا txt ذخیره کنید، یا متنش را بچسبانید. بایگانی‌ها جز zip را نخست باز کنید.',
    en: 'Naql does not read this kind of file. Open it in its own program and save it as docx, html or txt, or paste its text. Archives other than zip must be unpacked first.',
  },
  'zip-broken': { fa: 'این بایگانی (zip) خراب یا ناقص است و باز نشد.', en: 'This archive (zip) is damaged or incomplete and could not be opened.' },
  'zip-too-large': {
    fa: 'این بایگانی پس از باز شدن از {maximum} مگابایت یا {entries} پرونده بزرگ‌تر می‌شود و باز نشد. خودتان بازش کنید و پوشه‌اش را بیفزایید.',
    en: 'Unpacked, this archive would hold more than {maximum} MB or {entries} files; it was not opened. Unpack it yourself and add its folder.',
  },
  'zip-name-unsafe': {
    fa: 'پروندهٔ «{name}» در این بایگانی به بیرون از پوشه راه می‌برد و کنار گذاشته شد.',
    en: 'The file “{name}” in this archive leads outside of its folder and was left out.',
  },
  'file-not-parquet': { fa: 'این پروندهٔ Parquet درستی نیست: {reason}', en: 'This is not a sound Parquet file: {reason}' },
  'parquet-group-unreadable': {
    fa: 'دستهٔ {group} از ردیف‌های این پرونده خوانده نشد: {reason}',
    en: 'Group {group} of the rows of this file could not be read: {reason}',
  },
  'file-too-deep': {
    fa: 'این پرونده بیش از {maximum} لایه تودرتو دارد و خوانده نشد.',
    en: 'This file is nested deeper than {maximum} levels and was not read.',
  },
  'xml-broken': { fa: 'XML در این سطر، پیش از ستون {column}، درست نیست.', en: 'The XML is broken in this line, before column {column}.' },
  'xml-doctype': {
    fa: 'این XML تعریف نوع سند (DOCTYPE) دارد؛ چنین پرونده‌ای خوانده نمی‌شود.',
    en: 'This XML has a document type (DOCTYPE); such files are not read.',
  },
  'xml-version': { fa: 'این XML نسخهٔ {version} است؛ تنها 1.0 خوانده می‌شود.', en: 'This is XML {version}; only 1.0 is read.' },
  'xml-too-deep': {
    fa: 'این XML بیش از {maximum} لایه تودرتو دارد.',
    en: 'This XML is nested deeper than {maximum} levels.',
  },
  'cas-missing': { fa: 'این پرونده CAS نیست: «{expected}» ندارد.', en: 'This file is no CAS: it has no “{expected}”.' },
  'sofa-missing': { fa: 'این CAS متنی (Sofa) ندارد.', en: 'This CAS has no text (Sofa).' },
  'view-left-out': {
    fa: 'تنها متن «{view}» خوانده شد؛ {count, plural, other {# مورد}} از متن‌های دیگر این CAS کنار ماند.',
    en: 'Only the text “{view}” was read; {count, plural, one {one thing} other {# things}} of this CAS’s other texts stayed out.',
  },
  'type-left-out': {
    fa: 'نوع «{type}» با هیچ برچسبی در طرح برچسب‌ها نمی‌خواند؛ {count, plural, other {# مورد}} کنار ماند.',
    en: 'The type “{type}” is no label of the schema; {count, plural, one {one} other {#}} of it stayed out.',
  },
  'file-not-json': { fa: 'این پرونده JSON درستی نیست.', en: 'This file is not valid JSON.' },
  'text-missing': {
    fa: 'پروندهٔ متن، «{expected}»، کنار آن نیست.',
    en: 'Its text, “{expected}”, is not beside it.',
  },
  'annotations-missing': {
    fa: 'پروندهٔ برچسب‌ها، «{expected}»، کنار آن نیست.',
    en: 'Its annotations, “{expected}”, are not beside it.',
  },
  'text-twice': { fa: 'همین متن در «{first}» هم هست؛ یک بار خوانده شد.', en: 'The same text is in “{first}”; it was read once.' },
  'further-problems': {
    fa: '{count, plural, other {{count} مشکل دیگر هم هست که این‌جا نیامده است.}}',
    en: '{count, plural, one {One more problem is not listed here.} other {{count} more problems are not listed here.}}',
  },

  'answer-not-accept': {
    fa: 'پاسخ این سطر {answer} است، نه accept؛ متن آن آمد و برچسب‌هایش نیامد.',
    en: 'The answer of this line is {answer}, not accept; its text was read, its labels were not.',
  },

  'conll-text-rebuilt': {
    fa: 'پروندهٔ ‎.tokens.jsonl کنار آن نیست: متن از {columns} ستون ({separator, select, tab {جداشده با TAB} other {جداشده با فاصله}}، شیوهٔ {scheme}) و {joiner, select, none {بی فاصله} other {با یک فاصله}} میان واژه‌ها ساخته شد، پس جایگاه‌ها تازه‌اند.',
    en: 'There is no .tokens.jsonl beside it: the text was put together from {columns} columns ({separator, select, tab {parted by TABs} other {parted by blanks}}, scheme {scheme}) with {joiner, select, none {nothing} other {a blank}} between words, so offsets are new.',
  },
  'conll-tag-wrong': {
    fa: 'در ستون نشانِ این سطر باید O یا برچسبی چون B-QUOTE باشد، ولی {found} است؛ O گرفته شد.',
    en: 'The column of tags should hold O or a tag like B-QUOTE, but holds {found}; it was taken for O.',
  },
  'conll-word-missing': {
    fa: 'این سطر در ستون {column} واژه‌ای ندارد و کنار گذاشته شد.',
    en: 'This line has no word in column {column} and was left out.',
  },
  'conll-scheme-differs': {
    fa: '{count, plural, other {# نشان}} با شیوهٔ {scheme} نمی‌خواند، نخستین آن‌ها {found}؛ با این همه خوانده شد.',
    en: '{count, plural, one {# tag does} other {# tags do}} not fit the scheme {scheme}, the first of them {found}; they were read all the same.',
  },
  'conll-tokens-wrong': {
    fa: 'جای واژه‌های این خبر درست نیست؛ متن آن آمد و برچسب‌هایش نیامد.',
    en: 'The places of this article’s tokens are wrong; its text was read, its labels were not.',
  },
  'conll-sentence-differs': {
    fa: 'این جمله در متن نیست، یا واژه‌هایش دیگر است، و برچسب‌هایش نیامد: {found}',
    en: 'This sentence is not in the text, or has other words there; its labels were left out: {found}',
  },
  'conll-sentences-missing': {
    fa: '{count, plural, other {{count} جملهٔ متن}} این‌جا نیست و از این پرونده برچسبی نگرفت.',
    en: '{count, plural, one {One sentence of the text is} other {{count} sentences of the text are}} not here and got no label from this file.',
  },

  'columns-missing': { fa: 'ستون {expected} در این پرونده نیست.', en: 'This file has no column {expected}.' },
  'columns-not-kept': {
    fa: 'تنها متن از واژه‌ها ساخته شد؛ این ستون‌ها نگه داشته نشد: {columns}',
    en: 'The text was made from the words; these columns were not kept: {columns}',
  },
  'row-columns-wrong': {
    fa: 'این سطر {count} ستون دارد، نه {expected}؛ کنار گذاشته شد.',
    en: 'This row has {count, plural, one {one column} other {{count} columns}}, not {expected}; it was left out.',
  },
  'row-id-wrong': { fa: '«{id}» شمارهٔ واژه نیست؛ این سطر کنار گذاشته شد.', en: '“{id}” is no token’s number; the row was left out.' },
  'row-offsets-differ': {
    fa: 'در {count, plural, other {{count} سطر}} از این‌جا به بعد start یا end با جای واژه در متن نمی‌خواند؛ جای واژه ملاک است.',
    en: 'From here on, start or end of {count, plural, one {one row} other {{count} rows}} is not where the word stands in the text; the word counts.',
  },
  'cell-wrong': { fa: 'این خانه خوانده نشد: {found}', en: 'This cell could not be read: {found}' },
  'span-number-twice': {
    fa: 'برچسب شمارهٔ {number} دو بار آغاز شده است؛ همان نخستین ماند.',
    en: 'The label of number {number} is said twice; the first one stays.',
  },
  'span-number-unknown': {
    fa: 'هیچ سطری نمی‌گوید شمارهٔ {number} چه برچسبی دارد؛ کنار گذاشته شد.',
    en: 'No row says which label the number {number} has; it was left out.',
  },

  'byte-order-mark': { fa: 'پرونده با نشان ترتیب بایت آغاز می‌شود؛ نادیده گرفته شد.', en: 'The file begins with a byte order mark, which was ignored.' },
  'carriage-returns': { fa: 'سطرها با CRLF پایان می‌یابند؛ به جای LF پذیرفته شد.', en: 'Lines end with CRLF, which was accepted for LF.' },
  'line-not-utf8': {
    fa: 'UTF-8 نیست: بایت {byte} نویسه‌ای نمی‌سازد.',
    en: 'This is not UTF-8: byte {byte} belongs to no character.',
  },
  'line-not-json': { fa: 'این سطر یک شیء JSON نیست: {found}', en: 'This line is not a JSON object: {found}' },
  'line-too-long': {
    fa: 'این سطر از {megabytes} مگابایت بلندتر است و خوانده نشد.',
    en: 'This line is longer than {megabytes} MB and was not read.',
  },
  'line-too-deep': {
    fa: 'این سطر بیش از {maximum} لایه تودرتو دارد.',
    en: 'This line is nested deeper than {maximum} levels.',
  },
  'line-without-format': {
    fa: 'این سطر نمی‌گوید در چه قالبی است؛ باید «{expected}» باشد.',
    en: 'This line does not say which format it is in; “{expected}” was expected.',
  },
  'line-format-unknown': {
    fa: 'قالب این سطر «{found}» است، نه «{expected}».',
    en: 'The format of this line is “{found}”, not “{expected}”.',
  },
  'version-unknown': {
    fa: 'نسخهٔ قالب «{found}» است؛ این نسخه از نقل تنها نسخه‌های {expected} را می‌خواند.',
    en: 'The version of the format is “{found}”; this Naql reads versions {expected} only.',
  },
  'field-wrong': {
    fa: 'فیلد «{field}» درست نیست: باید {expected} باشد، ولی {found} است.',
    en: 'The field “{field}” is wrong: expected {expected}, found {found}.',
  },
  'field-not-kept': {
    fa: 'نقل فیلد «{field}» را نمی‌شناسد و آن را نگه نداشت.',
    en: 'Naql does not know the field “{field}” and did not keep it.',
  },
  'schema-unknown': {
    fa: 'طرح برچسب «{id}» نسخهٔ {version} این‌جا شناخته نیست. پروندهٔ ‎.tagset.json را هم کنارش بگذارید.',
    en: 'The label schema “{id}” version {version} is not known here. Give its .tagset.json as well.',
  },
  'schema-not-here': {
    fa: 'پرونده با طرح برچسب «{id}» نسخهٔ {version} نوشته شده که این‌جا نیست؛ با طرح همین پروژه خوانده شد.',
    en: 'The file was written with the label schema “{id}” version {version}, which is not here; it was read with the schema of this project.',
  },
  'schema-differs': {
    fa: 'این سطر طرح «{id}» نسخهٔ {version} را دارد و سطرهای پیش از آن {expected} را.',
    en: 'This line has the schema “{id}” version {version}, those before it have {expected}.',
  },
  'schema-of-another-project': {
    fa: '{count, plural, other {{count} مجموعهٔ برچسب}} با طرح «{id}» نسخهٔ {version} پذیرفته نشد؛ طرح این پروژه {expected} است.',
    en: '{count, plural, one {One annotation set} other {{count} annotation sets}} of the schema “{id}” version {version} stayed out; this project has {expected}.',
  },
  'record-differs': {
    fa: '«{id}» پیش از این با محتوایی دیگر آمده است؛ همان نخستین ماند.',
    en: '“{id}” was there before with other contents; the first one stays.',
  },
  'article-text-differs': {
    fa: 'خبر «{id}» پیش از این با متنی دیگر آمده است؛ این سطر کنار گذاشته شد.',
    en: 'The article “{id}” was there before with another text; this line was left out.',
  },
  'article-fields-differ': {
    fa: 'مشخصات خبر «{id}» با سطر پیشین آن فرق دارد؛ همان نخستین ماند.',
    en: 'The details of the article “{id}” differ from its earlier line; the first ones stay.',
  },
  'set-twice': { fa: 'مجموعهٔ «{id}» دو بار آمده است؛ دومی کنار گذاشته شد.', en: 'The set “{id}” is there twice; the second one was left out.' },
  'spans-without-set': {
    fa: 'این سطر {count, plural, other {{count} بازه}} دارد ولی مجموعه‌ای ندارد که از آنِ آن باشند.',
    en: 'This line has {count, plural, one {one span} other {{count} spans}} and no set that they belong to.',
  },
  'annotator-unknown': {
    fa: 'برچسب‌زن این مجموعه، «{id}»، در پرونده نیست.',
    en: 'The annotator of this set, “{id}”, is not in the file.',
  },
  'repetition-differs': {
    fa: 'فیلد «{field}» در این بازه «{found}» است، ولی در مجموعه‌اش «{expected}»؛ مجموعه ملاک است.',
    en: 'The field “{field}” of this span is “{found}”, that of its set is “{expected}”; the set counts.',
  },
  'span-outside-text': {
    fa: 'بازهٔ {start} تا {end} در متنی به درازای {length} نویسه جا نمی‌شود.',
    en: 'There is no span {start}–{end} in a text of {length} code points.',
  },
  'span-text-differs': {
    fa: 'در {start} تا {end} متن {expected} است، نه {found}.',
    en: 'The text at {start}–{end} is {expected}, not {found}.',
  },
  'offsets-in-utf16': {
    fa: 'جای {count, plural, other {{count} برچسب}} با واحدهای UTF-16 شمرده شده بود، نه با نویسه‌ها؛ متنِ خودشان همین را نشان داد و همان‌گونه خوانده شد.',
    en: 'The offsets of {count, plural, one {one annotation} other {{count} annotations}} counted UTF-16 code units, not code points; the words beside them proved it, and they were read so.',
  },
  'offset-unit-unclear': {
    fa: 'پرونده نمی‌گوید جای برچسب‌ها با چه واحدی شمرده شده است. بر لبهٔ واژه‌ها: UTF-16 {utf_16}٪، نویسهٔ یونیکد {code_point}٪{grapheme, select, none {} other {، نویسهٔ دیداری {grapheme}٪}}. {decided, select, yes {با «{unit_name, select, utf_16 {UTF-16} code_point {نویسهٔ یونیکد} other {نویسهٔ دیداری}}» خوانده شد، چون بر لبهٔ واژه‌ها می‌نشیند.} told {چنان‌که گفته شد، با «{unit_name, select, utf_16 {UTF-16} code_point {نویسهٔ یونیکد} other {نویسهٔ دیداری}}» خوانده شد.} other {روشن نشد کدام است؛ برچسب‌هایی که به آن بستگی دارند خوانده نشدند. واحد را برگزینید.}}',
    en: 'The file does not say what its offsets count. At the edges of words: UTF-16 {utf_16}%, code points {code_point}%{grapheme, select, none {} other {, characters as seen {grapheme}%}}. {decided, select, yes {It was read as “{unit_name, select, utf_16 {UTF-16} code_point {code points} other {characters as seen}}”, which fits the edges of words.} told {It was read as “{unit_name, select, utf_16 {UTF-16} code_point {code points} other {characters as seen}}”, as was said.} other {Which one is meant is not clear, and labels that depend on it were left out. Choose the unit.}}',
  },
  'text-altered': {
    fa: 'متن خبر «{id}» دیگر همان نیست که نقل نوشته بود؛ خبری تازه شد.',
    en: 'The text of the article “{id}” is no longer the one that Naql wrote; it became a new article.',
  },
  'task-without-text': {
    fa: 'در داده‌های این کار متنی نیست، یا معلوم نیست کدام فیلد متن است.',
    en: 'The data of this task hold no text, or it is not clear which field is the text.',
  },
  'annotation-cancelled': {
    fa: 'برچسب‌زن از این متن گذشته بود؛ آنچه نشانه‌گذاری کرده بود خوانده نشد.',
    en: 'The annotator had skipped this text; what was marked there was not read.',
  },
  'region-without-label': { fa: 'این بازه برچسبی ندارد.', en: 'This span has no label.' },
  'region-without-offsets': {
    fa: 'جای این بازه در متن پیدا نیست: در HTML شمرده شده و جایش در کلِ متن، یا متنِ خودش، همراهش نیست.',
    en: 'Where this span stands is not known: it was counted inside HTML, without its place in the whole text or without its words.',
  },
  'region-unit-unknown': {
    fa: 'این بازه ({start} تا {end}) متنِ خودش را همراه ندارد و روشن نیست با چه واحدی شمرده شده است.',
    en: 'This span ({start}–{end}) comes without its words, and it is not clear what its offsets count.',
  },
  'file-left-out': { fa: 'به خواست شما این پرونده گرفته نشد.', en: 'You chose not to take in this file.' },
  // A name of the schema comes in both languages; each sentence takes its own and passes over the other one.
  'name-read-as': {
    fa: '{kind, select, label {برچسب} relation {پیوند} other {ویژگی}} «{name}» ({count, plural, other {{count} بار}}) به معنای «{to_fa}» گرفته شد.{to_en, select, other {}}',
    en: 'The {kind, select, label {label} relation {relation} other {attribute}} “{name}” ({count, plural, one {once} other {{count} times}}) was read as “{to_en}”.{to_fa, select, other {}}',
  },
  'name-left-out': {
    fa: '{kind, select, label {برچسب} relation {پیوند} other {ویژگی}} «{name}» کنار گذاشته شد: {count, plural, other {{count} مورد}}.',
    en: 'The {kind, select, label {label} relation {relation} other {attribute}} “{name}” was left out, {count, plural, one {once} other {{count} times}}.',
  },
  'relations-left-out': {
    fa: '{count, plural, other {{count} پیوند}} با برچسبی که به آن می‌رسید کنار گذاشته شد.',
    en: '{count, plural, one {One relation} other {{count} relations}} went with a label that was left out.',
  },
  'entities-left-out': {
    fa: 'برچسب «{label}» به کسی پیوند نمی‌خورد؛ {count, plural, other {{count} پیوند به شخص}} کنار گذاشته شد.',
    en: 'The label “{label}” stands for nobody; {count, plural, one {one link} other {{count} links}} to a person or body was left out.',
  },
  'attribute-values-left-out': {
    fa: 'ویژگی «{attribute}» مقدار «{value}» را نمی‌پذیرد؛ {count, plural, other {{count} مقدار}} کنار گذاشته شد.',
    en: 'The attribute “{attribute}” does not take the value “{value}”; {count, plural, one {one value} other {{count} values}} was left out.',
  },
  'selector-missing': {
    fa: 'این یادداشت نمی‌گوید کجای متن را نشان می‌دهد.',
    en: 'This annotation does not say which part of the text it means.',
  },
  'quote-not-found': {
    fa: 'عبارت {found} در متن نیست، یا در چند جا هست و روشن نیست کدام.',
    en: 'The words {found} are not in the text, or stand in several places and it is not clear which.',
  },
  'source-missing': {
    fa: 'متنی که این یادداشت به آن اشاره دارد، «{source}»، کنار آن نیست.',
    en: 'The text that this annotation is about, “{source}”, is not beside it.',
  },
  'attribute-twice': { fa: 'ویژگی «{attribute}» دو بار آمده است.', en: 'The attribute “{attribute}” is there twice.' },
  'pieces-do-not-fit': {
    fa: '«{from}» نمی‌تواند ادامهٔ «{to}» باشد.',
    en: '“{from}” cannot continue “{to}”.',
  },
  'piece-attributes-differ': {
    fa: 'ویژگی‌های تکهٔ «{id}» با تکهٔ نخست، «{first}»، فرق دارد؛ همان نخستین ماند.',
    en: 'The attributes of the piece “{id}” differ from those of the first one, “{first}”, which stay.',
  },
  'mention-missing': { fa: 'اشارهٔ «{mention}» این‌جا نیست.', en: 'The mention “{mention}” is not here.' },
  'mention-twice': {
    fa: 'اشارهٔ «{mention}» از آنِ «{other}» هم هست.',
    en: 'The mention “{mention}” belongs to “{other}” as well.',
  },
  'line-not-read': { fa: 'این سطر خوانده نشد: {found}', en: 'This line could not be read: {found}' },
  'line-not-kept': { fa: 'نقل برای این جایی ندارد و آن را نگه نداشت: {found}', en: 'Naql has no place for this and did not keep it: {found}' },
  'line-kept-aside': {
    fa: 'نقل برای این جایی ندارد؛ همراه خبر نگه داشته شد و در خروجی brat بازمی‌گردد: {found}',
    en: 'Naql has no place for this; it is kept with the article, and comes back in an export to brat: {found}',
  },
  'line-target-missing': { fa: 'این سطر دربارهٔ «{id}» است که این‌جا نیست.', en: 'This line is about “{id}”, which is not here.' },
  'sentence-displaced': {
    fa: 'این جمله باید در {start} آغاز شود، ولی متن پیش از آن در {length} پایان می‌یابد.',
    en: 'This sentence should begin at {start}, but the text before it ends at {length}.',
  },
  'file-twice': { fa: 'پرونده‌ای با همین نام پیش از این خوانده شد؛ این یکی کنار ماند.', en: 'A file of this name was read before; this one was left out.' },
  'set-left-out': {
    fa: 'مجموعهٔ «{id}» پذیرفته نشد: {count, plural, other {{count} خطا}} دارد.',
    en: 'The set “{id}” stayed out: it has {count, plural, one {one error} other {{count} errors}}.',
  },
  'set-came-aside': {
    fa: 'مجموعهٔ «{id}» با آنچه همین برچسب‌زن این‌جا دارد فرق داشت؛ جدا و با شناسهٔ «{annotator}» آمد.',
    en: 'The set “{id}” differs from what its annotator already has here; it came apart, under “{annotator}”.',
  },

  'export-format-unknown': { fa: 'نقل به قالب «{format}» خروجی نمی‌دهد.', en: 'Naql does not write the format “{format}”.' },
  'export-format-needs-text': {
    fa: 'قالب «{format}» بی متن خبر معنایی ندارد، پس بی‌متن نوشته نمی‌شود. قالب‌هایی که بی‌متن نوشته می‌شوند: {formats}',
    en: 'The format “{format}” is nothing without the texts, so it is not written without them. Those that are: {formats}',
  },
  'export-window-wrong': {
    fa: 'پهنای متن پیرامون برچسب باید شماری از نویسه‌ها باشد، نه {value}.',
    en: 'How much text stays around a label must be a number of characters, not {value}.',
  },
  'export-shares-wrong': {
    fa: 'سهم بخش‌ها باید عددهای درستی باشد که دست‌کم یکی از آن‌ها صفر نباشد، نه {shares}.',
    en: 'The shares of the splits must be whole numbers, one of them at least not 0, and not {shares}.',
  },
  'export-dates-wrong': {
    fa: 'مرز بخش‌ها باید دو تاریخ پشت سر هم باشد، نه {from} و {to}.',
    en: 'The splits must be bounded by two dates, one after the other, not {from} and {to}.',
  },
  'export-version-wrong': {
    fa: '«{version}» شمارهٔ نسخه نیست. آن را مانند 1.2.0 بنویسید.',
    en: '“{version}” is no version. Write it as 1.2.0.',
  },
  'export-version-too-small': {
    fa: 'نسخهٔ {version} برای آنچه از {since} دگرگون شده کوچک است: {step, select, major {برچسب‌ها، ویژگی‌ها، یکای شمارش یا بخش‌بندی دیگر شده، یا خبری برداشته شده است} minor {{added, plural, other {# خبر افزوده شده}} یا ویژگی تازه‌ای آمده است} other {{changed, plural, other {# خبر}} دگرگون شده است}}. دست‌کم {least} بنویسید.',
    en: 'Version {version} is too small for what has changed since {since}: {step, select, major {labels, attributes, the unit of offsets or splits are others, or articles are gone} minor {{added, plural, one {# article was} other {# articles were}} added, or attributes are new} other {{changed, plural, one {# article is} other {# articles are}} different}}. Write {least} at least.',
  },
  'export-release-date-wrong': {
    fa: '«{date}» تاریخ نیست. تاریخ انتشار را میلادی و مانند 2025-03-21 بنویسید.',
    en: '“{date}” is no date. Write the date of the release as 2025-03-21.',
  },
  'export-card-gap': {
    fa: 'برای انتشار این بخش از شناسنامهٔ مجموعه هنوز خالی است: {word}{labels, select, none {} other { ({labels})}}',
    en: 'A release needs this part of the dataset’s card, and it is still empty: {word}{labels, select, none {} other { ({labels})}}',
  },
  'export-labels-unknown': {
    fa: 'این برچسب‌ها در طرح پروژه نیستند: {labels}',
    en: 'The project’s schema does not have these labels: {labels}',
  },
  'export-merged-judgements': {
    fa: 'نظر همه تنها با نام‌های جدا معنا دارد. برای هر کس نامی مستعار بگذارید یا مجموعهٔ دیگری برگزینید.',
    en: 'Everybody’s judgements mean something under names of their own only. Give each person a pseudonym, or choose other work.',
  },
  'export-unlicensed': {
    fa: 'پروانهٔ {count} خبر معلوم نیست و متنشان منتشر می‌شود. می‌توانید آن‌ها را کنار بگذارید یا بی‌متن بنویسید{chosen, select, no {؛ اگر باید با متن بیایند، خودتان «هر خبری» را برگزینید} other {}}.',
    en: 'The texts of {count, plural, one {# article} other {# articles}} of no known licence will be released. They can be withheld, or written without text{chosen, select, no {; if they are to be there with it, choose “Any article” yourself (--licences any)} other {}}.',
  },
  'export-nothing-chosen': {
    fa: 'هیچ خبری با این گزینه‌ها جور نیست، پس چیزی برای نوشتن نمی‌ماند.',
    en: 'No article fits these choices, so there is nothing to write.',
  },
  'export-blind': {
    fa: 'روی {n} خبر بی‌خبر از کار دیگران کار می‌کنید؛ تا کارتان را تحویل ندهید، کار دیگران روی آن‌ها در خروجی نمی‌آید.',
    en: 'You do {n, plural, one {# article} other {# articles}} blind: until you have handed in, nobody else’s work on {n, plural, one {it} other {them}} is exported.',
  },
  'export-plan-stale': {
    fa: 'پروژه یا گزینه‌ها پس از بررسی تغییر کرده است. یک بار دیگر بررسی کنید.',
    en: 'The project or the choices have changed since they were checked. Check once more.',
  },
  'export-test-shrinks': {
    fa: '{count} خبر از بخش آزمون نسخهٔ پیشین در این خروجی نیست: {articles}. در نسخه‌ای با همان شمارهٔ اصلی بخش آزمون نباید کوچک شود.',
    en: '{count, plural, one {One article of the earlier version’s test split is} other {{count} articles of the earlier version’s test split are}} not in this export: {articles}. Within a major version the test split must not shrink.',
  },
  'export-groups-linked': {
    fa: '{count} خبر تازه دو گروه منتشرشده از دو بخش را به هم می‌پیوندد و در هیچ بخشی نیامد: {articles}',
    en: '{count, plural, one {One new article links released groups of different splits and stands} other {{count} new articles link released groups of different splits and stand}} in none: {articles}',
  },
  'export-undated': {
    fa: '{count} خبر تاریخ ندارد و در هیچ بخشی نیامد: {articles}',
    en: '{count, plural, one {One article has no date and stands} other {{count} articles have no date and stand}} in no split: {articles}',
  },
  'export-split-empty': {
    fa: 'بخش {split, select, train {آموزش} validation {اعتبارسنجی} other {آزمون}} خالی می‌ماند.',
    en: 'The split “{split, select, train {train} validation {validation} other {test}}” stays empty.',
  },
  'decision-needs-reason': { fa: 'این رأی بی‌دلیل ثبت نمی‌شود. دلیلی برگزینید.', en: 'This decision needs a reason. Choose one.' },
  'reading-missing': { fa: 'این خوانش دیگر در این مورد نیست.', en: 'That reading is no longer in this case.' },
  'merge-empty': { fa: 'خوانش‌ها جای مشترکی ندارند.', en: 'The readings share nothing.' },
  'case-changed': { fa: 'این مورد در این میان تغییر کرده است. دوباره نگاه کنید.', en: 'This case has changed meanwhile. Look again.' },
  'link-without-end': { fa: 'نخست خود مورد را داوری کنید، سپس پیوندش را.', en: 'Decide the case itself first, then its link.' },
  'label-conflict': { fa: 'خوانش‌ها یک مرز و یک برچسب ندارند؛ نخست یکی را بپذیرید.', en: 'The readings differ in bounds or label; accept one first.' },
  'words-missing': { fa: 'چیزی نوشته نشده است.', en: 'Nothing is written.' },
  'thread-missing': { fa: 'این گفت‌وگو دیگر نیست.', en: 'That thread is no longer there.' },
  'gold-nothing-compared': { fa: 'کار کسی برای سنجیدن برگزیده نشده است.', en: 'Nobody’s work is chosen to be compared.' },
  'gold-open-cases': { fa: '{n, plural, other {# مورد هنوز داوری نشده است.}}', en: '{n, plural, one {# case is undecided.} other {# cases are undecided.}}' },
  'gold-open-links': { fa: '{n, plural, other {# پیوند هنوز باز است.}}', en: '{n, plural, one {# link is open.} other {# links are open.}}' },
  'gold-orphans': {
    fa: '{n, plural, other {سرِ دیگرِ # پیوند پذیرفته نشده است.}}',
    en: '{n, plural, one {# link is an orphan: its other end was not accepted.} other {# links are orphans: their other ends were not accepted.}}',
  },
  'gold-blocked': { fa: '{n, plural, other {# گفت‌وگوی بازدارنده حل نشده است.}}', en: '{n, plural, one {# blocking thread is unresolved.} other {# blocking threads are unresolved.}}' },
  'gold-text-differs': { fa: 'متن خبر با آنچه برچسب خورده یکی نیست.', en: 'The text of the article is not the one that was labelled.' },
  'gold-none': { fa: 'هیچ خبری مجموعهٔ طلایی ندارد.', en: 'No article has a gold set.' },
  'gold-there-already': { fa: 'این خبر از پیش مجموعهٔ طلایی این قاعده را دارد و دست نخورد.', en: 'This article has the gold set of this rule already and was left as it is.' },
  'set-unsigned': {
    fa: 'کار {name} روی خبر {article} بی‌امضا آمده است و به شمار نیامد؛ اگر می‌دانید از خود اوست، در صفحهٔ داوری آن را برگزینید.',
    en: 'The work of {name} on article {article} came without a signature and was left out; if you know that it is theirs, choose it on the adjudication screen.',
  },
  'set-unproven': {
    fa: 'کار {name} روی خبر {article} از دستگاهی آمده که فهرست همکاران آن را از آنِ او نمی‌داند، و به شمار نیامد؛ اگر می‌دانید از خود اوست، در صفحهٔ داوری آن را برگزینید.',
    en: 'The work of {name} on article {article} came from a device that the team list does not give to them, and was left out; if you know that it is theirs, choose it on the adjudication screen.',
  },
  'gold-sealed-already': { fa: 'از نسخهٔ پیشین چیزی تغییر نکرده است.', en: 'Nothing has changed since the last version.' },

  ...bundleProblems,
  ...rosterProblems,
} as const satisfies Record<string, Bilingual>;
