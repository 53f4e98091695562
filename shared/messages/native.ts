import { type Bilingual } from '../model/schema.ts';

/** What the main process says by itself, before or without a page. `{name}` stands for a value; no further syntax. */
export const native = {
  'native.title': { fa: 'نقل', en: 'Naql' },
  'native.engine-older': {
    fa: 'این کارها را پیش‌تر نسخهٔ تازه‌تری از نقل باز کرده است (موتور {seen}؛ موتور این نسخه {running}).\n\n'
      + 'اگر با این نسخه باز شوند، ممکن است آسیب ببینند؛ پس چیزی باز نشد و چیزی تغییر نکرد. لطفاً نسخهٔ تازه‌تر را اجرا کنید.',
    en: 'A newer version of Naql has opened this work before (engine {seen}; this version has engine {running}).\n\n'
      + 'Opening it with this version could damage it, so nothing was opened and nothing was changed. Please run the newer version.',
  },
  'native.crash': {
    fa: 'نقل به خطایی برخورد و باید بسته شود. آنچه «ذخیره شد» سالم است.\n\n{detail}',
    en: 'Naql met an error and has to close. Whatever was shown as saved is safe.\n\n{detail}',
  },
  'native.page-gone': {
    fa: 'پنجره از کار افتاد. آنچه «ذخیره شد» سالم است.',
    en: 'The window stopped working. Whatever was shown as saved is safe.',
  },
  'native.reload': { fa: 'بارگذاری دوباره', en: 'Reload' },
  'native.quit': { fa: 'بستن نقل', en: 'Quit Naql' },
  'native.close-unsaved': {
    fa: 'هنوز همه چیز ذخیره نشده است.',
    en: 'Not everything is saved yet.',
  },
  'native.close-unsaved-detail': {
    fa: 'اگر اکنون ببندید، آخرین تغییرها از دست می‌روند.',
    en: 'If you close now, the last changes are lost.',
  },
  'native.close-anyway': { fa: 'با این حال بسته شود', en: 'Close anyway' },
  'native.keep-open': { fa: 'باز بماند', en: 'Keep open' },
  'native.replace': { fa: 'پرونده‌ای با نام «{name}» همین‌جا هست. جایگزین شود؟', en: '“{name}” is already there. Replace it?' },
  'native.replace-yes': { fa: 'جایگزین شود', en: 'Replace' },
  'native.cancel': { fa: 'لغو', en: 'Cancel' },
  'native.cut': { fa: 'برش', en: 'Cut' },
  'native.copy': { fa: 'رونوشت', en: 'Copy' },
  'native.paste': { fa: 'چسباندن', en: 'Paste' },
  'native.select-all': { fa: 'انتخاب همه', en: 'Select all' },
  'native.services': { fa: 'سرویس‌ها', en: 'Services' },
  'native.hide': { fa: 'پنهان کردن نقل', en: 'Hide Naql' },
  'native.hide-others': { fa: 'پنهان کردن بقیه', en: 'Hide others' },
  'native.unhide': { fa: 'نمایش همه', en: 'Show all' },
  'native.files-all-known': { fa: 'خبر و پروژه', en: 'Articles and projects' },
  'native.files-bundle': { fa: 'بستهٔ کار نقل', en: 'Parcel of Naql' },
  'native.files-text': { fa: 'متن', en: 'Text' },
  'native.files-tables': { fa: 'جدول خبرها', en: 'Tables of articles' },
  'native.files-jsonl': { fa: 'پروژهٔ نقل (JSONL)', en: 'Naql project (JSONL)' },
  'native.files-json': { fa: 'JSON', en: 'JSON' },
  'native.files-backup': { fa: 'پشتیبان نقل', en: 'Naql backup' },
  'native.files-any': { fa: 'همهٔ پرونده‌ها', en: 'All files' },
} as const satisfies Record<string, Bilingual>;
