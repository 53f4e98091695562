import { describe, expect, it } from 'vitest';
import { publishedDate } from '../../../shared/text/published-date.ts';

describe('publishedDate', () => {
  it.each([
    ['a Gregorian day', '2024-10-23', '2024-10-23'],
    ['with its time', '2024-10-23T10:05:00+03:30', '2024-10-23T10:05:00+03:30'],
    ['with parts of seconds', '2024-10-23T10:05:00.123Z', '2024-10-23T10:05:00Z'],
    ['with a blank for the T', '2024-10-23 10:05', '2024-10-23T10:05'],
    ['a Jalali day with slashes', '1403/08/02', '2024-10-23'],
    ['in Persian digits', '۱۴۰۳/۸/۲', '2024-10-23'],
    ['in Arabic digits', '١٤٠٣/٠٨/٠٢', '2024-10-23'],
    ['a Jalali day written as an ISO date', '1403-08-02', '2024-10-23'],
    ['a Jalali day with its time', '1403-08-02T10:00:00', '2024-10-23'],
    ['a Jalali day, year last', '02/08/1403', '2024-10-23'],
    ['in words', 'چهارشنبه ۲ آبان ۱۴۰۳ - ۱۸:۲۰', '2024-10-23'],
    ['in words with «ماه»', '۲ آبان ماه ۱۴۰۳', '2024-10-23'],
    ['in words with «ماه» joined to the month', 'سه‌شنبه ۱۵ تیرماه ۱۴۰۵ ساعت ۱۰:۳۰', '2026-07-06'],
    ['in words with a half space before «ماه»', '۱۵ تیر‌ماه ۱۴۰۵', '2026-07-06'],
    ['year first, as some programs write it', '۱۴۰۵ تیر ۱۵, دوشنبه', '2026-07-06'],
    ['Gregorian months in Persian letters', '۱۵ ژوئیه ۲۰۲۶', '2026-07-15'],
    ['the same, another spelling', '۸ می ۲۰۲۶', '2026-05-08'],
    ['in English words', 'Wed, 23 Oct 2024 10:00:00 GMT', '2024-10-23'],
    ['in American words', 'October 23, 2024', '2024-10-23'],
    ['a day that is not there', '1403/12/31', null],
    ['an hour that is not there', '2024-10-23T25:00:00', null],
    ['a day and month that could be either', '10/11/2024', null],
    ['a number', '1729677600', null],
    ['nothing', '', null],
    ['a text', 'امروز', null],
  ])('%s', (_, written, expected) => expect(publishedDate(written)).toBe(expected));
});
