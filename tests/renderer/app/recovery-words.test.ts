import { expect, test } from 'vitest';
import { recoveryWords } from '../../../renderer/app/recovery-words.ts';
import { type Recovery } from '../../../renderer/store/project-store.ts';
import { translator } from '../../../renderer/messages/translate.ts';

const fa = translator('fa');
const en = translator('en');

const whole: Recovery = { kind: 'none', reason: 'none', entries: 0, setAsideBytes: 0, damagedLine: null, refilled: 0, salvaged: null };

test('silence when nothing had to be mended', () => {
  expect(recoveryWords(fa, whole)).toEqual([]);
});

test('a rebuilt database names its reason and the number of changes', () => {
  expect(recoveryWords(en, { ...whole, kind: 'rebuilt', reason: 'empty', entries: 1200 })).toEqual([
    'The database was empty and was rebuilt from the journal: 1,200 changes.', 'Nothing is lost.',
  ]);
  expect(recoveryWords(fa, { ...whole, kind: 'rebuilt', reason: 'empty', entries: 3 })).toEqual([
    'پایگاه داده خالی بود و از روی دفتر ثبت دوباره ساخته شد: ۳ تغییر.', 'چیزی گم نشده است.',
  ]);
});

test('a damaged tail of the journal is told as well', () => {
  expect(recoveryWords(en, { ...whole, kind: 'replayed', reason: 'behind', entries: 1, setAsideBytes: 17, damagedLine: 4 })).toEqual([
    'The database lacked 1 change; what was missing was restored from the journal.', 'Nothing is lost.',
    'The journal was damaged from line 4 on: 17 bytes of it were put aside and are kept in the project folder.',
  ]);
});

test('what came back from a backup is told; a database made anew of it does not promise that nothing is lost', () => {
  expect(recoveryWords(en, { ...whole, refilled: 3 })).toEqual(['3 changes that the journal had lost came back from a backup.']);
  expect(recoveryWords(fa, { ...whole, kind: 'rebuilt', reason: 'empty', entries: 5, refilled: 1 })).toEqual([
    'پایگاه داده خالی بود و از روی دفتر ثبت دوباره ساخته شد: ۵ تغییر.', '۱ تغییر که دفتر ثبت از دست داده بود از یک پشتیبان برگشت.',
    'کاری که پس از آن پشتیبان شده است شاید در میان نباشد.',
  ]);
});

test('a database made anew from a damaged journal does not promise that nothing is lost, and what came back or did not is counted', () => {
  const salvaged = { line: 4, entries: 12, missing: 1, lost: 2 };
  const words = recoveryWords(en, { ...whole, kind: 'rebuilt', reason: 'empty', entries: 3, setAsideBytes: 900, damagedLine: 4, salvaged });
  expect(words).toHaveLength(5);
  expect(words.join(' ')).not.toContain('Nothing is lost');
  expect(words.slice(2)).toEqual([
    '12 changes behind the damaged line 4 could be read and were brought back.',
    '1 change could not be read and is lost; a backup may still have what is missing.',
    '2 items rested on something that is gone and could not be brought back; the original is kept in the project folder.',
  ]);
});

test('a folder that was gone is told first, and a database made anew of what was left does not promise that nothing is lost', () => {
  expect(recoveryWords(en, { ...whole, kind: 'journal-completed', reason: 'ahead', entries: 5 }, true)).toEqual([
    'The folder of this project was gone and was made anew.', 'The journal lacked 5 changes; what was missing was added from the database.', 'Nothing is lost.',
  ]);
  expect(recoveryWords(fa, { ...whole, kind: 'rebuilt', reason: 'empty', entries: 5, refilled: 5 }, true)).toEqual([
    'پوشهٔ این پروژه سر جایش نبود و از نو ساخته شد.', 'پایگاه داده خالی بود و از روی دفتر ثبت دوباره ساخته شد: ۵ تغییر.',
    '۵ تغییر که دفتر ثبت از دست داده بود از یک پشتیبان برگشت.', 'کاری که پس از آن پشتیبان شده است شاید در میان نباشد.',
  ]);
});
