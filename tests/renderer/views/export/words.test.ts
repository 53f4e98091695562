import { describe, expect, it, test } from 'vitest';
import { formatName } from '../../../../renderer/messages/format-name.ts';
import { translator } from '../../../../renderer/messages/translate.ts';
import { howWords, whatWords } from '../../../../renderer/views/export/choice-words.ts';
import { familyOf, formatWords, withFormatNames, writableCodecs } from '../../../../renderer/views/export/formats.ts';
import { readableLines } from '../../../../renderer/views/export/readable-lines.ts';
import { usualSplit, withMethod } from '../../../../renderer/views/export/split-choice.ts';
import { stemOf } from '../../../../renderer/views/export/stem.ts';
import { pacer } from '../../../../renderer/ui/time-left.ts';
import { codecById } from '../../../../shared/codecs/registry.ts';
import { defaultOptions } from '../../../../shared/dataset/export-options.ts';
import { optionProblems } from '../../../../shared/dataset/export-problems.ts';
import { type AnnotatorId, type LabelId } from '../../../../shared/model/id.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

describe('formats', () => {
  it.each(writableCodecs.map(({ id }) => id))('%s has a family, and a line that says what it is for', (id) => {
    expect(familyOf(id)).not.toBe('other');
    expect(formatWords(id)).not.toBeNull();
  });

  it.each(writableCodecs.map(({ id, title }) => [id, title]))('%s has a Persian name, and in English the one that its community gives it', (id, title) => {
    expect(formatName(id, translator('fa'))).toMatch(/[آ-ی]/);
    expect(formatName(id, translator('en'))).toBe(title);
  });

  it('a Problem names them by the names that the choice has', () => {
    const [said] = optionProblems({ ...defaultOptions, format: 'conll2003-iob2', text: { kind: 'offsets' } }, codecById('conll2003-iob2'));
    if (!said) throw new Error('columns without their words are no export');
    const { format, formats } = withFormatNames(said, translator('fa')).values;
    expect(format).toBe(formatName('conll2003-iob2', translator('fa')));
    expect(formats).toContain('یادداشت‌های وب W3C (JSON-LD)');
    expect(said.values).toMatchObject({ format: 'conll2003-iob2', formats: expect.stringContaining('w3c') as string });
  });

  it('an unknown one is still listed', () => {
    expect(formatName('of-tomorrow', translator('fa'))).toBe('of-tomorrow');
    expect(familyOf('of-tomorrow')).toBe('other');
    expect(formatWords('of-tomorrow')).toBeNull();
  });
});

describe('the choice in one line', () => {
  const bare = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');
  const annotators = [{ id: 'per-b' as AnnotatorId, kind: 'person', name: 'رضا', version: null }] as const;

  it.each([
    ['fa', 'کار خودم، پایان‌یافته، همهٔ برچسب‌ها', 'قالب خود نقل (JSON Lines)، متن کامل، نام مستعار'],
    ['en', 'My own, Done, all labels', 'Naql JSON Lines, Full text, Pseudonyms'],
  ] as const)('the defaults in %s', (language, what, how) => {
    const words = translator(language);
    expect(bare(whatWords(defaultOptions.selection, seedSchema, [], words))).toBe(what);
    expect(bare(howWords(defaultOptions, words))).toBe(how);
  });

  it('names the colleague, the labels and the days, in the calendar of the language', () => {
    const selection = {
      states: null, sets: { kind: 'annotator', annotator: 'per-b' as AnnotatorId }, labels: ['QUOTE', 'CUE'] as unknown as readonly LabelId[],
      published: { from: '2023-08-11', to: null }, publishers: null, articles: null,
    } as const;
    expect(bare(whatWords(selection, seedSchema, annotators, translator('fa')))).toBe('کار رضا، همهٔ وضعیت‌ها، نقل‌قول و نشانهٔ نقل، از ۱۴۰۲/۰۵/۲۰');
    expect(bare(whatWords(selection, seedSchema, annotators, translator('en')))).toBe('رضا’s, in any state, Quote and Cue, from 2023-08-11');
  });

  it('says splits in the digits of the language', () => {
    expect(bare(howWords({ ...defaultOptions, split: usualSplit }, translator('fa')))).toContain('بخش‌بندی ۸۰/۱۰/۱۰');
  });
});

describe('time left', () => {
  it('follows the pace of the phase, and is not told in its first second', () => {
    let now = 0;
    const paced = pacer(() => now);
    now = 500;
    expect(paced({ phase: 'reading', done: 50, total: 200 }).secondsLeft).toBeNull();
    now = 2000;
    expect(paced({ phase: 'reading', done: 100, total: 200 }).secondsLeft).toBe(2);
    now = 10_000;
    expect(paced({ phase: 'comparing', done: 1, total: 10 }).secondsLeft).toBeNull();
    now = 12_000;
    expect(paced({ phase: 'comparing', done: 2, total: 10 }).secondsLeft).toBe(8);
    expect(paced({ phase: 'comparing', done: 10, total: 10 }).secondsLeft).toBe(0);
  });
});

test('what is read line by line is what stands in the file, character for character', () => {
  const text = '{"text":"گفت: {\\"a\\":1}","spans":[{"id":"q1"},{"id":"q2"}]}\n# سطر\n';
  expect(readableLines(text).join('')).toBe(text.replaceAll('\n', ''));
  expect(readableLines(text)).toContain('"text":"گفت: {\\"a\\":1}",');
});

test('another method keeps seed and shares as long as they mean something', () => {
  const { method } = { ...usualSplit, method: { kind: 'hash', seed: '9', shares: { train: 1, validation: 2, test: 3 } } } as const;
  expect(withMethod(method, 'stratified')).toEqual({ ...method, kind: 'stratified' });
  expect(withMethod(method, 'time')).toEqual({ kind: 'time', validationFrom: '', testFrom: '' });
  expect(withMethod({ kind: 'time', validationFrom: '', testFrom: '' }, 'auto')).toEqual(usualSplit.method);
});

test.each([
  ['a Persian name stays', 'پروژهٔ نمونه', 'پروژهٔ نمونه'],
  ['signs that file systems refuse become spaces', 'IRNA: 1405/01?', 'IRNA  1405 01'],
  ['a name of such signs alone gets a name', '///', 'naql'],
  ['no dot at the end, and none that hides', '.a...', 'a'],
])('the name of files: %s', (_, name, stem) => {
  expect(stemOf(name)).toBe(stem);
});
