import { describe, expect, it } from 'vitest';
import { deadlineKind, deadlinePhrases } from '../../../shared/text/deadline-phrase.ts';
import { span } from '../../../shared/text/offsets.ts';
import { sampleSpans, sampleText, words } from '../suggest/reading.ts';

describe('deadlinePhrases', () => {
  it.each([
    ['تا پایان سال جاری می‌سازیم', ['relative تا پایان سال جاری']],
    ['تا نیمهٔ دوم مهر ۱۴۰۵ باز می‌شود', ['absolute تا نیمهٔ دوم مهر ۱۴۰۵']],
    ['تا ۱۵ تیرماه', ['absolute تا ۱۵ تیرماه']],
    ['ظرف شش ماه آینده', ['relative ظرف شش ماه آینده']],
    ['هفتهٔ آینده اعلام می‌کنیم', ['relative هفتهٔ آینده']],
    ['پیش از نوروز', ['absolute پیش از نوروز']],
    ['هر ماه گزارش می‌دهیم و همه‌ساله جشن می‌گیریم', ['recurring هر ماه', 'recurring همه‌ساله']],
    ['هر سالن را', []],
    ['به‌زودی و در اسرع وقت', ['vague به‌زودی', 'vague در اسرع وقت']],
    ['با مهربانی می‌سازیم', []],
  ])('%s', (text, expected) =>
    expect(deadlinePhrases(text, span(0, text.length)).map((one) => `${one.kind} ${words(text, one.span)}`)).toEqual(expected));

  it('gives the deadlines of the sample', () => {
    const found = sampleSpans('COMMITMENT').flatMap((one) => deadlinePhrases(sampleText, one).map(({ span: at, kind }) => [kind, words(sampleText, at)]));
    expect(found).toEqual(sampleSpans('DEADLINE').map(({ text }) => ['vague', text]));
  });
});

describe('deadlineKind', () => {
  it.each<readonly [text: string, kind: string | null, reason: string]>([
    ['تا پایان سال جاری', 'relative', 'a phrase of the table'],
    ['به‌زودی', 'vague', 'a vague one'],
    ['۱۵ تیر ۱۴۰۵', 'absolute', 'a date without a word before it'],
    ['1405/04/15', 'absolute', 'a date in numbers'],
    ['شش ماه', 'relative', 'a bare duration'],
    ['روزی', null, 'words that tell nothing'],
  ])('%s is %s: %s', (text, kind) => expect(deadlineKind(text)).toBe(kind));
});
