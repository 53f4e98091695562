import { describe, expect, it } from 'vitest';
import { type NamedBytes } from '../../../../shared/codecs/codec.ts';
import { encode } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { hfJsonl, hfParquet } from '../../../../shared/codecs/hugging-face/hugging-face.ts';
import { readHybrid } from '../../../../shared/codecs/hugging-face/parquet-levels.ts';
import { thriftEnd } from '../../../../shared/codecs/hugging-face/thrift-length.ts';
import { type AnnotatorId } from '../../../../shared/model/id.ts';
import { titleOf } from '../../../../shared/text/segment.ts';
import { seedSchema } from '../../../arbitraries/schema.ts';
import { awkwardDataset } from '../../../fixtures/hugging-face/awkward-dataset.ts';

const now = '2024-01-02T03:04:05.000Z';
const context = { schemas: [seedSchema] as const, now };
const lines = (...rows: readonly unknown[]): NamedBytes => ({ name: 'train.jsonl', bytes: Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')) });
const read = (...files: readonly NamedBytes[]) => {
  const decoded = hfJsonl.decode?.(files, context);
  if (!decoded) throw new Error('hf-jsonl does not read');
  return decoded;
};
const told = (...files: readonly NamedBytes[]) => read(...files).problems.map(({ code, severity, place }) => `${severity} ${code} ${place.line ?? ''} ${place.record ?? ''}`.trim());

const text = '🔴 وزیر گفت: «برق را گران نمی\u200cکنیم».';
const foreign = { doc_id: 'd1', text, spans: [{ id: 'q1', label: 'QUOTE', fragments: [{ start: 13, end: 33 }], attributes: [{ name: 'mode', value: 'direct' }] }] };
const withSpan = (change: object) => ({ ...foreign, spans: [{ ...foreign.spans[0], ...change }] });

describe('rows of others with an id, a text and spans', () => {
  it('get what they do not say from the text, the reader and nobody in particular', () => {
    const { dataset, problems } = read(lines(foreign));
    expect(problems).toEqual([]);
    expect(dataset?.articles).toMatchObject([{ id: 'd1', text, title: titleOf(text, 120), language: 'fa', added: now, group: null, extra: {} }]);
    expect(dataset?.annotators).toMatchObject([{ id: 'per-unnamed', kind: 'person' }]);
    expect(dataset?.sets).toMatchObject([{ role: 'work', status: 'done', annotations: [{ id: 'q1', spans: [{ start: 14, end: 34 }], attributes: { mode: 'direct' }, note: '', entity: null }] }]);
  });

  it('are the work of whom the reader names', () => {
    const annotator = { id: 'A9' as AnnotatorId, kind: 'person', name: 'نه', version: null } as const;
    expect(hfJsonl.decode?.([lines(foreign)], { ...context, annotator }).dataset?.sets).toMatchObject([{ annotator: 'A9' }]);
  });

  it('keep columns that are not ours', () => {
    expect(read(lines({ ...foreign, source: 'agency', extra: '{"a":1}' })).dataset?.articles).toMatchObject([{ extra: { a: 1, source: 'agency' } }]);
  });

  it.each<[string, unknown]>([
    ['no set where nothing is marked: nobody says that it was read', { ...foreign, spans: [] }],
    ['no set where ours says that there is none', { ...foreign, spans: [], set_id: null }],
  ])('make %s', (_, row) => expect(read(lines(row)).dataset?.sets).toEqual([]));

  it.each<[string, unknown, readonly string[]]>([
    ['no text', { doc_id: 'd1', spans: [] }, ['error field-wrong 1 d1']],
    ['an id with a blank in it', { ...foreign, doc_id: 'd 1' }, ['error field-wrong 1 d 1']],
    ['offsets beyond the text', withSpan({ fragments: [{ start: 14, end: 340 }] }), ['error span-outside-text 1 q1']],
    ['an end before its start', withSpan({ fragments: [{ start: 14, end: 2 }] }), ['error span-outside-text 1 q1']],
    ['half an offset', withSpan({ fragments: [{ start: 14.5, end: 20 }] }), ['error field-wrong 1 q1']],
    ['offsets in UTF-16 code units, where the text is repeated', withSpan({ fragments: [{ start: 14, end: 34, text: 'برق را گران نمی\u200cکنیم' }] }), ['error span-text-differs 1 q1']],
    ['a label that the schema does not know', withSpan({ label: 'SLOGAN' }), ['error label-unknown 1 q1']],
    ['a label by number, without its name', withSpan({ label: 0 }), ['error field-wrong 1 q1']],
    ['an attribute that the label does not have', withSpan({ attributes: [{ name: 'colour', value: 'red' }] }), ['error attribute-unknown 1 q1']],
    ['a link to nobody', withSpan({ label: 'SPEAKER', attributes: [], entity: 'kb:P1' }), ['error entity-unknown 1 q1']],
    ['spans that are no records', { ...foreign, spans: [null, 1, 'q'] }, ['error field-wrong 1', 'error field-wrong 1', 'error field-wrong 1']],
    ['a hash of another text', { ...foreign, text_sha256: '0'.repeat(64) }, ['error fingerprint-wrong 1 d1']],
    ['a set and spans of nobody', { ...foreign, set_id: null }, ['error spans-without-set 1 d1']],
    ['extra fields that are no JSON', { ...foreign, extra: '{' }, ['error field-wrong 1 d1']],
    ['line ends that no article has', { ...foreign, text: 'a\r\nb', spans: [] }, ['error text-line-ends 1 d1']],
    ['another schema', { ...foreign, schema_id: 'other', schema_version: '1.0' }, ['error schema-unknown 1']],
  ])('name %s, and keep the rest', (_, row, expected) => {
    const found = told(lines(row));
    expect(expected.filter((one) => !found.some((other) => other.startsWith(one)))).toEqual([]);
    expect(() => read(lines(row, { ...foreign, doc_id: 'd2' }))).not.toThrow();
    expect(read(lines(row, { ...foreign, doc_id: 'd2' })).dataset?.articles.some(({ id }) => id === 'd2') ?? expected[0]?.includes('schema')).toBe(true);
  });

  it('do not become anybody’s prototype', () => {
    const row = Buffer.from(`{"doc_id":"d1","text":"خبر","spans":[],"__proto__":{"polluted":true}}\n`);
    read({ name: 'a.jsonl', bytes: row });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each<[string, string, readonly string[]]>([
    ['a byte order mark', `\ufeff${JSON.stringify(foreign)}\n`, ['warning byte-order-mark 1']],
    ['CRLF', `${JSON.stringify(foreign)}\r\n`, ['warning carriage-returns 1']],
    ['a line cut short', `${JSON.stringify(foreign)}\n{"doc_id":"d2"`, ['error line-not-json 2']],
    ['lists nested deeply', `${JSON.stringify(foreign)}\n{"a":${'['.repeat(5000)}${']'.repeat(5000)}}\n`, ['error line-too-deep 2']],
  ])('may have %s', (_, content, expected) => {
    expect(told({ name: 'train.jsonl', bytes: Buffer.from(content) })).toEqual(expected);
    expect(read({ name: 'train.jsonl', bytes: Buffer.from(content) }).dataset?.articles.length).toBe(1);
  });
});

describe('a folder of ours', () => {
  const fitted = fit(awkwardDataset, hfJsonl).dataset;
  const files = encode(hfJsonl, fitted, 'train');
  const only = (table: string): readonly NamedBytes[] => files.filter(({ name }) => name.startsWith(table));

  it('is read from documents and judgements; tags and soft labels follow from them', () => {
    expect(read(...files)).toEqual({ dataset: fitted, problems: [] });
    expect(read(...only('data'), ...only('judgements'))).toEqual({ dataset: fitted, problems: [] });
  });

  it('has the same sets when its judgements come alone, since folders get lost', () => {
    const { dataset, problems } = read(...only('judgements'));
    expect(problems).toEqual([]);
    const judged = new Set(dataset?.sets.map(({ id }) => id));
    expect(dataset?.sets).toEqual(fitted.sets.filter(({ id }) => judged.has(id)));
    expect(judged.size).toBe(6);
  });

  it.each(['bio', 'soft', 'majority'])('cannot be read from %s alone, and says so', (table) => {
    expect(read(...only(table))).toMatchObject({ dataset: null, problems: [{ code: 'annotations-missing', severity: 'warning' }] });
  });

  it('names a set that says two things', () => {
    const changed = only('judgements').map(({ name, bytes }) => ({ name, bytes: Buffer.from(Buffer.from(bytes).toString().replace('قول یا خبر؟', 'خبر')) }));
    expect(told(...only('data'), ...changed)).toEqual(['error set-twice 1 set-1']);
  });
});

describe('Parquet that is damaged', () => {
  const [file] = encode(hfParquet, fit(awkwardDataset, hfParquet).dataset, 'train');
  if (!file) throw new Error('no file');
  const decoded = (bytes: Uint8Array) => hfParquet.decode?.([{ name: 'a.parquet', bytes }], context);

  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['the first four bytes', file.bytes.slice(0, 4)],
    ['no end', file.bytes.slice(0, -1)],
    ['a footer longer than the file', Buffer.concat([Buffer.from('PAR1'), Buffer.from([255, 255, 255, 127]), Buffer.from('PAR1')])],
    ['a text', Buffer.from('PAR1 is how it begins, PAR1')],
  ])('%s: says that it is no Parquet', (_, bytes) =>
    expect(decoded(bytes)).toMatchObject({ dataset: null, problems: [{ code: 'file-not-parquet' }] }));

  it('keeps nothing of a group that is not where the footer says', () =>
    expect(decoded(file.bytes.slice(1000))).toMatchObject({ dataset: null, problems: [{ code: 'parquet-group-unreadable', values: { group: 1 } }] }));

  it('is never more than a Problem, whichever byte is another one', () => {
    const problems = new Set<string>();
    for (let at = 4; at < file.bytes.length; at += 7) {
      const bytes = file.bytes.slice();
      bytes[at] = (bytes[at] as number) ^ 0xff;
      for (const { code } of decoded(bytes)?.problems ?? []) problems.add(code);
    }
    expect(problems).toContain('parquet-group-unreadable');
    expect(problems).toContain('file-not-parquet');
  });
});

describe('lengths in a file are looked at before they are believed', () => {
  it.each<[string, (length: number) => Uint8Array]>([
    ['numbers that do not end', (length) => new Uint8Array(length).fill(0xff)],
    ['structures in structures', (length) => new Uint8Array(length).fill(0x1c)],
    ['lists in lists', (length) => new Uint8Array(length).fill(0x19)],
    ['empty fields', (length) => new Uint8Array(length).fill(0x11)],
    ['a list that claims more than there is', (length) => Uint8Array.from([0x19, 0xf5, 0xff, 0xff, 0xff, 0x7f, ...new Uint8Array(length)])],
  ])('%s', (_, make) => {
    const bytes = make(4_000_000);
    const start = performance.now();
    expect(thriftEnd(bytes, 0)).toBeNull();
    // A tenth of a second where the time grows with the bytes, hours where it grows with their square.
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it.each<[string, readonly number[], number, number]>([
    ['a run longer than what is wanted', [0xfe, 0xff, 0xff, 0xff, 0x0f, 1], 1, 3],
    ['packed numbers, lowest bit first', [0x03, 0b10101010], 1, 8],
    ['three bits each', [0x03, 0b10001000, 0b11000110, 0b11111010], 3, 8],
  ])('%s gives as many numbers as were asked for', (_, bytes, width, count) => {
    const { values } = readHybrid(Uint8Array.from(bytes), 0, width, count);
    expect(values.length).toBe(count);
    if (width === 3) expect(values).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    if (count === 8 && width === 1) expect(values).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it.each<[string, readonly number[]]>([
    ['runs of nothing', [0, 0, 0, 0]],
    ['packed numbers without their bytes', [0xff, 0xff, 0x03]],
    ['no bytes at all', []],
    ['a number of more than 32 bits', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
  ])('%s are an error', (_, bytes) => expect(() => readHybrid(Uint8Array.from(bytes), 0, 2, 5)).toThrow());
});
