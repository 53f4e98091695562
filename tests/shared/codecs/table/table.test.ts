import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codec } from '../../../../shared/codecs/codec.ts';
import { encode, joined } from '../../../../shared/codecs/encode.ts';
import { fit } from '../../../../shared/codecs/fit.ts';
import { slices } from '../../../../shared/codecs/slices.ts';
import { csv, csvRaw, forPeople } from '../../../../shared/codecs/table/csv.ts';
import { cellLimit } from '../../../../shared/codecs/table/reductions.ts';
import { columnName, rowXml } from '../../../../shared/codecs/table/sheet-xml.ts';
import { guarded } from '../../../../shared/csv.ts';
import { writeWorkbook } from '../../../../shared/codecs/table/write-workbook.ts';
import { xlsx } from '../../../../shared/codecs/table/xlsx.ts';
import { type Dataset } from '../../../../shared/model/dataset.ts';
import { fingerprint } from '../../../../shared/text/fingerprint.ts';
import { span } from '../../../../shared/text/offsets.ts';
import { dataset } from '../../../arbitraries/dataset.ts';
import { forAll } from '../../../arbitraries/for-all.ts';
import { interruptedQuote } from '../../../fixtures/native/interrupted-quote.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/table');
const written = (codec: Codec, whole: Dataset = interruptedQuote): ReadonlyMap<string, string> =>
  new Map(encode(codec, fit(whole, codec).dataset, 'a').map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]));
const losses = (codec: Codec, whole: Dataset): readonly string[] =>
  fit(whole, codec).report.losses.map(({ code, severity, examples }) => `${code} ${severity} ${examples.map((one) => one.join('/')).join(' ')}`);
const withNotes = (note: string): Dataset => ({
  ...interruptedQuote,
  sets: interruptedQuote.sets.map((set) => ({ ...set, annotations: set.annotations.map((one) => (one.id === 'q1' ? { ...one, note } : one)) })),
});

describe('the tables as they stand in the golden files', () => {
  const raw = written(csvRaw);
  it('five for programs', () => expect([...raw.keys()]).toEqual(['a.csv', 'a.relations.csv', 'a.articles.csv', 'a.sets.csv', 'a.entities.csv']));
  for (const [name, text] of raw) it(`for programs: ${name}`, () => expect(text).toMatchFileSnapshot(path.join(fixtures, name.replace('a.', 'raw.'))));
  it('for people', () => expect(written(csv).get('a.csv')).toMatchFileSnapshot(path.join(fixtures, 'people.csv')));
});

describe('CSV for people', () => {
  it('has a byte order mark and CRLF, or Excel takes it for another encoding', () => {
    for (const [, text] of written(csv, withNotes('یک خط'))) {
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(text.endsWith('\r\n')).toBe(true);
    }
  });

  it.each(['=1+1', '+1', '-1', '@a', '\ta', '\ra', '\0a'])('guards %j, and says so', (note) => {
    expect(guarded(note)).toBe(`'${note}`);
    expect(losses(csv, withNotes(note))).toContain('FORMULA_GUARDED changed d1/q1 d1/q1');
  });

  it.each(['a=1', '۱+۱', '«نقل»', '', ' =1', "'=1"])('leaves %j as it is', (note) => {
    expect(guarded(note)).toBe(note);
    expect(losses(csv, withNotes(note)).join()).not.toContain('FORMULA_GUARDED');
  });

  it('guards nothing for programs', () => expect(losses(csvRaw, withNotes('=1+1')).join()).not.toContain('FORMULA_GUARDED'));
});

describe('CSV', () => {
  it('is read back by another reader, whatever stands in it', () => {
    forAll(dataset, (whole) => {
      const text = written(csvRaw, whole).get('a.csv') ?? '';
      const { data, errors } = Papa.parse<string[]>(text.trimEnd() === '' ? '' : text, { skipEmptyLines: true, delimiter: ',', newline: '\n' });
      const notes: readonly string[] = whole.sets.flatMap((set) => set.annotations.flatMap((one) => one.spans.map(() => one.note)));
      const column = data[0]?.indexOf('note') ?? -1;
      expect(errors).toEqual([]);
      expect(data.slice(1).map((row) => row[column] ?? '').sort()).toEqual([...notes].sort());
    });
  });
});

