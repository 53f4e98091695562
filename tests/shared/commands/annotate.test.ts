import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import sample from '../../../seeds/sample/seed.json';
import { annotate } from '../../../shared/commands/annotate.ts';
import { codePoint, offsetMap, span } from '../../../shared/text/offsets.ts';
import { after, annotation, contextOf, label, refusal } from './set-context.ts';

const text = 'وزیر گفت: «برق گران نیست» و رفت.';

describe('annotate', () => {
  test('makes one annotation with the first value of every choice', () => {
    const context = contextOf(text);
    const [made] = after(context, annotate(context, { label: label('SPEAKER'), spans: [span(0, 4)] })).annotations;
    expect(made).toEqual(annotation('n1', 'SPEAKER', [[0, 4]], { attributes: { mention: 'name', source_kind: 'person' } }));
  });

  test('pieces come in text order, those that touch or overlap become one', () => {
    const context = contextOf(text);
    const spans = [span(26, 31), span(11, 14), span(14, 19), span(12, 15)];
    const [made] = after(context, annotate(context, { label: label('QUOTE'), spans })).annotations;
    expect(made?.spans).toEqual([span(11, 19), span(26, 31)]);
  });

  test.each([
    ['the same label over the same characters', 'QUOTE', [span(11, 24)], ['label-already-here']],
    ['the same characters given in two halves', 'QUOTE', [span(15, 24), span(11, 15)], ['label-already-here']],
    ['two pieces of a speaker', 'SPEAKER', [span(0, 4), span(11, 14)], ['pieces-not-allowed']],
    ['no span', 'QUOTE', [], ['span-missing']],
    ['an empty span', 'QUOTE', [span(3, 3)], ['span-empty']],
    ['a span behind the text', 'QUOTE', [span(3, 99)], ['span-outside']],
    ['a label that is not there', 'TOPIC', [span(0, 4)], ['label-unknown']],
  ])('refuses %s', (_, name, spans, codes) => {
    const context = contextOf(text, [annotation('q', 'QUOTE', [[11, 24]])]);
    expect(refusal(annotate(context, { label: label(name), spans }))).toEqual(codes);
  });

  test('another label over the same characters is allowed', () => {
    const context = contextOf(text, [annotation('q', 'QUOTE', [[11, 24]])]);
    expect(refusal(annotate(context, { label: label('COMMITMENT'), spans: [span(11, 24)] }))).toEqual([]);
  });
});

describe('what the words of a deadline tell', () => {
  const attributesOf = (words: string) => {
    const context = contextOf(`${words} می‌سازیم.`);
    return after(context, annotate(context, { label: label('DEADLINE'), spans: [span(0, words.length)] })).annotations[0]?.attributes;
  };
  test.each([
    ['a Jalali date', 'تا ۱۵ تیر ۱۴۰۵', { kind: 'absolute', value: '1405-04-15' }],
    ['a day of an open year', '۳۱ شهریور', { kind: 'absolute', value: '--06-31' }],
    ['a duration', 'ظرف شش ماه', { kind: 'relative', value: 'P6M' }],
    ['a vague one has no value', 'در اولین فرصت ممکن', { kind: 'vague' }],
    ['a relative one that no value can hold', 'تا پایان سال جاری', { kind: 'relative' }],
    ['nothing: the first kind', 'روزی', { kind: 'absolute' }],
  ])('%s', (_, words, expected) => expect(attributesOf(words)).toEqual(expected));
});

test.each([
  ['as the words of a commitment show', 'کرایه را زیاد نمی‌کنیم', { act: 'future', polarity: 'refrain', person: '1pl' }],
  ['as a promise is given', 'قول می‌دهم جاده را باز کنم', { act: 'promise', polarity: 'do', person: '1sg' }],
  ['with the first value of each where they show nothing', 'ساخت جاده', { act: 'promise', polarity: 'do', person: '1sg' }],
])('a commitment starts %s', (_, words, expected) => {
  const context = contextOf(words);
  const [made] = after(context, annotate(context, { label: label('COMMITMENT'), spans: [span(0, words.length)] })).annotations;
  expect(made?.attributes).toMatchObject(expected);
});

describe('what the text around a quote shows', () => {
  /** What is marked with [ ] becomes a quote; gives its marking, mode and position. */
  function seen(marked: string): readonly (string | undefined)[] {
    const context = contextOf(marked.replace(/[[\]]/g, ''));
    const spans = [span(marked.indexOf('['), marked.indexOf(']') - 1)];
    const [made] = after(context, annotate(context, { label: label('QUOTE'), spans })).annotations;
    return [made?.attributes['marking'], made?.attributes['mode'], made?.attributes['position']];
  }

  test.each([
    ['guillemets', 'گفت: «[برق گران نیست]»', ['guillemets', 'direct', 'body']],
    ['guillemets taken into the span', 'گفت: [«برق»]', ['guillemets', 'direct', 'body']],
    ['straight double quotes', 'گفت: "[برق]"', ['double_quotes', 'direct', 'body']],
    ['curved double quotes', 'گفت: “[برق]”', ['double_quotes', 'direct', 'body']],
    ['single quotes', "گفت: ‘[برق]’", ['single_quotes', 'direct', 'body']],
    ['guillemets the wrong way round', 'گفت: »[برق]«', ['guillemets', 'direct', 'body']],
    ['two signs for one', 'گفت <<[برق]>>', ['guillemets', 'direct', 'body']],
    ['no opening mark: one that has closed', '«آب» [برق]', ['none', 'indirect', 'body']],
    ['a colon', 'گفت: [برق گران نیست].', ['colon', 'direct', 'body']],
    ['a dash', '– [برق گران نیست]', ['dash', 'direct', 'body']],
    ['که', 'گفت که [برق گران نیست].', ['ke', 'indirect', 'body']],
    ['اینکه', 'با بیان اینکه [برق گران نیست]، رفت', ['ke', 'indirect', 'body']],
    ['این که in two words', 'با بیان این که [برق گران نیست]، رفت', ['ke', 'indirect', 'body']],
    ['که inside another word is none', 'در شبکه [برق گران نیست]', ['none', 'indirect', 'body']],
    ['guillemets after که lead', 'گفت که «[برق گران نیست]»', ['guillemets', 'direct', 'body']],
    ['nothing: a bare clause is indirect', 'به گفتهٔ وزیر، [برق گران نیست]', ['none', 'indirect', 'body']],
    ['a colon at the end of the line before is another paragraph', 'وزیر گفت:\n[برق] گران نیست.', ['none', 'indirect', 'body']],
    ['a heading', 'وزیر: [برق گران نیست]\nوزیر امروز رفت.', ['colon', 'direct', 'heading']],
  ])('%s', (_, marked, expected) => expect(seen(marked)).toEqual(expected));

  test('marking, mode and position of every quote of the sample are found', () => {
    const seed = readFileSync(new URL('../../../seeds/sample/seed.txt', import.meta.url), 'utf8');
    const map = offsetMap(seed);
    for (const { type, start, end, attributes } of sample.spans.filter((one) => one.type === 'QUOTE')) {
      const context = contextOf(seed);
      const spans = [{ start: map.toUtf16(codePoint(start)), end: map.toUtf16(codePoint(end)) }];
      const [made] = after(context, annotate(context, { label: label(type), spans })).annotations;
      const { marking, mode, position } = attributes;
      expect({ start, ...made?.attributes }).toMatchObject({ start, marking, mode, position });
    }
  });
});
