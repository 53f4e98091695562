import { type Span, span } from './offsets.ts';
import { fold } from './persian.ts';
import { readTime } from './time-value.ts';

/** Values of the attribute `kind` of DEADLINE. */
export type DeadlineKind = 'absolute' | 'relative' | 'recurring' | 'vague';

const months = 'فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|ابان|اذر|دی|بهمن|اسفند';
const seasons = 'بهار|تابستان|پاییز|زمستان|نوروز';
const year = String.raw`(?: (?:سال )?(?:1[34]\d\d|جاری|اینده))?`;
const unit = '(?:ساعت|روز|هفته|ماه|سال)';
const number = String.raw`(?:\d+|یک|دو|سه|چهار|پنج|شش|هفت|هشت|نه|ده|چند)`;
const stretch = '(?:(?:پایان|اخر|اواخر|اوایل|ابتدای|اواسط|نیمه(?: اول| دوم)?) )?';
const date = String.raw`(?:1[34]\d\d/\d{1,2}/\d{1,2}|(?:\d{1,2} )?(?:${months})(?: ?ماه)?${year}|(?:${seasons})${year}|سال 1[34]\d\d)`;

const patterns: readonly { readonly kind: DeadlineKind; readonly body: string }[] = [
  { kind: 'vague', body: 'در (?:اولین|نخستین|اسرع) (?:فرصت|وقت)(?: ممکن)?|در یک روز مشخص|به ?زودی|در (?:اینده|وقت)(?: ای)? (?:نزدیک|مناسب)' },
  { kind: 'absolute', body: `(?:تا|در|از|پیش از|قبل از) ${stretch}${date}` },
  { kind: 'recurring', body: `(?:در )?(?:هر|همه) ?(?:ساله|${unit})` },
  { kind: 'relative', body: `(?:ظرف|طی|تا) (?:مدت )?${number} ${unit}(?: اینده| دیگر)?` },
  { kind: 'relative', body: `(?:(?:تا|در|طی|پیش از|قبل از) )?${stretch}${unit} (?:اینده|بعد|جاری|اتی)` },
];

/** A time limit in a text, as the words give it. */
export interface DeadlinePhrase {
  readonly span: Span;
  readonly kind: DeadlineKind;
}

/** The time limits that a commitment names, in order: dates, durations and vague ones; of two that overlap the longer. */
export function deadlinePhrases(text: string, within: Span): readonly DeadlinePhrase[] {
  const folded = fold(text.slice(within.start, within.end));
  const found = patterns.flatMap(({ kind, body }) =>
    Array.from(folded.text.matchAll(new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${body})(?![\p{L}\p{N}])`, 'gu')), (match): DeadlinePhrase => {
      const { start, end } = folded.toSource(match.index, match.index + match[0].length);
      return { kind, span: span(within.start + start, within.start + end) };
    }),
  );
  const byLength = found.sort((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start));
  const kept: DeadlinePhrase[] = [];
  for (const one of byLength) {
    if (!kept.some(({ span: other }) => one.span.start < other.end && other.start < one.span.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.span.start - b.span.start);
}

/** What kind of time limit these words are, as far as they show it: «تا ۱۵ تیر», «شش ماه», «به‌زودی»; `null` when they do not. */
export function deadlineKind(words: string): DeadlineKind | null {
  const [phrase] = deadlinePhrases(words, span(0, words.length));
  if (phrase) return phrase.kind;
  const value = readTime(words);
  return value === null ? null : value.startsWith('P') ? 'relative' : 'absolute';
}
