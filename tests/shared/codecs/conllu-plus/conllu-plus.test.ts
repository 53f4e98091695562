import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DecodeContext, type Decoded, type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { escaped, gapFields, gapOf, miscOf, unescaped } from '../../../../shared/codecs/conllu-plus/cells.ts';
import { conlluPlus } from '../../../../shared/codecs/conllu-plus/conllu-plus.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { anyText } from '../../../arbitraries/text.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const context: DecodeContext = { schemas: [seedSchema], now: '2024-01-01T00:00:00.000Z' };
const file = (content: string, name = 'a.conllup'): NamedBytes => ({ name, bytes: new TextEncoder().encode(content) });
const read = (content: string): Decoded => conlluPlus.decode?.([file(content)], context) ?? { dataset: null, problems: [] };
const codes = ({ problems }: Decoded): readonly string[] => problems.map(({ code }) => code);
const labels = ({ dataset }: Decoded): readonly string[] => (dataset?.sets ?? []).flatMap((set) => set.annotations.map(({ label }) => label));
const golden = readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/conllu-plus/interrupted-quote.conllup'), 'utf8');
/** The golden file up to its second set. */
const first = golden.slice(0, golden.indexOf('# newdoc', golden.indexOf('# newdoc') + 1));

describe('cells', () => {
  it('hold any value without one of the signs that part them', () =>
    forAll(anyText, (value) => {
      expect(escaped(value)).toMatch(/^[^;|:>=*@+\s\x00-\x1f]*$/);
      expect(unescaped(escaped(value))).toBe(value);
    }));

  it('write Persian as it is', () => expect(escaped('می\u200cشود=آری')).toBe('می\u200cشود%3Dآری'));

  it.each(['%', '%2', '%GG', '%FF', '%E2%80'])('"%s" is no value', (value) => expect(unescaped(value)).toBeNull());

  it.each<[string, string, readonly string[]]>([
    ['one space says nothing', ' ', []],
    ['nothing', '', ['SpaceAfter=No']],
    ['a line end', '\n', ['SpacesAfter=\\n']],
    ['blanks of several kinds', ' \t\u00a0', ['SpacesAfter=\\s\\t%C2%A0']],
    ['invisible signs', '\u200f', ['SpacesAfter=%E2%80%8F']],
  ])('of gaps: %s', (_, gap, fields) => {
    expect(gapFields(gap, 'SpacesAfter')).toEqual(fields);
    expect(gapOf(miscOf(fields.join('|')), 'SpacesAfter')).toBe(gap);
  });
});

const encoded = (whole: Dataset): string => Buffer.from(encode(conlluPlus, fit(whole, conlluPlus).dataset, 'a')[0]?.bytes ?? []).toString();
const [work] = interruptedQuote.sets;
const withSpans = (...places: readonly (readonly [number, number])[]): Dataset => {
  const annotations = work?.annotations.filter(({ id }) => id === 'q1').map((one) => ({ ...one, spans: places.map(([start, end]) => span(start, end)) }));
  return { ...interruptedQuote, sets: [{ ...work, annotations, relations: [] }] } as unknown as Dataset;
};

describe('numbers', () => {
  it('go on over a gap, and say where a piece begins that touches the one before', () => {
    const text = encoded(withSpans([19, 22], [23, 25]));
    expect(text).toMatch(/برق\t[^\t]*\t1:QUOTE[^\t]*\t\*\n8\tرا\t[^\t]*\t1\+\t\*\n/);
    expect(read(text).dataset?.sets[0]?.annotations[0]?.spans).toEqual([span(19, 22), span(23, 25)]);
  });

  it('go on from sentence to sentence', () => {
    const text = encoded(withSpans([51, 75]));
    expect(text.split('\n').filter((row) => /\t1(?::[^\t]*)?\t\*$/.test(row)).length).toBe(7);
    expect(read(text).dataset?.sets[0]?.annotations[0]?.spans).toEqual([span(51, 75)]);
  });

  it('are each set\'s own: an article nobody has looked at has none and says so', () => {
    const text = encoded({ ...interruptedQuote, sets: [] });
    expect(text.split('\n').filter((row) => /^\d/.test(row)).every((row) => row.endsWith('\t_\t_'))).toBe(true);
    expect(read(text).dataset?.sets).toEqual([]);
  });
});

