import { type Bilingual } from '../model/schema.ts';

/** What is wrong with the list of who works on a project and on which devices. */
export const rosterProblems = {
  'roster-not-ours': {
    fa: 'این پرونده فهرست همکاران نقل نیست یا نیمه‌کاره رسیده است؛ به کار نرفت.',
    en: 'This file is no team list of Naql, or only half of it has come; it was not used.',
  },
  'roster-newer': {
    fa: 'این فهرست همکاران را نسخهٔ تازه‌تری از نقل ساخته است (قالب {version}؛ این نسخه تا {known} را می‌خواند). نقل را به‌روز کنید.',
    en: 'A newer version of Naql made this team list (format {version}; this version reads up to {known}). Update Naql.',
  },
  'roster-altered': {
    fa: 'این فهرست همکاران پس از ساخته شدن دگرگون شده است؛ به کار نرفت. از سرپرست بخواهید آن را دوباره بدهد.',
    en: 'This team list was altered after it was made; it was not used. Ask the lead to give it again.',
  },
  'roster-wrong': {
    fa: 'این فهرست همکاران چیزی می‌گوید که شدنی نیست؛ به کار نرفت. از سرپرست بخواهید آن را دوباره بسازد.',
    en: 'This team list says something that cannot be; it was not used. Ask the lead to make it again.',
  },
  'roster-signature-wrong': {
    fa: 'امضای فهرست همکاران در این پرونده درست نیست؛ چیزی از آن برداشته نشد. از سرپرست بپرسید.',
    en: 'The signature of the team list in this file does not hold; nothing was taken from it. Ask the lead.',
  },
  'roster-forked': {
    fa: 'سرپرست دو فهرست ناهمسان با شمارهٔ {number} ساخته است. شاید دستگاهش رونوشت گرفته یا از پشتیبان برگردانده شده باشد؛ تا فهرست بعدی نرسد، همان پیشین به کار می‌رود. از سرپرست بپرسید.',
    en: 'The lead has made two different team lists with the number {number}. Their device may have been copied or restored from a backup; the one before counts until the next one comes. Ask the lead.',
  },
  'roster-gap': {
    fa: 'فهرست همکاران شمارهٔ {number} هست، ولی آنچه پیش از آن ساخته شده نرسیده است؛ تا نرسد به کار نمی‌رود.',
    en: 'Number {number} of the team list is here, but what was made before it has not come; until then it is not used.',
  },
  'roster-stranger': {
    fa: 'فهرست همکاران شمارهٔ {number} را سرپرستی که می‌شناسید نساخته است؛ به کار نمی‌رود. از سرپرست بپرسید.',
    en: 'Number {number} of the team list is not by the lead that you know; it is not used. Ask the lead.',
  },
  'roster-not-lead': {
    fa: 'فهرست همکاران شمارهٔ {number} را دستگاهی امضا کرده که از آنِ سرپرست نیست یا کنار گذاشته شده است؛ به کار نمی‌رود. از سرپرست بپرسید.',
    en: 'Number {number} of the team list was signed by a device that is not the lead’s, or was taken off; it is not used. Ask the lead.',
  },
  'roster-forgets': {
    fa: 'فهرست همکاران شمارهٔ {number} چیزی را که فهرست پیش از آن گفته بود پاک یا دگرگون کرده است؛ به کار نمی‌رود. از سرپرست بپرسید.',
    en: 'Number {number} of the team list leaves out or alters what the one before it said; it is not used. Ask the lead.',
  },
  'roster-device-twice': {
    fa: 'این دستگاه در فهرست همکاران هست یا بود؛ دوباره افزوده نمی‌شود.',
    en: 'This device is on the team list, or was; it is not added again.',
  },
  'roster-nobody': { fa: 'چنین کسی، یا چنین دستگاهی از او، در فهرست همکاران نیست.', en: 'There is no such person on the team list, or no such device of theirs.' },
  'roster-no-lead': {
    fa: 'این دستگاه خودش سرپرست فهرست است و نمی‌تواند خود را بردارد. از دستگاه دیگری از سرپرست این کار را بکنید.',
    en: 'This device leads the list itself and cannot take itself off. Do it from another device of a lead.',
  },
  'roster-not-yours': { fa: 'فهرست همکاران را تنها دستگاه سرپرست دگرگون می‌کند.', en: 'Only a device of the lead alters the team list.' },
} satisfies Readonly<Record<string, Bilingual>>;
