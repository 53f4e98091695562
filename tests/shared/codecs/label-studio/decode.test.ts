import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { labelStudio } from '../../../../shared/codecs/label-studio/label-studio.ts';
import { type Annotation } from '../../../../shared/model/annotation.ts';
import { type Annotator } from '../../../../shared/model/annotator.ts';
import { makeId } from '../../../../shared/model/id.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { workTime } from '../../../arbitraries/work-time.ts';

const file = (name: string, content: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const decode = (content: unknown, more: Partial<DecodeContext> = {}): Decoded =>
  labelStudio.decode?.([file('a.json', typeof content === 'string' ? content : JSON.stringify(content))], { ...context, ...more }) ?? { dataset: null, problems: [] };

const text = '🔴 وزیر گفت: «می‌سازیم» و افزود: «می‌فروشیم».';
const units = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const pointCount = (some: string): number => Array.from(some).length;
const points = (words: string) => {
  const { start } = units(words);
  return { start: pointCount(text.slice(0, start)), end: pointCount(text.slice(0, start + words.length)) };
};
const value = (words: string, more: object) => ({ ...points(words), text: words, ...more });
const region = (id: string, words: string, label: string, more: object = {}) =>
  ({ id, from_name: 'label', to_name: 'text', type: 'labels', value: value(words, { labels: [label] }), ...more });
const relation = (from: string, to: string, ...labels: readonly string[]) => ({ type: 'relation', from_id: from, to_id: to, direction: 'right', labels });
const task = (...result: readonly object[]) => ({ data: { text }, annotations: [{ result }] });

const seen = ({ dataset }: Decoded) =>
  (dataset?.sets ?? []).flatMap(({ annotations }) =>
    annotations.map(({ id, label, spans }: Annotation) => `${id} ${label} ${spans.map(({ start, end }) => text.slice(start, end)).join(' + ')}`));
const codes = ({ problems }: Decoded) => problems.map(({ code, severity, place }) => [code, severity, place.record ?? place.field ?? place.file].join(' '));

describe('a task of others', () => {
  it('is read with its labels, relations, choices and notes, and with ids of its own', () => {
    const decoded = decode([task(
      region('aX3', 'وزیر', 'SPEAKER', { meta: { text: ['یادداشت'] } }),
      region('bY7', 'می‌سازیم', 'QUOTE'),
      { id: 'bY7', from_name: 'mode', to_name: 'text', type: 'choices', value: value('می‌سازیم', { choices: ['direct'] }) },
      relation('bY7', 'aX3', 'SAID_BY'),
    )]);
    expect(decoded.problems).toEqual([]);
    expect(seen(decoded)).toEqual(['aX3 SPEAKER وزیر', 'bY7 QUOTE می‌سازیم']);
    expect(decoded.dataset?.sets[0]?.annotations.map(({ note, attributes }) => ({ note, attributes }))).toEqual([
      { note: 'یادداشت', attributes: {} }, { note: '', attributes: { mode: 'direct' } },
    ]);
    expect(decoded.dataset?.sets[0]?.relations).toMatchObject([{ id: 'r1', type: 'SAID_BY', from: 'bY7', to: { id: 'aX3' } }]);
  });

  it('keeps the other fields of its data', () =>
    expect(decode([{ data: { text, source: 'ایرنا', title: 'عنوان' }, annotations: [] }]).dataset?.articles).toMatchObject([{ title: 'عنوان', extra: { source: 'ایرنا' } }]));

  it('may call its text otherwise', () =>
    expect(decode([{ data: { body: text, rank: 3 }, annotations: [] }]).dataset?.articles).toMatchObject([{ text }]));

  it('is not read when two fields could be its text', () =>
    expect(codes(decode([{ data: { a: text, b: text }, annotations: [] }]))).toEqual(['task-without-text error 0']));

  it('may come alone and not in a list', () => expect(seen(decode(task(region('q', 'گفت', 'CUE'))))).toEqual(['q CUE گفت']));

  it('may call its annotations completions, as exports before 1.0 do', () =>
    expect(seen(decode([{ data: { text }, completions: [{ result: [region('q', 'گفت', 'CUE')] }] }]))).toEqual(['q CUE گفت']));

  it('joins pieces that a continuation ties together', () => {
    const decoded = decode([task(region('q_0', 'می‌سازیم', 'QUOTE'), region('q_1', 'می‌فروشیم', 'QUOTE'), relation('q_0', 'q_1', 'continuation'))]);
    expect(decoded.problems).toEqual([]);
    expect(seen(decoded)).toEqual(['q QUOTE می‌سازیم + می‌فروشیم']);
  });

  it('reads a relation to the left as one from its other end', () =>
    expect(decode([task(region('s', 'وزیر', 'SPEAKER'), region('q', 'می‌سازیم', 'QUOTE'), { ...relation('s', 'q', 'SAID_BY'), direction: 'left' })]).dataset?.sets[0]?.relations)
      .toMatchObject([{ from: 'q', to: { id: 's' } }]));

  it('makes an annotation of each label of a region', () =>
    expect(seen(decode([task({ ...region('q', 'وزیر', 'SPEAKER'), value: value('وزیر', { labels: ['SPEAKER', 'MENTION'] }) })])).sort()).toEqual(['q SPEAKER وزیر', 'q~2 MENTION وزیر']));

  it('has an entity by the name that stands in its text area', () => {
    const decoded = decode([task(region('s', 'وزیر', 'SPEAKER'), region('m', 'گفت', 'MENTION'),
      { id: 'm', from_name: 'entity', to_name: 'text', type: 'textarea', value: value('گفت', { text: ['بهرام نمونه'] }) })]);
    expect(decoded.dataset?.entities).toMatchObject([{ name: 'بهرام نمونه' }]);
    expect(decoded.dataset?.sets[0]?.annotations.find(({ id }) => id === 'm')?.entity).toBe(decoded.dataset?.entities[0]?.id);
  });
});

describe('whose work it is', () => {
  const annotator: Annotator = { id: makeId('annotator', 'x'), kind: 'person', name: 'مریم', version: null };
  const work = (more: object) => ({ result: [region('q', 'گفت', 'CUE')], ...more });
  it.each([
    ['nobody is named', {}, 'مریم'],
    ['a number', { completed_by: 7 }, '7'],
    ['a record with names', { completed_by: { id: 7, email: 'a@example.org', first_name: 'سارا', last_name: 'نمونه' } }, 'سارا نمونه'],
    ['a record with an address', { completed_by: { id: 7, email: 'a@example.org' } }, 'a@example.org'],
  ])('%s', (_, more, name) =>
    expect(decode([{ data: { text }, annotations: [work(more)] }], { annotator }).dataset?.annotators.map((one) => one.name)).toEqual([name]));

  it('keeps two annotators apart, and two submissions of one', () => {
    const { dataset } = decode([{ data: { text }, annotations: [work({ completed_by: 1 }), work({ completed_by: 2 }), work({ completed_by: 2 })] }]);
    expect(dataset?.annotators).toHaveLength(2);
    expect(dataset?.sets).toHaveLength(3);
  });

  it('takes predictions for the suggestions of a machine, and ground truth for adjudicated', () => {
    const { dataset } = decode([{ data: { text }, annotations: [work({ ground_truth: true })], predictions: [work({ model_version: 'rules 2', score: 0.5 })] }]);
    expect(dataset?.sets.map(({ role }) => role).sort()).toEqual(['adjudicated', 'suggestion']);
    expect(dataset?.annotators.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(['machine rules 2', 'person ?']);
  });

  it('leaves out what its annotator skipped, and says so', () => {
    const decoded = decode([{ data: { text }, annotations: [work({ was_cancelled: true })] }]);
    expect(decoded.dataset?.sets).toEqual([]);
    expect(decoded.problems.map(({ code }) => code)).toEqual(['annotation-cancelled']);
  });
});

describe('the place of a region', () => {
  const with_ = (change: object, more: Partial<DecodeContext> = {}) => {
    const one = region('q', 'می‌سازیم', 'QUOTE');
    return decode([task({ ...one, value: { ...one.value, ...change } })], more);
  };
  const quote = ['q QUOTE می‌سازیم'];

  it('counts code points', () => expect(with_({})).toMatchObject({ problems: [] }));
  it('counts UTF-16 where the text of the region says so, as versions before 2021 did', () => {
    const decoded = with_(units('می‌سازیم'));
    expect(seen(decoded)).toEqual(quote);
    expect(decoded.problems).toMatchObject([{ code: 'offsets-in-utf16', severity: 'warning', place: { file: 'a.json' }, values: { count: 1 } }]);
  });
  it('is refused where neither unit finds the text', () => expect(codes(with_({ text: 'چیز دیگر' }))).toEqual(['span-text-differs error q']));
  it('is believed where the region has no text', () => expect(seen(with_({ text: undefined }))).toEqual(quote));
  it('is read in UTF-16 where the region has no text, but edges of words that prove it; and that is said', () => {
    const decoded = with_({ ...units('می‌سازیم'), text: undefined });
    expect(seen(decoded)).toEqual(quote);
    expect(decoded.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', values: { unit: 'utf-16', decided: 'yes', grapheme: 'none' } }]);
  });
  it('is asked where the region has no text and no unit fits', () => {
    const { start, end } = points('می‌سازیم');
    const decoded = with_({ start: start + 1, end: end - 2, text: undefined });
    expect(codes(decoded)).toEqual(['offset-unit-unclear error a.json', 'region-unit-unknown error q']);
    expect(seen(with_({ start: start + 1, end: end - 2, text: undefined }, { offsetUnit: 'code-point' }))).toEqual(['q QUOTE ی‌ساز']);
  });
  it('is refused outside of the text', () => expect(codes(with_({ start: 5, end: 900 }))).toEqual(['span-outside-text error q']));
  it('is refused when it runs backwards', () => expect(codes(with_({ start: 9, end: 5 }))).toEqual(['span-outside-text error q']));

  it('in HTML is taken from the global offsets, when the text stands there', () =>
    expect(seen(with_({ start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 0, endOffset: 5, globalOffsets: points('می‌سازیم') }))).toEqual(quote));
  it('in HTML without global offsets is refused', () =>
    expect(codes(with_({ start: '/p[1]/text()[1]', end: '/p[1]/text()[1]', startOffset: 0, endOffset: 5 }))).toEqual(['region-without-offsets error q']));
  it('in HTML without its text is refused', () => expect(codes(with_({ text: undefined, startOffset: 0, globalOffsets: points('می‌سازیم') }))).toEqual(['region-without-offsets error q']));

  it('survives the cleaning of line ends, which moves it', () => {
    const raw = 'سطر ۱\r\nسطر ۲\r\nگفت';
    const start = pointCount(raw.slice(0, raw.indexOf('گفت')));
    const one = { id: 'c', from_name: 'label', to_name: 'text', type: 'labels', value: { start, end: start + 3, text: 'گفت', labels: ['CUE'] } };
    const { dataset, problems } = decode([{ data: { text: raw }, annotations: [{ result: [one] }] }]);
    const [span] = dataset?.sets[0]?.annotations[0]?.spans ?? [];
    expect(dataset?.articles[0]?.text.slice(span?.start, span?.end)).toBe('گفت');
    expect(problems.map(({ code }) => code)).toEqual(['line-ends-unified']);
  });
  it('may have its line ends written out', () => {
    const raw = 'گفت\nکه';
    const one = { id: 'c', from_name: 'label', to_name: 'text', type: 'labels', value: { start: 0, end: 6, text: String.raw`گفت\nکه`, labels: ['CUE'] } };
    expect(decode([{ data: { text: raw }, annotations: [{ result: [one] }] }]).problems).toEqual([]);
  });
});

describe('what is not sound', () => {
  const cue = region('c', 'گفت', 'CUE');
  it.each<[string, unknown, readonly string[]]>([
    ['no JSON', '[{"data":', ['file-not-json error a.json']],
    ['nothing', '[]', ['file-empty error a.json']],
    ['nested too deep', '['.repeat(5000) + ']'.repeat(5000), ['file-too-deep error a.json']],
    ['a task without data', [{ annotations: [] }], ['field-wrong error data']],
    ['an unknown label', [task(region('q', 'گفت', 'Verb'))], ['label-unknown error q']],
    ['an unknown choice', [task(cue, { ...cue, from_name: 'tone', type: 'choices', value: value('گفت', { choices: ['x'] }) })], ['attribute-unknown error c']],
    ['a choice that its attribute does not have', [task(cue, { ...cue, from_name: 'CUE.form', type: 'choices', value: value('گفت', { choices: ['x'] }) })], ['attribute-wrong error c']],
    ['two values of one attribute', [task(cue, { ...cue, from_name: 'CUE.form', type: 'choices', value: value('گفت', { choices: ['verb', 'nominal'] }) })], ['attribute-twice error c']],
    ['a region without a label', [task({ ...cue, value: value('گفت', { labels: [] }) })], ['region-without-label error c']],
    ['an end of a relation that is not there', [task(cue, relation('c', 'z', 'SAID_BY'))], ['relation-end-missing error c']],
    ['a relation that the schema does not know', [task(cue, region('q', 'وزیر', 'SPEAKER'), relation('c', 'q', 'near'))], ['relation-unknown error r1']],
    ['pieces of two labels', [task(cue, region('q', 'وزیر', 'SPEAKER'), relation('c', 'q', 'continuation'))], ['pieces-do-not-fit error c']],
    ['a rating of the whole text', [task(cue, { from_name: 'stars', to_name: 'text', type: 'rating', value: { rating: 4 } })], ['field-not-kept warning region 2']],
  ])('%s is named', (_, content, expected) => expect(codes(decode(content))).toEqual(expected));

  it('leaves the sound regions beside it', () => expect(seen(decode([task(region('q', 'گفت', 'Verb'), region('s', 'وزیر', 'SPEAKER'))]))).toEqual(['s SPEAKER وزیر']));

  it('keeps an annotation without the attribute that is not allowed', () =>
    expect(seen(decode([task(cue, { ...cue, from_name: 'tone', type: 'choices', value: value('گفت', { choices: ['x'] }) })]))).toEqual(['c CUE گفت']));

  it('takes a byte order mark with a warning', () =>
    expect(codes(decode(`\ufeff${JSON.stringify([task(cue)])}`))).toEqual(['byte-order-mark warning a.json']));

  it('passes over a foreign __proto__', () => {
    const decoded = decode(`[{"data":{"text":"گفت","__proto__":{"polluted":1}},"annotations":[{"result":[{"__proto__":{"id":"x"}}]}]}]`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(decoded.dataset?.articles).toHaveLength(1);
  });

  it('reads a task of ours whose text was altered as another article', () => {
    const [tasks] = encode(labelStudio, decode([task(cue)]).dataset ?? never(), 'a');
    const [one] = JSON.parse(Buffer.from(tasks?.bytes ?? []).toString()) as { data: { text: string } }[];
    const altered = decode([{ ...one, data: { ...one?.data, text: `${text} و بعد` } }]);
    expect(altered.problems.map(({ code }) => code)).toEqual(['text-altered']);
    expect(altered.dataset?.articles).toHaveLength(1);
  });
});

function never(): never {
  throw new Error('nothing was read');
}

it('takes time in proportion: twice the regions, about twice the time', () => {
  const time = (count: number): number => {
    const result = Array.from({ length: count }, (_, index) => region(`q_${index}`, 'می‌سازیم', 'QUOTE'));
    const ties = Array.from({ length: count - 1 }, (_, index) => relation(`q_${index}`, `q_${index + 1}`, 'continuation'));
    const content = JSON.stringify([task(...result, ...ties)]);
    return workTime(() => decode(content));
  };
  time(500);
  expect(time(8000)).toBeLessThan(Math.max(20 * time(2000), 3000));
});

it.each<[string, () => unknown]>([
  ['broken relations', () => {
    const broken = Array.from({ length: 150_000 }, () => relation('c', 's', 'near'));
    return [{ data: { text }, annotations: [{ result: [region('c', 'گفت', 'CUE'), region('s', 'وزیر', 'SPEAKER'), ...broken] }] }];
  }],
  ['labels of one region', () => [task({ ...region('c', 'گفت', 'CUE'), value: value('گفت', { labels: Array.from({ length: 150_000 }, (_, index) => `L${index}`) }) })]],
  ['submissions of one annotator', () => [{ data: { text: 'گفت' }, annotations: Array.from({ length: 5_000 }, () => ({ result: [] })) }]],
])('bears any number of %s', (_, content) => {
  const { dataset, problems } = decode(content());
  expect(dataset?.articles).toHaveLength(1);
  expect(problems.length).toBeLessThanOrEqual(1001);
});