const parts = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
const workbook = (whole: Dataset, limits?: Parameters<typeof writeWorkbook>[3]): Readonly<Record<string, string>> => {
  const writer = writeWorkbook(whole.schema, 'a', forPeople(whole.schema), limits);
  const chunks = [...[...slices(fit(whole, xlsx).dataset)].flatMap((slice) => writer.add(slice)), ...writer.end()];
  return parts(joined(chunks.map(({ bytes }) => bytes)));
};
const sheetsIn = (book: Readonly<Record<string, string>>): readonly string[] =>
  [...(book['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name ?? '');

describe('the workbook', () => {
  it('reads from right to left, its header stays, and nothing in it says a time or a name', () => {
    const book = workbook(interruptedQuote);
    expect(sheetsIn(book)).toEqual(['برچسب‌ها', 'پیوندها', 'خبرها', 'مجموعه‌ها', 'اشخاص و نهادها']);
    for (let index = 1; index <= 5; index++) {
      expect(book[`xl/worksheets/sheet${index}.xml`]).toContain('rightToLeft="1"');
      expect(book[`xl/worksheets/sheet${index}.xml`]).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    }
    expect(Object.keys(book)).not.toContain('docProps/core.xml');
  });

  it('has no formula, whatever the notes begin with', () => {
    const sheet = workbook(withNotes('=1+1'))['xl/worksheets/sheet1.xml'];
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain('<f>');
    expect(losses(xlsx, withNotes('=1+1')).join()).not.toContain('FORMULA_GUARDED');
  });

  it('cuts what no cell holds, between characters, and says so', () => {
    const long = `${'ا'.repeat(cellLimit - 1)}🔴🔴`;
    const whole: Dataset = {
      ...withNotes(long),
      articles: interruptedQuote.articles.map((one) => ({ ...one, text: long, fingerprint: fingerprint(long) })),
      sets: withNotes(long).sets.map((set) => ({
        ...set, relations: [], annotations: set.annotations.filter(({ id }) => id === 'q1').map((one) => ({ ...one, spans: [span(0, long.length)] })),
      })),
    };
    const fitted = fit(whole, xlsx);
    expect(losses(xlsx, whole)).toContain('CELL_TRUNCATED lossy d1/q1');
    const [quote] = fitted.dataset.sets[0]?.annotations ?? [];
    expect(quote?.note).toBe('ا'.repeat(cellLimit - 1));
    expect(quote?.spans).toEqual([span(0, cellLimit - 1)]);
    expect(fit(fitted.dataset, xlsx).report.losses).toEqual([]);
  });

  it('begins new sheets when one is full, and loses no row', () => {
    const whole = workbook(interruptedQuote);
    const split = workbook(interruptedQuote, { rows: 3, waiting: 1e9 });
    expect(sheetsIn(split)).toEqual([
      'برچسب‌ها', 'برچسب‌ها ۲', 'برچسب‌ها ۳', 'برچسب‌ها ۴', 'پیوندها', 'برچسب‌ها ۵', 'پیوندها ۲', 'خبرها', 'مجموعه‌ها', 'اشخاص و نهادها',
    ]);
    const rows = (book: Readonly<Record<string, string>>): readonly string[] =>
      Object.entries(book).flatMap(([name, text]) => (name.startsWith('xl/worksheets') ? text.split('\n').filter((line) => /^<row r="(?!1")/.test(line)) : []));
    const cells = (book: Readonly<Record<string, string>>): readonly string[] => rows(book).map((row) => row.replaceAll(/ r="[^"]*"/g, '')).sort();
    expect(cells(split)).toEqual(cells(whole));
    for (const [name, text] of Object.entries(split)) if (name.startsWith('xl/worksheets')) expect([...text.matchAll(/<row /g)].length).toBeLessThanOrEqual(3);
  });

  it('begins new sheets when much is waiting for the first to end', () => {
    const articles = ['d1', 'd2', 'd3'].flatMap((id) => interruptedQuote.articles.map((one) => ({ ...one, id: id as typeof one.id })));
    const whole: Dataset = { ...interruptedQuote, articles, sets: interruptedQuote.sets.slice(0, 1) };
    expect(sheetsIn(workbook(whole, { rows: 100, waiting: 1 })).filter((name) => name.startsWith('خبرها'))).toEqual(['خبرها', 'خبرها ۲', 'خبرها ۳']);
  });

  it('gives out the rows of the first sheet while it grows', () => {
    const writer = writeWorkbook(interruptedQuote.schema, 'a', forPeople(interruptedQuote.schema));
    const [slice] = slices(fit(interruptedQuote, xlsx).dataset);
    const [quote] = slice?.sets ?? [];
    if (!slice || !quote) throw new Error('no slice');
    let bytes = 0;
    for (let round = 0; round < 400; round++) {
      const id = `d${round}` as typeof quote.article;
      const again = { ...slice, articles: slice.articles.map((one) => ({ ...one, id })), sets: [{ ...quote, id: `s${round}` as typeof quote.id, article: id }] };
      for (const part of writer.add(again)) bytes += part.bytes.length;
    }
    expect(bytes).toBeGreaterThan(10_000);
  });
});

describe('cells in XML', () => {
  it.each([[0, 'A'], [25, 'Z'], [26, 'AA'], [51, 'AZ'], [52, 'BA'], [701, 'ZZ'], [702, 'AAA']])('column %i is %s', (index, name) =>
    expect(columnName(index)).toBe(name));

  it('says what XML cannot hold as SpreadsheetML does', () => {
    expect(rowXml(['a\u0001b', '_x0041_', 'x_', 'a\rb', '<&>"'], 2, [])).toBe([
      '<row r="2"><c r="A2" t="inlineStr"><is><t xml:space="preserve">a_x0001_b</t></is></c>',
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve">_x005F_x0041_</t></is></c>',
      '<c r="C2" t="inlineStr"><is><t xml:space="preserve">x_</t></is></c>',
      '<c r="D2" t="inlineStr"><is><t xml:space="preserve">a&#13;b</t></is></c>',
      '<c r="E2" t="inlineStr"><is><t xml:space="preserve">&lt;&amp;&gt;"</t></is></c></row>\n',
    ].join(''));
  });

  it('holds nothing that XML forbids', () => {
    forAll(fc.string({ unit: 'binary' }), (text) => expect(rowXml([text], 1, [])).toMatch(/^[\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u));
  });
});
