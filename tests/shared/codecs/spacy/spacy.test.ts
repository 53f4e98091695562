import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { spacy } from '../../../../shared/codecs/spacy/spacy.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';

const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const file = (content: string, name = 'a.jsonl'): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const read = (...files: readonly NamedBytes[]): Decoded => spacy.decode?.(files, context) ?? { dataset: null, problems: [] };
const readLine = (line: object): Decoded => read(file(JSON.stringify(line)));
const codes = ({ problems }: Decoded): readonly string[] => problems.map(({ code }) => code);
/** Label, words and id of everything that was read. */
const labels = ({ dataset }: Decoded): readonly string[] =>
  (dataset?.sets ?? []).flatMap((set) => {
    const text = dataset?.articles.find(({ id }) => id === set.article)?.text ?? '';
    return set.annotations.map(({ label, spans }) => `${label} ${spans.map(({ start, end }) => text.slice(start, end)).join('+')}`);
  });

const text = '🔴 وزیر گفت: «می‌سازیم».';
const speaker = [2, 6, 'SPEAKER'];
const golden = readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/spacy/interrupted-quote.jsonl'), 'utf8');
interface GoldenLine {
  spans: { sc: [number, number, string, string][] };
  meta: Record<string, unknown>;
  user_data: { span_ids: string[]; annotations: Record<string, unknown>[]; relations: Record<string, unknown>[] } & Record<string, unknown>;
}
const altered = (alter: (line: GoldenLine) => void): Decoded => {
  const line = JSON.parse(golden.split('\n')[0] ?? '') as GoldenLine;
  alter(line);
  return readLine(line);
};

describe('lines of others', () => {
  it.each<[string, object, readonly string[]]>([
    ['tuples with label', { text, spans: { sc: [speaker] } }, ['SPEAKER وزیر']],
    ['tuples with an empty entity', { text, spans: { sc: [[...speaker, '']] } }, ['SPEAKER وزیر']],
    ['a group under another key', { text, spans: { ruler: [speaker] } }, ['SPEAKER وزیر']],
    ['spans that overlap', { text, spans: { sc: [[13, 21, 'QUOTE'], [16, 21, 'COMMITMENT']] } }, ['QUOTE می‌سازیم', 'COMMITMENT سازیم']],
    ['what Doc.to_json gives', { text, ents: [{ start: 2, end: 6, label: 'SPEAKER' }], tokens: [{ id: 0, start: 0, end: 1 }] }, ['SPEAKER وزیر']],
    ['span groups of Doc.to_json', { text, ents: [], spans: { sc: [{ start: 2, end: 6, label: 'SPEAKER', kb_id: '' }] } }, ['SPEAKER وزیر']],
    ['entity tuples', { text, spans: {}, entities: [speaker] }, ['SPEAKER وزیر']],
  ])('%s', (_, line, expected) => {
    const decoded = readLine(line);
    expect(decoded.problems).toEqual([]);
    expect(labels(decoded)).toEqual(expected);
  });

  it('get an id from their text, and what they say of it is kept', () => {
    const { dataset } = readLine({ text, spans: { sc: [speaker] }, meta: { id: 7, source: 'x' } });
    expect(dataset?.articles[0]).toMatchObject({ extra: { meta: { id: 7, source: 'x' } }, source: { file: 'a.jsonl' } });
    expect(dataset?.sets[0]).toMatchObject({ role: 'work', status: 'done' });
  });

  it('name their entities by id alone', () => {
    const { dataset, problems } = readLine({ text, spans: { sc: [[...speaker, 'Q42']] } });
    expect(problems).toEqual([]);
    expect(dataset?.entities).toMatchObject([{ id: 'Q42', name: 'Q42', kind: 'unknown' }]);
    expect(dataset?.sets[0]?.annotations[0]?.entity).toBe('Q42');
  });

  it('may be a list in a .json file', () => {
    const lines = [{ text, spans: { sc: [speaker] } }, { text: `${text} دیگر`, spans: { sc: [speaker] } }];
    const decoded = read(file(JSON.stringify(lines, null, 1), 'a.json'));
    expect(decoded.problems).toEqual([]);
    expect(labels(decoded)).toEqual(['SPEAKER وزیر', 'SPEAKER وزیر']);
  });

  it('with a mark and CRLF in the text keep their labels at their words', () => {
    const decoded = readLine({ text: '\ufeffیک\r\nدو 🔴\r\nوزیر', spans: { sc: [[11, 15, 'SPEAKER'], [5, 7, 'CUE']] } });
    expect(codes(decoded)).toEqual(['line-ends-unified']);
    expect(labels(decoded)).toEqual(['CUE دو', 'SPEAKER وزیر']);
  });
});

