import { describe, expect, it } from 'vitest';
import { type Codec, type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { doccano, doccanoCodePoints, doccanoRelations, looksDoccano } from '../../../../shared/codecs/doccano/doccano.ts';
import { unitScoresOf } from '../../../../shared/codecs/unit-question.ts';
import { type OffsetUnit, unitMap } from '../../../../shared/codecs/offset-unit.ts';
import { checkDataset, errorsOf } from '../../../../shared/model/check.ts';
import { utf16 } from '../../../../shared/text/offsets.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

const file = (name: string, content: string): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const lines = (...records: readonly unknown[]): string => records.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');
const decode = (content: string, more: Partial<DecodeContext> = {}, codec: Codec = doccano): Decoded =>
  codec.decode?.([file('a.jsonl', content)], { ...context, ...more }) ?? { dataset: null, problems: [] };

const seen = ({ dataset }: Decoded) =>
  (dataset?.sets ?? []).flatMap(({ article, annotations }) => {
    const text = dataset?.articles.find(({ id }) => id === article)?.text ?? '';
    return annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => text.slice(start, end)).join(' + ')}`);
  });
const codes = ({ problems }: Decoded) => problems.map(({ code, severity, place }) => `${code} ${severity} ${place.line ?? '-'} ${place.record ?? ''}`.trim());

const plain = 'وزیر گفت: نه و بعد رفت';
const astral = '🔴 وزیر نیرو گفت: «برق را گران نمی‌کنیم» و افزود که کتاب‌ها رسید.';
const at = (text: string, unit: OffsetUnit, word: string): readonly [number, number] => {
  const { fromUtf16 } = unitMap(text, unit);
  const start = text.indexOf(word);
  return [fromUtf16(utf16(start)), fromUtf16(utf16(start + word.length))];
};
const sequence = (unit: OffsetUnit, text = astral, more: object = {}) =>
  ({ text, label: [[...at(text, unit, 'گفت'), 'CUE'], [...at(text, unit, 'وزیر'), 'SPEAKER'], [...at(text, unit, text === astral ? 'افزود' : 'رفت'), 'CUE']], ...more });
const expected = ['SPEAKER وزیر', 'CUE گفت', 'CUE افزود'];

describe('lines of others', () => {
  it('are read with their labels and their other fields', () => {
    const decoded = decode(lines(sequence('utf-16', plain, { id: 7, source: 'ایرنا' })));
    expect(decoded.problems).toEqual([]);
    expect(seen(decoded)).toEqual(['SPEAKER وزیر', 'CUE گفت', 'CUE رفت']);
    expect(decoded.dataset?.articles).toMatchObject([{ text: plain, extra: { source: 'ایرنا' } }]);
  });

  it('may call them labels, as older exports do', () => expect(seen(decode(lines({ text: plain, labels: [[5, 8, 'CUE']] })))).toEqual(['CUE گفت']));

  it('may have entities and relations between them', () => {
    const [from, to] = [at(plain, 'utf-16', 'نه'), at(plain, 'utf-16', 'وزیر')];
    const record = {
      text: plain,
      entities: [{ id: 51, label: 'QUOTE', start_offset: from[0], end_offset: from[1] }, { id: 50, label: 'SPEAKER', start_offset: to[0], end_offset: to[1] }],
      relations: [{ id: 9, from_id: 51, to_id: 50, type: 'SAID_BY' }],
    };
    const decoded = decode(lines(record), {}, doccanoRelations);
    expect(decoded.problems).toEqual([]);
    expect(decoded.dataset?.sets[0]?.relations).toMatchObject([{ type: 'SAID_BY', from: 'e51', to: { id: 'e50' } }]);
  });

  it('join pieces that a continuation ties together', () => {
    const record = {
      text: plain,
      entities: [{ id: 0, label: 'QUOTE', start_offset: 10, end_offset: 12 }, { id: 1, label: 'QUOTE', start_offset: 15, end_offset: 18 }],
      relations: [{ id: 0, from_id: 0, to_id: 1, type: 'continuation' }],
    };
    expect(seen(decode(lines(record)))).toEqual(['QUOTE نه + بعد']);
  });

  it('without marks are articles that nobody has read', () => {
    const { dataset } = decode(lines({ text: plain, label: [] }));
    expect(dataset?.articles).toHaveLength(1);
    expect(dataset?.sets).toEqual([]);
  });

  it('move with the line ends that are cleaned', () => {
    const text = 'سطر\r\nگفت';
    const decoded = decode(lines({ text, label: [[5, 8, 'CUE']] }), { offsetUnit: 'utf-16' });
    expect(seen(decoded)).toEqual(['CUE گفت']);
    expect(decoded.problems.map(({ code }) => code)).toEqual(['line-ends-unified', 'offset-unit-unclear']);
  });
});

describe('what offsets count', () => {
  it.each<OffsetUnit>(['utf-16', 'code-point', 'grapheme'])('is found out for %s, with a warning that shows why', (unit) => {
    const decoded = decode(lines(sequence(unit)));
    expect(seen(decoded)).toEqual(expected);
    expect(decoded.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', place: { file: 'a.jsonl' }, values: { unit, decided: 'yes' } }]);
    const scores = decoded.problems.flatMap(unitScoresOf);
    expect(scores.map((one) => [one.unit, one.samples.length])).toEqual([['utf-16', 3], ['code-point', 3], ['grapheme', 3]]);
    expect(scores.find((one) => one.unit === unit)?.samples[0]?.marked).toBe('گفت');
  });

  it('is asked when it cannot be found out; what does not depend on it is read', () => {
    const odd = { text: '🔴🔴🔴🔴 وزیرنیروگفتکهبرقگراننمیشودوافزود', label: [[9, 14, 'CUE']] };
    const decoded = decode(lines(odd, sequence('utf-16', plain)));
    expect(decoded.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'error', values: { decided: 'no' } }]);
    expect(seen(decoded)).toEqual(['SPEAKER وزیر', 'CUE گفت', 'CUE رفت']);
    expect(decoded.dataset?.articles).toHaveLength(2);
  });

  it('is taken from the answer, and said', () => {
    const decoded = decode(lines(sequence('grapheme')), { offsetUnit: 'grapheme' });
    expect(decoded.problems).toMatchObject([{ code: 'offset-unit-unclear', severity: 'warning', values: { unit: 'grapheme', decided: 'told' } }]);
    expect(seen(decoded)).toEqual(expected);
  });

  it('is taken from the answer against the scores: whoever answers knows more', () => {
    const decoded = decode(lines(sequence('utf-16')), { offsetUnit: 'code-point' });
    expect(decoded.problems[0]).toMatchObject({ code: 'offset-unit-unclear', values: { unit: 'code-point', decided: 'told', utf_16: 100 } });
    expect(seen(decoded)).not.toEqual(expected);
  });

  it('is taken from the line where it says so', () => {
    const decoded = decode(lines(sequence('code-point', astral, { naql: { offset_unit: 'code-point' } })));
    expect(decoded.problems).toEqual([]);
    expect(seen(decoded)).toEqual(expected);
  });

  it('is answered by whoever chose the format that counts code points', () => {
    const decoded = decode(lines(sequence('code-point')), {}, doccanoCodePoints);
    expect(decoded.problems).toEqual([]);
    expect(seen(decoded)).toEqual(expected);
  });

  it('does not matter where all units see the same', () => expect(decode(lines(sequence('utf-16', plain))).problems).toEqual([]));
});

describe('what is not sound', () => {
  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['file-empty error -']],
    ['no JSON', '{"text"', ['line-not-json error 1']],
    ['a line without a text', '{"label":[]}', ['field-wrong error 1']],
    ['a blank text', '{"text":" ","label":[]}', ['file-empty error 1']],
    ['a span outside of the text', lines({ text: plain, label: [[3, 99, 'CUE']] }), ['span-outside-text error 1 0']],
    ['a span that runs backwards', lines({ text: plain, label: [[8, 5, 'CUE']] }), ['span-outside-text error 1 0']],
    ['half a surrogate pair', lines({ text: '🔴 گفت', label: [[1, 6, 'CUE']], naql: { offset_unit: 'utf-16' } }), ['span-outside-text error 1 0']],
    ['a span of another shape', lines({ text: plain, label: [[3, 'x']] }), ['field-wrong error 1 0']],
    ['an unknown label', lines({ text: plain, label: [[5, 8, 'Verb']] }), ['label-unknown error 1 e0']],
    ['one name for two spans', lines({ text: plain, entities: [1, 1].map((id) => ({ id, label: 'CUE', start_offset: 5, end_offset: 8 })) }), ['id-twice error 1 1']],
    ['an end of a relation that is not there', lines({
      text: plain, entities: [{ id: 1, label: 'CUE', start_offset: 5, end_offset: 8 }], relations: [{ from_id: 1, to_id: 2, type: 'SAID_BY' }],
    }), ['relation-end-missing error 1 1']],
    ['nested too deep', `{"text":${'['.repeat(500)}${']'.repeat(500)}}`, ['line-too-deep error 1']],
    ['carriage returns', `${lines({ text: plain, label: [[5, 8, 'CUE']] })}\r\n`, ['carriage-returns warning 1']],
  ])('%s is named', (_, content, names) => {
    const decoded = decode(content);
    expect(codes(decoded)).toEqual(names);
    expect(decoded.dataset ? errorsOf(checkDataset(decoded.dataset)) : []).toEqual([]);
  });

  it('leaves the sound lines beside it', () => expect(seen(decode(lines('{', { text: plain, label: [[5, 8, 'CUE']] })))).toEqual(['CUE گفت']));
});

describe('looksDoccano', () => {
  it.each([
    ['spans', lines({ text: 'a', label: [[0, 1, 'A']] }), true],
    ['no spans yet', lines({ text: 'a', label: [] }), true],
    ['older exports', lines({ text: 'a', labels: [[0, 1, 'A']] }), true],
    ['entities', lines({ text: 'a', entities: [{ id: 0, label: 'A', start_offset: 0, end_offset: 1 }], relations: [] }), true],
    ['a class of the whole text', lines({ text: 'a', label: ['sport'] }), false],
    ['entities of another program', lines({ text: 'a', entities: [{ start: 0, end: 1, label: 'A' }] }), false],
    ['our own format', '{"format":"naql.annotations","text":"a","label":[]}', false],
    ['something else', '{"a":1}', false],
    ['no JSON', 'text', false],
  ])('%s: %s', (_, content, answer) => expect(looksDoccano(file('a.jsonl', content))).toBe(answer));
});
