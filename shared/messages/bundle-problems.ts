import { type Bilingual } from '../model/schema.ts';

/** What is wrong with a parcel that somebody gave, and with handing over: each says what is, and what to do. */
export const bundleProblems = {
  'bundle-not-ours': {
    fa: 'این پرونده بستهٔ کار نقل نیست. پرونده‌ای را باز کنید که از نقل گرفته‌اید (با پسوند naql).',
    en: 'This file is no parcel of Naql. Open the file that Naql made (it ends in .naql).',
  },
  'bundle-truncated': {
    fa: 'پایان این پرونده نرسیده است؛ چیزی از آن برداشته نشد. از فرستنده بخواهید آن را دوباره بفرستد.',
    en: 'The end of this file is missing; nothing was taken from it. Ask the sender to send it again.',
  },
  'bundle-altered': {
    fa: 'این پرونده پس از ساخته شدن دگرگون شده یا آسیب دیده است؛ چیزی از آن برداشته نشد. از فرستنده بخواهید آن را دوباره بفرستد.',
    en: 'This file was altered or damaged after it was made; nothing was taken from it. Ask the sender to send it again.',
  },
  'bundle-signature-wrong': {
    fa: 'امضای این پرونده درست نیست: کسی جز فرستنده آن را دگرگون کرده است. چیزی از آن برداشته نشد؛ از فرستنده بپرسید.',
    en: 'The signature of this file does not hold: somebody other than its sender has altered it. Nothing was taken from it; ask the sender.',
  },
  'bundle-newer': {
    fa: 'این پرونده را نسخهٔ تازه‌تری از نقل ساخته است (قالب {version}؛ این نسخه تا {known} را می‌خواند). نقل را به‌روز کنید و دوباره بازش کنید.',
    en: 'A newer version of Naql made this file (format {version}; this version reads up to {known}). Update Naql and open it again.',
  },
  'bundle-too-large': {
    fa: 'این پرونده پس از باز شدن از {maximum} مگابایت یا {entries} بخش بزرگ‌تر می‌شود؛ باز نشد و چیزی از آن برداشته نشد. از فرستنده بپرسید: شاید بستهٔ کار نباشد، و پروژه‌ای به این بزرگی را باید بخش‌بخش داد.',
    en: 'Unpacked, this file would hold more than {maximum} MB or {entries} parts; it was not opened, and nothing was taken from it. Ask the sender: it may be no parcel at all, and a project of that size has to be given in parts.',
  },
  'bundle-name-unsafe': {
    fa: 'در این پرونده چیزی با نام «{name}» هست که در بستهٔ کار جایی ندارد؛ چیزی از آن برداشته نشد. از فرستنده بپرسید آن را از کجا آورده است.',
    en: 'This file holds “{name}”, which has no place in a parcel; nothing was taken from it. Ask the sender where it came from.',
  },
  'bundle-file-wrong': {
    fa: 'بخش «{name}» از این پرونده آن نیست که باید باشد؛ چیزی از آن برداشته نشد. از فرستنده بخواهید آن را دوباره بسازد.',
    en: 'The part “{name}” of this file is not what it must be; nothing was taken from it. Ask the sender to make it again.',
  },
  'bundle-chain-broken': {
    fa: 'زنجیرهٔ گام‌های {from} تا {to} در این پرونده گسسته است؛ چیزی از آن برداشته نشد. از فرستنده بخواهید آن را دوباره بسازد.',
    en: 'The chain of steps {from} to {to} in this file is broken; nothing was taken from it. Ask the sender to make it again.',
  },
  'bundle-full': {
    fa: 'این پرونده یک پروژهٔ کامل است و در پروژهٔ دیگری ریخته نمی‌شود. آن را به‌تنهایی باز کنید تا پروژه‌ای جدا شود.',
    en: 'This file is a whole project and is not poured into another one. Open it by itself: it becomes a project of its own.',
  },
  'bundle-other-project': {
    fa: 'این پرونده از پروژهٔ «{project}» است، نه از این پروژه؛ چیزی از آن برداشته نشد. نخست همان پروژه را باز کنید.',
    en: 'This file belongs to the project “{project}”, not to this one; nothing was taken from it. Open that project first.',
  },
  'bundle-schema-other': {
    fa: 'این پرونده با طرح برچسب {id} {version} ساخته شده و این پروژه {expected} دارد؛ برچسب‌هایشان یکی نیست و چیزی برداشته نشد. از سرپرست بپرسید پروژه با کدام طرح پیش می‌رود و کار را با همان طرح بگیرید.',
    en: 'This file was made with the label schema {id} {version}, and this project has {expected}: their labels are not the same, and nothing was taken. Ask the lead which schema the project goes by, and get the work with that one.',
  },
  'bundle-schema-differs': {
    fa: 'با نسخهٔ {version} طرح برچسب ساخته شده است؛ این‌جا نسخهٔ {own} است. می‌شود آن را برداشت؛ از سرپرست بپرسید از این پس کدام نسخه به کار می‌رود.',
    en: 'It was made with version {version} of the label schema; yours is {own}. It can be taken in; ask the lead which version is to be used from now on.',
  },
  'bundle-key-changed': {
    fa: 'دستگاه {person} تاکنون کلید دیگری داشت. شاید کس دیگری به نام او نوشته باشد؛ چیزی برداشته نشد. از خودش بپرسید.',
    en: 'The device of {person} has had another key so far. Somebody else may be writing in that name; nothing was taken. Ask them in person.',
  },
  'bundle-clock-ahead': {
    fa: 'ساعت {person} دست‌کم {minutes} دقیقه از ساعت این دستگاه جلوتر است. ترتیب کارها به ساعت بسته نیست؛ تنها زمان‌هایی که می‌بینید درست نیست. هر دو ساعت را ببینید.',
    en: 'The clock of {person} is at least {minutes} minutes ahead of this one. No order depends on it, but the times that you read are not right. Look at both clocks.',
  },
  'bundle-clock-behind': {
    fa: 'ساعت {person} دست‌کم {minutes} دقیقه از ساعت این دستگاه عقب‌تر است. ترتیب کارها به ساعت بسته نیست؛ تنها زمان‌هایی که می‌بینید درست نیست. هر دو ساعت را ببینید.',
    en: 'The clock of {person} is at least {minutes} minutes behind this one. No order depends on it, but the times that you read are not right. Look at both clocks.',
  },
  'bundle-new-key': {
    fa: '{person} تاکنون با کلید دیگری امضا می‌کرد. شاید دستگاهش نو شده باشد، شاید کس دیگری به نام او نوشته باشد: پیش از پذیرفتن، واژه‌های کلید را با خودش بخوانید.',
    en: '{person} has signed with another key so far. It may be a new laptop, or somebody else in that name: before you agree, read the words of the key to each other.',
  },
  'bundle-unsigned': {
    fa: 'امضا ندارد: نمی‌شود دانست که به‌راستی از همین فرستنده است. پیش از برداشتن از خودش بپرسید؛ تا خودتان آن را در داوری برنگزینید، نسخهٔ طلایی از آن ساخته نمی‌شود.',
    en: 'It is not signed: nobody can tell whether it really comes from this sender. Ask them before you take it in; no gold is made of it unless you choose it yourself when adjudicating.',
  },
  'bundle-device-unknown': {
    fa: 'دستگاهی آن را امضا کرده که در فهرست همکاران نیست: نمی‌شود دانست که از همین فرستنده است. واژه‌های کلید را با خودش بخوانید. تا در فهرست نیاید یا خودتان آن را در داوری برنگزینید، نسخهٔ طلایی از آن ساخته نمی‌شود.',
    en: 'A device that is not on the team list has signed it: nobody can tell whether it comes from this sender. Read the words of the key to each other. No gold is made of it before the device is on the list, or you choose it yourself when adjudicating.',
  },
  'bundle-gold-of-annotator': {
    fa: 'نسخهٔ طلایی {person} هم در آن است، ولی نقش او در فهرست همکاران برچسب‌زن است: به حساب نمی‌آید و دیده نمی‌شود. اگر داور یا بازبین است، نقشش را در فهرست عوض کنید.',
    en: 'It brings a gold set of {person}, who is an annotator on the team list: it does not count and is not shown. If they adjudicate or review, change their role on the list.',
  },
  'bundle-device-foreign': {
    fa: 'دستگاهی که در فهرست همکاران از آنِ {person} است آن را به نام کسی دیگر امضا کرده است. نسخهٔ طلایی از آن ساخته نمی‌شود، مگر خودتان آن را در داوری برگزینید؛ نخست از هر دو بپرسید.',
    en: 'A device that the team list gives to {person} has signed it in somebody else’s name. No gold is made of it unless you choose it yourself when adjudicating; ask both of them first.',
  },
  'bundle-device-revoked': {
    fa: 'دستگاهی از {person} آن را امضا کرده که در فهرست همکاران کنار گذاشته شده است. نسخهٔ طلایی از آن ساخته نمی‌شود، مگر خودتان آن را در داوری برگزینید؛ نخست از او بپرسید.',
    en: 'A device of {person} that was taken off the team list has signed it. No gold is made of it unless you choose it yourself when adjudicating; ask them first.',
  },
  'bundle-others-work': {
    fa: 'این پرونده به نام کسی جز فرستنده‌اش چیزی می‌گوید؛ چیزی از آن برداشته نشد. از فرستنده بپرسید، و کار هر کس را از خودش بگیرید.',
    en: 'This file says something in the name of somebody other than its sender; nothing was taken from it. Ask the sender, and get each person’s work from that person.',
  },
  'bundle-seal-wrong': {
    fa: 'آنچه تحویل داده شده با مُهرش نمی‌خواند؛ چیزی برداشته نشد. از فرستنده بخواهید کار را دوباره تحویل دهد.',
    en: 'What was handed in does not match its seal; nothing was taken. Ask the sender to hand the work in again.',
  },
  'envelope-elsewhere': {
    fa: 'این پاکت از {person} است و برای این دستگاه بسته نشده: کار تحویل‌شده را تنها دستگاه‌های سرپرست و داوران باز می‌کنند، بازخورد را دستگاه گیرنده‌اش هم. آنچه در آن است تا بسته شدن دور پوشیده می‌ماند. چیزی از آن برداشته نشد و کاری لازم نیست.',
    en: 'This envelope is from {person} and was not closed for this device: what is handed in opens on the devices of the lead and the adjudicators alone, feedback on those of whom it is for as well. What is in it stays hidden until the round is closed. Nothing was taken from it, and there is nothing to do.',
  },
  'envelope-closed': {
    fa: 'این پرونده پاکتی است که باز نشد؛ چیزی از آن برداشته نشد. آن را در دستگاه سرپرست یا داور باز کنید.',
    en: 'This file is an envelope, and it was not opened; nothing was taken from it. Open it on a device of the lead or an adjudicator.',
  },
  'envelope-altered': {
    fa: 'آنچه در این پاکت است پس از بسته شدن دگرگون شده یا آسیب دیده است؛ چیزی از آن برداشته نشد. از فرستنده بخواهید آن را دوباره بفرستد.',
    en: 'What is in this envelope was altered or damaged after it was closed; nothing was taken from it. Ask the sender to send it again.',
  },
  'envelope-wrong': {
    fa: 'این پاکت به نام {person} است و آنچه در آن است از همان دستگاه نیست؛ چیزی از آن برداشته نشد. از خودش بپرسید.',
    en: 'This envelope is in the name of {person}, and what is in it is not of the same device; nothing was taken from it. Ask them in person.',
  },
  'envelope-key-unmade': {
    fa: 'کارتان تحویل شد، ولی این دستگاه نتوانست کلید پاکت‌هایش را بسازد یا بخواند: تا دورِ سربسته باز است، بازخورد از پوشهٔ مشترک به شما نمی‌رسد و پاکتی این‌جا باز نمی‌شود. پس از برطرف کردن علتش، این دستگاه را در همین صفحه به سرپرست معرفی کنید. علتش این است:',
    en: 'Your work was handed in, but this device could not make or read the key of its envelopes: while the strictly blind round is open, no feedback reaches you through a shared folder, and no envelope opens here. Once that is mended, introduce this device to the lead on this very screen. This is why:',
  },
  'envelope-no-reader': {
    fa: 'تا این دورِ سربسته باز است، بازخورد هم در پاکت می‌رود، ولی هنوز کلیدی از دستگاه {person} نرسیده است که پاکت با آن بسته شود. آن را در پرونده به خودش بدهید، یا پس از بستن دور بفرستید.',
    en: 'While this strictly blind round is open, feedback goes in an envelope, too, and no key of a device of {person} has come to close one with. Give it to them in a file, or send it once the round is closed.',
  },
  'bundle-open-though-strict': {
    fa: '{person} این کار را سرگشاده تحویل داده است، با آن‌که این دور سربسته است: هر که پوشهٔ مشترک یا این پرونده را دارد شاید آن را خوانده باشد. نقلِ او (نسخهٔ {app}) پاکت نمی‌شناسد؛ از او بخواهید پیش از تحویل بعدی نقل را به‌روز کند.',
    en: '{person} has handed this in openly, though the round is strictly blind: whoever has the shared folder or this file may have read it. Their Naql (version {app}) knows no envelopes; ask them to update it before they hand in again.',
  },
  'envelope-nobody': {
    fa: 'این کار باید سربسته تحویل شود، ولی در فهرست همکارانی که این‌جاست کلیدی نیست که پاکت با آن بسته شود. از سرپرست بخواهید فهرست تازه را برایتان بفرستد.',
    en: 'This work must go in an envelope, and the team list that is here names no key to close one with. Ask the lead to send you the new list.',
  },
  'bundle-forked': {
    fa: 'دو پروندهٔ ناهمسان از دستگاه {person} گام {sequence} را از آنِ خود می‌دانند: یکی از {earlier} و دیگری از {later}. دستگاهش رونوشت گرفته یا از پشتیبان برگردانده شده است. این یکی کنار گذاشته شد؛ برایش پرونده‌ای بفرستید تا دستگاهش شناسهٔ تازه بگیرد و سپس دوباره تحویل دهد.',
    en: 'Two different files of {person}’s device claim step {sequence}: one of {earlier}, one of {later}. The device was copied or restored from a backup. This one was put aside; send them a file, so that their device takes a new id, and let them hand in again.',
  },
  'bundle-gap': {
    fa: '{n, plural, other {# گام پیش از این هنوز نرسیده است}}؛ آنچه این‌جاست کامل است، ولی پروندهٔ پیشین را هم بخواهید.',
    en: '{n, plural, one {# step before this has not arrived} other {# steps before this have not arrived}}; what is here is whole, but ask for the earlier file, too.',
  },
  'bundle-article-unknown': {
    fa: '{n, plural, other {# خبر این پرونده در این پروژه نیست}} و کار روی آن‌ها بیرون می‌ماند. خبرها را بیفزایید و پرونده را دوباره باز کنید.',
    en: '{n, plural, one {# article of this file is} other {# articles of this file are}} not in this project, and the work on them stays out. Add the articles and open the file again.',
  },
  'bundle-own-work': {
    fa: 'کار خودتان روی «{title}» دست نخورد؛ نسخهٔ دیگرش در این پرونده بیرون ماند.',
    en: 'Your own work on “{title}” was not touched; its other state in this file stayed out.',
  },
  'folder-away': {
    fa: 'پوشهٔ مشترک اکنون در دسترس نیست: فلش بیرون است، شبکه قطع است، یا پوشه جابه‌جا یا پاک شده است. اگر جایش عوض شده، جدایش کنید و دوباره وصل کنید.',
    en: 'The shared folder cannot be reached now: the stick is out, the network is down, or the folder was moved or removed. If it was moved, disconnect it and connect it again.',
  },
  'folder-not-empty': {
    fa: 'در این پوشه چیزهای دیگری هست و پوشهٔ مشترک نقل نیست. پوشه‌ای خالی برگزینید یا آن را که سرپرستتان ساخته است؛ اگر تازه به اشتراک گذاشته شده، بگذارید پروندهٔ project.json برسد.',
    en: 'This folder holds other things, and is no shared folder of Naql. Choose an empty one, or the one that your lead made; if it was shared just now, wait until its project.json has arrived.',
  },
  'folder-card-missing': {
    fa: 'پروندهٔ project.json در این پوشه نیست یا هنوز نرسیده است؛ تا نرسد چیزی خوانده و نوشته نمی‌شود.',
    en: 'The file project.json is not in this folder, or has not arrived yet; until it has, nothing is read or written.',
  },
  'folder-card-wrong': {
    fa: 'پروندهٔ project.json این پوشه خوانده نمی‌شود؛ شاید هنوز کامل نرسیده است. اندکی بعد دوباره نگاه کنید.',
    en: 'The file project.json of this folder cannot be read; it may not have arrived whole. Look again in a while.',
  },
  'folder-other-project': {
    fa: 'این پوشه اکنون از پروژهٔ «{project}» است، نه از این پروژه؛ چیزی خوانده و نوشته نشد. آن را جدا کنید و پوشهٔ درست را وصل کنید.',
    en: 'This folder belongs to the project “{project}” now, not to this one; nothing was read or written. Disconnect it, and connect the right one.',
  },
  'folder-newer': {
    fa: 'این پوشه را نسخهٔ تازه‌تری از نقل ساخته است (قالب {version}؛ این نسخه تا {known} را می‌خواند). نقل را به‌روز کنید.',
    en: 'A newer version of Naql made this folder (format {version}; this version reads up to {known}). Update Naql.',
  },
  'work-not-done': {
    fa: 'کار روی «{title}» هنوز «انجام شد» نخورده است. نخست آن را تمام کنید.',
    en: 'The work on “{title}” is not marked done yet. Finish it first.',
  },
  'work-sealed': {
    fa: 'این کار تحویل داده شده و بسته است. برای دگرگون کردنش نخست آن را با دلیل باز کنید.',
    en: 'This work was handed in and is closed. Open it again, with a reason, to alter it.',
  },
  'project-there': {
    fa: 'این پروژه همین‌جا هست. آن را باز کنید و پرونده را در آن باز کنید.',
    en: 'This project is here already. Open it, and open the file in it.',
  },
  'not-submitted': { fa: 'این کار تحویل داده نشده است.', en: 'This work was not handed in.' },
  'reason-missing': { fa: 'دلیلش را بنویسید.', en: 'Say why.' },
  'nothing-to-hand-out': { fa: 'خبری برای واگذاری نیست. خبرهای دیگری برگزینید.', en: 'There is no article to give out. Choose others.' },
  'nothing-to-hand-in': {
    fa: 'چیزی برای تحویل نیست: کار هیچ خبری «انجام شد» نخورده، یا همه پیش‌تر تحویل داده شده است.',
    en: 'There is nothing to hand in: no article is marked done, or everything was handed in before.',
  },
} as const satisfies Record<string, Bilingual>;
