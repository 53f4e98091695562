import { describe, expect, it } from 'vitest';
import { translator } from '../../../../renderer/messages/translate.ts';
import { resolvedWords, timeDefOf } from '../../../../renderer/views/annotate/time-words.ts';
import { labelDef } from '../../../../shared/model/schema.ts';
import { labelId, schema } from './sample-scene.ts';

const seen = (words: string): string => words.replace(/[\u2068\u2069]/g, '');

describe('resolvedWords', () => {
  it.each([
    ['1405-04-15', null, '۱۵ تیر ۱۴۰۵ (2026-07-06)', '6 July 2026 (1405/04/15)'],
    ['P1M', '2026-07-06', 'از ۱۵ تیر ۱۴۰۵ (2026-07-06) تا ۱۵ مرداد ۱۴۰۵ (2026-08-06)', 'from 6 July 2026 (1405/04/15) to 6 August 2026 (1405/05/15)'],
    ['P1M', null, 'تاریخ خبر معلوم نیست؛ روز آن را نمی‌توان گفت.', 'The article’s date is not known, so the day cannot be told.'],
    ['1405-07-31', null, 'چنین روزی در تقویم نیست.', 'The calendar has no such day.'],
  ])('%s in an article of %s: %s', (value, published, fa, en) => {
    expect(seen(resolvedWords(value, published, translator('fa')))).toBe(fa);
    expect(seen(resolvedWords(value, published, translator('en')))).toBe(en);
  });
});

it('timeDefOf finds the time by the kind of the attribute, whatever its name', () => {
  const [time, none] = [labelDef(schema, labelId('DEADLINE')), labelDef(schema, labelId('QUOTE'))];
  expect(time && timeDefOf(time)?.id).toBe('value');
  expect(none && timeDefOf(none)).toBeUndefined();
});