describe('what is unsound is named and left out', () => {
  it.each<[string, Decoded, readonly string[], number]>([
    ['no text', readLine({ spans: { sc: [] } }), ['field-wrong'], 0],
    ['an empty text', readLine({ text: ' ', spans: { sc: [] } }), ['file-empty'], 0],
    ['half a character', read(file('{"text":"\\ud800 a","spans":{}}')), ['file-not-text'], 0],
    ['no JSON', read(file('{"text":')), ['line-not-json'], 0],
    ['deep nesting', read(file(`{"text":"a","spans":${'['.repeat(5000)}${']'.repeat(5000)}}`)), ['line-too-deep'], 0],
    ['a script alone', read(file('', 'a.to_docbin.py')), ['annotations-missing'], 0],
    ['spans that are a number', readLine({ text, spans: { sc: 3 } }), ['field-wrong'], 0],
    ['a tuple of one', readLine({ text, spans: { sc: [[1], speaker] } }), ['field-wrong'], 1],
    ['a place that is no number', readLine({ text, spans: { sc: [['0', 1, 'CUE']] } }), ['field-wrong'], 0],
    ['a place before the text', readLine({ text, spans: { sc: [[-1, 1, 'CUE']] } }), ['field-wrong'], 0],
    ['a place beyond the text', readLine({ text, spans: { sc: [[0, 900, 'CUE'], speaker] } }), ['span-outside-text'], 1],
    ['an end before its start', readLine({ text, spans: { sc: [[6, 2, 'CUE']] } }), ['span-outside-text'], 0],
    ['a label that nobody knows', readLine({ text, spans: { sc: [[2, 6, 'PER'], speaker] } }), ['label-unknown'], 1],
    ['an entity where none may be', readLine({ text, spans: { sc: [[2, 6, 'CUE', 'Q1']] } }), ['entity-not-allowed'], 0],
    ['offsets in UTF-16', altered(({ spans }) => spans.sc.forEach((one) => { one[0]++; one[1]++; })), [...Array.from({ length: 6 }, () => 'span-text-differs'), ...Array.from({ length: 3 }, () => 'relation-end-missing')], 0],
    ['pieces of two labels', altered(({ spans }) => { (spans.sc[3] as unknown[])[2] = 'CUE'; }), ['pieces-do-not-fit'], 5],
    ['an annotation without a span', altered(({ spans, user_data: beside }) => { spans.sc.pop(); beside.span_ids.pop(); }), ['span-missing', 'relation-end-missing'], 4],
    ['another text than the one it was made for', altered(({ meta }) => { meta.text_sha256 = 'f'.repeat(64); }), ['fingerprint-wrong'], 0],
    ['a header without its article', altered(({ meta }) => { delete meta.doc_id; }), ['field-wrong'], 0],
    ['the same line twice', read(file(`${golden.split('\n')[0]}\n${golden.split('\n')[0]}\n`)), ['set-twice'], 5],
    ['a circle of relations', altered(({ spans, user_data: beside }) => {
      const restates = (id: string, head: string, tail: string) => ({ id, label: 'RESTATES', head, tail, tail_kind: 'span', attributes: [] });
      spans.sc.push([18, 21, 'QUOTE', '']);
      beside.span_ids.push('q2');
      beside.relations.push(restates('x1', 'q1', 'q2'), restates('x2', 'q2', 'q1'));
    }), ['relation-cycle'], 6],
  ])('%s', (_, decoded, expected, count) => {
    expect(codes(decoded)).toEqual(expected);
    expect(labels(decoded).length).toBe(count);
    for (const { place } of decoded.problems) expect(place.file).toBeDefined();
  });

  it('CRLF and a byte order mark are no harm', () => {
    const decoded = read(file(`\ufeff${golden.replaceAll('\n', '\r\n')}`));
    expect(codes(decoded)).toEqual(['byte-order-mark', 'carriage-returns']);
    expect(labels(decoded).length).toBe(6);
  });

  it('__proto__ is a name like any other', () => {
    const decoded = read(file(`{"text":${JSON.stringify(text)},"spans":{"__proto__":[[2,6,"SPEAKER"]]},"meta":{"__proto__":{"x":1}}}`));
    expect(labels(decoded)).toEqual(['SPEAKER وزیر']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