describe('CoNLL-U of others', () => {
  const row = (...cells: readonly string[]): string => [...cells, ...Array.from({ length: 10 - cells.length }, () => '_')].join('\t');
  const misc = (id: string, form: string, last: string): string => [id, form, ...Array.from({ length: 7 }, () => '_'), last].join('\t');

  it('is text made of its tokens: multiword tokens whole, empty nodes not at all', () => {
    const lines = [
      '# newdoc id = x', '# newpar', '# sent_id = 1', '# text = کتابش را.', row('1-2', 'کتابش'), row('1', 'کتاب'), row('2', 'ش'), row('2.1', 'که'),
      misc('3', 'را', 'SpaceAfter=No'), row('4', '.'), '', '# sent_id = 2', row('1', 'خواند'), '', '# newpar', row('1', 'پایان'), '',
    ];
    const decoded = read(lines.join('\n'));
    expect(decoded.problems).toMatchObject([{ code: 'columns-not-kept', severity: 'warning' }]);
    expect(decoded.dataset?.articles.map(({ text }) => text)).toEqual(['کتابش را. خواند\nپایان']);
    expect(decoded.dataset?.sets).toEqual([]);
  });

  it('has an article for each newdoc, or one in all', () => {
    const texts = (content: string) => read(content).dataset?.articles.map(({ text }) => text).toSorted();
    expect(texts(`# newdoc\n${row('1', 'یک')}\n\n# newdoc\n${row('1', 'دو')}\n`)).toEqual(['دو', 'یک']);
    expect(texts(`${row('1', 'یک')}\n\n${row('1', 'دو')}\n`)).toEqual(['یک دو']);
  });

  it.each<[string, string, readonly string[]]>([
    ['nothing in it', '', ['file-empty']],
    ['columns without words', '# global.columns = ID LEMMA\n1\tx\n', ['columns-missing']],
    ['a row with too few columns', `1\tیک\n${row('2', 'دو')}\n`, ['row-columns-wrong', 'columns-not-kept']],
    ['a number that is none', `${row('x', 'یک')}\n${row('2', 'دو')}\n`, ['row-id-wrong', 'columns-not-kept']],
  ])('%s', (_, content, expected) => expect(codes(read(content))).toEqual(expected));
});

describe('what is unsound is named and left out', () => {
  const altered = (from: string | RegExp, to: string): Decoded => read(first.replace(from, to));
  it.each<[string, Decoded, readonly string[], number]>([
    ['nothing wrong', read(first), [], 5],
    ['a number that nobody explains', altered('4:COMMITMENT|@id=k1|@note=قول%20یا%20خبر؟|@flagged=yes|polarity=refrain', '4'), ['span-number-unknown'], 4],
    ['a number explained twice', altered('3;4\t', '3;4:CUE\t'), ['span-number-twice'], 5],
    ['a cell of nonsense', altered('3;4\t', '3;x\t'), ['cell-wrong'], 5],
    ['a field without a value', altered('mention=title', 'mention'), ['cell-wrong', 'span-number-unknown', 'relation-end-missing'], 4],
    ['a % that is none', altered('kb%3AP42', 'kb%3'), ['cell-wrong', 'span-number-unknown', 'relation-end-missing'], 4],
    ['a relation to a number that is not there', altered('SAID_BY>1', 'SAID_BY>9'), ['relation-end-missing'], 5],
    ['a relation of nonsense', altered('3:SAID_BY>1', 'SAID_BY'), ['cell-wrong'], 5],
    ['a label that nobody knows', altered('2:CUE', '2:PER'), ['label-unknown', 'relation-end-missing'], 4],
    ['two of one id', altered('@id=c2', '@id=c1'), ['id-twice', 'relation-twice'], 4],
    ['offsets in UTF-16', altered(/start=(?=\d)/g, 'start=1'), ['row-offsets-differ'], 5],
    ['another word', altered('\tبرق\t', '\tآب\t'), ['row-offsets-differ', 'fingerprint-wrong'], 0],
    ['a row that is gone', altered(/^8\t.*\n/m, ''), ['row-offsets-differ', 'fingerprint-wrong'], 0],
    ['a header that is no JSON', altered('# naql = {', '# naql = '), ['line-not-json'], 5],
    ['the header gone', altered(/^# naql.*\n/m, ''), [], 5],
    ['CRLF', read(first.replaceAll('\n', '\r\n')), ['carriage-returns'], 5],
    ['a byte order mark', read(`\ufeff${first}`), ['byte-order-mark'], 5],
    ['a header nested without end', altered(/# naql = .*/, `# naql = ${'['.repeat(5000)}${']'.repeat(5000)}`), ['line-not-json'], 5],
  ])('%s', (_, decoded, expected, count) => {
    expect(codes(decoded)).toEqual(expected);
    expect(labels(decoded).length).toBe(count);
    for (const { place } of decoded.problems) expect(place.file).toBe('a.conllup');
  });
});
