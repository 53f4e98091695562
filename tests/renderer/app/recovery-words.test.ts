import { expect, test } from 'vitest';
import { recoveryWords } from '../../../renderer/app/recovery-words.ts';
import { translator } from '../../../renderer/messages/translate.ts';

const fa = translator('fa');
const en = translator('en');

test('silence when nothing had to be mended', () => {
  expect(recoveryWords(fa, { kind: 'none', reason: 'none', entries: 0, setAsideBytes: 0 })).toEqual([]);
});

test('a rebuilt database names its reason and the number of changes', () => {
  expect(recoveryWords(en, { kind: 'rebuilt', reason: 'empty', entries: 1200, setAsideBytes: 0 })).toEqual([
    'The database was empty and was rebuilt from the journal: 1,200 changes. Nothing is lost.',
  ]);
  expect(recoveryWords(fa, { kind: 'rebuilt', reason: 'empty', entries: 3, setAsideBytes: 0 })).toEqual([
    'پایگاه داده خالی بود و از روی دفتر ثبت دوباره ساخته شد: ۳ تغییر. چیزی گم نشده است.',
  ]);
});

test('a damaged tail of the journal is told as well', () => {
  expect(recoveryWords(en, { kind: 'replayed', reason: 'behind', entries: 1, setAsideBytes: 17 })).toHaveLength(2);
});
