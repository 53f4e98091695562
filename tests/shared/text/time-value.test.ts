import { describe, expect, test } from 'vitest';
import { attributeKinds } from '../../../shared/model/attribute-kinds.ts';
import { type AttributeDef } from '../../../shared/model/schema.ts';
import { readTime } from '../../../shared/text/time-value.ts';

const def: AttributeDef = { id: 'value', name: { fa: '', en: '' }, kind: 'time', choices: [] };

describe('readTime', () => {
  test.each([
    ['1405/04/15', '1405-04-15', 'as Iran writes dates'],
    ['۱۴۰۵/۴/۱۵', '1405-04-15', 'Persian digits, no leading zero'],
    ['١٤٠٥-٠٤-١٥', '1405-04-15', 'Arabic digits'],
    ['1405.4.15', '1405-04-15', 'dots'],
    ['۱۵ تیر ۱۴۰۵', '1405-04-15', 'the month by name'],
    ['۱۵ تیرماه ۱۴۰۵', '1405-04-15', 'the month by name and the word month'],
    ['15 تير 1405', '1405-04-15', 'Arabic ye'],
    ['15 Tir 1405', '1405-04-15', 'Latin letters'],
    ['۳۰ اسفند ۱۴۰۳', '1403-12-30', 'a leap day'],
    ['۱۵ آبان', '--08-15', 'the year left open'],
    ['--06-31', '--06-31', 'as it is stored'],
    ['--6-31', '--06-31', 'nearly as it is stored'],
    ['تیر ۱۴۰۵', '1405-04', 'a month'],
    ['1405-11', '1405-11', 'a month as it is stored'],
    ['P6M', 'P6M', 'an ISO duration'],
    ['p1y2m', 'P1Y2M', 'a small ISO duration'],
    ['۶ ماه', 'P6M', 'six months'],
    ['۶ماه', 'P6M', 'without a blank'],
    ['شش ماه آینده', 'P6M', 'in words, with what stands round it'],
    ['ظرف ۱۰۰ روز', 'P100D', 'within a hundred days'],
    ['ظرف مدت شش ماه', 'P6M', 'two words before it'],
    ['در مدت ۲ سال آتی', 'P2Y', 'words on both sides'],
    ['تا دو هفتهٔ دیگر', 'P2W', 'with an ezafe'],
    ['یک سال و ۶ ماه', 'P1Y6M', 'two units'],
    ['6 months', 'P6M', 'English'],
    ['within 2 weeks', 'P2W', 'English, with what stands round it'],
  ])('%s is %s: %s', (written, value) => {
    expect(readTime(written)).toBe(value);
    expect(attributeKinds.time.isValid(def, value)).toBe(true);
  });

  test.each([
    ['', 'nothing'],
    ['به‌زودی', 'no time'],
    ['۱۴۰۵', 'a year alone, which no value can hold'],
    ['1405/13/01', 'month 13'],
    ['۳۱ مهر ۱۴۰۵', 'a day that autumn has not'],
    ['۳۰ اسفند ۱۴۰۴', 'a leap day of an ordinary year'],
    ['--07-31', 'a day that no year has'],
    ['P', 'a duration of nothing'],
    ['P0D', 'a duration of no days'],
    ['۶', 'a number without a unit'],
    ['۶ ماه ۲ ماه', 'one unit twice'],
    ['۱۵ ژوئیه ۲۰۲۶', 'a month of another calendar'],
  ])('%j is not taken: %s', (written) => expect(readTime(written)).toBeNull());
});
